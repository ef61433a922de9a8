from typing import Any

import pytest

from SteadyAPI.engine.token.grant import BodyFormat, Grant
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize(
    ("given", "grant"),
    [
        ({"username": "ada", "client_id": "qa"}, Grant.password),
        ({"client_id": "qa"}, Grant.client_credentials),
        ({"refresh_token": "r", "client_id": "qa"}, Grant.refresh_token),
        ({"assertion": "a"}, Grant.jwt_bearer),
        ({"subject_token": "s"}, Grant.token_exchange),
        ({"username": "ada", "body": BodyFormat.json}, Grant.login),
        ({"username": "ada", "token_path": "jwt"}, Grant.login),
        ({"extra": {"pin": "1"}}, Grant.login),
        ({"client_id": "qa", "grant": Grant.device_code}, Grant.device_code),
    ],
)
def test_the_credentials_make_the_grant_plain_unless_it_is_named(given: dict[str, Any], grant: Grant) -> None:
    assert TokenRequest(**given).kind is grant


def test_without_credentials_there_is_no_grant() -> None:
    with pytest.raises(UsageError, match="expected credentials for the token, got none"):
        _ = TokenRequest().kind


@pytest.mark.parametrize(
    ("given", "form"),
    [
        (
            {"username": "ada", "password": "p"},
            {"grant_type": "password", "username": "ada", "password": "p"},
        ),
        (
            {"client_id": "qa", "client_secret": "s", "scope": "a b", "audience": "api", "resource": ("x", "y")},
            {"grant_type": "client_credentials", "scope": "a b", "audience": "api", "resource": ("x", "y")},
        ),
        ({"refresh_token": "r"}, {"grant_type": "refresh_token", "refresh_token": "r"}),
        ({"assertion": "a"}, {"grant_type": Grant.jwt_bearer.value, "assertion": "a"}),
        (
            {"subject_token": "s"},
            {
                "grant_type": Grant.token_exchange.value,
                "subject_token": "s",
                "subject_token_type": "urn:ietf:params:oauth:token-type:access_token",
            },
        ),
        (
            {"username": "ada", "password": "p", "token_path": "jwt", "extra": {"pin": "1"}},
            {"username": "ada", "password": "p", "pin": "1"},
        ),
        ({"grant": Grant.device_code, "client_id": "qa"}, {"grant_type": Grant.device_code.value, "client_id": "qa"}),
    ],
)
def test_the_form_holds_what_the_grant_needs(given: dict[str, Any], form: dict[str, Any]) -> None:
    assert TokenRequest(**given).form() == form


def test_a_further_field_replaces_one_of_the_grant() -> None:
    form = TokenRequest(subject_token="s", extra={"subject_token_type": "mine"}).form()
    assert form["subject_token_type"] == "mine"


def test_a_grant_that_lacks_something_says_how_to_write_it() -> None:
    with pytest.raises(UsageError, match=r"grant password needs password.*\n.*write: password="):
        TokenRequest(username="ada").form()


def test_a_refresh_token_that_is_missing_says_how_to_write_it() -> None:
    with pytest.raises(UsageError, match=r"needs refresh_token.*\n  write: refresh_token=\$\{REFRESH_TOKEN\}"):
        TokenRequest(client_id="qa", grant=Grant.refresh_token).form()


def test_nothing_secret_is_shown() -> None:
    request = TokenRequest(client_id="qa", username="ada", password="hidden-1", client_secret="hidden-2")
    assert "hidden" not in repr(request) + request.shown
    assert request.shown == "client_id=qa, username=ada, secret not shown"


def test_every_secret_is_named() -> None:
    request = TokenRequest(
        password="1", client_secret="2", private_key="3", refresh_token="4", assertion="5", subject_token="6"
    )
    assert list(request.secrets()) == ["1", "2", "3", "4", "5", "6"]


def test_another_password_is_another_wish() -> None:
    first, second = TokenRequest(username="ada", password="1"), TokenRequest(username="ada", password="2")
    assert first.fingerprint != second.fingerprint
    assert first.fingerprint == TokenRequest(username="ada", password="1").fingerprint
