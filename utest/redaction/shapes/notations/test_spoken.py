"""Values that stand behind a name as in speech, and prose that doesn't hold one."""

import pytest
from masking_time import grows_with_the_length_only

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
        "Password for ann@example.com: \0",
        "The password for ann is \0.",
        "password of user ann is \0",
        "Token for user ann: \0",
        "Generated password for user elastic: '\0'",
        "A temporary password is generated for root@localhost: \0",
        "Password (temporary): \0",
        "API token (copy it now): \0",
        "API key created: \0",
        "Password set to \0",
        "Password reset to: \0",
        "Token for ann:\n\0\n",
        "The password was reset to \0, please change it.",
        "Setting password to \0 for user ann",
        "I have reset the password of user ann to \0",
        "Your new password is:\n\n    \0\n\nPlease change it.",
        "Please use the following password to proceed to installation:\n\n\0\n\nThis",
        "Your API key:\n\n\0",
        "Password (temporary):\n\0\n",
        "Password for ann:\r\n\r\n\0\r\n",
        "Session ID: \0",
        "the session id is \0",
    ],
)
def test_a_spoken_value_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "ALTER ROLE ann PASSWORD 'hunter2'",
        "setPassword('hunter2')",
        'password <- "hunter2"',
        "param adminPassword string = 'hunter2'",
        "fill_in 'Password', with: 'hunter2'",
        '$password\n[1] "hunter2"',
        "Array\n(\n    [user] => ann\n    [password] => hunter2\n)",
    ],
)
def test_a_short_password_in_quotes_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text) == text.replace("hunter2", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "[password] => stdClass Object\n",
        "[password] => App\\Rules\\Password",
        "[password] => required",
        "[password] => The password field is required.",
        "fill_in 'Password', with: 'required'",
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
        "Password for ann: required",
        "Password for ann: 8 to 64 characters",
        "The password for ann is valid until 2026-11-27",
        "The password for ann@example.com: expired 2026-11-27T10:00:00Z",
        "the token for user 4711: order-17 of page-3",
        "Password (required): see chapter-12",
        "the password was set to expire in 30 days",
        "the password was changed to match rule-12",
        "Token for orders: https://example.com/v2/orders",
        "use the password to log in:\n\nann@example.com\n",
        "Use the token to log in:\n\nlogin2Shop -x ann",
        "Token for ann:\nlogin2Shop -x ann",
        "Use your password to sign in:\n\n1. open the page",
        "Your new password is:\n\nrequired\n",
        "Session ID: 4711",
        "Session ID: keynote-2026",
        "session id is required",
    ],
)
def test_prose_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "unit",
    [
        "password is ",
        "password ",
        "token -> ",
        "password('",
        "password:\n",
        "password a1",
        "password for a ",
        "password to a ",
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit)


@pytest.mark.parametrize("code", ["4829", "482915", "48291537"])
def test_a_code_that_was_sent_is_a_number(code: str) -> None:
    assert SecretRegistry().mask(f"Your verification code is {code}.") == "Your verification code is [redacted]."
    for text in (f"the password is {code}", f"Your verification code is {code}.5", f"the status code is {code}"):
        assert SecretRegistry().mask(text) == text


def test_a_password_with_brackets_behind_its_owner_is_masked() -> None:
    text = "A temporary password is generated for root@localhost: "
    assert SecretRegistry().mask(f"{text}l4(hT%kd)3sP") == f"{text}[redacted]"


@pytest.mark.parametrize("value", ["k3Qz9vXw7LmP", "qH83nLw0Zp", "abCdefGhi1jklMn2opqRst"])
def test_a_token_in_quotes_is_masked(value: str) -> None:
    assert SecretRegistry().mask(f"Token '{value}' is invalid") == "Token '[redacted]' is invalid"


@pytest.mark.parametrize("value", ["world2", "fooBar2Baz", "MyDbSecretV2", "db-credentials-v2"])
def test_names_in_quotes_stay(value: str) -> None:
    assert SecretRegistry().mask(f"Unexpected token '{value}'") == f"Unexpected token '{value}'"
