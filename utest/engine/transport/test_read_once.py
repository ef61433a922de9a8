import io
from typing import Any

import pytest

from SteadyAPI.engine.transport.read_once import ReadOnce


class Encoder:
    """A stream that knows its length, as encoders of multipart bodies do, and can't be wound back."""

    def __init__(self, content: bytes) -> None:
        self.len = len(content)
        self._content = io.BytesIO(content)

    def read(self, size: int) -> bytes:
        return self._content.read(size)


def test_an_iterator_is_read_once() -> None:
    body = ReadOnce(iter([b"a", b"b"]))
    assert list(body) == [b"a", b"b"]
    with pytest.raises(io.UnsupportedOperation, match="it can be read only once"):
        list(body)


def test_a_stream_is_read_in_blocks_and_keeps_its_length() -> None:
    body: Any = ReadOnce(Encoder(b"x" * 100_000))
    assert body.len == 100_000
    assert [len(block) for block in body] == [65536, 34464]


def test_who_winds_it_back_is_refused() -> None:
    body = ReadOnce(iter([b"a"]))
    assert not hasattr(body, "len")
    assert body.tell() == 0
    with pytest.raises(io.UnsupportedOperation):
        body.seek(0)
