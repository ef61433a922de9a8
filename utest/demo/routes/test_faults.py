import pytest

from SteadyAPI.demo.routes.faults import FaultRoutes
from SteadyAPI.demo.server.fault_script import FaultScript
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Delivery, Response
from SteadyAPI.demo.server.router import Router


@pytest.fixture
def router() -> Router:
    return Router(FaultRoutes(FaultScript()).routes())


def get(router: Router, target: str, caller: str = "") -> Response:
    return router.respond(Request.to("GET", target, (("X-Caller", caller),)))


def test_a_flaky_path_fails_once(router: Router) -> None:
    assert [get(router, "/flaky/report").status for _ in range(3)] == [503, 200, 200]


def test_a_limited_path_says_when_to_come_back(router: Router) -> None:
    first, second = get(router, "/limited/report"), get(router, "/limited/report")
    assert (first.status, ("Retry-After", "1") in first.headers, second.status) == (429, True, 200)


def test_a_broken_path_resets_the_connection_once(router: Router) -> None:
    deliveries = [get(router, "/broken/report").delivery for _ in range(2)]
    assert deliveries == [Delivery.RESET, Delivery.WHOLE]


def test_a_slow_path_takes_its_time(router: Router) -> None:
    assert [get(router, "/slow/report").delay for _ in range(2)] == [0.3, 0.3]


def test_other_paths_and_callers_start_afresh(router: Router) -> None:
    get(router, "/flaky/report")
    assert get(router, "/flaky/other/report").status == 503
    assert get(router, "/flaky/report", caller="second").status == 503


def test_a_given_plan_is_followed(router: Router) -> None:
    assert [get(router, "/faults/x?plan=500,reset,200").status for _ in range(4)] == [500, 200, 200, 200]


def test_any_method_follows_the_plan(router: Router) -> None:
    assert router.respond(Request.to("POST", "/faults/x?plan=418")).status == 418


@pytest.mark.parametrize("target", ["/faults/x", "/faults/x?plan=", "/faults/x?plan=explode", "/status/abc"])
def test_a_plan_that_makes_no_sense_is_refused(router: Router, target: str) -> None:
    assert get(router, target).status == 400


@pytest.mark.parametrize("status", [200, 204, 304, 418, 599])
def test_a_status_comes_as_asked(router: Router, status: int) -> None:
    assert get(router, f"/status/{status}").status == status
