"""Different requests that overlap, as keywords."""

import io
import threading
from datetime import timedelta
from typing import Any

import pytest
from batches import PATIENCE
from fakes import FakeTransport, lost, responded
from keyword_suite import KeywordSuite

from SteadyAPI.arguments import ExpectedError
from SteadyAPI.engine.concurrency.started import StartedRequest
from SteadyAPI.engine.exchange import Exchange, FailureClass, FailureKind, Request, Timeout
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.errors import ContractError, NoResponseError, StatusError, TokenError, UsageError
from SteadyAPI.keywords.concurrency.started import StartedKeywords

RESET = lost(FailureKind.RESET, FailureClass.AMBIGUOUS)
MOMENT = timedelta(milliseconds=1)


class Slow(FakeTransport):
    """Responds when it is told to."""

    def __init__(self, *deliveries: Delivery) -> None:
        super().__init__(*deliveries)
        self.go = threading.Event()

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        assert self.go.wait(PATIENCE)
        return super().send(request, timeout, budget)


class Suite(KeywordSuite[StartedKeywords]):
    """The keywords over a fake transport."""

    group = StartedKeywords

    def start(self, name: str = "", **options: Any) -> str:
        return str(self.keywords.start_request("get", "/orders", **{"as": name}, **options))

    def wait(self, name: str, timeout: timedelta | None = None) -> Any:
        return self.keywords.wait_for_started_response(name, timeout)


def test_the_response_is_logged_and_counted_when_it_is_waited_for() -> None:
    suite = Suite()
    assert suite.start("report") == "report"
    assert suite.entries == ['INFO GET /orders is on its way as "report".']
    assert suite.context.ledger.calls == {}
    assert suite.wait("report").status_code == 200
    assert suite.context.ledger.calls == {"GET /orders": 1}
    assert "GET http://shop.test/orders &rarr; " in suite.entries[1]


def test_it_is_the_last_response_from_then_on() -> None:
    suite = Suite()
    suite.start("report")
    assert suite.context.sessions.last_exchange is None
    response = suite.wait("report")
    last = suite.context.sessions.last_exchange
    assert last is not None
    assert last.response is not None
    assert last.response.requests_response is response


def test_names_are_given_where_there_is_none() -> None:
    suite = Suite()
    assert [suite.start(), suite.start(), suite.start()] == ["GET /orders", "GET /orders (2)", "GET /orders (3)"]
    suite.wait("GET /orders (2)")
    assert suite.start() == "GET /orders (2)"
    assert len(suite.keywords.wait_for_all_responses()) == 3


def test_a_name_that_is_taken_is_refused() -> None:
    suite = Suite()
    suite.start("report")
    with pytest.raises(UsageError) as caught:
        suite.start("Report")
    assert str(caught.value) == (
        '"Report" is on its way already: GET /orders.\n'
        "  wait for it first: Wait For Started Response    Report\n"
        "  or give this one another name: as=..."
    )
    suite.wait("report")
    suite.start("report")
    suite.wait("report")


def test_an_unexpected_status_fails_when_it_is_waited_for() -> None:
    suite = Suite(responded(404))
    suite.start("report", expected_status=200, message="No report")
    with pytest.raises(StatusError, match="No report\n  Expected 200, got 404"):
        suite.wait("report")


def test_no_response_fails_when_it_is_waited_for() -> None:
    suite = Suite(RESET)
    suite.start("report")
    with pytest.raises(NoResponseError, match="connection reset"):
        suite.wait("report")


def test_an_error_that_is_wanted_is_returned() -> None:
    suite = Suite(RESET)
    suite.start("report", expect_error=ExpectedError.reset)
    assert suite.wait("report") == "connection reset"


def test_contracts_see_it() -> None:
    def observe(exchange: Exchange) -> None:
        raise ContractError("broken", exchange)

    suite = Suite()
    suite.session.observers["openapi"] = observe
    suite.start("report")
    with pytest.raises(ContractError, match="broken"):
        suite.wait("report")


