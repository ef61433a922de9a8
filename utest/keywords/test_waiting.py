"""The keywords that wait."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fake_time import FakeTime
from fakes import FakeTransport, context, furnished, lost, responded

from SteadyAPI.engine.exchange import FailureClass, FailureKind
from SteadyAPI.errors import ExpectationError, NoResponseError, SessionError, UsageError
from SteadyAPI.keywords.waiting import WaitingKeywords
from SteadyAPI.robot_compat import Secret

REFUSED = lost(FailureKind.REFUSED, FailureClass.UNSENT)
RUNNING = responded(body=b'{"status": "running"}')
DONE = responded(body=b'{"status": "done"}')
FIVE_SECONDS = timedelta(seconds=5)


class Suite:
    """Waiting keywords over a fake transport and a fake clock."""

    def __init__(self, *deliveries: Any, alias: str = "shop") -> None:
        self.transport = FakeTransport(*deliveries)
        self.context = context(self.transport, alias=alias)
        furnished(self.context, surroundings=replace(self.context.surroundings, clock=FakeTime().clock()))
        self.keywords = WaitingKeywords(self.context)

    @property
    def entries(self) -> list[str]:
        entries: list[str] = self.context.log.entries  # type: ignore[attr-defined]  # the fake's own
        return entries


def test_a_value_is_waited_for_and_returned() -> None:
    suite = Suite(REFUSED, responded(503), RUNNING, DONE)
    assert suite.keywords.wait_until_json_value("/jobs/7", "$.status", "done") == "done"
    assert len(suite.transport.requests) == 4


def test_all_polls_make_one_entry() -> None:
    suite = Suite(RUNNING, RUNNING, DONE)
    suite.keywords.wait_until_json_value("/jobs/7", "$.status", "done")
    assert len(suite.entries) == 1
    assert "3 polls" in suite.entries[0]


def test_a_value_that_stays_away_fails_and_tells_its_story() -> None:
    suite = Suite(RUNNING)
    with pytest.raises(ExpectationError) as caught:
        suite.keywords.wait_until_json_value("/jobs/7", "$.status", "done", timeout=FIVE_SECONDS, message="Stuck")
    assert "/orders: $.status stayed" in str(caught.value)
    assert str(caught.value).startswith("Stuck\n")
    assert len(suite.entries) == 1


def test_a_terminal_value_fails_at_once() -> None:
    suite = Suite(RUNNING, responded(body=b'{"status": "failed"}'), DONE)
    with pytest.raises(ExpectationError, match=r'\$.status became "failed" after'):
        suite.keywords.wait_until_json_value("/jobs/7", "$.status", "done", fail_when=["failed"])


def test_a_request_that_can_never_be_answered_fails_at_once() -> None:
    suite = Suite(lost(FailureKind.TLS, FailureClass.FATAL, "certificate has expired"))
    with pytest.raises(NoResponseError, match="certificate has expired"):
        suite.keywords.wait_until_status("/health", 200)
    assert len(suite.transport.requests) == 1


def test_a_status_is_waited_for_and_its_response_returned() -> None:
    suite = Suite(REFUSED, responded(503), responded(204))
    response = suite.keywords.wait_until_status("/health", "2xx", fail_when="500", interval=timedelta(seconds=1))
    assert response.status_code == 204


def test_a_status_that_stays_away_fails() -> None:
    with pytest.raises(ExpectationError, match=r"status stayed 503 Said for 5 s \(\d polls\), expected 200"):
        Suite(responded(503)).keywords.wait_until_status("/health", 200, timeout=FIVE_SECONDS)


ORDER = {"type": "object", "required": ["total"], "properties": {"total": {"type": "number"}}}
FAILED = {"type": "object", "required": ["error"]}


def test_a_shape_is_waited_for_and_the_object_returned() -> None:
    suite = Suite(REFUSED, responded(body=b"<html>"), responded(body=b"{}"), responded(body=b'{"total": 5}'))
    assert suite.keywords.wait_until_response_matches("/orders/1", ORDER) == {"total": 5}


def test_a_shape_that_stays_away_fails_with_its_mismatches() -> None:
    suite = Suite(responded(body=b"{}"))
    before = len(suite.context.checks.checks)
    with pytest.raises(ExpectationError, match=r"the body stayed 1 mismatch for 5 s .*\n  \$\.total: required, absent"):
        suite.keywords.wait_until_response_matches("/orders/1", ORDER, timeout=FIVE_SECONDS)
    assert suite.context.checks.checks[before:][0].violations


def test_a_terminal_shape_fails_at_once() -> None:
    suite = Suite(responded(body=b"{}"), responded(body=b'{"error": 1}'), responded(body=b'{"total": 5}'))
    with pytest.raises(ExpectationError, match="the body became "):
        suite.keywords.wait_until_response_matches("/orders/1", ORDER, fail_when=FAILED)


def test_a_shape_that_got_no_response_is_no_contract_that_was_checked() -> None:
    suite = Suite(REFUSED)
    before = len(suite.context.checks.checks)
    with pytest.raises(ExpectationError, match="the answer stayed connection refused"):
        suite.keywords.wait_until_response_matches("/orders/1", ORDER, timeout=FIVE_SECONDS)
    assert suite.context.checks.checks[before:] == ()


def test_the_request_is_written_as_for_any_other() -> None:
    suite = Suite(responded(204))
    suite.keywords.wait_until_status(
        "/jobs", 204, alias="shop", method="head", params={"q": "1"}, headers={"X-Mine": "2"}
    )
    request = suite.transport.request
    assert (request.method, request.url, request.params) == ("HEAD", "http://shop.test/jobs", [("q", "1")])
    assert request.headers["X-Mine"] == "2"


def test_a_whole_url_needs_no_session() -> None:
    suite = Suite(responded(), alias="")
    suite.keywords.wait_until_status("http://else.test/health", 200)
    assert suite.transport.request.url == "http://else.test/health"


def test_a_relative_url_without_a_session_is_refused() -> None:
    with pytest.raises(SessionError):
        Suite(alias="").keywords.wait_until_status("/health", 200)


def test_polls_neither_open_the_breaker_nor_stop_at_it() -> None:
    suite = Suite(*[REFUSED] * 12, responded())
    assert suite.keywords.wait_until_status("/health", 200).status_code == 200
    assert suite.context.surroundings.protection.health() == {}


def test_a_wait_that_asks_wrongly_sends_nothing() -> None:
    suite = Suite()
    with pytest.raises(UsageError, match="timeout: expected a time above 0"):
        suite.keywords.wait_until_status("/health", 200, timeout=timedelta(0))
    assert suite.transport.requests == []
    assert suite.entries == []


def test_a_wait_that_is_stopped_from_outside_still_shows_its_polls() -> None:
    suite = Suite(RUNNING)
    clock = replace(suite.context.surroundings.clock, sleep=stop)
    furnished(suite.context, surroundings=replace(suite.context.surroundings, clock=clock))
    with pytest.raises(KeyboardInterrupt):
        suite.keywords.wait_until_json_value("/jobs/7", "$.status", "done")
    assert "1 poll" in suite.entries[0]


def test_a_wait_that_is_stopped_before_its_first_response_shows_nothing() -> None:
    suite = Suite()
    vars(suite.transport)["send"] = stop
    with pytest.raises(KeyboardInterrupt):
        suite.keywords.wait_until_status("/health", 200)
    assert suite.entries == []


def stop(*_arguments: object) -> Any:
    raise KeyboardInterrupt


def test_a_path_that_is_none_is_told_before_anything_is_sent() -> None:
    suite = Suite()
    with pytest.raises(UsageError, match=r'expected a JSONPath that begins with \$, got "status"'):
        suite.keywords.wait_until_json_value("/jobs/7", "status", "done")
    assert suite.transport.requests == []


def test_a_secret_is_waited_for_by_its_value() -> None:
    suite = Suite(RUNNING, responded(body=b'{"voucher": "voucher-value-1"}'))
    awaited = suite.keywords.wait_until_json_value("/jobs/7", "$.voucher", Secret("voucher-value-1"))
    assert awaited == "voucher-value-1"


def test_a_secret_ends_a_wait_by_its_value() -> None:
    suite = Suite(responded(body=b'{"status": "voucher-value-2"}'), DONE)
    with pytest.raises(ExpectationError, match="became"):
        suite.keywords.wait_until_json_value("/jobs/7", "$.status", "done", fail_when=[Secret("voucher-value-2")])


def test_a_method_that_is_no_word_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^method: expected a word such as GET or PROPFIND"):
        Suite(DONE).keywords.wait_until_status("/jobs/7", 200, method="GE T")
