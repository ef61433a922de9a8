import json
from itertools import count

import pytest

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import HttpError, Response
from SteadyAPI.demo.shop.token_endpoint import TokenEndpoint

NO_BASIC = ("", "")


@pytest.fixture
def token_endpoint() -> TokenEndpoint:
    numbers = count(1)
    return TokenEndpoint("correct horse", "battery staple", new_token=lambda: f"token-{next(numbers)}")


def read(response: Response) -> tuple[int, str]:
    body = json.loads(response.body)
    return response.status, body.get("error", body.get("access_token"))


def bearing(token: str) -> Request:
    return Request("GET", "/orders", headers=(("Authorization", f"Bearer {token}"),))


def test_the_right_password_gets_a_token_that_must_not_be_stored(token_endpoint: TokenEndpoint) -> None:
    response = token_endpoint.grant({"username": "ada", "password": "correct horse"}, NO_BASIC)
    assert json.loads(response.body) == {"access_token": "token-1", "token_type": "Bearer", "expires_in": 3600}
    assert ("Cache-Control", "no-store") in response.headers


def test_every_token_is_new(token_endpoint: TokenEndpoint) -> None:
    form = {"grant_type": "password", "username": "ada", "password": "correct horse"}
    assert [read(token_endpoint.grant(form, NO_BASIC)), read(token_endpoint.grant(form, NO_BASIC))] == [
        (200, "token-1"),
        (200, "token-2"),
    ]


@pytest.mark.parametrize(("username", "password"), [("ada", "wrong"), ("eve", "correct horse"), ("ada", "ö")])
def test_wrong_credentials_are_an_invalid_grant(token_endpoint: TokenEndpoint, username: str, password: str) -> None:
    assert read(token_endpoint.grant({"username": username, "password": password}, NO_BASIC)) == (400, "invalid_grant")


def test_missing_credentials_are_named(token_endpoint: TokenEndpoint) -> None:
    response = token_endpoint.grant({"grant_type": "password"}, NO_BASIC)
    assert read(response) == (400, "invalid_request")
    assert json.loads(response.body)["detail"] == "required: username, password"


def test_a_client_gets_a_token_for_its_secret_in_the_form(token_endpoint: TokenEndpoint) -> None:
    form = {"grant_type": "client_credentials", "client_id": "tour", "client_secret": "battery staple"}
    assert read(token_endpoint.grant(form, NO_BASIC)) == (200, "token-1")


def test_a_client_gets_a_token_for_its_secret_in_basic_authentication(token_endpoint: TokenEndpoint) -> None:
    assert read(token_endpoint.grant({"grant_type": "client_credentials"}, ("tour", "battery staple"))) == (
        200,
        "token-1",
    )


@pytest.mark.parametrize("basic", [NO_BASIC, ("tour", "wrong"), ("other", "battery staple")])
def test_a_wrong_client_is_challenged(token_endpoint: TokenEndpoint, basic: tuple[str, str]) -> None:
    response = token_endpoint.grant({"grant_type": "client_credentials"}, basic)
    assert read(response) == (401, "invalid_client")
    assert ("WWW-Authenticate", 'Basic realm="shop"') in response.headers


def test_another_grant_is_not_supported(token_endpoint: TokenEndpoint) -> None:
    assert read(token_endpoint.grant({"grant_type": "magic"}, NO_BASIC)) == (400, "unsupported_grant_type")


def test_a_token_is_known_by_its_owner(token_endpoint: TokenEndpoint) -> None:
    token_endpoint.grant({"username": "ada", "password": "correct horse"}, NO_BASIC)
    assert token_endpoint.owner(bearing("token-1")) == "ada"


def test_no_token_gets_a_response_with_a_challenge(token_endpoint: TokenEndpoint) -> None:
    with pytest.raises(HttpError, match="a bearer token is required") as error:
        token_endpoint.owner(Request("GET", "/orders"))
    assert error.value.response.status == 401
    assert ("WWW-Authenticate", 'Bearer realm="shop"') in error.value.response.headers


def test_an_unknown_token_gets_a_response_with_a_challenge(token_endpoint: TokenEndpoint) -> None:
    with pytest.raises(HttpError, match="the bearer token is not valid") as error:
        token_endpoint.owner(bearing("token-9"))
    assert ("WWW-Authenticate", 'Bearer realm="shop", error="invalid_token"') in error.value.response.headers


def test_it_knows_the_tokens_it_handed_out(token_endpoint: TokenEndpoint) -> None:
    form = {"username": "ada", "password": "correct horse"}
    token_endpoint.grant(form, NO_BASIC)
    token_endpoint.grant(form, NO_BASIC)
    assert token_endpoint.issued() == ["token-1", "token-2"]


def test_no_secret_shows_in_the_representation(token_endpoint: TokenEndpoint) -> None:
    assert "correct horse" not in repr(token_endpoint)
