"""Many requests at once, as keywords."""

import io
import itertools
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from crowd import crowd_server
from fakes import lost, responded
from keyword_suite import BatchSuite

from SteadyAPI.arguments import ExpectedError, RetryPreset
from SteadyAPI.engine.exchange import Exchange, FailureClass, FailureKind
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit
from SteadyAPI.errors import ContractError, NoResponseError, SessionError, StatusError, UsageError
from SteadyAPI.library import SteadyAPI

RESET = lost(FailureKind.RESET, FailureClass.AMBIGUOUS)


def test_a_request_is_sent_as_often_as_asked_for() -> None:
    suite = BatchSuite()
    responses = suite.send(5)
    assert [response.status_code for response in responses] == [200] * 5
    assert [request.method for request in suite.transport.requests] == ["POST"] * 5


def test_every_status_passes_and_nothing_is_tried_again() -> None:
    suite = BatchSuite(responded(503))
    assert [response.status_code for response in suite.send(4)] == [503] * 4
    assert len(suite.transport.requests) == 4


def test_retries_that_are_asked_for_are_made() -> None:
    suite = BatchSuite(responded(503), responded(200))
    suite.send(1, retry=RetryPreset.default, expected_status=200)
    assert len(suite.transport.requests) == 2


def test_unexpected_statuses_fail_with_the_suites_own_words() -> None:
    with pytest.raises(StatusError) as caught:
        BatchSuite(responded(409)).send(2, expected_status=201, message="No order")
    assert str(caught.value) == (
        "No order\n  Expected 201 from all 2, got it from none: POST /orders (2 at once)\n  409 twice: #1, #2"
    )


def test_a_request_without_response_fails_although_every_status_passes() -> None:
    with pytest.raises(NoResponseError, match="connection reset 3 times: #1, #2, #3"):
        BatchSuite(RESET).send()


def test_an_error_that_is_wanted_is_returned() -> None:
    assert BatchSuite(RESET).send(expect_error=ExpectedError.reset) == ["connection reset"] * 3


def test_all_make_one_entry_and_each_is_counted() -> None:
    suite = BatchSuite()
    suite.send(6)
    assert len(suite.entries) == 1
    assert "POST /orders · 6 times &rarr; " in suite.entries[0]
    assert suite.context.ledger.calls == {"POST /orders": 6}


def test_the_record_of_the_run_has_the_batch() -> None:
    suite, noted = BatchSuite(), list[tuple[str, Any]]()
    observer = SimpleNamespace(request=lambda *_: None, note=lambda kind, facts, _: noted.append((kind, facts)))
    suite.context.ledger.observe(lambda: observer)
    suite.send(3)
    ((kind, facts),) = noted
    assert (kind, facts["request"], facts["sent"], facts["outcomes"]) == ("batch", "POST /orders", 3, {"200": 3})


def test_the_last_response_of_the_list_is_the_last_one() -> None:
    suite = BatchSuite()
    responses = suite.send()
    exchange = suite.context.sessions.last_exchange
    assert exchange is not None
    assert exchange.response is not None
    assert exchange.response.requests_response is responses[-1]
    assert len(suite.transport.twins) == 3


@pytest.mark.parametrize(("status", "entries"), [(200, 0), (500, 4)])
def test_of_unexpected_requests_three_are_logged_as_a_whole(status: int, entries: int) -> None:
    suite = BatchSuite(responded(status))
    if status == 200:
        suite.send(5, expected_status=200, log=Detail.failures)
    else:
        with pytest.raises(StatusError):
            suite.send(5, expected_status=200, log=Detail.failures)
    assert len(suite.entries) == entries


def test_more_at_once_than_connections_are_kept_says_so() -> None:
    suite = BatchSuite()
    suite.send(40)
    assert suite.entries[0] == ('INFO at_once: session "shop" keeps up to 40 connections open now, 32 until now.')
    suite.send(40)
    assert len(suite.entries) == 3


def test_a_rate_limit_releases_nothing_together() -> None:
    suite = BatchSuite()
    suite.session.update(rate_limit=RateLimit(0.0, OwnSlots(), lambda: 0.0))
    assert suite.send(3).title == "POST /orders, 3 at once"


def test_contracts_judge_each_response() -> None:
    suite, seen = BatchSuite(), list[Exchange]()

    def observe(exchange: Exchange) -> None:
        seen.append(exchange)
        if len(seen) in {2, 3}:
            raise ContractError(f"broken {len(seen)}", exchange)

    suite.session.observers["openapi"] = observe
    with pytest.raises(ContractError, match=r"2 of 4 responses break their contract: POST /orders\n  #2, #3"):
        suite.send(4)
    suite.send(4, contract=False)
    assert len(seen) == 4


def test_each_item_makes_a_request() -> None:
    suite = BatchSuite()
    responses = suite.send_each([1, 2, 3], at_once=1)
    assert [request.url.rpartition("/")[2] for request in suite.transport.requests] == ["1", "2", "3"]
    assert (len(responses), responses.title) == (3, "GET /orders/{id}, 1 at once")


def test_bodies_and_headers_come_from_items() -> None:
    suite = BatchSuite()
    items = [{"tenant": "north", "order": {"id": 7}}]
    suite.send_each(items, "/orders", json="{order}", headers={"X-Tenant": "{tenant}"}, params={"q": "{tenant}"})
    request = suite.transport.request
    assert (request.data, request.headers["X-Tenant"], request.params) == (b'{"id": 7}', "north", [("q", "north")])


def test_items_may_come_from_a_generator() -> None:
    assert len(BatchSuite().send_each(number for number in range(3))) == 3


