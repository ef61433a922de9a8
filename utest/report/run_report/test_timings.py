"""How long calls took."""

import pytest

from SteadyAPI.report.run_report.timings import MOST_EXACT, Timings


def timings(*seconds: float) -> Timings:
    made = Timings()
    for value in seconds:
        made.add(value)
    return made


@pytest.fixture(scope="module")
def many() -> Timings:
    """25,000 calls: one of 1 ms, one of 2 ms, and so on to 25 s, not in this order."""
    return timings(*(((number * 7919) % 25_000 + 1) / 1000 for number in range(25_000)))


@pytest.mark.parametrize(
    ("count", "share", "found"),
    [(4, 50, None), (5, 50, 3.0), (19, 95, None), (20, 95, 19.0), (100, 95, 95.0), (100, 99, 99.0), (100, 50, 50.0)],
)
def test_a_percentile_needs_enough_calls(count: int, share: float, found: float | None) -> None:
    assert timings(*(float(n) for n in range(count, 0, -1))).percentile(share) == found


def test_no_call_took_no_time() -> None:
    assert (timings().longest, timings().total, len(timings())) == (0.0, 0.0, 0)


def test_calls_are_counted_by_how_long_they_took() -> None:
    assert timings(99.0, 0.001, 0.005, 0.006, 0.2).distribution == [2, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]


def test_percentiles_are_exact_up_to_ten_thousand_calls() -> None:
    made = timings(*(number / 1000 for number in range(MOST_EXACT, 0, -1)))
    assert (made.percentile(50), made.percentile(95), made.percentile(99)) == (5.0, 9.5, 9.9)


@pytest.mark.parametrize(("share", "exact"), [(50, 12.5), (95, 23.75), (99, 24.75), (100, 25.0)])
def test_percentiles_of_more_calls_are_within_one_percent(many: Timings, share: float, exact: float) -> None:
    assert many.percentile(share) == pytest.approx(exact, rel=0.01)


def test_number_total_longest_and_distribution_of_many_calls_are_exact(many: Timings) -> None:
    assert (len(many), many.longest, round(many.total, 3)) == (25_000, 25.0, 312_512.5)
    assert many.distribution == [5, 5, 15, 25, 50, 150, 250, 500, 1500, 2500, 5000, 15_000]


def test_no_percentile_of_many_calls_is_above_the_longest() -> None:
    assert timings(*[3.0] * (MOST_EXACT + 1)).percentile(99) == pytest.approx(3.0, rel=0.01)
    assert timings(*[3.02] * (MOST_EXACT + 1)).percentile(99) <= 3.02  # type: ignore[operator]  # there are enough calls


def test_a_call_that_took_no_time_is_one_of_many() -> None:
    assert timings(*[0.0] * (MOST_EXACT + 1)).percentile(50) == 0.0
