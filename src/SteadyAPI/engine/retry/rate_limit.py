"""Rate limits kept by the client: requests are spaced out before the server has to respond with 429."""

import re
import time
from abc import abstractmethod
from collections.abc import Callable
from threading import Lock
from typing import Protocol

from SteadyAPI.engine.clock import SYSTEM_CLOCK, Clock
from SteadyAPI.engine.request.url import origin
from SteadyAPI.engine.retry.shared_slots import SharedSlots
from SteadyAPI.errors import UsageError

_LEAST_MARGIN = 0.02
_MOST_MARGIN = 0.04
_MARGIN_SECONDS = 0.002
"""A request that overtakes on the way may come too early for a server that counts in milliseconds."""
LONG_WAIT = 2.0
"""Seconds; nobody wonders about a shorter wait."""
_SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0}


class Slots(Protocol):
    """The slots of one service; times are seconds, on the time line that the limit has them from."""

    @abstractmethod
    def book(self, now: float, interval: float) -> float:
        """Takes the next free slot and returns its time."""

    @abstractmethod
    def postpone(self, seconds: float) -> None:
        """Makes the next free slot later."""

    @abstractmethod
    def next_free(self) -> float:
        """Returns the time of the next free slot."""


class OwnSlots:
    """The slots of one session in this process; thread-safe."""

    def __init__(self) -> None:
        self._next = 0.0
        self._lock = Lock()

    def book(self, now: float, interval: float) -> float:
        """Takes the next free slot."""
        with self._lock:
            slot = max(now, self._next)
            self._next = slot + interval
            return slot

    def postpone(self, seconds: float) -> None:
        """Makes the next free slot later."""
        with self._lock:
            self._next += seconds

    def next_free(self) -> float:
        """Returns the time of the next free slot."""
        return self._next


class RateLimit:
    """Lets requests through one by one, ``interval`` seconds apart at least."""

    def __init__(
        self,
        interval: float,
        slots: Slots,
        now: Callable[[], float],
        on_long_wait: Callable[[float], None] = lambda _: None,
    ) -> None:
        self.interval = interval
        self._slots = slots
        self._now = now
        self._on_long_wait = on_long_wait

    def wait(self, clock: Clock) -> None:
        """Waits for the next free slot and takes it."""
        now = self._now()
        slot = self._slots.book(now, self.interval)
        if slot > now:
            if slot - now > LONG_WAIT:
                self._on_long_wait(slot - now)
            clock.sleep(slot - now)

    def postpone(self, seconds: float) -> None:
        """Puts the next request off by the time that a handshake may have kept this one on its way."""
        self._slots.postpone(seconds)

    def delay(self) -> float:
        """Returns how many seconds the next request would wait."""
        return max(0.0, self._slots.next_free() - self._now())


def rate_limit_of(
    text: str | None,
    base_url: str,
    *,
    shared: bool | None,
    on_long_wait: Callable[[float], None] = lambda _: None,
    shared_slots: Callable[[str], Slots] | None = None,
) -> RateLimit | None:
    """Makes the limit that a session asks for.

    Args:
        text: The rate, or ``None`` for no limit.
        base_url: The service that a shared limit is for.
        shared: Whether all processes of this user on this machine keep to it together, or all that ``shared_slots``
            reaches; ``None`` means only those.
        on_long_wait: Gets the seconds of a wait for a shared limit that is longer than ``LONG_WAIT``, before it begins.
        shared_slots: Makes the slots of a service for processes of other machines too, on a time line where now is 0.

    Raises:
        UsageError: When the text is no rate, or a limit is to be shared that isn't there.
    """
    if text is None:
        if shared:
            raise UsageError("share_rate_limit: expected a limit to share, got none.\n  add one: rate_limit=10/s")
        return None
    interval = interval_of(text)
    interval += min(max(interval * _LEAST_MARGIN, _MARGIN_SECONDS), interval * _MOST_MARGIN)
    if shared_slots is not None and shared is not False:
        return RateLimit(interval, shared_slots(base_url), lambda: 0.0, on_long_wait)
    if not shared:
        return RateLimit(interval, OwnSlots(), SYSTEM_CLOCK.monotonic)
    # All processes must mean the same by "now": the monotonic clock starts anew with each process.
    return RateLimit(interval, SharedSlots(origin(base_url)), time.time, on_long_wait)


def interval_of(text: str) -> float:
    """Returns the seconds between two requests for a rate such as ``10/s``, ``100/min`` or ``500/h``.

    Raises:
        UsageError: When it is no rate.
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*/\s*(s|min|h)", text.strip(), re.ASCII)
    if found is None or float(found[1]) <= 0:
        raise UsageError(f'rate_limit: expected requests in a time, such as 10/s, 100/min or 500/h; got "{text}".')
    return _SECONDS[found[2]] / float(found[1])
