"""The table of settings that a suite writes, and what it makes of a policy."""

from datetime import timedelta
from enum import Enum
from typing import Any

import pytest

from SteadyAPI.engine.exchange import DEFAULT_TIMEOUT, Timeout
from SteadyAPI.engine.retry.policy import (
    CLASSIC_POLICY,
    DEFAULT_POLICY,
    NO_RETRIES,
    RetryPolicy,
    check_timeout,
    policy_from,
)
from SteadyAPI.errors import UsageError


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def test_the_default_makes_three_attempts_in_thirty_seconds() -> None:
    assert (DEFAULT_POLICY.attempts, DEFAULT_POLICY.deadline, DEFAULT_POLICY.retry_after_cap) == (3, 30.0, 10.0)


def test_a_table_changes_what_it_names_and_nothing_else() -> None:
    table = {"attempts": 5, "first_wait": seconds(1), "longest_wait": seconds(2), "any_method": True}
    expected = RetryPolicy(attempts=5, first_wait=1.0, longest_wait=2.0, any_method=True)
    assert policy_from(table, DEFAULT_POLICY) == expected


def test_an_empty_table_changes_nothing() -> None:
    assert policy_from({}, CLASSIC_POLICY) == CLASSIC_POLICY


class Preset(Enum):
    """A choice as Robot Framework hands it over."""

    classic = "classic"


@pytest.mark.parametrize("preset", ["classic", Preset.classic])
def test_a_preset_in_a_table_is_what_the_others_change(preset: Any) -> None:
    policy = policy_from({"attempts": 5, "preset": preset}, NO_RETRIES)
    assert (policy.attempts, policy.shortest_wait) == (5, 2.0)


@pytest.mark.parametrize("attempts", [0, -1, 21])
def test_attempts_out_of_range_are_refused_with_the_way_to_write_none(attempts: int) -> None:
    with pytest.raises(UsageError, match=rf"attempts: expected 1 to 20.*got {attempts}.\n.*write: retry=none"):
        policy_from({"attempts": attempts}, DEFAULT_POLICY)


@pytest.mark.parametrize("name", ["first_wait", "shortest_wait", "longest_wait", "retry_after_cap"])
def test_a_negative_wait_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=rf"retry: {name}: expected a time of 0 or more, got -1 s"):
        policy_from({name: seconds(-1)}, DEFAULT_POLICY)


@pytest.mark.parametrize("deadline", [0, -5])
def test_a_deadline_of_nothing_is_refused(deadline: int) -> None:
    with pytest.raises(
        UsageError, match=rf"deadline: expected a time above 0, or None for no deadline; got {deadline} s"
    ):
        policy_from({"deadline": seconds(deadline)}, DEFAULT_POLICY)


@pytest.mark.parametrize("timeout", [0, -5])
def test_a_timeout_of_nothing_is_refused(timeout: int) -> None:
    with pytest.raises(UsageError, match=rf"timeout: expected a time above 0, or None for no timeout; got {timeout} s"):
        policy_from({"timeout": seconds(timeout)}, DEFAULT_POLICY)


def test_a_timeout_of_the_whole_attempt_is_a_choice() -> None:
    policy = policy_from({"timeout": seconds(7)}, DEFAULT_POLICY)
    assert (policy.timeout, policy_from({"timeout": None}, policy).timeout) == (7.0, None)


def test_no_deadline_is_a_choice() -> None:
    assert policy_from({"deadline": None}, DEFAULT_POLICY).deadline is None


def test_a_first_wait_above_the_longest_is_a_contradiction() -> None:
    with pytest.raises(UsageError, match=r"first_wait \(8 s\) is longer than longest_wait \(5 s\)"):
        policy_from({"first_wait": seconds(8)}, DEFAULT_POLICY)


def test_a_shortest_wait_above_the_longest_is_a_contradiction() -> None:
    with pytest.raises(UsageError, match=r"shortest_wait \(2 s\) is longer than longest_wait \(1 s\)"):
        policy_from({"longest_wait": seconds(1)}, CLASSIC_POLICY)


def test_a_longest_wait_below_the_usual_first_one_is_fine() -> None:
    assert policy_from({"longest_wait": seconds(0.1)}, DEFAULT_POLICY).longest_wait == 0.1


@pytest.mark.parametrize("written", ["408, 425,-500,520", [408, 425, -500, 520], (408, "425", "-500", 520)])
def test_statuses_are_added_and_taken_out(written: Any) -> None:
    policy = policy_from({"retry_on": written}, DEFAULT_POLICY)
    assert policy.not_processed == {408, 425, 429, 503}
    assert policy.transient == {502, 504, 520}


@pytest.mark.parametrize("written", [-429, "-429, -503"])
def test_a_refusal_is_taken_out_too(written: Any) -> None:
    policy = policy_from({"retry_on": written}, DEFAULT_POLICY)
    assert 429 not in policy.not_processed | policy.transient


