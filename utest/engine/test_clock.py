"""The clock of a real run."""

import time

from SteadyAPI.engine.clock import SYSTEM_CLOCK


def test_the_wall_clock_knows_its_time_zone() -> None:
    assert SYSTEM_CLOCK.now().tzinfo is not None


def test_time_runs_forwards() -> None:
    assert SYSTEM_CLOCK.monotonic() <= SYSTEM_CLOCK.monotonic()


def test_jitter_stays_between_its_ends() -> None:
    assert 0.25 <= SYSTEM_CLOCK.jitter(0.25, 0.5) <= 0.5


def test_waiting_is_the_systems_own_sleep() -> None:
    assert SYSTEM_CLOCK.sleep is time.sleep
