"""How languages show the values of a structure."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.notations.structures import is_known, is_masked


@pytest.mark.parametrize(
    "text",
    [
        "{Addr::8080 Database:{User:ann Password:\0 Host:db}}",
        "&{Addr::8080 APIKey:\0 Timeout:30s}",
        "map[host:db password:\0 user:ann]",
        "map[X-Api-Key:[\0] Accept:[*/*]]",
        'http.Header{"X-Api-Key":[]string{"\0"}}',
        "headers: {x-api-key: [\0]}",
        "X-Api-Key: { \0 }",
        'api_key: Some("\0"),',
        'Config {\n    token: Some(\n        "\0",\n    ),\n}',
        'password: Optional("\0")',
        'token: Optional<String>\n  - some: "\0"',
        'password = Just "\0"',
        '["password"]=>\n  string(12) "\0"',
        '["password":protected]=>\n  string(12) "\0"',
        "[password:protected] => \0",
        "[password:App\\User:private] => \0",
        '["password":"App\\User":private]=>\n  string(12) "\0"',
        '[{user,"ann"},{password,"\0"}]',
        'NSString *password = @"\0";',
        'password: $"\0"',
    ],
)
def test_the_value_of_a_field_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", "Vx9kQ2mLp7Tz")) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "{Addr::8080 Database:{User:ann Password: Host:db}}",
        "&{Password:<nil> Token:0xc000012345 Host:db}",
        "{TokenTTL:1h0m0s PasswordMin:8 Retry:{Max:3}}",
        "map[Token:[none] Accept:[*/*]]",
        "token: Some(expired), token: Some(_)",
        'password: Some("required")',
        '["password":protected]=>\n  NULL',
        '{token,"atom"}',
        'http.Header{"X-Api-Key":[]string{"required"}}',
        "{token: [expired], api_key: { header }}",
        "password: { min: 8, max: 64 }",
    ],
)
def test_an_empty_field_and_words_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "token=[redacted]",
        'token: "[redacted]", other',
        "token\t[redacted]\n",
        "token:: [redacted]\n",
        "token => [redacted]\n",
        "token := [redacted]\n",
        "<token>[redacted]</token>",
    ],
)
def test_a_mask_that_is_the_whole_value_is_told(text: str) -> None:
    assert is_masked(text, text.index("token") + len("token"))


@pytest.mark.parametrize(
    "text", ["token=[redacted]x", 'token: "[redacted]x"', "token\t[redacted] x", "token", "token="]
)
def test_what_stands_beside_a_mask_is_told(text: str) -> None:
    assert not is_masked(text, len("token"))


@pytest.mark.parametrize("text", ["token=§", "token: '§',\n", "token\t§\nx", "token:\n§\n", 'token:: "§"\r\n'])
def test_a_known_secret_up_to_the_end_of_its_line_is_told(text: str) -> None:
    place = text.index("§")
    assert is_known(text, len("token"), {place: place + 1})


@pytest.mark.parametrize("text", ["token=§x", "token=x§", "token: § x", "token: '§', 'x'", "token of §", "token"])
def test_what_stands_beside_a_known_secret_is_told(text: str) -> None:
    place = text.find("§")
    assert not is_known(text, len("token"), {place: place + 1})


def test_what_stands_beside_a_known_secret_is_masked_with_it() -> None:
    registry = SecretRegistry()
    registry.register("Kran7hof")
    shown = registry.mask("password=Kran7hof\npassword=Kran7hof-blau9\ntokens: ['Kran7hof', 'Ziegel88rot']\n")
    assert shown == "password=[redacted]\npassword=[redacted]\ntokens: ['[redacted]', '[redacted]']\n"
