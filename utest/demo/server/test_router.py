import json
from typing import Any

import pytest

from SteadyAPI.demo.server.request import Call
from SteadyAPI.demo.server.response import Answer, Refusal, json_answer
from SteadyAPI.demo.server.router import Route, Router


def shown(call: Call, **placeholders: Any) -> Answer:
    return json_answer(200, [call.method, placeholders])


def refusing(call: Call) -> Answer:
    raise Refusal(409, f"not {call.path}")


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
    assert json.loads(router.answer(Call(method, path)).body) == seen


@pytest.mark.parametrize("path", ["/", "/users/x", "/users/7/", "/any/a/b", "/users/9999999999999999", "/users/٣"])
def test_an_unknown_path_is_answered_with_404(router: Router, path: str) -> None:
    assert router.answer(Call("GET", path)) == json_answer(404, {"detail": f"nothing here: {path}"})


def test_a_method_that_is_not_possible_is_answered_with_those_that_are(router: Router) -> None:
    answer = router.answer(Call("PUT", "/users/7"))
    assert answer.status == 405
    assert ("Allow", "DELETE, GET, OPTIONS") in answer.headers


def test_options_is_answered_by_itself(router: Router) -> None:
    assert router.answer(Call("OPTIONS", "/users/7")) == Answer(204, headers=(("Allow", "DELETE, GET, OPTIONS"),))


def test_a_refusal_becomes_its_answer(router: Router) -> None:
    assert router.answer(Call("GET", "/no")) == json_answer(409, {"detail": "not /no"})
