from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from fake_network import FakeNetwork, http
from fakes import over_the_network

from SteadyAPI.arguments import ExpectedError
from SteadyAPI.errors import ExpectationError, StatusError, UsageError
from SteadyAPI.keywords.events import EventKeywords
from SteadyAPI.keywords.support.request_options import RequestOptions

Script = Callable[..., FakeNetwork]
EVENTS = "Content-Type: text/event-stream"


def keywords() -> Any:
    return over_the_network(EventKeywords)


@pytest.mark.parametrize("where", [("/events", ""), ("events", "shop")])
def test_events_are_read(network: Script, where: tuple[str, str]) -> None:
    fake = network(http("200 OK", b"data: one\n\nevent: order\nid: 2\ndata: two\n\ndata: three\n\n", EVENTS))
    group = keywords()
    events = group.read_events(where[0], count=2, alias=where[1], params={"a": "b"}, headers={"X-A": "b"})
    assert [tuple(event) for event in events] == [("message", "one", "", None), ("order", "two", "2", None)]
    assert b"Accept: text/event-stream\r\n" in fake.sent[0]
    assert "INFO event order, id 2: two" in group._context.log.entries


def test_a_stream_that_ends_early_fails(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS))
    with pytest.raises(ExpectationError, match=r"→ 200 expected 2 events, got 1 \(the server ended the stream\)"):
        keywords().read_events("/events", count=2)


def test_a_stream_that_breaks_or_falls_silent_fails(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS, length=1000))
    group, events = keywords(), list[Any]()
    response = group.send(group.session_for("/events"), "GET", "/events", RequestOptions(), stream=True)
    ended = group._collect(response, 2, 0.02, events, None)
    asked = RequestOptions(timeout=timedelta(milliseconds=20), message="Events come")
    failure = str(group._too_few(2, events, asked, ended=ended))
    assert failure.startswith("Events come\n")
    assert failure.endswith("expected 2 events, got 1 (within 20 ms)")


def test_no_time_at_all_reads_nothing(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS, length=1000))
    group, events = keywords(), list[Any]()
    response = group.send(group.session_for("/events"), "GET", "/events", RequestOptions(), stream=True)
    assert (group._collect(response, 1, 0.0, events, None), events) == (False, [])


def test_any_method_body_and_option_of_a_request_is_taken(network: Script) -> None:
    fake = network(http("201 Created", b"data: one\n\n", EVENTS))
    events = keywords().read_events("/chat", method="post", json={"stream": True}, auth=["ada", "word"])
    assert [event.data for event in events] == ["one"]
    assert fake.sent[0].startswith(b"POST /chat HTTP/1.1\r\n")
    assert fake.sent[0].endswith(b'{"stream": true}')
    assert b"Authorization: Basic" in fake.sent[0]


def test_what_the_server_says_with_an_error_is_told(network: Script) -> None:
    network(http("401 Unauthorized", b'{"error": "sign in first"}', "Content-Type: application/json"))
    with pytest.raises(StatusError, match="server said: sign in first"):
        keywords().read_events("/events")


def test_an_expected_error_is_returned(network: Script) -> None:
    network(refuse=ConnectionRefusedError("refused"))
    assert keywords().read_events("/events", expect_error=ExpectedError.refused) == "connection refused"


def test_the_time_holds_for_all_attempts_together(network: Script) -> None:
    network(http("503 Busy", b"", "Retry-After: 30"))
    with pytest.raises(StatusError, match="503 Busy"):
        keywords().read_events("/events", timeout=timedelta(seconds=5))


def test_a_stream_that_ends_is_opened_again_from_its_last_event(network: Script) -> None:
    fake = network(
        http("200 OK", b"retry: 50\nid: 7\ndata: one\n\n", EVENTS),
        http("200 OK", b": nothing new\n\n", EVENTS),
        http("200 OK", b"id: 8\ndata: two\n\n", EVENTS),
    )
    events = keywords().read_events("/events", count=2, reconnect=True)
    assert [(event.data, event.id, event.retry) for event in events] == [("one", "7", 50), ("two", "8", None)]
    assert [b"Last-Event-ID: 7\r\n" in sent for sent in fake.sent] == [False, True, True, False]


def test_a_stream_is_not_opened_again_when_time_would_be_up(network: Script) -> None:
    stream = http("200 OK", b"retry: 60000\ndata: one\n\n", EVENTS)
    network(stream)
    with pytest.raises(ExpectationError, match=r"expected 2 events, got 1 \(the server ended the stream\)"):
        keywords().read_events("/events", count=2, reconnect=True)


def test_another_content_type_is_no_stream(network: Script) -> None:
    network(http("200 OK", b"", "X-A: b"))
    with pytest.raises(ExpectationError, match="is no stream of events: no content type"):
        keywords().read_events("/events")


@pytest.mark.parametrize("count", [0, -1])
def test_at_least_one_event_is_read(count: int) -> None:
    with pytest.raises(UsageError, match=f"count: expected 1 or more events, got {count}"):
        keywords().read_events("/events", count=count)
