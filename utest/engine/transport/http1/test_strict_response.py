"""Framing: where a body ends, and whether the connection is to be used again."""

from http.client import HTTPException

import pytest
from raw_bytes import ReadableSocket
from urllib3.exceptions import InvalidHeader

from SteadyAPI.engine.transport.http1.response_head import MalformedHeadError
from SteadyAPI.engine.transport.http1.strict_response import StrictResponse


def response(text: str, method: str = "GET") -> StrictResponse:
    made = StrictResponse(ReadableSocket(text.replace("\n", "\r\n").encode("latin-1")), method=method)
    made.begin()
    return made


CASES = [
    # headers, method, status, body, whether the connection stays
    ("Content-Length: 2", "GET", 200, b"{}", True),
    ("Content-Length: 2\nContent-Length: 2", "GET", 200, b"{}", True),
    ("Content-Length: 2, 2", "GET", 200, b"{}", True),
    ("Content-Length: 2\nConnection: close", "GET", 200, b"{}", False),
    ("Content-Length: 2\nConnection: Upgrade, Close", "GET", 200, b"{}", False),
    ("Content-Length: 2\nConnection: enclosed", "GET", 200, b"{}", True),
    ("", "GET", 200, b"{}", False),
    ("Transfer-Encoding: gzip\nContent-Length: 1", "GET", 200, b"{}", False),
    ("Content-Length: 2", "HEAD", 200, b"", True),
    ("Transfer-Encoding: chunked", "HEAD", 200, b"", True),
    ("", "HEAD", 200, b"", True),
    ("", "GET", 204, b"", True),
    ("Content-Length: 0", "GET", 204, b"", True),
    ("Content-Length: 2", "GET", 204, b"", False),
    ("Transfer-Encoding: chunked", "GET", 204, b"", False),
    ("Content-Length: 9", "GET", 304, b"", True),
    ("Transfer-Encoding: chunked", "GET", 304, b"", True),
    ("Upgrade: websocket", "GET", 101, b"", False),
]


@pytest.mark.parametrize(("headers", "method", "status", "body", "stays"), CASES)
def test_the_framing_says_what_is_the_body(headers: str, method: str, status: int, body: bytes, stays: bool) -> None:
    made = response(f"HTTP/1.1 {status} As It Is\n{headers}{chr(10) if headers else ''}\n{{}}", method)
    assert (made.read(), made.status, not made.will_close) == (body, status, stays)


@pytest.mark.parametrize(
    ("headers", "stays"),
    [("", False), ("Connection: keep-alive\n", True), ("Keep-Alive: timeout=5\n", True), ("Connection: x\n", False)],
)
def test_an_older_server_says_when_the_connection_stays(headers: str, stays: bool) -> None:
    assert response(f"HTTP/1.0 200 OK\nContent-Length: 2\n{headers}\n{{}}").will_close is not stays


def test_chunks_beside_a_length_end_the_use_of_the_connection() -> None:
    made = response("HTTP/1.1 200 OK\nTransfer-Encoding: Chunked\nContent-Length: 1\n\n2\n{}\n0\n\n")
    assert (made.read(), made.will_close) == (b"{}", True)


def test_chunks_may_hold_another_coding() -> None:
    made = response("HTTP/1.1 200 OK\nTransfer-Encoding: gzip\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\n")
    assert (made.read(), made.will_close) == (b"{}", False)


@pytest.mark.parametrize("length", ["two", "-2", "+2", "2.0", "0x2", "1_0", "", "9" * 19, "²"])
def test_with_a_length_that_is_no_number_the_body_ends_with_the_connection(length: str) -> None:
    made = response(f"HTTP/1.1 200 OK\nContent-Length: {length}\n\n{{}}")
    assert (made.read(), made.will_close) == (b"{}", True)


def test_two_lengths_are_refused() -> None:
    with pytest.raises(InvalidHeader, match=r"^Content-Length contained multiple unmatching values \(2, 3\)$"):
        response("HTTP/1.1 200 OK\nContent-Length: 2\nContent-Length: 3\n\n{}")


def test_chunks_of_chunks_are_refused() -> None:
    with pytest.raises(MalformedHeadError, match=r"^Transfer-Encoding names chunked twice$"):
        response("HTTP/1.1 200 OK\nTransfer-Encoding: chunked, chunked\n\n2\n{}\n0\n\n")


@pytest.mark.parametrize("status", [100, 102, 103, 199])
def test_interim_responses_are_read_past(status: int) -> None:
    interim = f"HTTP/1.1 {status} Wait\nLink: a\n\n"
    made = response(f"{interim}{interim}HTTP/1.1 201 Made\nContent-Length: 2\n\n{{}}")
    assert (made.status, made.read()) == (201, b"{}")
    assert "Link" not in made.headers


def test_an_end_behind_an_interim_response_is_told() -> None:
    with pytest.raises(HTTPException, match="the connection ended"):
        response("HTTP/1.1 100 Continue\n\n")


def test_a_head_is_read_once() -> None:
    made = response("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}")
    made.begin()
    assert made.read() == b"{}"


def test_half_a_body_is_not_complete() -> None:
    made = response("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}")
    half = made.read(1), made.is_complete
    assert (half, made.read(1), made.is_complete) == ((b"{", False), b"}", True)
