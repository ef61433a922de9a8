"""Inputs of secrets that validators show in their messages."""

import pytest
from pydantic import BaseModel, ValidationError

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


class Mail(BaseModel):
    mail: int


@pytest.mark.parametrize("value", ["Kran7hof-blau9", "Vx9kQ2mLp7TzAb3Rt8Yw", "5f4dcc3b5aa765d61d8327deb882cf99"])
@pytest.mark.parametrize("name", ["password", "api_key", "client_secret", "token"])
def test_nothing_of_a_secret_is_left_beside_the_cut(name: str, value: str) -> None:
    for size in range(40):
        user = {"user": "a" * size}
        for given in (
            {**user, name: value},
            {name: value, **user},
            {**user, name: value, "z": 1},
            [{**user, name: value}],
        ):
            with pytest.raises(ValidationError) as error:
                Mail.model_validate({"mail": given})
            shown = masked(str(error.value))
            assert not [part for part in range(len(value) - 4) if value[part : part + 5] in shown], shown


TYPE = "[type=int_type, input_value={{'user': 'annxxxxxxxxxxxx...{}}}, input_type=dict]"
CUT = "mail\n  Input should be a valid integer " + TYPE


@pytest.mark.parametrize(
    "end",
    [
        "4f2a-9c1b-1234567890ab'",
        " '2026-01-01T10:00:00'",
        "ry': 'DE', 'city': 'Ulm'",
        "er2@x.org', 'city': 'Ulm'",
        "ress2_line': 'Ulm 12345'",
        "ame': 'user_2b'",
    ],
)
def test_what_else_stands_behind_the_cut_stays(end: str) -> None:
    assert masked(CUT.format(end)) == CUT.format(end)


def test_what_goes_to_the_end_of_a_line_is_masked() -> None:
    assert masked("input_value={'user': 'ann', 'password'...: 'Kran7hof-bl").endswith("...: '[redacted]")
