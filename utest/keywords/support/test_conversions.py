"""From what users write to what the engine knows."""

from datetime import timedelta

import pytest

from SteadyAPI.arguments import ExpectedError, RetryPreset
from SteadyAPI.engine.exchange import FailureKind
from SteadyAPI.engine.retry.policy import CLASSIC_POLICY, DEFAULT_POLICY, NO_RETRIES, RetryPolicy
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.conversions import kinds_of, policy_of, seconds_of


def test_without_a_wish_the_policy_stays() -> None:
    assert policy_of(None, CLASSIC_POLICY) is CLASSIC_POLICY


@pytest.mark.parametrize(
    ("preset", "policy"),
    [(RetryPreset.default, DEFAULT_POLICY), (RetryPreset.classic, CLASSIC_POLICY), (RetryPreset.none, NO_RETRIES)],
)
def test_a_preset_replaces_the_policy(preset: RetryPreset, policy: RetryPolicy) -> None:
    assert policy_of(preset, RetryPolicy(attempts=7)) is policy


def test_a_table_changes_the_policy() -> None:
    assert policy_of({"first_wait": timedelta(seconds=1)}, RetryPolicy(attempts=7)) == RetryPolicy(7, 1.0)


@pytest.mark.parametrize("wish", list(ExpectedError))
def test_every_expected_error_means_something(wish: ExpectedError) -> None:
    assert kinds_of(wish)


def test_without_an_expected_error_none_counts() -> None:
    assert kinds_of(None) == frozenset()


def test_a_request_that_was_not_sent_is_never_the_expected_error() -> None:
    assert not {FailureKind.BREAKER, FailureKind.INVALID} & kinds_of(ExpectedError.any)


def test_a_limit_is_in_seconds_or_none() -> None:
    assert (seconds_of("timeout", timedelta(milliseconds=1500)), seconds_of("timeout", None)) == (1.5, None)


@pytest.mark.parametrize("limit", [timedelta(), timedelta(seconds=-1)])
def test_a_limit_in_which_nothing_can_happen_is_refused(limit: timedelta) -> None:
    with pytest.raises(UsageError, match=r"^timeout: expected a time above 0"):
        seconds_of("timeout", limit)


def test_a_limit_that_no_clock_can_count_is_refused() -> None:
    assert seconds_of("timeout", timedelta(days=10_000)) == 864_000_000
    with pytest.raises(UsageError, match=r"^timeout: expected a time of 10,000 days at most, got 9,999,999 days\.$"):
        seconds_of("timeout", timedelta(days=9_999_999))
