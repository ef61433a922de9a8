"""Time and chance as a parameter, so that tests neither wait nor guess."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _now() -> datetime:
    # In UTC: to find out the local zone takes ten times as long, and few moments are ever shown.
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the engine gets its time from.

    ``monotonic`` in seconds, ``sleep`` takes seconds, ``jitter(low, high)`` gives a random number between the two.
    """

    monotonic: Callable[[], float] = time.perf_counter
    now: Callable[[], datetime] = _now
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[float, float], float] = random.uniform


SYSTEM_CLOCK = Clock()
