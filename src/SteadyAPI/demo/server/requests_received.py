"""A record of every request that reached the demo server, for tests that check what was sent."""

from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Any

KEPT = 1000
"""Requests kept per path; the count goes on beyond it."""


class RequestsReceived:
    """Counts requests by path, and keeps the method and the time of the latest ones."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._start = clock()
        self._lock = Lock()
        self._counts: dict[str, int] = defaultdict(int)
        self._latest: dict[str, deque[tuple[str, float]]] = defaultdict(lambda: deque(maxlen=KEPT))

    def note(self, method: str, path: str) -> int:
        """Records one request and returns how many came for that path so far."""
        with self._lock:
            self._counts[path] += 1
            self._latest[path].append((method, round(self._clock() - self._start, 3)))
            return self._counts[path]

    def of(self, path: str) -> dict[str, Any]:
        """Returns the requests of a path: ``{"path", "calls", "arrivals": [{"method", "at"}]}``, ``at`` in seconds."""
        with self._lock:
            requests_received = [{"method": method, "at": at} for method, at in self._latest.get(path, ())]
            return {
                "path": path,
                "calls": self._counts.get(path, 0),
                "arrivals": requests_received,
            }

    def reset(self) -> None:
        """Forgets all requests."""
        with self._lock:
            self._counts.clear()
            self._latest.clear()
