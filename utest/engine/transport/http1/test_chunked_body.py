"""Chunks: the grammar holds, whoever takes them apart."""

from http.client import HTTPException
from typing import Any

import pytest
import urllib3
from raw_bytes import ReadableSocket, reader

from SteadyAPI.engine.transport.http1.chunked_body import ChunkedBody, ChunkError
from SteadyAPI.engine.transport.http1.socket_reader import CutOffError
from SteadyAPI.engine.transport.http1.strict_response import StrictResponse

HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def response(body: bytes, *, in_pieces: bool) -> StrictResponse:
    data = HEAD + body
    pieces = [data[at : at + 1] for at in range(len(data))] if in_pieces else [data]
    made = StrictResponse(ReadableSocket(*pieces), method="GET")
    made.begin()
    return made


def through_http_client(made: StrictResponse) -> bytes:
    return made.read()


def through_readinto(made: StrictResponse) -> bytes:
    buffer = bytearray(100)
    return bytes(buffer[: made.readinto(buffer)])


def through_read1(made: StrictResponse) -> bytes:
    return b"".join(iter(lambda: made.read1(2), b""))


def through_urllib3(made: StrictResponse) -> bytes:
    raw = urllib3.HTTPResponse(made, headers=dict(made.headers.items()), preload_content=False, original_response=made)
    return b"".join(raw.stream(3))


WAYS = [through_http_client, through_readinto, through_read1, through_urllib3]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("in_pieces", [False, True])
@pytest.mark.parametrize(
    "body",
    [
        b"2\r\n{}\r\n0\r\n\r\n",
        b"1\r\n{\r\n1;name=value\r\n}\r\n0;last\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n",
        b"00002 \r\n{}\r\n000\r\n\r\n",
    ],
)
def test_a_chunked_body_is_read_to_its_end(way: Any, in_pieces: bool, body: bytes) -> None:
    made = response(body, in_pieces=in_pieces)
    assert not made.is_complete
    assert way(made) == b"{}"
    assert made.is_complete


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "body",
    [
        b"zz\r\n{}\r\n0\r\n\r\n",
        b"-2\r\n{}\r\n0\r\n\r\n",
        b"+2\r\n{}\r\n0\r\n\r\n",
        b"0x2\r\n{}\r\n0\r\n\r\n",
        b"1_0\r\n{}\r\n0\r\n\r\n",
        b"2\r\n{}XX0\r\n\r\n",
        b"\r\n",
        b"2\r\n{}\r\n0\r\n2\r\n{}\r\n0\r\n\r\n",
        b"2\r\n{}\r\n0\r\nX-Sum : 1\r\n\r\n",
        b"2\r\n{}\r\n0\r\n X-Sum: 1\r\n\r\n",
        b"2\r\n{}\r\n0\r\nX-Sum: a\0b\r\n\r\n",
    ],
)
def test_what_is_no_chunk_is_refused(way: Any, body: bytes) -> None:
    made = response(body, in_pieces=False)
    with pytest.raises((HTTPException, urllib3.exceptions.HTTPError)):
        way(made)
    assert not made.is_complete


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "body",
    [b"", b"2", b"2\r\n", b"2\r\n{", b"2\r\n{}", b"2\r\n{}\r\n", b"2\r\n{}\r\n0\r\n", b"2\r\n{}\r\n0\r\nX: 1\r\n"],
)
def test_a_body_that_ends_with_the_connection_is_cut_off(way: Any, body: bytes) -> None:
    made = response(body, in_pieces=False)
    with pytest.raises((HTTPException, urllib3.exceptions.HTTPError)):
        way(made)
    assert not made.is_complete


def test_the_size_of_a_chunk_is_named_when_it_is_none() -> None:
    with pytest.raises(ChunkError, match=r"^expected the size of a chunk, got b'-2\\r\\n'$"):
        ChunkedBody(reader(b"-2\r\n")).readline()


@pytest.mark.parametrize("line", [b"zz\r\n", b"\r\n", b""])
def test_what_callers_refuse_by_themselves_is_passed_on(line: bytes) -> None:
    assert ChunkedBody(reader(line)).readline() == line


def test_the_end_of_a_chunk_is_named_when_it_is_none() -> None:
    body = ChunkedBody(reader(b"1\r\n{XX"))
    body.readline()
    body.read(1)
    with pytest.raises(ChunkError, match=r"^expected the end of a chunk, got b'XX'$"):
        body.read(2)


def test_what_is_no_trailer_is_quoted_up_to_its_value() -> None:
    body = ChunkedBody(reader(b"0\r\nX-Sum : hunter2\r\n\r\n"))
    body.readline()
    with pytest.raises(ChunkError, match=r"^expected the end of the body or a field of its trailer, got 'X-Sum '$"):
        body.readline()


def test_a_trailer_may_end_with_a_bare_line_feed() -> None:
    body = ChunkedBody(reader(b"0\n\n"))
    assert [body.readline(), body.readline(), body.has_ended] == [b"0\n", b"\r\n", True]


def test_behind_the_end_nothing_is_checked() -> None:
    body = ChunkedBody(reader(b"0\r\n\r\nmore\r\n"))
    body.readline()
    body.readline()
    assert (body.peek(), body.readline()) == (b"more\r\n", b"more\r\n")
    body.flush()


def test_a_trailer_that_is_cut_off_says_so() -> None:
    body = ChunkedBody(reader(b"0\r\nX: "))
    body.readline()
    with pytest.raises(CutOffError):
        body.readline()
