"""Durations and sizes as people read them."""

import pytest

from SteadyAPI.engine.units import duration, size


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "0 ms"),
        (0.0123, "12 ms"),
        (0.9994, "999 ms"),
        (0.9996, "1 s"),
        (1.0, "1 s"),
        (1.25, "1.25 s"),
        (2.5, "2.5 s"),
        (59.99, "59.99 s"),
        (59.999, "1 min 0 s"),
        (60.0, "1 min 0 s"),
        (125.7, "2 min 5 s"),
        (7325.0, "2 h 2 min"),
    ],
)
def test_a_duration_has_the_unit_that_fits(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (257_100, "257.1 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1.0 MB"),
        (3_200_000, "3.2 MB"),
        (5_000_000_000, "5.0 GB"),
    ],
)
def test_a_size_has_the_unit_that_fits(count: int, text: str) -> None:
    assert size(count) == text
