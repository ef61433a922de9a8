"""The head of a response: what is no HTTP is refused, with the line."""

from http.client import BadStatusLine, HTTPException, LineTooLong, RemoteDisconnected, UnknownProtocol

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_bytes import reader

from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1.response_head import Head, MalformedHeadError, read_head
from SteadyAPI.engine.transport.http1.socket_reader import CutOffError


def head(text: str, *, first: bool = True) -> Head:
    return read_head(reader(text.replace("\n", "\r\n").encode("latin-1")), first=first)


@pytest.mark.parametrize(
    ("line", "status", "reason", "version"),
    [
        ("HTTP/1.1 200 OK", 200, "OK", 11),
        ("HTTP/1.0 404 Not Found", 404, "Not Found", 10),
        ("HTTP/1.1 200", 200, "", 11),
        ("HTTP/1.1 200 ", 200, "", 11),
        ("HTTP/1.1   299   all  well  ", 299, "all  well", 11),
        ("HTTP/1.1 200 Schön", 200, "Schön", 11),
        ("HTTP/1.2 999 later", 999, "later", 11),
    ],
)
def test_a_status_line_is_read(line: str, status: int, reason: str, version: int) -> None:
    made = head(f"{line}\n\n")
    assert (made.status, made.reason, made.version) == (status, reason, version)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("SSH-2.0-OpenSSH", BadStatusLine),
        ("HTTP/1.1 OK", BadStatusLine),
        ("HTTP/1.1 20 OK", BadStatusLine),
        ("HTTP/1.1 2000 OK", BadStatusLine),
        ("HTTP/1.1 020 OK", BadStatusLine),
        ("", BadStatusLine),
        ("HTTP/2.0 200 OK", UnknownProtocol),
        ("HTTP/2 200", UnknownProtocol),
    ],
)
def test_what_is_no_status_line_of_this_version_is_refused(line: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        head(f"{line}\n\n")


def test_a_connection_that_ends_at_once_brought_no_response() -> None:
    with pytest.raises(RemoteDisconnected):
        head("")


@pytest.mark.parametrize(("text", "first"), [("HTTP/1.1 20", True), ("HTTP/1.1 200 OK\nA: 1\n", True), ("", False)])
def test_a_head_that_ends_with_the_connection_is_cut_off(text: str, first: bool) -> None:
    with pytest.raises(CutOffError):
        head(text, first=first)


def test_headers_are_read() -> None:
    made = head("HTTP/1.1 200 OK\nA:1\nB: \t two \t\nC:\na: ü\n\n").headers
    assert made.items() == [("A", "1"), ("B", "two"), ("C", ""), ("a", "ü")]


def test_a_value_on_several_lines_is_put_on_one() -> None:
    assert head("HTTP/1.1 200 OK\nA: 1\n \t 2\n  3\nB: 4\n\n").headers.items() == [("A", "1 2 3"), ("B", "4")]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("A: 1\nnonsense\nB: 2", "line 3 of the head is no header: 'nonsense'"),
        ("X A: 1", "line 2 of the head is no header: 'X A'"),
        ("A : 1", "line 2 of the head is no header: 'A '"),
        (": 1", "line 2 of the head is no header: ''"),
        (" folded: 1", "line 2 of the head is no header: ' folded'"),
        ("token=hunter2", "line 2 of the head is no header: 'token'"),
        ("A: 1\0 2", "line 2 of the head is no header: 'A'"),
        ("A: 1\r2", "line 2 of the head is no header: 'A'"),
        ("a" * 99, f"line 2 of the head is no header: '{'a' * 40}'"),
    ],
)
def test_a_line_that_is_no_header_is_named_without_its_value(lines: str, message: str) -> None:
    with pytest.raises(MalformedHeadError) as caught:
        head(f"HTTP/1.1 200 OK\n{lines}\n\n")
    assert str(caught.value) == message


@pytest.mark.parametrize(("limit", "count"), [(1000, 1000), (5, 5), (None, 3000)])
def test_as_many_headers_as_the_limit_says_are_taken(limit: int | None, count: int) -> None:
    current.begin(header_limit=limit)
    text = "HTTP/1.1 200 OK\n" + "".join(f"X-{number}: 1\n" for number in range(count)) + "\n"
    assert len(head(text).headers) == count


def test_more_headers_are_refused() -> None:
    current.begin(header_limit=5)
    text = "HTTP/1.1 200 OK\n" + "".join(f"X-{number}: 1\n" for number in range(6)) + "\n"
    with pytest.raises(MalformedHeadError, match=r"^got 6 headers, and the header_limit of the session is 5$"):
        head(text)


def test_a_value_of_nothing_but_blanks_costs_no_time() -> None:
    assert head(f"HTTP/1.1 200 OK\nA: a{' ' * 60_000}b\nB: {chr(9) * 60_000}\n\n").headers["B"] == ""


@given(st.binary(max_size=120), st.booleans())
def test_any_bytes_are_a_head_or_an_error_of_http(data: bytes, first: bool) -> None:
    for start in (b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nA: 1\r\n"):
        try:
            made = read_head(reader(start + data), first=first)
        except (HTTPException, LineTooLong):
            continue
        assert 100 <= made.status <= 999
        assert not any("\r" in value or "\n" in value for value in made.headers.values())
