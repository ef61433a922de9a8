"""What became worse since an earlier run."""

from records import request, summary

from SteadyAPI.report.run_report.summary import RunSummary
from SteadyAPI.report.run_report.trend import worsened


def run(*elapsed: float, retried: int = 0) -> RunSummary:
    calls = [request("http://a.test/x", elapsed=seconds) for seconds in elapsed]
    return summary(*calls, *(request("http://a.test/x", "503", "200", elapsed=0.1) for _ in range(retried)))


def words(now: RunSummary, before: RunSummary) -> list[tuple[str, str]]:
    return [(change.what, change.how) for change in worsened(now, before)]


def test_an_endpoint_whose_median_grew_is_slower() -> None:
    assert words(run(*[0.3] * 5), run(*[0.1] * 5)) == [("slower", "median 100 ms → 300 ms")]


def test_a_little_is_not_slower() -> None:
    assert words(run(*[0.14] * 5), run(*[0.1] * 5)) == []


def test_a_few_milliseconds_are_not_slower() -> None:
    assert words(run(*[0.006] * 5), run(*[0.002] * 5)) == []


def test_too_few_calls_say_nothing() -> None:
    assert words(run(*[0.9] * 4), run(*[0.1] * 5)) == words(run(*[0.9] * 5), run(*[0.1] * 4)) == []


def test_an_endpoint_that_needs_more_retries_is_flakier() -> None:
    assert words(run(*[0.1] * 6, retried=4), run(*[0.1] * 10)) == [
        ("flakier", "retried or unexpected 0% → 40% of calls")
    ]


def test_one_retry_more_is_not_flakier() -> None:
    assert words(run(*[0.1] * 9, retried=1), run(*[0.1] * 10)) == []


def test_a_small_share_more_is_not_flakier() -> None:
    assert words(run(*[0.1] * 97, retried=3), run(*[0.1] * 100)) == []


def test_an_endpoint_that_is_new_can_not_be_worse() -> None:
    assert words(run(0.9), summary()) == []