def test_a_wait_that_is_too_short_can_be_repeated() -> None:
    transport = Slow()
    suite = Suite(transport=transport)
    suite.start("report")
    with pytest.raises(NoResponseError) as caught:
        suite.wait("report", MOMENT)
    first, second = str(caught.value).splitlines()
    assert first.startswith('No response yet to "report": GET /orders, sent ')
    assert second == "  it goes on, and can be waited for again"
    transport.go.set()
    assert suite.wait("report", timedelta(seconds=PATIENCE)).status_code == 200


def test_all_are_waited_for_in_the_order_of_their_starts() -> None:
    suite = Suite(responded(200))
    suite.start("a")
    suite.start("b")
    responses = suite.keywords.wait_for_all_responses(timedelta(seconds=PATIENCE))
    assert [response.status_code for response in responses] == [200, 200]
    assert responses.title == "2 started requests"
    with pytest.raises(UsageError) as caught:
        suite.keywords.wait_for_all_responses()
    assert str(caught.value) == (
        "no request is on its way: none was started, or all have been waited for.\n"
        "  start one: Start Request    GET    /orders    as=orders"
    )


def test_those_that_are_late_are_named() -> None:
    transport = Slow()
    suite = Suite(transport=transport)
    suite.start("a")
    suite.start("b")
    with pytest.raises(NoResponseError) as caught:
        suite.keywords.wait_for_all_responses(MOMENT)
    lines = str(caught.value).splitlines()
    assert lines[0] == "No response yet to 2 requests; they go on, and can be waited for again"
    assert lines[1].startswith('  "a": GET /orders, sent ')
    transport.go.set()
    suite.keywords.wait_for_all_responses()


def test_one_failure_of_all_is_told_as_it_is() -> None:
    suite = Suite(responded(404))
    suite.start("a", expected_status=200)
    suite.start("b", expected_status=404)
    with pytest.raises(StatusError, match=r"^Expected 200, got 404"):
        suite.keywords.wait_for_all_responses()
    assert suite.context.ledger.calls == {"GET /orders": 2}


def test_several_failures_are_listed() -> None:
    suite = Suite(responded(404))
    for name in "abc":
        suite.start(name, expected_status=200 if name < "c" else 404)
    with pytest.raises(StatusError) as caught:
        suite.keywords.wait_for_all_responses()
    lines = str(caught.value).splitlines()
    assert lines[0] == "2 of 3 started requests failed"
    assert lines[1].startswith("  1. Expected 200, got 404")
    assert lines[2].startswith("  2. Expected 200, got 404")


def test_files_are_closed_when_it_is_back() -> None:
    suite, file = Suite(), io.BytesIO(b"x")
    suite.start("upload", data=file)
    suite.wait("upload")
    assert file.closed


def test_a_part_may_be_given_alone() -> None:
    suite = Suite()
    suite.start("upload", files=("document", "text"))
    suite.wait("upload")
    assert b'name="document"' in suite.transport.request.data


def test_what_was_ended_before_it_was_sent_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    suite = Suite()
    suite.start("report")
    assert next(iter(suite.context.started)).is_back_within(PATIENCE)
    monkeypatch.setattr(StartedRequest, "taken", lambda _self: None)
    with pytest.raises(NoResponseError, match='"report" was ended before it was sent: GET /orders'):
        suite.wait("report")


def test_a_wait_takes_time() -> None:
    suite = Suite()
    suite.start("report")
    with pytest.raises(UsageError, match=r"^timeout: expected a time above 0, got -1 s\.$"):
        suite.wait("report", timedelta(seconds=-1))
    with pytest.raises(UsageError, match=r"^timeout: expected a time above 0, got 0 s\.$"):
        suite.keywords.wait_for_all_responses(timedelta())
    suite.wait("report")


def test_what_an_error_ends_after_its_first_attempt_is_recorded_before_it_is_raised() -> None:
    class Spent:
        def value(self) -> str:
            return "first"

        def renew(self, refused: str) -> str | None:
            raise TokenError("no other token for you")

    suite = Suite(responded(401))
    suite.session.use_token(Spent())
    suite.start("report")
    with pytest.raises(TokenError, match="no other token for you"):
        suite.wait("report")
    assert suite.context.ledger.calls == {"GET /orders": 1}
    assert "GET http://shop.test/orders" in suite.entries[1]
