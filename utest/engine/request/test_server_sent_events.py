import pytest

from SteadyAPI.engine.request.server_sent_events import Event, EventReader


def read(*chunks: bytes) -> list[Event]:
    reader = EventReader()
    return [event for chunk in chunks for event in reader.feed(chunk)]


def test_an_event_has_type_data_and_id() -> None:
    assert read(b'id: 7\nevent: order\ndata: {"a": 1}\n\n') == [Event("order", '{"a": 1}', "7")]


def test_an_event_without_a_type_is_a_message() -> None:
    assert read(b"data: x\n\n") == [Event("message", "x", "")]


def test_several_lines_of_data_are_joined() -> None:
    assert read(b"data: one\ndata:two\n\n")[0].data == "one\ntwo"


def test_an_id_holds_until_another_one_comes() -> None:
    assert [event.id for event in read(b"id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n")] == ["1", "1", ""]


@pytest.mark.parametrize("stream", [b": comment\n\n", b"event: empty\n\n", b"retry: 10\n\n", b"data: unfinished\n"])
def test_what_is_no_whole_event_with_data_is_none(stream: bytes) -> None:
    assert read(stream) == []


def test_an_id_with_a_nul_is_ignored() -> None:
    assert read(b"id: a\0b\ndata: x\n\n")[0].id == ""


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_line_end_counts(end: bytes) -> None:
    assert read(end.join([b"data: a", b"", b"data: b", b"", b"x"])) == [
        Event("message", "a", ""),
        Event("message", "b", ""),
    ]


def test_a_carriage_return_alone_ends_a_line_at_once() -> None:
    reader = EventReader()
    assert list(reader.feed(b"data: a\r\r")) == [Event("message", "a", "")]
    # The line feed belongs to the line end before.
    assert list(reader.feed(b"\ndata: b\r")) == []
    assert list(reader.feed(b"\n\r\n")) == [Event("message", "b", "")]


@pytest.mark.parametrize(("retry", "wait"), [(b"50", 50), (b"x", None), (b"", None), ("\u0665".encode(), None)])
def test_an_event_says_what_wait_the_server_asks_for(retry: bytes, wait: int | None) -> None:
    assert read(b"retry: " + retry + b"\ndata: x\n\n")[0].retry == wait


def test_an_event_may_come_in_pieces() -> None:
    assert read(b"\xef\xbb\xbfda", b"ta: gr\xc3", b"\xbcn\r", b"\n\r", b"\n") == [Event("message", "grün", "")]


@pytest.mark.parametrize("chunks", [(b"\xef", b"\xbb", b"\xbfdata: x\n\n"), (b"\xef\xbb\xbf", b"data: x\n\n")])
def test_a_byte_order_mark_may_come_in_pieces(chunks: tuple[bytes, ...]) -> None:
    assert read(*chunks) == [Event("message", "x", "")]
