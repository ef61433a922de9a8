import json

import pytest

from SteadyAPI.demo.routes.users import UserRoutes
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response
from SteadyAPI.demo.server.router import Router
from SteadyAPI.demo.shop.state import Shop
from SteadyAPI.demo.shop.token_endpoint import TokenEndpoint

ADA = {"id": 1, "name": "ada", "email": "ada@example.com", "roles": ["customer", "admin"]}


@pytest.fixture
def token_endpoint() -> TokenEndpoint:
    return TokenEndpoint("correct horse", "battery staple", new_token=lambda: "token-1")


@pytest.fixture
def router(token_endpoint: TokenEndpoint) -> Router:
    return Router(UserRoutes(Shop(), token_endpoint).routes())


def test_users_are_listed(router: Router) -> None:
    listed = json.loads(router.respond(Request("GET", "/users")).body)
    assert [user["name"] for user in listed] == ["ada", "grace"]


def test_one_user_is_shown(router: Router) -> None:
    assert json.loads(router.respond(Request("GET", "/users/1")).body) == ADA


def test_a_user_is_created_and_can_be_found_at_its_location(router: Router) -> None:
    body = b'{"name": "linus", "email": "linus@example.com"}'
    created = router.respond(Request("POST", "/users", headers=(("Content-Type", "application/json"),), body=body))
    assert (created.status, ("Location", "/users/6") in created.headers) == (201, True)
    assert router.respond(Request("GET", "/users/6")).body == created.body


def test_a_deleted_user_is_gone(router: Router) -> None:
    assert router.respond(Request("DELETE", "/users/2")) == Response(204)
    assert router.respond(Request("GET", "/users/2")).status == 404


def test_a_visitor_is_sent_to_the_login_page(router: Router) -> None:
    assert router.respond(Request("GET", "/account")) == Response(302, headers=(("Location", "/login"),))


def test_who_is_signed_in_is_shown(router: Router, token_endpoint: TokenEndpoint) -> None:
    token_endpoint.grant({"username": "ada", "password": "correct horse"}, ("", ""))
    request = Request("GET", "/account", headers=(("Authorization", "Bearer token-1"),))
    assert json.loads(router.respond(request).body) == ADA


FORM = (("Content-Type", "application/x-www-form-urlencoded"),)


def test_the_login_form_sets_a_cookie_that_opens_the_account(router: Router) -> None:
    body = b"username=ada&password=correct+horse"
    signed_in = router.respond(Request("POST", "/login", headers=FORM, body=body))
    cookie = "sid=token-1; Path=/; HttpOnly; SameSite=Lax"
    assert signed_in == Response(303, headers=(("Location", "/account"), ("Set-Cookie", cookie)))
    account = router.respond(Request("GET", "/account", headers=(("Cookie", "lang=en; sid=token-1"),)))
    assert json.loads(account.body) == ADA


def test_both_users_have_the_same_password(router: Router) -> None:
    body = b"username=grace&password=correct+horse"
    assert router.respond(Request("POST", "/login", headers=FORM, body=body)).status == 303


@pytest.mark.parametrize("body", [b"username=ada&password=wrong", b"username=eve&password=correct+horse", b""])
def test_the_login_form_refuses_everybody_else(router: Router, body: bytes) -> None:
    assert router.respond(Request("POST", "/login", headers=FORM, body=body)).status == 401


def test_a_cookie_of_no_session_opens_nothing(router: Router) -> None:
    assert router.respond(Request("GET", "/account", headers=(("Cookie", "sid=made-up"),))).status == 401
