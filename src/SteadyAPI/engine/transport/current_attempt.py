"""State of the attempt that a thread is making; it is also known when no response came."""

import threading
from collections.abc import Callable
from contextlib import suppress
from socket import SHUT_RDWR, socket
from time import perf_counter
from typing import Any


class CurrentAttempt(threading.local):
    """The connection of an attempt, its time by phase, and the moment at which it must have ended."""

    gate: Any = None
    """What holds this thread's next request back until others are as far; see ``http1/starting_gate.py``."""

    def __init__(self) -> None:
        self.begin()

    def begin(self, until: float | None = None, limit: str = "", *, header_limit: int | None = None) -> None:
        """Starts an attempt.

        Args:
            until: The ``perf_counter`` time at which the whole attempt must have ended, ``None`` for no limit.
            limit: What sets that limit, for the message.
            header_limit: The most headers of a response that are taken.
        """
        self.until = until
        self.limit = limit
        self.header_limit = header_limit
        self.connection: Any = None
        self.has_given_back = False
        """Whether the connection is back in its pool, where others may take it."""
        self.socket: Any = None
        self.is_connecting = False
        self.opening = 0.0
        self.target: str | None = None
        """What goes into the request line in place of what urllib3 makes of it."""
        self.head_at: float | None = None
        self._phases: dict[str, float] = {}

    def cut(self, limit: float | None) -> float | None:
        """Returns a limit in seconds, cut to what is left of the attempt; 0 when nothing is left."""
        if self.until is None:
            return limit
        left = max(0.0, self.until - perf_counter())
        return left if limit is None else min(limit, left)

    @property
    def is_out_of_time(self) -> bool:
        """Returns whether the whole attempt has taken longer than it may."""
        return self.until is not None and perf_counter() >= self.until

    def spent(self, phase: str, seconds: float) -> None:
        """Adds time to a phase: a second request of the same attempt goes through the same phases."""
        self._phases[phase] = self._phases.get(phase, 0.0) + seconds

    def opened(self, phase: str, begun: float) -> None:
        """Adds the time since ``begun`` to a phase of opening a connection."""
        seconds = perf_counter() - begun
        self.spent(phase, seconds)
        self.opening += seconds

    def held_back(self, seconds: float) -> None:
        """Takes the time at a starting gate out of the attempt: it is neither the server's nor the network's."""
        self.spent("send", -seconds)
        if self.until is not None:
            self.until += seconds

    def aborter(self) -> Callable[[], None]:
        """Returns a function with which another thread ends what this thread is waiting for on its connection."""
        state = vars(self)

        def abort() -> None:
            sock = getattr(state["connection"], "sock", None)
            # Closing it wouldn't wake the thread that reads from it. Over TLS, its own shutdown isn't for two threads.
            real = getattr(sock, "_real", sock)
            if isinstance(real, socket) and not state["has_given_back"]:
                with suppress(OSError):
                    socket.shutdown(real, SHUT_RDWR)

        return abort

    @property
    def reused(self) -> bool:
        """Returns whether the connection had brought a response to an earlier request."""
        return self.connection is not None and bool(self.connection.reused)

    @property
    def is_stale(self) -> bool:
        """Returns whether the connection was kept, and had ended before this request could reach the other side."""
        return self.reused and self.socket is not None and bool(self.socket.ended_before_the_request)

    @property
    def phases(self) -> dict[str, float]:
        """The time of each step so far, in seconds; what is read of the body ends now."""
        if self.head_at is None:
            return self._phases
        return {**self._phases, "receive": perf_counter() - self.head_at}


current = CurrentAttempt()
"""The attempt of this thread."""
