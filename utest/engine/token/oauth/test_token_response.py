from typing import Any

import pytest
from fake_provider import ProviderResponse, exchange

from SteadyAPI.engine.token.oauth.token_response import at_path, json_object, secrets_in, token_in
from SteadyAPI.engine.token.token import Token


def test_the_token_is_read_with_everything_it_came_with() -> None:
    body = {"access_token": "abc", "token_type": "bearer", "expires_in": 60, "scope": "a b", "refresh_token": "next"}
    assert token_in(body, "", asked=5, now=0) == Token("abc", "Bearer", 60, 65, "a b", "next")


@pytest.mark.parametrize(("told", "scope"), [("a b", "a b"), (["a", "b"], "a b"), ([], None), (7, None)])
def test_the_scopes_may_be_a_list(told: Any, scope: str | None) -> None:
    token = token_in({"access_token": "abc", "scope": told}, "", 0, 0)
    assert token is not None
    assert token.scope == scope


def test_a_token_type_other_than_bearer_is_kept() -> None:
    token = token_in({"access_token": "abc", "token_type": "DPoP"}, "", 0, 0)
    assert token is not None
    assert token.scheme == "DPoP"


@pytest.mark.parametrize(
    ("told", "known"), [("60", 60.0), ("soon", None), (None, None), (0, None), (-5, None), (1e30, None)]
)
def test_the_lifetime_may_be_text_or_absent(told: Any, known: float | None) -> None:
    token = token_in({"access_token": "abc", "expires_in": told}, "", 0, 0)
    assert token is not None
    assert (token.lifetime, token.expires) == (known, known)


@pytest.mark.parametrize(
    "body", [{}, {"access_token": ""}, {"access_token": 7}, {"token": "abc"}, {"access_token": " "}]
)
def test_a_response_without_an_access_token_has_none(body: dict[str, Any]) -> None:
    assert token_in(body, "", 0, 0) is None


@pytest.mark.parametrize("secret", ["a\nb", "t\u00f6k", "a\x7fb"])
def test_a_token_that_no_header_can_carry_is_none(secret: str) -> None:
    assert token_in({"access_token": secret}, "", 0, 0) is None


def test_a_token_is_found_by_its_path_and_its_lifetime_beside_it() -> None:
    token = token_in({"data": {"jwt": "abc", "expires_in": 9}}, "data.jwt", 0, 0)
    assert token == Token("abc", lifetime=9, expires=9)


def test_beside_a_token_in_a_list_there_is_nothing_to_read() -> None:
    assert token_in({"tokens": ["abc"]}, "tokens.0", 0, 0) == Token("abc")


@pytest.mark.parametrize(
    ("path", "found"),
    [("a.b", 1), ("$.a.b", 1), ("c.1", "y"), ("c.7", None), ("c.x", None), ("a.none", None), ("a.b.c", None), ("", {})],
)
def test_a_path_leads_through_objects_and_lists(path: str, found: Any) -> None:
    body: Any = {"a": {"b": 1}, "c": ["x", "y"]} if path else {}
    assert at_path(body, path) == found


def test_every_secret_of_a_response_is_named() -> None:
    body = {"access_token": "a", "refresh_token": "r", "id_token": "i", "device_code": "d", "x": {"y": "z"}, "code": 5}
    assert set(secrets_in(body, "x.y")) == {"a", "r", "i", "d", "z"}


@pytest.mark.parametrize("text", ["<html>", "[1]", "[" * 100_000])
def test_a_body_that_is_no_json_object_is_empty(text: str) -> None:
    assert json_object(exchange(ProviderResponse(200, text)).response) == {}


def test_no_response_is_empty() -> None:
    assert json_object(None) == {}


def test_a_token_may_come_as_a_form() -> None:
    received = exchange(
        ProviderResponse(200, "access_token=abc&scope=a+b", Content_Type="application/x-www-form-urlencoded")
    )
    assert json_object(received.response) == {"access_token": "abc", "scope": "a b"}
