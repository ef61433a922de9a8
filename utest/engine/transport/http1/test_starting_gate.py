"""Requests that are written together."""

from collections.abc import Callable
from threading import Thread, get_ident
from time import perf_counter

from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1.starting_gate import GateTicket, StartingGate


class GivenUpError(BaseException):
    """What those get that were held back in vain."""


class Runner:
    """A thread that writes through a gate, and what came of it."""

    def __init__(self, gate: StartingGate, write: Callable[[bytes], int] = len) -> None:
        self.ticket = gate.ticket()
        self.result: object = None
        self._write = write
        self.thread = Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            with self.ticket:
                self.result = self.ticket.through(self._write)(b"request")
        except BaseException as error:  # noqa: BLE001  the test looks at it
            self.result = error

    def ended(self) -> "Runner":
        self.thread.join(60)
        assert not self.thread.is_alive()
        return self


def gate(count: int) -> StartingGate:
    return StartingGate(count, GivenUpError())


def test_nobody_writes_before_all_have_come() -> None:
    opened = gate(2)
    first = Runner(opened)
    first.thread.join(0.05)
    assert first.thread.is_alive()
    second = Runner(opened)
    assert (first.ended().result, second.ended().result) == (7, 7)
    assert opened.count == 2
    assert 0 <= opened.spread < 10


def test_the_last_one_to_come_writes_for_all() -> None:
    writers: list[int] = []

    def write(data: bytes) -> int:
        writers.append(get_ident())
        return len(data)

    opened = gate(5)
    runners = [Runner(opened, write) for _ in range(5)]
    for runner in runners:
        runner.ended()
    assert len(writers) == 5
    assert len(set(writers)) == 1


def test_a_request_is_held_back_until_its_own_write_and_no_longer() -> None:
    written: list[float] = []

    def write(data: bytes) -> int:
        written.append(perf_counter())
        return len(data)

    opened, begun = gate(2), perf_counter()
    first = Runner(opened, write)
    first.thread.join(0.05)

    def write_slowly(data: bytes) -> int:
        # The first one can't go on before the last one has written.
        first.thread.join(0.05)
        return len(data)

    Runner(opened, write_slowly).ended()
    assert begun + first.ended().ticket.held <= written[0]


def test_an_error_belongs_to_the_request_whose_write_it_was() -> None:
    def fails(_: bytes) -> int:
        raise ConnectionResetError("gone")

    opened = gate(2)
    lucky, unlucky = Runner(opened), Runner(opened, fails)
    assert lucky.ended().result == 7
    assert isinstance(unlucky.ended().result, ConnectionResetError)


def test_who_leaves_is_not_waited_for() -> None:
    opened = gate(2)
    first = Runner(opened)
    opened.ticket().leave()
    assert first.ended().result == 7
    assert (opened.count, opened.spread) == (1, 0.0)


def test_a_gate_that_nobody_passes_has_no_spread() -> None:
    opened = gate(1)
    opened.ticket().leave()
    assert (opened.count, opened.spread) == (0, 0.0)


def test_a_ticket_counts_once() -> None:
    opened = gate(2)
    ticket = opened.ticket()
    ticket.leave()
    ticket.leave()
    late = Runner(opened)
    assert late.ended().result == 7


def test_a_gate_that_is_given_up_sends_everybody_away() -> None:
    opened = gate(3)
    first = Runner(opened)
    first.thread.join(0.05)
    opened.give_up()
    assert isinstance(first.ended().result, GivenUpError)
    assert isinstance(Runner(opened).ended().result, GivenUpError)
    opened.ticket().leave()
    assert opened.count == 0


def test_a_gate_that_is_open_cannot_be_given_up() -> None:
    opened = gate(1)
    runner = Runner(opened)
    runner.ended()
    opened.give_up()
    assert runner.result == 7


def test_the_second_write_of_a_request_passes() -> None:
    ticket = gate(1).ticket()
    with ticket:
        assert ticket.through(len)(b"head") == 4
        assert current.gate is None
        assert ticket.through(len)(b"body") == 4


def test_the_time_at_the_gate_is_no_time_of_the_attempt() -> None:
    opened = gate(2)
    seen: dict[str, float] = {}

    def held() -> None:
        with opened.ticket() as ticket:
            current.begin(until=perf_counter() + 0.01, limit="the test")
            ticket.through(len)(b"x")
            seen["held"], seen["send"] = ticket.held, current.phases["send"]

    thread = Thread(target=held, daemon=True)
    thread.start()
    while not opened._held:
        thread.join(0.01)
    thread.join(0.05)
    opened.ticket().leave()
    thread.join(60)
    assert seen["held"] >= 0.05
    assert seen["send"] == -seen["held"]


def test_a_ticket_knows_how_long_it_was_held() -> None:
    assert GateTicket(gate(1)).held == 0.0