def test_failures_of_items_are_tried_again_as_usual() -> None:
    suite = BatchSuite(responded(503), responded(200))
    suite.send_each([7], expected_status=200)
    assert len(suite.transport.requests) == 2


def test_the_first_unexpected_response_ends_the_rest() -> None:
    suite = BatchSuite(responded(404))
    with pytest.raises(StatusError, match="stopped after the first of these: 9 of 10 not sent"):
        suite.send_each(range(10), at_once=1, stop=True)
    assert len(suite.transport.requests) == 1


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ([], "items: expected at least one, got an empty list: nothing would be tested."),
        (
            "1,2,3",
            (
                "items: expected a list of values or dictionaries, got str.\n"
                "  write for example: Send Each Concurrently    GET    /products/{id}    ${ids}"
            ),
        ),
        (
            {"id": 7},
            (
                "items: expected a list of values or dictionaries, got dict.\n"
                "  write for example: Send Each Concurrently    GET    /products/{id}    ${ids}"
            ),
        ),
        (
            7,
            (
                "items: expected a list of values or dictionaries, got int.\n"
                "  write for example: Send Each Concurrently    GET    /products/{id}    ${ids}"
            ),
        ),
    ],
)
def test_what_is_no_list_of_items_is_refused(items: Any, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        BatchSuite().send_each(items)
    assert str(caught.value) == message


def test_without_end_there_is_no_list_of_items() -> None:
    with pytest.raises(UsageError, match=r"^items: expected 100,000 at most, got more; send them in several lists\.$"):
        BatchSuite().send_each(itertools.count())


@pytest.mark.parametrize(
    ("items", "message"),
    [
        (
            ["/orders", "http://else.test/orders"],
            'item 2: http://else.test/orders goes without a session, and the items before it go over session "shop".',
        ),
        (
            ["http://else.test/orders", "http://shop.test/a", "/orders"],
            'item 2: http://shop.test/a goes over session "shop", and the items before it go without a session.',
        ),
    ],
)
def test_urls_of_several_sessions_are_refused(items: list[str], message: str) -> None:
    suite = BatchSuite()
    with pytest.raises(SessionError) as caught:
        suite.send_each(items, "{url}")
    assert str(caught.value) == f"{message}\n  send those of each session in a list of their own"
    assert suite.transport.requests == []
    assert len(suite.send_each(["/orders", "http://shop.test/a"], "{url}")) == 2


def test_a_login_and_a_status_for_each_item() -> None:
    suite = BatchSuite(responded(200), responded(403))
    people = [
        {"user": "ann", "password": "grand-Piano-88-Keys", "status": 200},
        {"user": "bob", "password": "small-Drum-12-Sticks", "status": 403},
    ]
    suite.send_each(people, "/prices", auth=["{user}", "{password}"], expected_status="{status}", at_once=1)
    assert [request.transport_options.auth[0] for request in suite.transport.requests] == ["ann", "bob"]
    assert suite.context.secrets.mask("small-Drum-12-Sticks") == "[redacted]"


def test_an_item_whose_option_cannot_be_used_is_numbered() -> None:
    with pytest.raises(UsageError, match=r"^item 2: expected_status: expected a number .*; got 1\.$"):
        BatchSuite().send_each([200, 1], expected_status="{id}")
    with pytest.raises(UsageError, match=r"^verify: expected the path of a CA file"):
        BatchSuite().send_each([200, 1], verify="none.pem")


def test_a_stream_as_the_body_of_each_is_refused() -> None:
    with pytest.raises(UsageError, match="got a stream"):
        BatchSuite().send_each([1], data=io.BytesIO(b"x"))


def test_secrets_in_items_are_masked() -> None:
    suite = BatchSuite()
    suite.send_each([{"id": 7, "password": "grand-Piano-88-Keys"}], json={"password": "{password}"})
    assert suite.context.secrets.mask("grand-Piano-88-Keys") == "[redacted]"


@pytest.mark.enable_socket
def test_one_renewal_serves_all(tmp_path_factory: pytest.TempPathFactory) -> None:
    with crowd_server(tmp_path_factory.mktemp("crowd")) as server:
        run: Callable[..., Any] = SteadyAPI(report=False).run_keyword
        run("create_token_source", ["crowd", f"{server.url}/token"], {"client_id": "qa"})
        run("create_session", ["guarded", server.url], {"token_source": "crowd"})
        run("GET", ["/guarded/1"], {"expected_status": 200})
        run("GET", ["/expire"])
        before = run("GET", ["/stats"]).json()["token"]
        # The first token is fetched for requests that are to be released together.
        run("create_token_source", ["fresh", f"{server.url}/token"], {"client_id": "other"})
        run("create_session", ["fresh", server.url], {"token_source": "fresh"})
        released = run("send_concurrently", ["GET", "/guarded/1"], {"times": 16, "expected_status": 200})
        assert released.title.startswith("GET /guarded/1, 16 at once within")
        assert run("GET", ["/stats"]).json()["token"] - before == 1
        run("close_session", ["fresh"])
        run("GET On Session", ["guarded", "/expire"])
        before = run("GET On Session", ["guarded", "/stats"]).json()["token"]
        each = {"at_once": 64, "expected_status": 200}
        responses = run("send_each_concurrently", ["GET", "/guarded/{n}", list(range(64))], each)
        assert [response.json()["number"] for response in responses] == [str(number) for number in range(64)]
        assert run("GET", ["/stats"]).json()["token"] - before == 1
        run("close_session", ["guarded"])
