"""How threads that send requests are ended: in a pause, at the gate, while they wait for a response."""

from collections.abc import Callable
from threading import Event, Lock
from time import perf_counter, sleep

from SteadyAPI.engine.transport.http1.starting_gate import StartingGate

SLICE = 0.1
"""Seconds between two looks at other threads: in between, nothing else can end the wait on Windows."""
_AGAIN = 0.005
"""Seconds after which threads that are not back yet are ended again."""
GRACE = 1.0
"""Seconds in which threads that were stopped are waited for; a name lookup can't be ended from outside."""


class Stopped(BaseException):
    """The thread is to end; nothing that catches errors catches it."""

    def __str__(self) -> str:
        return "the keyword or the test ended before there was a response"


class Stop:
    """Ends what several threads are doing."""

    def __init__(self) -> None:
        self._event = Event()
        self._lock = Lock()
        self._aborters: set[Callable[[], None]] = set()
        self.gate: StartingGate | None = None

    @property
    def is_set(self) -> bool:
        """Returns whether the threads are to end."""
        return self._event.is_set()

    def check(self) -> None:
        """Goes on, unless the threads are to end.

        Raises:
            Stopped: When they are.
        """
        if self._event.is_set():
            raise Stopped

    def sleep(self, seconds: float) -> None:
        """Sleeps for some seconds.

        Raises:
            Stopped: As soon as the threads are to end.
        """
        if self._event.wait(seconds):
            raise Stopped

    def enlist(self, abort: Callable[[], None]) -> None:
        """Adds a thread, by what ends its wait for a response."""
        with self._lock:
            self._aborters.add(abort)

    def dismiss(self, abort: Callable[[], None]) -> None:
        """Takes a thread out that has done its work."""
        with self._lock:
            self._aborters.discard(abort)

    def now(self) -> None:
        """Ends all threads, also those that wait for a response: their connections are closed."""
        self._event.set()
        if self.gate is not None:
            self.gate.give_up()
        with self._lock:
            for abort in self._aborters:
                abort()

    def end_all(self) -> None:
        """Ends all threads, and waits for them; those that had no connection to be closed yet are ended again."""
        until = perf_counter() + GRACE
        self.now()
        while self._aborters and perf_counter() < until:
            sleep(_AGAIN)
            self.now()
