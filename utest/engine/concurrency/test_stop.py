"""How threads are ended."""

from threading import Thread

import pytest

from SteadyAPI.engine.concurrency.stop import Stop, Stopped
from SteadyAPI.engine.transport.http1.starting_gate import StartingGate


def test_it_goes_on_until_it_is_stopped() -> None:
    stop = Stop()
    stop.check()
    stop.sleep(0.001)
    assert not stop.is_set
    stop.now()
    assert stop.is_set
    with pytest.raises(Stopped):
        stop.check()


def test_a_pause_ends_at_once() -> None:
    stop, ended = Stop(), list[str]()

    def sleeps() -> None:
        try:
            stop.sleep(60)
        except Stopped as error:
            ended.append(str(error))

    thread = Thread(target=sleeps, daemon=True)
    thread.start()
    stop.now()
    thread.join(60)
    assert ended == ["the keyword or the test ended before there was a response"]


def test_those_that_wait_are_aborted_and_those_that_have_ended_are_not() -> None:
    stop, aborted = Stop(), list[str]()

    def first() -> None:
        aborted.append("first")

    def second() -> None:
        aborted.append("second")

    stop.enlist(first)
    stop.enlist(second)
    stop.dismiss(second)
    stop.now()
    assert aborted == ["first"]


def test_the_gate_is_given_up() -> None:
    stop, ended = Stop(), list[BaseException]()
    stop.gate = StartingGate(2, Stopped())

    def waits() -> None:
        gate = stop.gate
        assert gate is not None
        try:
            with gate.ticket() as ticket:
                ticket.through(len)(b"x")
        except Stopped as error:
            ended.append(error)

    thread = Thread(target=waits, daemon=True)
    thread.start()
    stop.now()
    thread.join(60)
    assert len(ended) == 1


def test_those_that_had_no_connection_yet_are_ended_again() -> None:
    stop, aborted = Stop(), list[str]()

    def connects_late() -> None:
        aborted.append("again")
        if len(aborted) == 3:
            Thread(target=stop.dismiss, args=[connects_late]).start()

    stop.enlist(connects_late)
    stop.end_all()
    assert stop.is_set
    assert len(aborted) >= 3


def test_a_thread_that_cannot_be_ended_is_not_waited_for_without_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("SteadyAPI.engine.concurrency.stop.GRACE", 0.01)
    stop, aborted = Stop(), list[str]()
    stop.enlist(lambda: aborted.append("in vain"))
    stop.end_all()
    assert aborted
