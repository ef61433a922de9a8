"""Values that stand behind a name as in speech, and prose that doesn't hold one."""

import time

import pytest

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "Vx9kQ2mLp7Tz"


@pytest.mark.parametrize(
    "text",
    [
        "Password is \0",
        "the password is \0.",
        "Your password is: \0",
        "Your new password is now \0 again",
        "password was `\0`",
        "the token is \0, and",
        "password -> \0",
        "api_key => \0",
        "use password \0 to log in",
        "ENV DB_PASSWORD \0",
        "password\t\0",
        "(password \0)",
        "CREATE USER ann WITH PASSWORD '\0'",
        "SET PASSWORD FOR 'ann'@'h' = PASSWORD('\0')",
        'setPassword("\0")',
        'client.token("\0")',
        "Password:\n\0\n",
        "token:\n  \0",
    ],
)
def test_a_spoken_value_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize("text", ["ALTER ROLE ann PASSWORD 'hunter2'", "setPassword('hunter2')"])
def test_a_short_password_in_quotes_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text) == text.replace("hunter2", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "the password is required",
        "Password is case-sensitive",
        "the token is valid until 2026-11-27",
        "the password is hashed with pbkdf2_sha256 or bcrypt",
        "password pbkdf2_sha256 is fine",
        "the token was issued at 12:30:45",
        "password 'required' missing",
        "the token 'Vx9kQ2mLp7Tz' is unknown".replace(VALUE, "abc"),
        "secret 'db-credentials-17' not found",
        "session 17 token 4711 of 9999",
        "token Vx9kQ2mLp7Tz".replace(VALUE, "number42"),
        "getToken('user') and hasPassword('optional')",
        'token("if")',
        "Password:\n  type: string",
        "password /etc/app2/x.yaml",
        "password abcdefgh",
        "the password (8 characters)",
        "password field2 of the form",
    ],
)
def test_prose_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("unit", ["password is ", "password ", "token -> ", "password('", "password:\n", "password a1"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    began = time.process_time()
    SecretRegistry().mask(unit * (60_000 // len(unit)))
    assert time.process_time() - began < 5


@pytest.mark.parametrize("code", ["4829", "482915", "48291537"])
def test_a_code_that_was_sent_is_a_number(code: str) -> None:
    assert SecretRegistry().mask(f"Your verification code is {code}.") == "Your verification code is [redacted]."
    for text in (f"the password is {code}", f"Your verification code is {code}.5", f"the status code is {code}"):
        assert SecretRegistry().mask(text) == text
