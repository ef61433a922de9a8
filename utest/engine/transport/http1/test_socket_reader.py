"""Buffered reading: nothing gets lost between responses, and no line ends with the connection."""

from http.client import LineTooLong

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_bytes import reader

from SteadyAPI.engine.transport.http1.socket_reader import CutOffError, SocketReader


def test_a_line_in_pieces_is_read_whole() -> None:
    made = reader(b"HTT", b"P/1.1", b" 200\r\nrest")
    assert (made.readline(), made.unread) == (b"HTTP/1.1 200\r\n", 4)


def test_a_line_that_ends_with_the_connection_is_cut_off() -> None:
    with pytest.raises(CutOffError, match=r"^the connection ended in the middle of a line, after 3 bytes of it$"):
        reader(b"abc").readline()


def test_a_connection_that_ends_before_a_line_says_so() -> None:
    made = reader(b"HTTP/1.1 100 Continue\r\n")
    made.readline()
    with pytest.raises(CutOffError, match=r"^the connection ended where a line has to come$"):
        made.readline()


def test_a_line_has_a_limit() -> None:
    with pytest.raises(LineTooLong):
        reader(b"a" * 65536, b"a" * 65536).readline()


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_headers_end_with_a_blank_line(end: bytes) -> None:
    made = reader(b"A: 1", end, b"B: 2" + end, end + b"body")
    assert made.read_fields() == b"A: 1" + end + b"B: 2" + end + end
    assert made.read(4) == b"body"


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_there_may_be_no_headers(end: bytes) -> None:
    made = reader(end + b"body\r\n\r\n")
    assert (made.read_fields(), made.unread) == (end, 8)


def test_headers_that_end_with_the_connection_are_cut_off() -> None:
    with pytest.raises(CutOffError, match=r"^the connection ended before the blank line that ends the headers$"):
        reader(b"A: 1\r\n").read_fields()


def test_headers_have_a_limit() -> None:
    with pytest.raises(LineTooLong):
        reader(*[b"A: 1\r\n" * 10_000] * 20).read_fields()


def test_reading_stops_at_the_end_of_the_connection() -> None:
    assert reader(b"ab", b"c").read(9) == b"abc"
    assert reader(b"ab", b"c").read() == b"abc"
    assert reader(b"ab", b"c").read(-1) == b"abc"


def test_some_bytes_are_what_is_there() -> None:
    made = reader(b"abc", b"de")
    assert [made.read1(2), made.read1(), made.read1(9), made.read1()] == [b"ab", b"c", b"de", b""]


def test_a_buffer_is_filled() -> None:
    buffer = bytearray(4)
    made = reader(b"abc", b"de")
    assert (made.readinto(buffer), bytes(buffer), made.readinto(buffer)) == (4, b"abcd", 1)


def test_what_comes_next_can_be_seen_without_taking_it() -> None:
    made = reader(b"abc")
    assert (made.peek(), made.peek(1), made.read(3)) == (b"abc", b"abc", b"abc")
    made.flush()


def test_closing_says_so() -> None:
    told: list[bool] = []
    made = SocketReader(lambda _size: b"", lambda: told.append(True))
    made.close()
    assert (made.closed, told) == (True, [True])


@given(st.binary(max_size=200), st.lists(st.integers(1, 40), min_size=1, max_size=30), st.data())
def test_however_it_is_read_the_bytes_stay_in_order(data: bytes, sizes: list[int], chosen: st.DataObject) -> None:
    pieces, rest = [], data
    for size in sizes:
        pieces.append(rest[:size])
        rest = rest[size:]
    made = reader(*[piece for piece in (*pieces, rest) if piece])
    read = [chosen.draw(st.sampled_from([made.read, made.read1]))(size) for size in sizes]
    assert b"".join([*read, made.read()]) == data