def test_a_status_that_is_there_already_keeps_its_place() -> None:
    assert policy_from({"retry_on": "503"}, DEFAULT_POLICY) == DEFAULT_POLICY


@pytest.mark.parametrize("written", ["", "200", "302", "600", "5xx", "408;425", "--500", "٤٠٨", "timeout", [None]])
def test_what_is_no_error_status_cannot_be_retried_on(written: Any) -> None:
    with pytest.raises(UsageError, match=r"retry_on: expected statuses from 400 to 599, such as 408,425"):
        policy_from({"retry_on": written}, DEFAULT_POLICY)


@pytest.mark.parametrize(
    ("timeout", "deadline"),
    [(Timeout(), 30.0), (Timeout(5.0, 60.0), 60.0), (Timeout(90.0, 60.0), 90.0), (Timeout(5.0, None), None)],
)
def test_the_usual_deadline_gives_way_to_a_longer_limit(timeout: Timeout, deadline: float | None) -> None:
    assert DEFAULT_POLICY.deadline_for(timeout) == deadline
    assert NO_RETRIES.deadline_for(timeout) == deadline


@pytest.mark.parametrize("timeout", [Timeout(), Timeout(5.0, 60.0), Timeout(None, None)])
def test_a_written_deadline_gives_way_to_nothing(timeout: Timeout) -> None:
    assert policy_from({"deadline": seconds(8)}, DEFAULT_POLICY).deadline_for(timeout) == 8.0


def test_a_deadline_stays_written_when_another_table_changes_the_rest() -> None:
    policy = policy_from({"deadline": seconds(8)}, DEFAULT_POLICY)
    assert policy_from({"attempts": 2}, policy).deadline_written


@pytest.mark.parametrize("timeout", [Timeout(5.0, 60.0), Timeout(60.0, 30.0)])
def test_a_written_deadline_below_a_written_limit_is_a_contradiction(timeout: Timeout) -> None:
    policy = policy_from({"deadline": seconds(10)}, DEFAULT_POLICY)
    with pytest.raises(UsageError, match=r"the deadline of 10 s is shorter than the time limit of one attempt, 60 s"):
        check_timeout(policy, timeout)


@pytest.mark.parametrize(
    ("policy", "timeout"),
    [
        (DEFAULT_POLICY, Timeout(5.0, 60.0)),
        (RetryPolicy(deadline=None, deadline_written=True), Timeout(5.0, 60.0)),
        (RetryPolicy(deadline=10.0, deadline_written=True), DEFAULT_TIMEOUT),
        (RetryPolicy(deadline=10.0, deadline_written=True), Timeout(None, 8.0)),
    ],
)
def test_limits_that_nobody_wrote_against_each_other_are_fine(policy: RetryPolicy, timeout: Timeout) -> None:
    assert check_timeout(policy, timeout) is None  # type: ignore[func-returns-value]  # it returns or raises


@pytest.mark.parametrize("attempts", [1, 2, 20])
def test_one_to_twenty_attempts_are_fine(attempts: int) -> None:
    assert policy_from({"attempts": attempts}, DEFAULT_POLICY).attempts == attempts


@pytest.mark.parametrize("table", [{"first_wait": seconds(0)}, {"first_wait": seconds(5)}, {"deadline": seconds(0.5)}])
def test_settings_at_their_limits_are_fine(table: dict[str, Any]) -> None:
    assert policy_from(table, DEFAULT_POLICY) != DEFAULT_POLICY


@pytest.mark.parametrize(
    ("written", "not_processed", "transient"),
    [("400", {400, 429, 503}, {500, 502, 504}), ("499", {499, 429, 503}, {500, 502, 504})],
)
def test_a_client_error_is_added_for_any_method(written: str, not_processed: set[int], transient: set[int]) -> None:
    policy = policy_from({"retry_on": written}, DEFAULT_POLICY)
    assert set(policy.not_processed) == not_processed
    assert set(policy.transient) == transient


@pytest.mark.parametrize("written", ["500", "599"])
def test_a_server_error_is_added_for_idempotent_methods(written: str) -> None:
    policy = policy_from({"retry_on": written}, CLASSIC_POLICY)
    assert int(written) in policy.transient
    assert policy.not_processed == {429, 503}


def test_a_limit_of_the_very_deadline_is_no_contradiction() -> None:
    policy = policy_from({"deadline": seconds(10)}, DEFAULT_POLICY)
    assert check_timeout(policy, Timeout(10.0, 10.0)) is None  # type: ignore[func-returns-value]  # see above


def test_the_classic_preset_waits_ten_seconds_at_most() -> None:
    assert CLASSIC_POLICY.longest_wait == 10.0
