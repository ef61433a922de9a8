"""Requests that are to reach a server together: each is held back until all are about to write their first byte."""

from collections.abc import Callable
from threading import Event, Lock
from time import perf_counter
from typing import Any, Self

from SteadyAPI.engine.transport.current_attempt import current

Step = Callable[..., int]


class _Write:
    """A write that is held back, and what came of it; ``moment`` is when it was made."""

    def __init__(self, step: Callable[[], int]) -> None:
        self.moment = 0.0
        self._step = step
        self._written = 0
        self._error: Exception | None = None

    def run(self) -> None:
        """Writes; an error belongs to the request, not to who runs it."""
        self.moment = perf_counter()
        try:
            self._written = self._step()
        except Exception as error:  # noqa: BLE001  raised where the request is made
            self._error = error

    def result(self) -> int:
        """Returns how many bytes were written, or raises what went wrong."""
        if self._error is not None:
            raise self._error
        return self._written


class StartingGate:
    """Opens when as many requests as expected have come or have said that they won't.

    The last one to come writes the first bytes of all: threads that woke up one after the other would be spread over
    milliseconds.
    """

    def __init__(self, count: int, stopped: BaseException) -> None:
        """Makes a closed gate.

        Args:
            count: How many requests are expected.
            stopped: What those get that were held back when the gate was given up.
        """
        self._missing = count
        self._stopped = stopped
        self._given_up = False
        self._held: list[_Write] = []
        self._lock = Lock()
        self._open = Event()
        self.count = 0
        """How many requests passed it together."""
        self.spread = 0.0
        """Seconds between the first and the last of these writes."""

    def ticket(self) -> "GateTicket":
        """Returns what one request passes the gate with."""
        return GateTicket(self)

    def arrive(self, write: _Write) -> None:
        """Waits until the gate opens and the write has been made.

        Raises:
            BaseException: The given one, when the gate was given up.
        """
        with self._lock:
            self._held.append(write)
        self.count_off()
        self._open.wait()
        if self._given_up:
            raise self._stopped

    def count_off(self) -> None:
        """Counts a request that has come, or won't; the last one opens the gate."""
        with self._lock:
            self._missing -= 1
            is_last = self._missing == 0 and not self._given_up
        if is_last:
            self._release()

    def give_up(self) -> None:
        """Sends away those that are held back, and those that come later; nothing of them is written."""
        with self._lock:
            if self._missing > 0:
                self._given_up = True
        if self._given_up:
            self._open.set()

    def _release(self) -> None:
        for write in self._held:
            write.run()
        self.count = len(self._held)
        self.spread = self._held[-1].moment - self._held[0].moment if self._held else 0.0
        self._open.set()


class GateTicket:
    """One request's way through a gate; ``held`` is how long it was held back, in seconds."""

    def __init__(self, gate: StartingGate) -> None:
        self._gate: StartingGate | None = gate
        self.held = 0.0

    def __enter__(self) -> Self:
        current.gate = self
        return self

    def __exit__(self, *_: object) -> None:
        current.gate = None
        self.leave()

    def through(self, step: Step) -> Step:
        """Returns the first write of this thread's request, to be made when the gate opens."""

        def held_back(*args: Any) -> int:
            gate, self._gate, current.gate = self._gate, None, None
            if gate is None:
                return step(*args)
            begun, write = perf_counter(), _Write(lambda: step(*args))
            gate.arrive(write)
            # Not until this thread runs again: from its write on, the request waits for its response.
            self.held = write.moment - begun
            current.held_back(self.held)
            return write.result()

        return held_back

    def leave(self) -> None:
        """Says that the request won't come any more, unless it has passed."""
        gate, self._gate = self._gate, None
        if gate is not None:
            gate.count_off()
