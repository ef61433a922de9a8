"""The keywords that show retries and the state of hosts."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fakes import FakeTransport, context, lost, responded

from SteadyAPI.arguments import ExpectedError, RetryPreset, RetryScope
from SteadyAPI.engine.exchange import FailureClass, FailureKind
from SteadyAPI.engine.retry.policy import RetryPolicy
from SteadyAPI.errors import ExpectationError, NoResponseError, StatusError, UsageError
from SteadyAPI.keywords.request import RequestKeywords
from SteadyAPI.keywords.retry import RetryKeywords

REFUSED = lost(FailureKind.REFUSED, FailureClass.UNSENT)


class Suite:
    """Keywords over one fake transport."""

    def __init__(self, *deliveries: Any) -> None:
        self.transport = FakeTransport(*deliveries)
        self.context = context(self.transport)
        self.requests: Any = RequestKeywords(self.context)
        self.retries = RetryKeywords(self.context)

    def dead(self) -> None:
        for _ in range(5):
            with pytest.raises(NoResponseError):
                self.requests.GET("/orders")


def test_the_retries_of_the_last_request_are_counted() -> None:
    suite = Suite(responded(503), responded(503), responded())
    suite.requests.GET("/orders")
    assert suite.retries.get_retry_count() == 2


def test_the_retries_of_a_given_response_are_counted() -> None:
    suite = Suite(responded(503), responded(), responded())
    first = suite.requests.GET("/orders")
    suite.requests.GET("/orders")
    assert suite.retries.get_retry_count(first) == 1
    assert suite.retries.get_retry_count() == 0


def test_the_retries_of_the_test_and_of_the_run_are_counted() -> None:
    suite = Suite(responded(503), responded(), responded(503), responded())
    suite.requests.GET("/orders")
    suite.context.ledger.begin_test()
    suite.requests.GET("/orders")
    assert suite.retries.get_retry_count(scope=RetryScope.test) == 1
    assert suite.retries.get_retry_count(scope=RetryScope.run) == 2


def test_without_a_request_there_is_nothing_to_count() -> None:
    with pytest.raises(UsageError, match="no request has been answered yet"):
        Suite().retries.get_retry_count()


def test_another_count_than_expected_fails() -> None:
    suite = Suite(responded(503), responded())
    suite.requests.GET("/orders")
    suite.retries.retry_count_should_be(1)
    with pytest.raises(ExpectationError, match=r"Expected 0 retries, got 1 retry \(request\)"):
        suite.retries.retry_count_should_be(0)


def test_a_dead_host_shows_in_its_health_and_can_be_reset() -> None:
    suite = Suite(REFUSED)
    suite.dead()
    assert suite.retries.get_host_health() == {"http://shop.test": {"breaker": "open", "lost": 5, "budget": 90.0}}
    with pytest.raises(
        NoResponseError, match=r"GET /orders was not sent: shop.test lost 5 requests in a row .*\n.*Reset"
    ):
        suite.requests.GET("/orders")
    suite.retries.reset_host_health("http://shop.test/orders")
    assert suite.retries.get_host_health() == {}


def test_one_lost_request_leaves_the_breaker_closed() -> None:
    suite = Suite(REFUSED)
    with pytest.raises(NoResponseError):
        suite.requests.GET("/orders")
    assert suite.retries.get_host_health()["http://shop.test"]["breaker"] == "closed"
    suite.retries.reset_host_health()
    assert suite.retries.get_host_health() == {}


def test_a_used_up_budget_is_warned_of_once() -> None:
    suite = Suite(responded(503))
    for _ in range(20):
        with pytest.raises(StatusError):
            suite.requests.GET("/orders", expected_status="201")
        suite.context.surroundings.protection.settle(
            "http://shop.test", responded(), suite.context.surroundings.clock, counts=True
        )
    warnings = [entry for entry in suite.context.log.entries if entry.startswith("WARN")]  # type: ignore[attr-defined]
    assert len(warnings) == 1
    assert "The retry budget of shop.test is used up" in warnings[0]


@pytest.mark.parametrize(("retry", "sends"), [(RetryPreset.none, 1), (None, 3), ({"attempts": 5}, 5)])
def test_a_call_has_its_own_policy(retry: Any, sends: int) -> None:
    suite = Suite(responded(503))
    with pytest.raises(StatusError):
        suite.requests.GET("/orders", retry=retry)
    assert len(suite.transport.requests) == sends


def test_an_expected_error_passes_at_once_and_returns_its_words() -> None:
    suite = Suite(REFUSED)
    assert suite.requests.GET("/orders", expect_error=ExpectedError.refused) == "connection refused"
    assert len(suite.transport.requests) == 1


@pytest.mark.parametrize("outcome", [responded(), REFUSED])
def test_another_outcome_than_the_expected_error_fails(outcome: Any) -> None:
    with pytest.raises(ExpectationError, match="Expected the error dns, got "):
        Suite(outcome).requests.GET("/orders", expect_error=ExpectedError.dns)


def test_a_status_and_an_error_cannot_be_expected_together() -> None:
    with pytest.raises(UsageError, match="expected expected_status= or expect_error=, got both"):
        Suite().requests.GET("/orders", expect_error=ExpectedError.dns, expected_status=200)


def test_an_idempotency_key_goes_with_the_request_and_its_retries() -> None:
    suite = Suite(responded(500), responded())
    suite.requests.POST("/orders", idempotency_key="auto")
    keys = {request.headers["Idempotency-Key"] for request in suite.transport.requests}
    assert len(suite.transport.requests) == 2
    assert len(keys) == 1


def test_a_time_limit_above_the_sessions_written_deadline_is_a_contradiction() -> None:
    suite = Suite()
    session = suite.context.sessions.get("shop")
    session.settings = replace(session.settings, policy=RetryPolicy(deadline=10.0, deadline_written=True))
    with pytest.raises(UsageError, match="the deadline of 10 s is shorter than the time limit of one attempt, 60 s"):
        suite.requests.GET("/orders", timeout=timedelta(seconds=60))
    assert suite.transport.requests == []


def test_the_suites_own_words_stand_in_front_of_another_outcome() -> None:
    with pytest.raises(ExpectationError, match=r"^The port is open\n  Expected the error refused, got an answer"):
        Suite().requests.GET("/orders", expect_error=ExpectedError.refused, message="The port is open")
