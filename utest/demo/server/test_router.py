import json
from typing import Any

import pytest

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import HttpError, Response, json_response
from SteadyAPI.demo.server.router import Route, Router


def shown(request: Request, **placeholders: Any) -> Response:
    return json_response(200, [request.method, placeholders])


def refusing(request: Request) -> Response:
    raise HttpError(409, f"not {request.path}")


@pytest.fixture
def router() -> Router:
    return Router(
        [
            Route("GET", "/users/{user_id}", shown),
            Route("DELETE", "/users/{user_id}", shown),
            Route("*", "/any/{name}", shown),
            Route("GET", "/deep/{rest}", shown),
            Route("GET", "/no", refusing),
            Route("GET", "/a.b", shown),
        ]
    )


@pytest.mark.parametrize(
    ("method", "path", "seen"),
    [
        ("GET", "/users/7", ["GET", {"user_id": 7}]),
        ("HEAD", "/users/7", ["HEAD", {"user_id": 7}]),
        ("DELETE", "/users/7", ["DELETE", {"user_id": 7}]),
        ("BREW", "/any/x%20y", ["BREW", {"name": "x y"}]),
        ("GET", "/deep/a/b/c", ["GET", {"rest": "a/b/c"}]),
    ],
)
def test_a_call_finds_its_route_and_placeholders(router: Router, method: str, path: str, seen: list[Any]) -> None:
    assert json.loads(router.respond(Request(method, path)).body) == seen


@pytest.mark.parametrize("path", ["/", "/users/x", "/users/7/", "/any/a/b", "/users/9999999999999999", "/users/٣"])
def test_an_unknown_path_gets_a_response_with_404(router: Router, path: str) -> None:
    assert router.respond(Request("GET", path)) == json_response(404, {"detail": f"nothing here: {path}"})


def test_a_method_that_is_not_possible_gets_a_response_with_those_that_are(router: Router) -> None:
    response = router.respond(Request("PUT", "/users/7"))
    assert response.status == 405
    assert ("Allow", "DELETE, GET, OPTIONS") in response.headers


def test_options_needs_no_route(router: Router) -> None:
    assert router.respond(Request("OPTIONS", "/users/7")) == Response(204, headers=(("Allow", "DELETE, GET, OPTIONS"),))


def test_an_error_becomes_its_response(router: Router) -> None:
    assert router.respond(Request("GET", "/no")) == json_response(409, {"detail": "not /no"})
