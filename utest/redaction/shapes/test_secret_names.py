"""Names that tell of secrets."""

import pytest

from SteadyAPI.redaction.environment import environment_names_a_secret
from SteadyAPI.redaction.shapes.secret_names import (
    LITERALS,
    literals_of_names,
    names_a_secret,
    names_secrets,
    secret_names_in,
)


@pytest.mark.parametrize(
    "name",
    [
        "password",
        "Passwd",
        "pass",
        "user_pass",
        "pwd",
        "client_secret",
        "X-Api-Key",
        "apiKey",
        "secretKey",
        "access_token",
        "token",
        "sessionId",
        "Authorization",
        "Proxy-Authorization",
        "Set-Cookie",
        "credentials",
        "otp",
        "X-Amz-Signature",
        "password2",
        "passwordConfirmation",
        "token[]",
        "user[password][0]",
        "user%5Bpassword%5D",
    ],
)
def test_a_telling_name_holds_a_secret(name: str) -> None:
    assert names_a_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "name",
        "token_type",
        "tokens",
        "max_tokens",
        "passport",
        "compass",
        "key",
        "monkey",
        "password_rules",
        "design",
    ],
)
def test_other_names_hold_none(name: str) -> None:
    assert not names_a_secret(name)


@pytest.mark.parametrize(
    "name", ["passwords", "api_keys", "Tokens", "credentials", "password", "old passwords", "otps"]
)
def test_a_telling_plural_holds_secrets(name: str) -> None:
    assert names_secrets(name)


@pytest.mark.parametrize("name", ["auth", "names", "password rules", "keys", "token types", "passports", "pass"])
def test_other_plurals_hold_none(name: str) -> None:
    assert not names_secrets(name)


def test_a_text_holds_every_place_of_a_name() -> None:
    assert [place.span() for place in secret_names_in("a token, a keyword, a password and a token2")] == [
        (22, 30),
        (2, 7),
        (37, 43),
    ]


def test_the_verdict_on_a_test_is_no_name_in_a_text() -> None:
    assert list(secret_names_in("('pass', 'a message')")) == []


def test_literals_are_in_lower_case() -> None:
    assert all(literal == literal.lower() for literal in LITERALS)


@pytest.mark.parametrize(
    "name",
    [
        "password",
        "passwd",
        "passphrase",
        "secret",
        "token",
        "credential",
        "credentials",
        "cookie",
        "authorization",
        "apikey",
        "access_key",
        "private_key",
        "account_key",
        "encryption_key",
        "signing_key",
        "auth_key",
        "secret_key",
        "session_key",
        "master_key",
        "service_key",
        "connection_string",
        "connectionstring",
        "github_pat",
        "pwd",
        "pass",
        "otp",
    ],
)
def test_data_and_the_environment_agree_on_what_tells(name: str) -> None:
    assert names_a_secret(name)
    assert names_a_secret(f"shop_{name}")
    assert environment_names_a_secret(f"shop_{name}")
    assert environment_names_a_secret(f"SHOP_{name.upper()}")


@pytest.mark.parametrize(
    "name", ["name", "user", "key", "monkey", "keyword", "passport", "path", "token_type", "compass"]
)
def test_data_and_the_environment_agree_on_what_does_not_tell(name: str) -> None:
    assert not names_a_secret(name)
    assert not environment_names_a_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        "token_for_tests",
        "PGPASSWORDS",
        "secret_santa",
        "cookies",
        "api_keys",
        "sentry_dsn",
    ],
)
def test_some_names_tell_in_the_environment_only(name: str) -> None:
    assert environment_names_a_secret(name)
    assert not names_a_secret(name)


@pytest.mark.parametrize("name", ["pwd", "api-key", "api.key", "sessionId", "PHPSESSID", "signature", "sig", "db.pwd"])
def test_some_names_tell_in_data_only(name: str) -> None:
    assert names_a_secret(name)
    assert not environment_names_a_secret(name)


@pytest.mark.parametrize(
    ("lower", "names"),
    [
        ("the key of the session and its code", []),
        ("the api key of the session", ["key"]),
        ("access_keys and a user_code", ["code", "key"]),
        ("phpsessid, not a code", ["sess", "sid"]),
        ("token and key", ["token"]),
    ],
)
def test_a_key_a_code_and_a_session_are_words_of_messages_unless_a_name_is_made_of_them(
    lower: str, names: list[str]
) -> None:
    found = [literal for literal in LITERALS if literal in lower]
    assert sorted(literals_of_names(lower, found)) == names
