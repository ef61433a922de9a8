"""Requests that are on their way while the test goes on."""

import threading
from typing import Any

import pytest
from fakes import FakeTransport, lost, responded, session

from SteadyAPI.engine.concurrency.started import Order, StartedRequest, StartedRequests
from SteadyAPI.engine.exchange import FailureClass, FailureKind, Request, Timeout
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.errors import UsageError

PATIENCE = 60
CALL = Call(method="GET", url="/orders")


class Slow(FakeTransport):
    """Responds when it is told to."""

    def __init__(self, delivery: Delivery | None = None) -> None:
        super().__init__(delivery or responded())
        self.go = threading.Event()
        self.has_begun = threading.Event()

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        self.has_begun.set()
        assert self.go.wait(PATIENCE)
        return super().send(request, timeout, budget)


def order(transport: FakeTransport, name: str = "report", **others: Any) -> Order:
    place = others.pop("place", "Test")
    return Order(name, "GET /orders", place, session(transport), others.pop("call", CALL), **others)


def test_a_request_is_sent_at_once_and_taken_later() -> None:
    transport, closed = Slow(), list[str]()
    request = StartedRequest(order(transport, close=lambda: closed.append("files")))
    assert transport.has_begun.wait(PATIENCE)
    assert not request.is_back_within(0)
    assert not request.is_back_within(0.001)
    assert request.elapsed > 0
    transport.go.set()
    assert request.is_back_within(None)
    sent = request.taken()
    assert sent is not None
    assert sent.exchange.response is not None
    assert sent.exchange.response.status == 200
    assert transport.twins == [sent.transport]
    assert closed == ["files"]


def test_a_long_wait_goes_on_until_the_response_comes() -> None:
    transport = Slow()
    request = StartedRequest(order(transport))
    timer = threading.Timer(0.25, transport.go.set)
    timer.start()
    assert request.is_back_within(PATIENCE)


def test_a_request_that_cannot_be_made_says_so_when_it_is_taken() -> None:
    request = StartedRequest(order(FakeTransport(), call=Call(method="GET", url="http://else.test/x")))
    assert request.is_back_within(PATIENCE)
    with pytest.raises(UsageError, match=r"else\.test"):
        request.taken()
    assert StartedRequest(order(FakeTransport(), call=Call(method="GET", url="http://else.test/x"))).end() is None


def test_a_request_that_is_ended_is_known_as_interrupted() -> None:
    class Cut(Slow):
        def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
            self.has_begun.set()
            while not started[0]._stop.is_set:
                self.go.wait(0.001)
            return lost(FailureKind.RESET, FailureClass.AMBIGUOUS)

    started: list[StartedRequest] = []
    transport = Cut()
    # The thread reads the list only once there is something in it.
    gate = threading.Event()
    original = transport.send
    transport.send = lambda *args: (gate.wait(PATIENCE), original(*args))[1]  # type: ignore[method-assign]  # waits first
    started.append(StartedRequest(order(transport)))
    gate.set()
    assert transport.has_begun.wait(PATIENCE)
    sent = started[0].end()
    assert sent is not None
    assert sent.exchange.failure is not None
    assert sent.exchange.failure.kind is FailureKind.INTERRUPTED


def test_requests_go_by_their_names() -> None:
    started, transport = StartedRequests(), FakeTransport()
    first, second = started.add(order(transport, "My Report")), started.add(order(transport, "b", place="Suite"))
    assert list(started) == [first, second]
    assert started.get("my report") is started.get("My_Report") is first
    assert "MyReport" in started
    assert "other" not in started
    assert started.of("Suite") == [second]
    started.forget(first, taken=True)
    assert list(started) == [second]


def test_unknown_names_and_those_waited_for_are_told_apart() -> None:
    started = StartedRequests()
    with pytest.raises(UsageError) as unknown:
        started.get("a")
    assert str(unknown.value) == (
        'no request was started as "a"; on their way: none.\n  start it first: Start Request    GET    /orders    as=a'
    )
    request = started.add(order(FakeTransport(), "a"))
    started.add(order(FakeTransport(), "b"))
    with pytest.raises(UsageError, match='no request was started as "c"; on their way: "a", "b"'):
        started.get("c")
    started.forget(request, taken=True)
    with pytest.raises(UsageError) as twice:
        started.get("a")
    assert str(twice.value) == (
        '"a" was waited for already: its response was returned then.\n'
        "  keep it: ${response} =    Wait For Started Response    a"
    )
    assert started.add(order(FakeTransport(), "a")) is started.get("A")


def test_one_that_was_ended_with_its_test_is_told_apart_too() -> None:
    started = StartedRequests()
    started.forget(started.add(order(FakeTransport(), "a")), taken=False)
    with pytest.raises(UsageError) as caught:
        started.get("a")
    assert str(caught.value) == (
        '"a" was ended with the test or suite that started it: nobody had taken its response.\n'
        "  wait for it there, or start it in the setup of the suite"
    )
