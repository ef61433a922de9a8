"""Names that tell of secrets."""

import pytest

from SteadyAPI.redaction.names import LITERALS, names_secret, names_secrets, telling_names


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
    ],
)
def test_a_telling_name_holds_a_secret(name: str) -> None:
    assert names_secret(name)


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
    assert not names_secret(name)


@pytest.mark.parametrize(
    "name", ["passwords", "api_keys", "Tokens", "credentials", "password", "old passwords", "otps"]
)
def test_a_telling_plural_holds_secrets(name: str) -> None:
    assert names_secrets(name)


@pytest.mark.parametrize("name", ["auth", "names", "password rules", "keys", "token types", "passports", "pass"])
def test_other_plurals_hold_none(name: str) -> None:
    assert not names_secrets(name)


def test_a_text_holds_every_place_of_a_name() -> None:
    assert [place.span() for place in telling_names("a token, a keyword, a password and a token2")] == [
        (22, 30),
        (2, 7),
        (37, 43),
    ]


def test_the_verdict_on_a_test_is_no_name_in_a_text() -> None:
    assert list(telling_names("('pass', 'a message')")) == []


def test_literals_are_in_lower_case() -> None:
    assert all(literal == literal.lower() for literal in LITERALS)
