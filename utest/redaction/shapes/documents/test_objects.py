"""Objects of JSON that tell that they hold a secret."""

from io import StringIO

import pytest

from SteadyAPI.redaction.artefact.json import masked_json
from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "Vx9kQ2mLp7Tz"


@pytest.mark.parametrize(
    "text",
    [
        '{"conn": {"sensitive": true, "type": "string", "value": "§"}}',
        ('{"conn": {"sensitive":true,"type":["object",{"a":"string"}],"value":{"a":"§","b":["§"]}}}'),
        '{"key": "base", "value": "§", "type": "secret"}',
        '{"key":"X","variable_type":"env_var","value":"§","masked":true}',
        '{"X": {"isSecret": true, "value": "§"}}',
        '{"apiVersion":"v1","data":{"db-url":"§"},"kind":"Secret"}',
        (
            '{"kind":"List","items":[{"data":{"a":"33a64df551425f"},"kind":"ConfigMap"},{"data":{"b":"§'
            '"},"kind":"Secret","metadata":{"uid":"33a64df551425f"}},{"data":{"a":"33a64df551425f"},"ki'
            'nd":"ConfigMap"}]}'
        ),
        (
            '{"type": "random_password", "instances": [{"attributes": {"result": "§", "id": "none"}},{"'
            'attributes": {"result": "§"}}]}'
        ),
        "{'conn': {'sensitive': True, 'value': '§'}}",
        (
            '{"values": [{"key": "base", "value": "§", "type": "secret", "enabled": true}, {"key": "url'
            '", "value": "https://x.y", "type": "default"}]}'
        ),
        '{"kind":"Secret","stringData":{"url":"https://x.y/a2b","conn":"§"}}',
        '{"a":"{\\"kind\\":\\"Secret\\",\\"data\\":{\\"x\\":\\"§\\"}}"}',
        (
            '{"resources":[{"type":"random_password","values":{"result":"§"}},{"type":"random_id","valu'
            'es":{"result":"33a64df551425f"}}]}'
        ),
        "x: {\n  'sensitive': True,\n  'value': '§'}",
    ],
)
def test_what_such_an_object_holds_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("§", VALUE)) == text.replace("§", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        '{"type":"secret","name":"db-password","value":"optional"}',
        '{"kind":"SecretList","items":[]}',
        '{"sensitive": false, "value": "33a64df551425f"}',
        '{"sensitive": true, "value": "<sensitive>", "id": "33a64df551425f"}',
        '{"case_sensitive": true, "value": "33a64df551425f"}',
        '{"masked": true, "value": "********", "sha": "33a64df551425f"}',
        '{"secret": true, "label": "Client secret", "helpText": "The secret of the 2nd client"}',
        '{"masked": true, "value": "active"}',
        '{"type": "random_password", "name": "db1", "provider": "hashicorp/random-3.6.1"}',
        ('{"kind":"Secret","data":null,"metadata":{"uid":"33a64df5-5142-4f00-8000-33a64df55142"}}'),
        '{"kind":"Secret","type":"Opaque","data":{"a":"<hidden>"}}',
        '{"type":"string","sensitive":true,"name":"33a64df551425f"} }',
        '{"type": "secret", "value": {}, "sha": "33a64df551425f"}',
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_brackets_that_open_nothing_or_very_much_end_the_search() -> None:
    told = '{"type": "secret", "value": "' + VALUE + '"}'
    assert SecretRegistry().mask("}" + told).count(VALUE) == 0
    assert SecretRegistry().mask('{"a":' * 200 + told).count(VALUE) == 1


@pytest.mark.parametrize(
    "text",
    [
        '{"conn": {"sensitive": true, "value": "§", "type": "str...',
        '"sensitive": true, "value": "§"}, {"id": "33a64df551425f"}',
        '[{"type": "random_password", "instances": [{"attributes": {"result": "§"',
    ],
)
def test_an_object_that_was_cut_is_one(text: str) -> None:
    assert SecretRegistry().mask(text.replace("§", VALUE)) == text.replace("§", "[redacted]")


def test_a_state_of_terraform_stays_json_in_a_file() -> None:
    state = '{"resources": [{"type": "random_password", "instances": [{"attributes": {"result": "' + VALUE + '"}}]}]}'
    shown = "".join(masked_json(StringIO(state), SecretRegistry().mask))
    assert shown == state.replace(VALUE, "[redacted]")
