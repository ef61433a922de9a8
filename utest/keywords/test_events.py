from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from fake_network import FakeNetwork, http
from fakes import over_the_network

from SteadyAPI.errors import ExpectationError, UsageError
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
    assert [tuple(event) for event in events] == [("message", "one", ""), ("order", "two", "2")]
    assert b"Accept: text/event-stream\r\n" in fake.sent[0]
    assert "INFO event order, id 2: two" in group._context.log.entries


def test_a_stream_that_ends_early_fails(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS))
    with pytest.raises(ExpectationError, match=r"→ 200 expected 2 events, got 1 \(the server ended the stream\)"):
        keywords().read_events("/events", count=2)


def test_a_stream_that_breaks_or_falls_silent_fails(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS, length=1000))
    with pytest.raises(ExpectationError, match=r"expected 2 events, got 1 \(within 20 ms\)"):
        keywords().read_events("/events", count=2, timeout=timedelta(milliseconds=20))


def test_no_time_at_all_reads_nothing(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS, length=1000))
    group = keywords()
    session = group.session_for("/events")
    call = group._call(session, "GET", "/events", RequestOptions(), stream=True)
    requests_response = group._answered(session, call, None)
    with pytest.raises(ExpectationError, match=r"expected 1 events, got 0 \(within 0 ms\)"):
        group._collected(requests_response, 1, timedelta(0), None)


def test_another_content_type_is_no_stream(network: Script) -> None:
    network(http("200 OK", b"", "X-A: b"))
    with pytest.raises(ExpectationError, match="is no stream of events: no content type"):
        keywords().read_events("/events")


@pytest.mark.parametrize("count", [0, -1])
def test_at_least_one_event_is_read(count: int) -> None:
    with pytest.raises(UsageError, match=f"count: expected 1 or more events, got {count}"):
        keywords().read_events("/events", count=count)
