"""How languages show the values of a structure."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry


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
