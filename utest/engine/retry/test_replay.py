"""Which bodies can be sent twice, and how."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from SteadyAPI.engine.exchange import Request
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.retry.replay import Replay, part_contents


class Pipe(io.RawIOBase):
    """A file that can be read once."""

    def seekable(self) -> bool:
        return False


class OldReader:
    """Something with ``read`` and nothing else."""

    def read(self) -> bytes:
        return b""


def replay(data: Any) -> Replay:
    return Replay(Request("POST", "http://shop.test/", data=data))


@pytest.mark.parametrize("data", [None, b"bytes", "text", {"a": "1"}, [("a", "1")]])
def test_what_is_in_memory_can_be_sent_again(data: Any) -> None:
    assert replay(data).possible


def test_a_file_is_wound_back_to_where_it_stood() -> None:
    file = io.BytesIO(b"header and body")
    file.seek(7)
    bodies = replay(file)
    file.read()
    bodies.rewind()
    assert bodies.possible
    assert file.read() == b"and body"


def test_a_generator_can_be_sent_only_once() -> None:
    def lines() -> Iterator[bytes]:
        yield b"one"

    assert not replay(lines()).possible


@pytest.mark.parametrize("stream", [Pipe(), OldReader()])
def test_a_stream_that_cannot_be_wound_back_can_be_sent_only_once(stream: Any) -> None:
    assert not replay(stream).possible


@pytest.mark.parametrize(
    "files_of",
    [
        lambda file: {"photo": file},
        lambda file: {"photo": ("one.png", file, "image/png")},
        lambda file: [("photo", file), ("photo", ("two.png", b"two"))],
    ],
)
def test_the_files_of_a_multipart_body_are_wound_back(files_of: Callable[[io.BytesIO], Any]) -> None:
    files = files_of(io.BytesIO(b"one"))
    bodies = Replay(Request("POST", "http://shop.test/", transport_options=TransportOptions(files=files)))
    file = next(part_contents(files))
    file.read()
    bodies.rewind()
    assert bodies.possible
    assert file.read() == b"one"


def test_a_multipart_body_with_a_pipe_can_be_sent_only_once() -> None:
    assert not Replay(
        Request("POST", "http://shop.test/", transport_options=TransportOptions(files={"photo": Pipe()}))
    ).possible
