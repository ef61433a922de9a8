"""The circuit breaker: after a few requests lost in a row the next fail at once, until a probe gets a response."""

from datetime import datetime

from SteadyAPI.engine.units import duration

THRESHOLD = 5
PROBE_INTERVAL = 10.0
"""Seconds between the requests that are let through to see whether the host is back."""


class Breaker:
    """The state of one host: closed while it responds, open after ``THRESHOLD`` requests lost in a row.

    Times are seconds of the monotonic clock. An open breaker lets one request through every ``PROBE_INTERVAL``.
    """

    def __init__(self) -> None:
        self.lost_in_a_row = 0
        self.since: datetime | None = None
        self._cause = ""
        self._probe_at = 0.0

    @property
    def is_open(self) -> bool:
        """Returns whether requests are turned away."""
        return self.lost_in_a_row >= THRESHOLD

    def probes(self, now: float) -> bool:
        """Returns whether an open breaker lets this request through; the next one then waits for its own turn."""
        if now < self._probe_at:
            return False
        self._probe_at = now + PROBE_INTERVAL
        return True

    def lost(self, cause: str, now: float, wall: datetime) -> None:
        """Counts a request that was lost, after all its attempts."""
        if not self.lost_in_a_row:
            self.since = wall
        self.lost_in_a_row += 1
        self._cause = cause
        self._probe_at = now + PROBE_INTERVAL

    def close(self) -> None:
        """Closes the breaker: the host is there."""
        self.lost_in_a_row = 0
        self.since = None
        self._cause = ""

    def explanation(self, host: str, now: float) -> str:
        """Says why a request is turned away."""
        since = f" since {self.since:%H:%M:%S}" if self.since else ""
        probe = duration(max(0.0, self._probe_at - now))
        return f"{host} lost {self.lost_in_a_row} requests in a row{since} ({self._cause}); next probe in {probe}"
