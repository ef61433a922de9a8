import json
from datetime import timedelta
from typing import Any

import pytest
from fakes import FakeTransport, context, responded

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.authentication.token import TokenKeywords
from SteadyAPI.keywords.authentication.token_source import TokenSourceKeywords
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.robot_compat import Secret

WISH = {"client_id": "qa", "client_secret": Secret("client-secret-1")}


def granted(secret: str, **fields: Any) -> Any:
    return responded(200, json.dumps({"access_token": secret, "expires_in": 100, **fields}).encode())


def keywords(*responses: Any) -> tuple[Any, Any, FakeTransport]:
    """Returns the keywords of sources and of tokens over the same engines, and the transport under them."""
    transport = FakeTransport(*(responses or (granted("first-token-1"), granted("second-token-2"))))
    shared = context(transport)
    return TokenSourceKeywords(shared), TokenKeywords(shared), transport


def test_a_source_fetches_nothing_until_it_is_needed() -> None:
    group, tokens, transport = keywords()
    group.create_token_source("login", "/token", **WISH)
    assert transport.requests == []
    assert tokens.get_token(source="Login").value == "first-token-1"


def test_a_source_needs_an_address_and_credentials() -> None:
    group, *_ = keywords()
    with pytest.raises(UsageError, match="expected the URL of the token endpoint, or issuer=, got neither"):
        group.create_token_source("login", **WISH)
    with pytest.raises(UsageError, match="expected credentials"):
        group.create_token_source("login", "/token")


def test_a_set_token_is_used_until_it_ends() -> None:
    group, tokens, _ = keywords()
    group.create_token_source("login", "/token", **WISH)
    group.set_token("login", Secret("set-token-1"), refresh_token=Secret("refresh-1"), expires_in=timedelta(hours=1))
    assert tokens.get_token(source="login").value == "set-token-1"
    details = tokens.get_token_details("login")
    assert (details["lifetime"], details["refreshable"]) == (3600, True)
    assert group._context.secrets.register("refresh-1") is Registration.KNOWN


def test_a_set_token_that_has_ended_is_not_sent() -> None:
    group, tokens, _ = keywords()
    group.create_token_source("login", "/token", **WISH)
    group.set_token("login", "a.eyJpYXQiOjEwLCJleHAiOjcwfQ.c", expires_in=timedelta())
    assert tokens.get_token(source="login").value == "first-token-1"


def test_a_set_jwt_tells_its_own_life() -> None:
    group, tokens, _ = keywords()
    group.set_token("portal", "a.eyJpYXQiOjEwLCJleHAiOjcwfQ.c")
    assert tokens.get_token_details("portal")["lifetime"] == 60


def test_one_or_all_tokens_are_forgotten() -> None:
    group, tokens, _ = keywords(*(granted(f"token-number-{number}") for number in range(5)))
    group.create_token_source("login", "/token", **WISH)
    assert tokens.get_token(source="login").value == "token-number-0"
    assert tokens.get_token("/token", **WISH).value == "token-number-1"
    group.forget_tokens("login")
    assert tokens.get_token("/token", **WISH).value == "token-number-1"
    assert tokens.get_token(source="login").value == "token-number-2"
    group.forget_tokens()
    assert tokens.get_token("/token", **WISH).value == "token-number-3"


def test_an_unknown_source_can_not_be_forgotten() -> None:
    group, *_ = keywords()
    with pytest.raises(UsageError, match='no token source has the name "login"'):
        group.forget_tokens("login")
