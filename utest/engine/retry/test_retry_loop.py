"""The retry engine, cell by cell: what is tried again, when, how often, and what the record says of it."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any

import pytest
from fake_time import FakeTime
from hypothesis import given
from hypothesis import strategies as st
from schedule import URL, Schedule, failure, fatal, refused, reset, respond, stale, unreachable

from SteadyAPI.engine.exchange import IDEMPOTENT, FailureClass, FailureKind, Request, Timeout, retries_in
from SteadyAPI.engine.request.expectation import SUCCESS, StatusExpectation, expect
from SteadyAPI.engine.retry.attempt_log import AttemptLog, RetryOutcome
from SteadyAPI.engine.retry.policy import (
    CLASSIC_POLICY,
    DEFAULT_POLICY,
    NO_RETRIES,
    RetryPolicy,
    policy_from,
)
from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit
from SteadyAPI.engine.retry.retry_loop import RetryRun
from SteadyAPI.engine.transport import Delivery

KEY = {"idempotency-key": "4711"}
UNSAFE = ("POST", "PATCH")
SAFE = tuple(sorted(IDEMPOTENT))
NOT_RETRIED = (200, 204, 301, 304, 400, 401, 403, 404, 405, 408, 409, 422, 425, 501, 505, 507, 511)


def play(
    schedule: Schedule,
    time: FakeTime,
    *,
    method: str = "GET",
    policy: RetryPolicy = DEFAULT_POLICY,
    expected: StatusExpectation = SUCCESS,
    terms: Mapping[str, Any] = MappingProxyType({}),
    **request: Any,
) -> RetryOutcome:
    asked = Request(method, URL, **request)
    return RetryRun(
        policy,
        asked,
        expected,
        lambda timeout, left: schedule.send(asked, timeout, left),
        AttemptLog(time.clock()),
        **terms,
    ).run()


def attempts(first: Delivery, **terms: Any) -> int:
    """How many attempts a request makes whose first one ends like this, and whose others get a response."""
    time = FakeTime()
    schedule = Schedule(time, first, respond())
    play(schedule, time, **terms)
    return schedule.sends


@pytest.mark.parametrize("method", SAFE + UNSAFE)
def test_a_fatal_failure_is_never_retried(method: str) -> None:
    assert attempts(fatal(), method=method, headers=KEY) == 1


@pytest.mark.parametrize("method", SAFE + UNSAFE)
def test_a_request_that_the_server_cannot_have_seen_is_retried_whatever_the_method(method: str) -> None:
    assert attempts(refused(), method=method) == 2


@pytest.mark.parametrize("method", SAFE + UNSAFE)
def test_a_stale_connection_is_replaced_at_once(method: str) -> None:
    time = FakeTime()
    outcome = play(Schedule(time, stale(), respond()), time, method=method)
    assert time.slept == [0.0]
    assert outcome.attempts[0].wait_reason == "stale connection"
    assert retries_in(outcome.attempts) == 0


def test_a_post_on_a_stale_connection_stays_lost_when_the_policy_says_so() -> None:
    policy = RetryPolicy(resend_post_on_stale=False)
    assert attempts(stale(), method="POST", policy=policy) == 1
    assert attempts(stale(), method="POST", policy=policy, headers=KEY) == 2
    assert attempts(stale(), method="GET", policy=policy) == 2


def test_the_resend_on_a_stale_connection_costs_no_attempt() -> None:
    time = FakeTime()
    schedule = Schedule(time, stale(), respond(503))
    assert play(schedule, time).delivery == respond(503)
    assert schedule.sends == 4


def test_a_second_stale_connection_costs_an_attempt_and_a_wait() -> None:
    time = FakeTime()
    schedule = Schedule(time, stale())
    play(schedule, time)
    assert schedule.sends == 4
    assert time.slept == [0.0, 0.25, 0.5]


def test_a_post_is_resent_only_once_on_stale_connections() -> None:
    time = FakeTime()
    schedule = Schedule(time, stale(), stale(), respond())
    outcome = play(schedule, time, method="POST")
    assert schedule.sends == 2
    assert outcome.note.startswith("not retried: the server may have applied it, and POST is not idempotent; attempt 1")


@pytest.mark.parametrize("kind", [FailureKind.READ_TIMEOUT, FailureKind.RESET, FailureKind.TRUNCATED])
@pytest.mark.parametrize(("method", "count"), [*((method, 2) for method in SAFE), *((method, 1) for method in UNSAFE)])
def test_a_request_that_may_have_been_applied_is_resent_only_if_that_does_no_harm(
    kind: FailureKind, method: str, count: int
) -> None:
    assert attempts(failure(kind, FailureClass.AMBIGUOUS), method=method) == count


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("method", SAFE + UNSAFE)
def test_a_status_that_says_not_processed_is_retried_whatever_the_method(status: int, method: str) -> None:
    assert attempts(respond(status), method=method) == 2


@pytest.mark.parametrize("status", [500, 502, 504])
@pytest.mark.parametrize(("method", "count"), [*((method, 2) for method in SAFE), *((method, 1) for method in UNSAFE)])
def test_a_server_error_is_retried_only_for_idempotent_methods(status: int, method: str, count: int) -> None:
    assert attempts(respond(status), method=method) == count


@pytest.mark.parametrize("status", NOT_RETRIED)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_other_status_is_the_response(status: int, method: str) -> None:
    assert attempts(respond(status), method=method, expected=expect(200)) == 1


@pytest.mark.parametrize("first", [respond(500), respond(502), respond(504), reset()])
@pytest.mark.parametrize("how", [{"headers": KEY}, {"repeatable": True}])
def test_a_post_that_does_no_harm_twice_is_resent_like_a_get(first: Delivery, how: Mapping[str, Any]) -> None:
    assert attempts(first, method="POST", **how) == 2


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
@pytest.mark.parametrize("written", ["any", "4xx,5xx", "429,500,502,503,504"])
def test_an_expected_status_ends_it_at_once(status: int, written: str) -> None:
    time = FakeTime()
    schedule = Schedule(time, respond(status, {"Retry-After": "3"}))
    play(schedule, time, expected=expect(written))
    assert schedule.sends == 1
    assert time.slept == []


def test_a_status_that_is_expected_later_is_waited_for() -> None:
    time = FakeTime()
    outcome = play(Schedule(time, respond(503), respond(429)), time, expected=expect(429))
    assert [attempt.status for attempt in outcome.attempts] == [503, 429]


def test_a_connection_failure_is_retried_even_if_any_status_will_do() -> None:
    assert attempts(refused(), expected=expect("any")) == 2


@pytest.mark.parametrize("first", [refused(), stale(), reset(), respond(503), respond(429)])
def test_without_retries_there_is_one_attempt(first: Delivery) -> None:
    assert attempts(first, policy=NO_RETRIES) == 1


def test_after_three_attempts_the_last_outcome_stands() -> None:
    time = FakeTime()
    schedule = Schedule(time, respond(503), respond(503), unreachable(), respond())
    outcome = play(schedule, time)
    assert schedule.sends == 3
    assert outcome.delivery == unreachable()
    assert [attempt.outcome for attempt in outcome.attempts] == ["503", "503", "connect timeout"]


def test_a_server_that_restarts_is_waited_for() -> None:
    time = FakeTime()
    outcome = play(Schedule(time, *[refused()] * 13, respond()), time)
    assert outcome.delivery.response is not None
    assert 2.0 < outcome.elapsed < 3.0


def test_a_refused_connection_is_tried_for_three_seconds_and_its_end_costs_no_budget() -> None:
    time, purse = FakeTime(chance=0.0), Purse(100.0)
    outcome = play(Schedule(time, refused()), time, terms={"charge": purse.takes})
    assert 3.0 <= outcome.elapsed < 3.2
    assert purse.left == 90.0
    assert {attempt.wait_reason for attempt in outcome.attempts[2:-1]} == {"refused"}


def test_attempts_that_the_suite_counted_are_the_attempts() -> None:
    time = FakeTime()
    schedule = Schedule(time, refused())
    play(schedule, time, policy=policy_from({"attempts": 4}, DEFAULT_POLICY))
    assert schedule.sends == 4


def test_the_suite_says_how_long_a_refused_connection_is_tried() -> None:
    time = FakeTime()
    policy = policy_from({"attempts": 4, "refused_for": timedelta(seconds=10)}, DEFAULT_POLICY)
    assert 10.0 <= play(Schedule(time, refused()), time, policy=policy).elapsed < 10.4


def test_a_host_that_refused_to_the_end_before_is_tried_once() -> None:
    time = FakeTime()
    schedule = Schedule(time, refused())
    play(schedule, time, terms={"known_refusing": True})
    assert schedule.sends == 1


def test_each_attempt_has_the_timeout_of_the_policy() -> None:
    time, limits = FakeTime(), list[Timeout]()
    asked, schedule = Request("GET", URL), Schedule(time, respond(503), respond())

    def send(timeout: Timeout, left: float | None) -> Delivery:
        limits.append(timeout)
        return schedule.send(asked, timeout, left)

    RetryRun(replace(DEFAULT_POLICY, timeout=7.0), asked, SUCCESS, send, AttemptLog(time.clock())).run()
    assert [limit.total for limit in limits] == [7.0, 7.0]


def test_a_request_whose_deadline_has_passed_is_not_sent() -> None:
    time = FakeTime()
    log = AttemptLog(time.clock())
    log.start()
    time.seconds += 30.0
    schedule, asked = Schedule(time, respond()), Request("GET", URL)
    outcome = RetryRun(
        DEFAULT_POLICY, asked, SUCCESS, lambda timeout, left: schedule.send(asked, timeout, left), log
    ).run()
    assert schedule.sends == 0
    assert outcome.delivery.failure is not None
    assert outcome.delivery.failure.kind is FailureKind.DEADLINE
    assert "the deadline of 30 s had passed" in outcome.delivery.failure.detail
    assert outcome.delivery.failure.failure_class is FailureClass.FATAL
    assert [attempt.outcome for attempt in outcome.attempts] == ["deadline passed"]
    assert outcome.delivery.sent is not None
    assert (outcome.delivery.sent.method, outcome.delivery.sent.url) == ("GET", URL)


def test_every_attempt_is_in_the_record_with_its_times() -> None:
    time = FakeTime()
    outcome = play(Schedule(time, 0.1, refused(), 0.2, respond()), time)
    first, second = outcome.attempts
    assert (first.number, first.at, first.took, first.waited) == (1, 0.0, 0.1, 0.25)
    assert (second.number, second.at, second.waited) == (2, 0.35, None)
    assert second.took == pytest.approx(0.2)
    assert outcome.elapsed == pytest.approx(0.55)


def test_waits_double_up_to_the_longest_one() -> None:
    time = FakeTime()
    play(Schedule(time, refused()), time, policy=RetryPolicy(attempts=7, longest_wait=3.0, deadline=None))
    assert time.slept == [0.25, 0.5, 1.0, 2.0, 3.0, 3.0]


def test_the_jitter_is_full_for_connections() -> None:
    time = FakeTime(chance=0.0)
    play(Schedule(time, unreachable()), time)
    assert time.slept == [0.0, 0.0]


def test_a_server_in_trouble_is_never_asked_again_without_a_pause() -> None:
    time = FakeTime(chance=0.0)
    play(Schedule(time, respond(503)), time)
    assert time.slept == [0.05, 0.05]


def test_the_classic_preset_waits_two_seconds_and_then_up_to_four() -> None:
    time = FakeTime()
    play(Schedule(time, respond(500)), time, method="POST", policy=CLASSIC_POLICY)
    assert time.slept == [2.0, 4.0]


@pytest.mark.parametrize("first", [refused(), reset(), respond(429), respond(500), respond(507), respond(511)])
def test_the_classic_preset_retries_any_method(first: Delivery) -> None:
    assert attempts(first, method="POST", policy=CLASSIC_POLICY) == 2


def test_the_classic_preset_takes_a_client_error_for_a_response() -> None:
    assert attempts(respond(404), policy=CLASSIC_POLICY) == 1


@pytest.mark.parametrize(("status", "count"), [(408, 2), (425, 2), (507, 1), (500, 1), (503, 2)])
def test_retry_on_adds_and_takes_out_statuses_for_a_post(status: int, count: int) -> None:
    policy = policy_from({"retry_on": "408,425,507,-500"}, DEFAULT_POLICY)
    assert attempts(respond(status), method="POST", policy=policy) == count


@pytest.mark.parametrize(("status", "count"), [(507, 2), (500, 1)])
def test_retry_on_adds_and_takes_out_statuses_for_a_get(status: int, count: int) -> None:
    policy = policy_from({"retry_on": "507,-500"}, DEFAULT_POLICY)
    assert attempts(respond(status), policy=policy) == count


def test_the_servers_wish_is_obeyed_with_a_little_jitter() -> None:
    time = FakeTime()
    outcome = play(Schedule(time, respond(429, {"Retry-After": "3"}), respond()), time)
    assert time.slept == [3.1]
    assert outcome.attempts[0].wait_reason == "Retry-After: 3"


def test_a_date_is_a_wish_too() -> None:
    time = FakeTime(chance=0.0)
    headers = {"Retry-After": "Sat, 31 Jan 2026 12:00:05 GMT", "Date": "Sat, 31 Jan 2026 12:00:00 GMT"}
    play(Schedule(time, respond(503, headers), respond()), time)
    assert time.slept == [5.0]


def test_a_date_in_the_past_means_now() -> None:
    time = FakeTime(chance=0.0)
    play(Schedule(time, respond(503, {"Retry-After": "Fri, 01 Jan 1999 00:00:00 GMT"}), respond()), time)
    assert time.slept == [0.0]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("11", "not retried: server asked for 11 s, cap is 10 s"),
        ("31536000", "not retried: server asked for 31536000 s, cap is 10 s"),
        ("9" * 400, "not retried: server asked for inf s, cap is 10 s"),
        ("Sat, 31 Jan 2026 13:00:00 GMT", "not retried: server asked for 3600 s, cap is 10 s"),
    ],
)
def test_a_wish_above_the_cap_is_neither_obeyed_nor_overruled(wish: str, said: str) -> None:
    time = FakeTime()
    outcome = play(Schedule(time, respond(429, {"Retry-After": wish}), respond()), time)
    assert len(outcome.attempts) == 1
    assert outcome.note == said
    assert time.slept == []


def test_a_wish_of_the_very_cap_is_obeyed() -> None:
    assert attempts(respond(429, {"Retry-After": "10"})) == 2


@pytest.mark.parametrize("wish", ["-5", "soon", "1.5"])
def test_a_malformed_wish_is_ignored_with_a_note(wish: str) -> None:
    time = FakeTime()
    outcome = play(Schedule(time, respond(429, {"Retry-After": wish}), respond()), time)
    assert time.slept == [0.25]
    assert outcome.attempts[0].wait_reason == f"Retry-After: {wish} is neither seconds nor a date"


def test_a_wish_as_long_as_a_novel_is_quoted_short() -> None:
    time = FakeTime()
    outcome = play(Schedule(time, respond(429, {"Retry-After": "a" * 5000}), respond()), time)
    assert outcome.attempts[0].wait_reason == f"Retry-After: {'a' * 40}… is neither seconds nor a date"


def test_a_server_that_sends_429_for_ever_is_asked_three_times() -> None:
    time = FakeTime()
    schedule = Schedule(time, respond(429, {"Retry-After": "1"}))
    outcome = play(schedule, time)
    assert schedule.sends == 3
    assert outcome.elapsed == pytest.approx(2.2)


def test_the_deadline_holds_for_attempts_and_waits_together() -> None:
    time = FakeTime()
    schedule = Schedule(time, 9.9, respond(503, {"Retry-After": "10"}))
    outcome = play(schedule, time)
    assert schedule.sends == 2
    assert outcome.note == "not retried: the deadline of 30 s would have passed"
    assert outcome.elapsed == pytest.approx(20.0)


def test_the_last_attempt_is_cut_to_what_is_left() -> None:
    time = FakeTime()
    schedule = Schedule(time, 27.0, refused())
    play(schedule, time)
    assert schedule.timeouts == [Timeout(5.0, 30.0), Timeout(2.75, 2.75), Timeout(2.25, 2.25)]
    assert schedule.budgets == [30.0, 2.75, 2.25]


@pytest.mark.parametrize("limits", [Timeout(1.0, 2.0), Timeout(30.0, 30.0)])
def test_limits_that_fit_into_the_time_left_are_left_alone(limits: Timeout) -> None:
    time = FakeTime()
    schedule = Schedule(time, respond())
    play(schedule, time, timeout=limits)
    assert schedule.timeouts[0] is limits


def test_a_written_deadline_limits_an_attempt_that_would_wait_for_ever() -> None:
    time = FakeTime()
    schedule = Schedule(time, respond())
    play(schedule, time, policy=RetryPolicy(deadline=8.0, deadline_written=True), timeout=Timeout(None, None))
    assert schedule.timeouts == [Timeout(8.0, 8.0)]


def test_without_a_deadline_nothing_is_cut() -> None:
    time = FakeTime()
    schedule = Schedule(time, 100.0, refused())
    play(schedule, time, policy=RetryPolicy(deadline=None), timeout=Timeout(None, None))
    assert schedule.timeouts == [Timeout(None, None)] * 3
    assert schedule.budgets == [None] * 3


def test_a_file_is_sent_whole_again() -> None:
    time = FakeTime()
    file = io.BytesIO(b"the whole file")
    asked = Request("PUT", URL, data=file)
    bodies: list[bytes] = []
    schedule = Schedule(time, respond(503), respond())

    def send(timeout: Timeout, left: float | None) -> Delivery:
        bodies.append(file.read())
        return schedule.send(asked, timeout, left)

    RetryRun(DEFAULT_POLICY, asked, SUCCESS, send, AttemptLog(time.clock())).run()
    assert bodies == [b"the whole file", b"the whole file"]


def test_a_body_that_can_be_read_once_is_sent_once() -> None:
    time = FakeTime()
    outcome = play(Schedule(time, respond(503), respond()), time, method="PUT", data=iter([b"one"]))
    assert len(outcome.attempts) == 1
    assert outcome.note == "not retried: the body is a stream that can be read only once"


@pytest.mark.parametrize(("status", "cost"), [(429, 2.0), (503, 5.0)])
def test_a_retry_is_paid_from_the_budget(status: int, cost: float) -> None:
    time = FakeTime()
    purse = Purse(100.0)
    schedule = Schedule(time, respond(status), respond())
    play(schedule, time, terms={"charge": purse.takes})
    assert purse.left == 100.0 - cost


def test_a_used_up_budget_ends_it() -> None:
    time = FakeTime()
    schedule = Schedule(time, respond(503), respond())
    outcome = play(schedule, time, terms={"charge": Purse(1.0).takes})
    assert outcome.note == "not retried: the retry budget of this host is used up"
    assert time.slept == []


def limited(interval: float, *steps: Delivery | float, slots: OwnSlots | None = None) -> tuple[FakeTime, RetryOutcome]:
    time = FakeTime()
    slots = slots or OwnSlots()
    slots.book(0.0, 0.5)
    schedule = Schedule(time, *steps)
    limit = RateLimit(interval, slots, lambda: time.seconds)
    return time, play(schedule, time, terms={"limit": limit})


def test_a_rate_limit_holds_the_first_attempt_back_outside_the_deadline() -> None:
    time, outcome = limited(0.5, respond())
    assert time.slept == [0.5]
    assert outcome.elapsed == 0.0


def test_a_rate_limit_holds_a_retry_back_too() -> None:
    time, outcome = limited(2.0, respond(503), respond())
    assert time.slept == [0.5, 2.0]
    assert outcome.attempts[0].wait_reason == "rate_limit"


@pytest.mark.parametrize(("reused", "next_free"), [(True, 2.5), (False, 2.75)])
def test_the_time_of_a_first_connection_puts_the_next_request_off(reused: bool, next_free: float) -> None:
    slots = OwnSlots()
    limited(2.0, 0.25, replace(respond(), reused=reused), slots=slots)
    assert slots.next_free() == next_free


def test_only_the_time_of_the_attempt_itself_puts_the_next_request_off() -> None:
    slots = OwnSlots()
    limited(2.0, 0.25, replace(respond(503), reused=True), 0.25, replace(respond(), reused=False), slots=slots)
    assert slots.next_free() == 4.75


def test_a_longer_pause_than_the_rate_limit_stands() -> None:
    time, outcome = limited(0.1, respond(429, {"Retry-After": "2"}), respond())
    assert time.slept == [0.5, 2.1]
    assert outcome.attempts[0].wait_reason == "Retry-After: 2"


@pytest.mark.parametrize(("method", "status"), [("DELETE", 404), ("DELETE", 410), ("PUT", 409), ("PUT", 412)])
@pytest.mark.parametrize(("first", "outcome"), [(reset(), "connection reset"), (respond(502), "502")])
def test_an_outcome_that_an_applied_attempt_would_explain_says_so(
    method: str, status: int, first: Delivery, outcome: str
) -> None:
    time = FakeTime()
    end = play(Schedule(time, first, respond(status)), time, method=method)
    assert end.note == f"attempt 1 ({outcome}) may already have been applied"


def test_a_missing_page_after_a_reset_is_just_missing() -> None:
    time = FakeTime()
    assert play(Schedule(time, reset(), respond(404)), time).note == ""


def test_a_post_that_was_resent_in_doubt_says_so_even_if_it_worked() -> None:
    time = FakeTime()
    end = play(Schedule(time, stale(), respond(201)), time, method="POST")
    assert end.note == (
        "attempt 1 (connection closed without an answer) may already have been applied: this POST was sent again"
    )


def test_a_post_that_was_resent_in_doubt_and_failed_says_both() -> None:
    time = FakeTime()
    end = play(Schedule(time, stale(), respond(500)), time, method="POST")
    assert end.note == (
        "not retried: the server may have applied it before it answered 500, and POST is not idempotent; "
        "attempt 1 (connection closed without an answer) may already have been applied: this POST was sent again"
    )


def test_a_post_with_a_key_leaves_no_doubt() -> None:
    time = FakeTime()
    assert play(Schedule(time, stale(), respond(201)), time, method="POST", headers=KEY).note == ""


def test_a_refused_connection_leaves_no_doubt() -> None:
    time = FakeTime()
    assert play(Schedule(time, refused(), respond(404)), time, method="DELETE").note == ""


class Purse:
    """A budget that remembers what is left."""

    def __init__(self, left: float) -> None:
        self.left = left

    def takes(self, cost: float) -> bool:
        self.left -= cost
        return self.left >= 0


class StopNowError(Exception):
    """Stands for the time-out of a test, which is an ordinary exception before Robot Framework 7.5."""


@pytest.mark.parametrize("before", [0, 1, 2])
def test_the_end_of_the_test_ends_everything_at_once(before: int) -> None:
    time = FakeTime()
    schedule = Schedule(time, respond(503))
    asked = Request("GET", URL)

    def send(timeout: Timeout, left: float | None) -> Delivery:
        if schedule.sends == before:
            raise StopNowError
        return schedule.send(asked, timeout, left)

    with pytest.raises(StopNowError):
        RetryRun(DEFAULT_POLICY, asked, SUCCESS, send, AttemptLog(time.clock())).run()
    assert schedule.sends == before


def test_the_end_of_the_test_ends_a_pause_too() -> None:
    time = FakeTime()
    clock = time.clock()
    asked = Request("GET", URL)
    schedule = Schedule(time, respond(503))

    def sleep(seconds: float) -> None:
        raise StopNowError

    run = RetryRun(
        DEFAULT_POLICY,
        asked,
        SUCCESS,
        lambda timeout, left: schedule.send(asked, timeout, left),
        AttemptLog(replace(clock, sleep=sleep)),
    )
    with pytest.raises(StopNowError):
        run.run()
    assert schedule.sends == 1


OUTCOMES = st.one_of(
    st.sampled_from([refused(), stale(), reset(), fatal()]),
    st.integers(200, 599).map(respond),
    st.builds(
        lambda status, wish: respond(status, {"Retry-After": wish}),
        st.sampled_from([429, 503, 500]),
        st.one_of(st.integers(-5, 40).map(str), st.text(max_size=12), st.just("Sat, 31 Jan 2026 12:00:09 GMT")),
    ),
)
STEPS = st.lists(st.tuples(st.floats(0.0, 20.0), OUTCOMES), min_size=1, max_size=12)
POLICIES = st.builds(
    RetryPolicy,
    attempts=st.integers(1, 6),
    first_wait=st.floats(0.0, 5.0),
    longest_wait=st.floats(5.0, 9.0),
    shortest_wait=st.floats(0.0, 5.0),
    retry_after_cap=st.floats(0.0, 20.0),
    deadline=st.one_of(st.none(), st.floats(0.5, 60.0)),
    deadline_written=st.booleans(),
    resend_post_on_stale=st.booleans(),
)


@given(STEPS, POLICIES, st.sampled_from(SAFE + UNSAFE), st.floats(0.0, 1.0))
def test_no_faults_make_more_attempts_or_longer_waits_than_the_policy_allows(
    steps: list[tuple[float, Delivery]], policy: RetryPolicy, method: str, chance: float
) -> None:
    time = FakeTime(chance)
    schedule = Schedule(time, *(part for step in steps for part in step))
    outcome = play(schedule, time, method=method, policy=policy)
    deadline = policy.deadline_for(Timeout())
    assert schedule.sends <= policy.attempts + 1
    assert all(wait <= max(policy.longest_wait, policy.retry_after_cap) + 0.1 for wait in time.slept)
    assert sum(time.slept) <= (deadline if deadline is not None else sum(time.slept))
    assert len(outcome.attempts) == schedule.sends == len(time.slept) + 1


@given(STEPS, POLICIES, st.sampled_from(UNSAFE))
def test_no_faults_send_a_post_again_that_may_have_been_applied(
    steps: list[tuple[float, Delivery]], policy: RetryPolicy, method: str
) -> None:
    time = FakeTime()
    schedule = Schedule(time, *(part for step in steps for part in step))
    outcome = play(schedule, time, method=method, policy=policy)
    doubtful = [
        attempt for attempt in outcome.attempts[:-1] if attempt.failure or attempt.status not in policy.not_processed
    ]
    classes = [attempt.failure.failure_class for attempt in doubtful if attempt.failure]
    assert len(classes) == len(doubtful)
    assert classes.count(FailureClass.STALE) <= (1 if policy.resend_post_on_stale else 0)
    assert FailureClass.AMBIGUOUS not in classes
    assert FailureClass.FATAL not in classes


def test_two_attempts_are_two_attempts() -> None:
    time = FakeTime()
    schedule = Schedule(time, respond(503))
    play(schedule, time, policy=RetryPolicy(attempts=2))
    assert schedule.sends == 2


def test_each_limit_of_an_attempt_is_cut_by_itself() -> None:
    time = FakeTime()
    schedule = Schedule(time, respond())
    play(schedule, time, policy=RetryPolicy(deadline=10.0, deadline_written=True), timeout=Timeout(5.0, 30.0))
    assert schedule.timeouts == [Timeout(5.0, 10.0)]


def test_an_attempt_gets_a_millisecond_at_least() -> None:
    time = FakeTime(chance=0.0)
    schedule = Schedule(time, 29.9995, refused())
    play(schedule, time)
    assert schedule.budgets[1] == 0.001


def test_a_pause_of_the_very_time_left_is_too_long() -> None:
    time = FakeTime()
    schedule = Schedule(time, respond(503))
    play(schedule, time, policy=RetryPolicy(deadline=0.25, deadline_written=True))
    assert schedule.sends == 1


def test_a_wish_of_forty_characters_is_quoted_whole() -> None:
    time = FakeTime()
    outcome = play(Schedule(time, respond(429, {"Retry-After": "a" * 40}), respond()), time)
    assert outcome.attempts[0].wait_reason == f"Retry-After: {'a' * 40} is neither seconds nor a date"
