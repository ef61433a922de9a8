import json

import pytest

from SteadyAPI.demo.routes.echo import EchoRoutes
from SteadyAPI.demo.server.fault_script import FaultScript, parse_plan
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.requests_received import RequestsReceived
from SteadyAPI.demo.server.response import Response, json_response
from SteadyAPI.demo.server.router import Router
from SteadyAPI.demo.shop.state import Shop


@pytest.fixture
def requests_received() -> RequestsReceived:
    return RequestsReceived(clock=lambda: 0.0)


@pytest.fixture
def script() -> FaultScript:
    return FaultScript()


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def router(requests_received: RequestsReceived, script: FaultScript, shop: Shop) -> Router:
    return Router(EchoRoutes(requests_received, script, shop).routes())


def test_the_echo_shows_the_request_as_it_arrived(router: Router) -> None:
    request = Request.to("PATCH", "/echo?a=1&a=2", (("X-A", "1"), ("X-A", "2")), b"hi \xff")
    assert json.loads(router.respond(request).body) == {
        "method": "PATCH",
        "path": "/echo",
        "query": [["a", "1"], ["a", "2"]],
        "headers": [["X-A", "1"], ["X-A", "2"]],
        "body": "hi �",
        "body_base64": "aGkg/w==",
    }


def test_a_counter_tells_how_many_calls_arrived(router: Router, requests_received: RequestsReceived) -> None:
    requests_received.note("POST", "/counter/x")
    requests_received.note("POST", "/counter/x")
    assert router.respond(Request("POST", "/counter/x")) == json_response(200, {"name": "x", "calls": 2})


def test_arrivals_at_another_path_are_shown(router: Router, requests_received: RequestsReceived) -> None:
    requests_received.note("POST", "/orders")
    response = router.respond(Request.to("GET", "/arrivals?path=/orders"))
    assert json.loads(response.body) == {
        "path": "/orders",
        "calls": 1,
        "arrivals": [{"method": "POST", "at": 0.0}],
    }


def test_a_reset_forgets_faults_counters_and_goods(
    router: Router, requests_received: RequestsReceived, script: FaultScript, shop: Shop
) -> None:
    requests_received.note("POST", "/orders")
    script.follow("x", "", parse_plan("503,200"))
    shop.remove_product(3)
    assert router.respond(Request("POST", "/reset")) == Response(204)
    assert requests_received.of("/orders")["calls"] == 0
    assert script.follow("x", "", parse_plan("503,200")).status == 503
    assert shop.product(3).name == "Notebook"
