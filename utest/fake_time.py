"""Time that waits for nobody."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from SteadyAPI.engine.clock import Clock

NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
NOON_HERE = f"{NOON.astimezone():%H:%M}"
"""What the clocks show at that moment where the tests run, as people are told."""


@dataclass
class FakeTime:
    """Time that passes only when someone sleeps or a delivery takes long; ``slept`` lists the pauses in seconds.

    ``chance`` picks from the two ends of a jitter: 0 is the lower one, 1 the upper one.
    """

    chance: float = 1.0
    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def clock(self) -> Clock:
        """Returns a clock of this time, at noon when none has passed."""
        return Clock(
            monotonic=lambda: self.seconds,
            now=lambda: NOON + timedelta(seconds=self.seconds),
            sleep=self.sleep,
            jitter=lambda low, high: low + (high - low) * self.chance,
        )
