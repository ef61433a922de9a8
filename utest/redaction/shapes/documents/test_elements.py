"""Values apart from their names, and elements that sound like them."""

import pytest
from masking_time import is_searched_once

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.documents.elements import ELEMENTS

VALUES = ["Kran7hof-blau9", "hunter2", "Vx9kQ2mLp7TzAb3Rt8Yw"]
ARGUMENT = '<elementProp name="password" elementType="HTTPArgument">'
DOCUMENTS = [
    '<password value="\0"/>',
    "<dbPassword encrypted='no' value='\0'/>",
    '<apiKey value="\0"/>',
    '<api-key value="\0"/>',
    '<AccessToken Value="\0"/>',
    '<clientSecret\n  value="\0"/>',
    f'{ARGUMENT}<boolProp name="x">true</boolProp><stringProp name="Argument.value">\0</stringProp>',
    f'{ARGUMENT}\n  <stringProp name="Argument.value">\0</stringProp>',
    '<node index="1" text="\0" resource-id="com.x:id/password" class="android.widget.EditText" password="true" />',
    '<node resource-id="com.x:id/password" class="android.widget.EditText" text="\0" password="true" />',
    '<node index="1" password="true" text="\0" />',
    '{"op":"replace","path":"/password","value":"\0"}',
    '{"op": "add", "path": "/user/token", "value": "\0"}',
    '{"value":"\0","path":"/password","op":"replace"}',
    '{"path":"/user/apiKey","op":"replace","value":"\0"}',
    '[{"op":"replace","value":"\0","path":"/user/login_token"}]',
    "[{'op': 'replace', 'path': '/newPassword', 'value': '\0'}]",
    '"{\\"op\\":\\"replace\\",\\"path\\":\\"/password\\",\\"value\\":\\"\0\\"}"',
    '{"op":"test","path":"/name","value":"ann"},{"op":"replace","path":"/password","value":"\0"}',
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_only_the_secret_is_masked(document: str, value: str) -> None:
    assert SecretRegistry().mask(document.replace("\0", value)) == document.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        '<option value="1"/>',
        '<option value="Kran7hof-blau9"/>',
        '<key value="Kran7hof-blau9"/>',
        '<password value="required"/>',
        '<password value="${DB_PASSWORD}"/>',
        '<maxToken value="4096"/>',
        '<passwordPolicy value="min8-special1"/>',
        '<elementProp name="user" elementType="HTTPArgument"><stringProp name="Argument.value">ann41</stringProp>',
        f'{ARGUMENT}<stringProp name="Argument.value">${{__P(password)}}</stringProp>',
        f'{ARGUMENT}</elementProp><elementProp name="user"><stringProp name="Argument.value">ann41</stringProp>',
        '<node index="1" text="ann41x" password="false" /><node text="" password="true" />',
        '{"op":"replace","path":"/name","value":"Kran7hof-blau9"}',
        '{"op":"replace","path":"/token/type","value":"Kran7hof-blau9"}',
        '{"op":"remove","path":"/password"},{"op":"replace","path":"/name","value":"Kran7hof-blau9"}',
        '{"op":"replace","path":"/name","value":"Kran7hof-blau9"},{"op":"remove","path":"/password"}',
        '{"op":"replace","path":"/password","value":"required"}',
        '{"path": "/v1/token", "method": "POST", "value": "application/json"}',
        '<token name="start" value="paragraph1"/>',
    ],
)
def test_others_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_many_documents_are_searched_once(document: str) -> None:
    assert is_searched_once(document)


def test_every_name_is_one() -> None:
    assert len({name for name, *_ in ELEMENTS}) == len(ELEMENTS)
