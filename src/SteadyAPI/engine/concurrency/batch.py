"""Several requests over several threads, and what came of them in the order in which they were asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock
from time import perf_counter

from SteadyAPI.engine.concurrency.completion import Completion
from SteadyAPI.engine.concurrency.lane import Lanes, Sent
from SteadyAPI.engine.concurrency.stop import Stop, Stopped
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request_thread import RequestThread
from SteadyAPI.engine.session.session import Session
from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1.starting_gate import StartingGate

_LOOK = 0.02
"""Seconds between two looks at what is back: waking with each response would take time from the threads."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a number of requests.

    ``sent`` are the exchanges of those that were sent, with their numbers from 1, in order. ``asked`` is how many there
    were to be, ``at_once`` how many at the same time at most, ``took`` in seconds. ``together`` is how many were
    released at one moment, and ``spread`` the seconds between the first and the last of these.
    """

    sent: tuple[tuple[int, Exchange], ...]
    asked: int
    at_once: int
    took: float
    together: int = 0
    spread: float = 0.0

    @property
    def exchanges(self) -> list[Exchange]:
        """The exchanges alone."""
        return [exchange for _, exchange in self.sent]

    @property
    def unexpected(self) -> list[tuple[int, Exchange]]:
        """Those that the test didn't expect."""
        return [(number, exchange) for number, exchange in self.sent if not exchange.as_expected]


class BatchRun:
    """Sends requests, ``at_once`` of them at the same time."""

    def __init__(
        self, session: Session, calls: Sequence[Call], at_once: int, *, together: bool = False, stop: bool = False
    ) -> None:
        """Prepares the run.

        Args:
            session: The session.
            calls: The requests.
            at_once: How many threads send.
            together: Whether the first ones of all threads are released at one moment, when all are connected.
            stop: Whether nothing more is sent after the first unexpected response.
        """
        self._calls = calls
        self._at_once = min(at_once, len(calls))
        self._ends_early = stop
        self._stop = Stop()
        self._lanes = Lanes(session, self._stop)
        self._gate = StartingGate(self._at_once, Stopped()) if together else None
        self._stop.gate = self._gate
        self._numbers = iter(range(self._at_once, len(calls)))
        self._lock = Lock()
        self._sent: dict[int, Sent] = {}
        self._working = self._at_once
        self._finished = Completion()
        self._entered = 0
        self._no_more = False
        self._error: BaseException | None = None
        self._began = 0.0
        self._took = 0.0

    def run(self, progress: Callable[[float, int], None], enter: Callable[[Exchange], None] = lambda _: None) -> None:
        """Sends all requests and waits for them; ``so_far`` tells what came of them, also after an error.

        Args:
            progress: Gets the seconds since the start and the number of requests that are back, now and then.
            enter: Gets each exchange in the order of the requests, as soon as all before it are back; what is left when
                it ends goes to ``enter_rest``.

        Raises:
            SteadyAPIError: When one can't be made or has no token; nothing more is sent then.
            BaseException: What ends the wait from outside, such as the time-out of a test; all threads are ended.
        """
        self._began = perf_counter()
        threads = [RequestThread(partial(self._work, number)) for number in range(self._at_once)]
        try:
            for thread in threads:
                thread.start()
            while not self._finished.wait(_LOOK):
                self._enter_next(enter)
                progress(perf_counter() - self._began, len(self._sent))
        except BaseException:
            self._stop.end_all()
            raise
        finally:
            self._took = perf_counter() - self._began
        for thread in threads:
            thread.join()
        if self._error is not None:
            raise self._error

    @property
    def so_far(self) -> Batch:
        """What came of the requests until now."""
        sent = tuple((number + 1, each.exchange) for number, each in sorted(dict(self._sent).items()))
        gate = self._gate
        together, spread = (gate.count, gate.spread) if gate is not None else (0, 0.0)
        return Batch(sent, len(self._calls), self._at_once, self._took, together, spread)

    def enter_rest(self, enter: Callable[[Exchange], None]) -> None:
        """Hands on what wasn't while the requests were on their way: those behind one that was not sent."""
        for number, each in sorted(dict(self._sent).items()):
            if number >= self._entered:
                self._entered = number + 1
                enter(each.exchange)

    def _enter_next(self, enter: Callable[[Exchange], None]) -> None:
        while (sent := self._sent.get(self._entered)) is not None:
            self._entered += 1
            enter(sent.exchange)

    def keep_cookies(self) -> None:
        """Gives the session the cookies that the responses have set, in the order of the requests."""
        for _, each in sorted(dict(self._sent).items()):
            self._lanes.session.transport.keep_cookies_of(each.transport)

    def _work(self, first: int) -> None:
        """Sends one request after the other, in a thread of its own, beginning with that number."""
        abort = current.aborter()
        self._stop.enlist(abort)
        gate = self._gate
        try:
            for number in self._numbers_from(first):
                held_by, gate = gate, None
                sent = self._lanes.send(self._calls[number], held_by)
                if sent is not None:
                    self._sent[number] = sent
                    self._error = self._error or sent.error
                    ends = self._ends_early and not sent.exchange.as_expected
                    self._no_more = self._no_more or ends or sent.error is not None
        except BaseException as error:  # noqa: BLE001  raised in the main thread
            self._error = self._error or error
            self._no_more = True
        finally:
            self._stop.dismiss(abort)
            self._end(gate)

    def _numbers_from(self, first: int) -> Iterator[int]:
        """Yields the numbers of the requests of one thread: its own first one, then those that nobody has taken."""
        number: int | None = first
        while number is not None and not self._no_more and not self._stop.is_set:
            yield number
            with self._lock:
                number = next(self._numbers, None)

    def _end(self, gate: StartingGate | None) -> None:
        if gate is not None:
            # No request was left for this thread.
            gate.count_off()
        with self._lock:
            self._working -= 1
            is_last = self._working == 0
        if is_last:
            self._finished.set()
