"""Inputs of secrets that validators show in their messages."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "kZ82mQxT0pL"


def masked(text: str) -> str:
    return SecretRegistry().mask(text)


ERROR = "1 validation error for Login\n{}\n  String should match [type=string_type, input_value={}, input_type=str]"


@pytest.mark.parametrize(
    "text",
    [
        ERROR.format("password", "'\0'"),
        ERROR.format("user.password", "'\0'").replace("\n", "\r\n"),
        ERROR.format("tokens", "['\0', '\0']"),
        ERROR.format("tokens.0", '"\0"'),
        ERROR.format("api_key", "b'\0'"),
        ERROR.format("password", "'\0'").replace("\n", "\\n"),
        '{"detail":[{"type":"string_too_long","loc":["body","password"],"msg":"String should","input":"\0"}]}',
        "[{'type': 'string_too_long', 'loc': ('user', 'password'), 'msg': 'String', 'input': '\0'}]",
    ],
)
def test_the_input_of_a_secret_is_masked(text: str) -> None:
    assert masked(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        ERROR.format("password", "''"),
        ERROR.format("password", "None"),
        ERROR.format("token", "'invalid'"),
        ERROR.format("name", f"'{VALUE}'"),
        ERROR.format("token_count", f"'{VALUE}'"),
        ERROR.format("credentials", "{'user': 'ann', 'age': 12}"),
        ERROR.format("password", f"{{'name': '{VALUE}'}}").replace("string_type", "missing"),
        f'{{"detail":[{{"loc":["body","password"],"msg":"Bad"}},{{"loc":["body","id"],"input":"{VALUE}"}}]}}',
    ],
)
def test_other_inputs_stay(text: str) -> None:
    assert masked(text) == text


def test_what_is_allowed_stays() -> None:
    registry = SecretRegistry()
    registry.allow("password")
    text = ERROR.format("password", f"'{VALUE}'")
    assert registry.mask(text) == text
