"""What can and can't be sent many times."""

import io
from typing import Any

import pytest
from batch_suite import Suite

from SteadyAPI.errors import UsageError

STREAM = (
    "data: expected a body that can be sent many times (text, bytes or a dictionary), got a stream, which can be read "
    "only once.\n"
    "  read the file first: ${data} =    Get Binary File    ${path}"
)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"times": 0}, "times: expected 1 or more, got 0."),
        ({"times": -3}, "times: expected 1 or more, got -3."),
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
    suite = Suite()
    with pytest.raises(UsageError) as caught:
        suite.send(**{"times": 2, **given})
    assert str(caught.value) == message
    assert suite.transport.requests == []


def test_connections_without_a_session_grow_too() -> None:
    suite = Suite()
    suite.keywords.send_concurrently("GET", "http://else.test/", times=40)
    assert suite.entries[0] == "INFO at_once: calls without a session keep up to 40 connections open now, 32 until now."


@pytest.mark.parametrize(
    "files", [{"document": io.BytesIO(b"x")}, ("document", io.StringIO("x")), [("a", ("x.txt", io.BytesIO(b"x")))]]
)
def test_an_open_file_as_a_part_is_refused(files: Any) -> None:
    suite = Suite()
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
        Suite().send_each([1, 2], data=io.StringIO("x"))
    assert str(caught.value) == STREAM


def test_parts_of_a_body_are_sent_each_time() -> None:
    suite = Suite()
    suite.send(2, files=("document", "text"))
    suite.send_each([1], files=("document", "text"))
    bodies = [request.data for request in suite.transport.requests]
    assert bodies[0] == bodies[1]
    assert all(b'name="document"' in body for body in bodies)
