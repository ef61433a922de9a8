"""What can and can't be sent many times, and what is told on the way."""

import io
import threading
from typing import Any

import pytest
from batches import PATIENCE
from fake_console import FakeConsole, FakeStatusLine
from fakes import FakeTransport, furnished
from keyword_suite import BatchSuite

from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.errors import UsageError
from SteadyAPI.report.console import console_progress

STREAM = (
    "data: expected a body that can be sent many times (text, bytes or a dictionary), got a stream, which can be read "
    "only once.\n"
    "  read the file first: ${data} =    Get Binary File    ${path}"
)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"times": 0}, "times: expected 1 to 100,000, got 0."),
        ({"times": 100_001}, "times: expected 1 to 100,000, got 100,001."),
        (
            {"url": "/orders/{{a}}/{order-id}"},
            (
                "url: {order-id} is a place for items, and Send Concurrently sends one request many times.\n"
                "  write for example: Send Each Concurrently    GET    /products/{id}    ${ids}"
            ),
        ),
        ({"at_once": 0}, "at_once: expected 1 to 256 requests at the same time, got 0."),
        ({"at_once": 257}, "at_once: expected 1 to 256 requests at the same time, got 257."),
        (
            {"data": io.BytesIO(b"x")},
            STREAM,
        ),
        (
            {"data": iter([b"x"])},
            STREAM,
        ),
    ],
)
def test_what_cannot_be_sent_many_times_is_refused(given: dict[str, Any], message: str) -> None:
    suite = BatchSuite()
    with pytest.raises(UsageError) as caught:
        suite.send(**{"times": 2, **given})
    assert str(caught.value) == message
    assert suite.transport.requests == []


def test_connections_without_a_session_grow_too() -> None:
    suite = BatchSuite()
    suite.keywords.send_concurrently("GET", "http://else.test/", times=40)
    assert suite.entries[0] == "INFO at_once: calls without a session keep up to 40 connections open now, 32 until now."


@pytest.mark.parametrize(
    "files", [{"document": io.BytesIO(b"x")}, ("document", io.StringIO("x")), [("a", ("x.txt", io.BytesIO(b"x")))]]
)
def test_an_open_file_as_a_part_is_refused(files: Any) -> None:
    suite = BatchSuite()
    message = (
        "files: expected parts that can be sent many times, got an open file, which can be read only once.\n"
        "  give its path: Create Multipart Part    document    path=${path}"
    )
    with pytest.raises(UsageError) as once:
        suite.send(2, files=files)
    with pytest.raises(UsageError) as each:
        suite.send_each([1, 2], files=files)
    assert (str(once.value), str(each.value)) == (message, message)
    assert suite.transport.requests == []


def test_a_file_opened_as_text_is_a_stream_too() -> None:
    with pytest.raises(UsageError) as caught:
        BatchSuite().send_each([1, 2], data=io.StringIO("x"))
    assert str(caught.value) == STREAM


def test_parts_of_a_body_are_sent_each_time() -> None:
    suite = BatchSuite()
    suite.send(2, files=("document", "text"))
    suite.send_each([1], files=("document", "text"))
    bodies = [request.data for request in suite.transport.requests]
    assert bodies[0] == bodies[1]
    assert all(b'name="document"' in body for body in bodies)


def test_a_batch_that_takes_long_tells_on_the_console_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = threading.Event()

    class Screen(FakeStatusLine):
        def draw(self, text: str) -> None:
            super().draw(text)
            drawn.set()

    class Waiting(FakeTransport):
        def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
            assert drawn.wait(PATIENCE)
            return super().send(request, timeout, budget)

    monkeypatch.setattr(console_progress, "_SOON", 0.0)
    suite, screen = BatchSuite(transport=Waiting()), Screen()
    furnished(suite.context, log=FakeConsole(screen))
    suite.send(20)
    assert (screen.drawn[0], screen.drawn[-1]) == ("POST /orders · 0 of 20 responses", "")
