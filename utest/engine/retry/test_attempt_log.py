"""A request that a time-out of the test, Ctrl-C or a signal ends has its record all the same."""

from dataclasses import replace
from typing import Any

import pytest
from fake_time import FakeTime
from fakes import FakeTransport, lost, responded, surroundings

from SteadyAPI.engine.exchange import Exchange, FailureClass, FailureKind
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit
from SteadyAPI.engine.session.session import Session, SessionSettings
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.errors import UsageError

DEAD = lost(FailureKind.CONNECT_TIMEOUT, FailureClass.UNSENT)


class StopNowError(Exception):
    """Stands for the time-out of a test, which is an ordinary exception before Robot Framework 7.5."""


class Interrupted(FakeTransport):
    """Raises after its deliveries."""

    def __init__(self, error: BaseException, *deliveries: Delivery) -> None:
        super().__init__(*deliveries, responded())
        self._left = len(deliveries)
        self._error = error

    def send(self, request: Any, timeout: Any, budget: Any) -> Delivery:
        if not self._left:
            self.time.seconds += 0.5
            raise self._error
        self._left -= 1
        return super().send(request, timeout, budget)

    time = FakeTime()


def interrupted(error: BaseException, *deliveries: Delivery, **settings: Any) -> tuple[Exchange, list[Exchange]]:
    """Returns the record of a request that was interrupted, and what was shown of it."""
    transport = Interrupted(error, *deliveries)
    shown: list[Exchange] = []
    transport.time = FakeTime()
    around = replace(surroundings(transport.time), on_interrupt=shown.append)
    session = Session("shop", SessionSettings(base_url="http://shop.test", **settings), transport, around)
    with pytest.raises(type(error)):
        session.send(Call(method="POST", url="/pay", body=b"{}"))
    assert session.last is not None
    assert sum(around.ledger.calls.values()) == 1
    return session.last, shown


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(), StopNowError("Test timeout 1 second exceeded.")])
def test_it_has_a_record_and_is_shown(error: BaseException) -> None:
    exchange, shown = interrupted(error)
    assert shown == [exchange]
    assert exchange.failure is not None
    assert exchange.failure.kind is FailureKind.INTERRUPTED
    assert exchange.failure.detail == f"{type(error).__name__}: {error}"
    assert [(attempt.outcome, attempt.took) for attempt in exchange.attempts] == [("interrupted", 0.5)]
    assert (exchange.sent.method, exchange.sent.url, exchange.sent.body) == ("POST", "http://shop.test/pay", b"{}")


def test_the_attempts_before_it_are_kept() -> None:
    exchange, _ = interrupted(StopNowError(), DEAD)
    assert [attempt.outcome for attempt in exchange.attempts] == ["connect timeout", "interrupted"]
    assert exchange.failure is not None
    assert exchange.failure.failure_class is FailureClass.AMBIGUOUS
    assert exchange.elapsed == exchange.attempts[1].at + 0.5


def test_it_may_strike_in_a_pause() -> None:
    time = FakeTime()

    def sleep(seconds: float) -> None:
        time.seconds += 0.1
        raise StopNowError

    around = replace(surroundings(time), clock=replace(time.clock(), sleep=sleep))
    session = Session("shop", SessionSettings(base_url="http://shop.test"), FakeTransport(DEAD), around)
    with pytest.raises(StopNowError):
        session.send(Call(method="GET", url="/"))
    assert session.last is not None
    (only,) = session.last.attempts
    assert (only.outcome, only.waited, only.wait_reason) == ("connect timeout", 0.1, "interrupted")
    assert session.last.failure is not None
    assert session.last.failure.kind is FailureKind.INTERRUPTED


def test_it_may_strike_before_the_first_attempt() -> None:
    time = FakeTime()

    def sleep(seconds: float) -> None:
        raise StopNowError

    around = replace(surroundings(time), clock=replace(time.clock(), sleep=sleep))
    limit = RateLimit(10.0, OwnSlots(), lambda: time.seconds)
    settings = SessionSettings(base_url="http://shop.test", rate_limit=limit)
    session = Session("shop", settings, FakeTransport(), around)
    session.send(Call(method="GET", url="/"))
    with pytest.raises(StopNowError):
        session.send(Call(method="GET", url="/"))
    assert session.last is not None
    assert [(attempt.number, attempt.outcome) for attempt in session.last.attempts] == [(1, "interrupted")]


def test_our_own_errors_are_no_interruption() -> None:
    transport = Interrupted(UsageError("the file can't be written"))
    session = Session("shop", SessionSettings(base_url="http://shop.test"), transport, surroundings())
    with pytest.raises(UsageError):
        session.send(Call(method="GET", url="/"))
    assert session.last is None


def test_one_of_our_own_errors_after_an_attempt_leaves_the_record_of_a_request_that_was_made() -> None:
    exchange, shown = interrupted(UsageError("no token any more"), DEAD)
    assert shown == [exchange]
    assert [attempt.outcome for attempt in exchange.attempts] == ["connect timeout"]
    assert exchange.failure is not None
    assert exchange.failure.detail == "UsageError: no token any more"
