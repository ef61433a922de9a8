"""What becomes of a batch when its test or keyword ends before it."""

import threading
from collections.abc import Callable

import pytest
from batches import CALL, PATIENCE, Interruption, run
from fake_time import FakeTime
from fakes import FakeTransport, lost, responded, session

from SteadyAPI.engine.concurrency.batch import BatchRun
from SteadyAPI.engine.exchange import FailureClass, FailureKind, Request, Timeout
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.engine.transport.current_attempt import current


def interrupted(transport: FakeTransport, calls: list[Call], at_once: int, when: Callable[[], object]) -> BatchRun:
    """Runs a batch that is ended from outside as soon as ``when`` returns."""
    made = BatchRun(session(transport), calls, at_once)

    def progress(_elapsed: float, _back: int) -> None:
        when()
        raise Interruption

    with pytest.raises(Interruption):
        made.run(progress)
    return made


def test_what_ends_the_wait_ends_the_threads_and_keeps_what_was_sent() -> None:
    begun = threading.Event()

    class Stuck(FakeTransport):
        def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
            if len(self.requests) < 2:
                return super().send(request, timeout, budget)
            begun.set()
            # Its connection is closed.
            while not made_stop():
                threading.Event().wait(0.001)
            return lost(FailureKind.RESET, FailureClass.AMBIGUOUS)

    runs: list[BatchRun] = []

    def made_stop() -> bool:
        return bool(runs) and runs[0]._stop.is_set

    before = threading.active_count()
    made = BatchRun(session(Stuck()), [CALL] * 10, 1)
    runs.append(made)

    def progress(_elapsed: float, _back: int) -> None:
        begun.wait(PATIENCE)
        raise Interruption

    with pytest.raises(Interruption):
        made.run(progress)
    batch = made.so_far
    assert [exchange.failure.kind if exchange.failure else 200 for exchange in batch.exchanges] == [
        200,
        200,
        FailureKind.INTERRUPTED,
    ]
    assert threading.active_count() == before


def test_a_pause_before_a_retry_ends_with_the_test() -> None:
    call = Call(method="GET", url="/orders", expected=expect(200))
    sent = threading.Event()

    class Unavailable(FakeTransport):
        def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
            sent.set()
            return responded(503, headers=[("Retry-After", "9")])

    made = interrupted(Unavailable(), [call], 1, lambda: sent.wait(PATIENCE))
    (exchange,) = made.so_far.exchanges
    assert exchange.failure is not None
    assert exchange.failure.kind is FailureKind.INTERRUPTED
    assert [attempt.status for attempt in exchange.attempts] == [503]


def test_a_request_that_waits_for_its_turn_when_the_test_ends_was_not_sent() -> None:
    slots, time = OwnSlots(), FakeTime()
    slots.book(0, 3600)
    shop = session(FakeTransport())
    shop.update(rate_limit=RateLimit(3600, slots, time.clock().monotonic))
    made = BatchRun(shop, [CALL] * 3, 3)

    def progress(_elapsed: float, _back: int) -> None:
        raise Interruption

    with pytest.raises(Interruption):
        made.run(progress)
    assert made.so_far.sent == ()


def test_threads_that_wait_for_a_token_end_with_the_test() -> None:
    class Stuck:
        def __init__(self) -> None:
            self.asked = 0
            self.go, self.has_begun = threading.Event(), threading.Event()

        def value(self) -> str:
            self.asked += 1
            self.has_begun.set()
            assert self.go.wait(PATIENCE)
            return "too-late-Token-4711"

        def renew(self, refused: str) -> str | None:
            raise AssertionError(refused)

    source, shop = Stuck(), session()
    shop.use_token(source)
    made = BatchRun(shop, [CALL] * 5, 5)

    def progress(_elapsed: float, _back: int) -> None:
        source.has_begun.wait(PATIENCE)
        # The thread that asks can't be ended from outside; it is let go when the others have gone.
        threading.Timer(0.3, source.go.set).start()
        raise Interruption

    with pytest.raises(Interruption):
        made.run(progress)
    assert source.asked == 1
    assert made.so_far.sent == ()


def test_a_token_is_renewed_in_turn() -> None:
    class Renewing:
        def value(self) -> str:
            return "an-old-Token-0815"

        def renew(self, refused: str) -> str | None:
            return refused.replace("old", "new")

    transport = FakeTransport(responded(401), responded(200))
    shop = session(transport)
    shop.use_token(Renewing())
    (exchange,) = run(shop, [Call(method="GET", url="/orders")], 1).so_far.exchanges
    assert [request.token for request in transport.requests] == ["an-old-Token-0815", "an-new-Token-0815"]
    assert exchange.response is not None
    assert exchange.response.status == 200
    assert isinstance(shop.authentication.token, Renewing)


def test_what_stands_at_the_gate_when_the_test_ends_was_not_sent() -> None:
    class AtTheGate(FakeTransport):
        def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
            current.gate.through(len)(b"first byte")
            return super().send(request, timeout, budget)

    class NeverComes(FakeTransport):
        def apart(self) -> FakeTransport:
            # The base of all lanes, and the first of them.
            return AtTheGate()

    made = BatchRun(session(NeverComes()), [CALL] * 2, 2, together=True)
    gate = made._stop.gate
    assert gate is not None
    # Somebody else is waited for.
    gate._missing += 1

    def progress(_elapsed: float, _back: int) -> None:
        raise Interruption

    with pytest.raises(Interruption):
        made.run(progress)
    assert made.so_far.sent == ()
    assert made.so_far.together == 0
