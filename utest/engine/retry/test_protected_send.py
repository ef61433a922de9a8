"""The way of one request through limit, breaker, retries and budget."""

from typing import Any

import pytest
from fake_time import NOON_HERE, FakeTime
from schedule import URL, Schedule, refused, respond, unreachable

from SteadyAPI.engine.exchange import Attempt, FailureKind, Request
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.retry.attempt_log import AttemptLog, RetryOutcome
from SteadyAPI.engine.retry.host_protection import Protection
from SteadyAPI.engine.retry.policy import DEFAULT_POLICY, RetryPolicy
from SteadyAPI.engine.retry.protected_send import dispatch
from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit
from SteadyAPI.engine.transport import Delivery


class Run:
    """A run of the same request, again and again."""

    def __init__(self, *steps: Delivery | float, limit: float = 0.0) -> None:
        self.time = FakeTime()
        self.schedule = Schedule(self.time, *steps)
        self.protection = Protection()
        self._limit = RateLimit(limit, OwnSlots(), lambda: self.time.seconds) if limit else None

    def send(self, **call: Any) -> RetryOutcome:
        return dispatch(
            Request("GET", URL),
            Call(method="GET", url=URL, **call),
            self.schedule,
            policy=DEFAULT_POLICY,
            limit=self._limit,
            protection=self.protection,
            log=AttemptLog(self.time.clock()),
        )

    def sends_of(self, **call: Any) -> int:
        before = self.schedule.sends
        self.send(**call)
        return self.schedule.sends - before


def dead() -> Run:
    run = Run(refused())
    for _ in range(5):
        run.send()
    return run


def test_the_sessions_policy_holds_unless_the_call_has_its_own() -> None:
    assert Run(unreachable()).sends_of() == 3
    assert Run(unreachable()).sends_of(policy=RetryPolicy(attempts=5)) == 5


@pytest.mark.parametrize("call", [{"retries": False}, {"expect_error": frozenset({FailureKind.REFUSED})}])
def test_a_call_that_wants_no_retries_gets_none(call: dict[str, Any]) -> None:
    assert Run(refused()).sends_of(**call, policy=RetryPolicy(attempts=5)) == 1


def test_the_sixth_request_to_a_dead_host_is_not_sent() -> None:
    run = dead()
    assert run.sends_of() == 0
    outcome = run.send()
    failure = outcome.delivery.failure
    assert failure is not None
    assert failure.kind is FailureKind.BREAKER
    assert failure.detail.startswith(f"shop.test lost 5 requests in a row since {NOON_HERE}:0")
    assert outcome.attempts == (Attempt(1, at=0.0, took=0.0, failure=failure),)
    assert outcome.elapsed == 0.0


def test_a_dead_host_costs_the_run_less_than_five_seconds() -> None:
    assert 3.0 <= dead().time.seconds < 3.5


def test_a_host_whose_refusal_was_not_waited_out_is_waited_for() -> None:
    run = Run(refused())
    run.send(retries=False)
    run.send()
    assert run.time.seconds >= 3.0


def test_a_host_that_is_back_is_waited_for_again() -> None:
    run = Run(*[refused()] * 16, respond(), refused())
    assert [len(run.send().attempts) for _ in range(3)] == [15, 1, 1]
    begun = run.time.seconds
    run.send()
    assert run.time.seconds - begun >= 3.0


def test_a_probe_is_not_retried() -> None:
    run = dead()
    run.time.seconds += 10
    assert run.sends_of() == 1


@pytest.mark.parametrize(
    "call",
    [
        {"expect_error": frozenset({FailureKind.REFUSED})},
        {"polls": True, "retries": False},
        {"expected": expect("5xx"), "retries": False},
    ],
)
def test_a_call_about_the_failure_itself_is_sent_to_a_dead_host(call: dict[str, Any]) -> None:
    assert dead().sends_of(**call) == 1


def test_calls_about_the_failure_itself_kill_no_host() -> None:
    run = Run(respond(503))
    for _ in range(10):
        run.send(expected=expect(503))
    assert run.sends_of(retries=False) == 1


def test_retries_are_paid_from_the_hosts_budget() -> None:
    run = Run(respond(429), respond())
    run.send()
    assert next(iter(run.protection.health().values())).budget.left == 99.0


def test_a_poll_costs_the_budget_nothing() -> None:
    run = Run(respond(503), respond())
    run.send(polls=True)
    assert run.schedule.sends == 2
    assert run.protection.health() == {}


def test_the_limit_spaces_requests_out() -> None:
    run = Run(respond(), limit=0.5)
    run.send()
    run.send()
    assert run.time.slept == [0.5]
