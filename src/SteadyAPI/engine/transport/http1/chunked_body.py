"""The chunks of a body, checked as they are read (RFC 9112, section 7.1).

``http.client`` and urllib3 take the chunks apart themselves. Both let pass what isn't in the grammar: a size with a
sign, a chunk without its line end, a connection that ends in the trailer, a trailer that is none. The last is what
further chunks behind one of size 0 look like: all that they hold would be missing from the body.
"""

import re
from enum import Enum
from http.client import HTTPException
from typing import Any

from SteadyAPI.engine.transport.http1.response_head import is_field, quoted_start
from SteadyAPI.engine.transport.http1.socket_reader import CutOffError

_SIZE_LINE = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_END = b"\r\n"


class ChunkError(HTTPException):
    """What should be a chunk isn't one."""


class _Next(Enum):
    size = "the size of a chunk"
    data = "the data of a chunk"
    end = "the end of a chunk"
    trailer = "the trailer"
    nothing = "nothing"


class ChunkedBody:
    """Stands in front of a reader, and passes on what comes as long as it is a chunked body."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._next = _Next.size
        self._left = 0

    @property
    def has_ended(self) -> bool:
        """Returns whether the last chunk and the trailer have been read."""
        return self._next is _Next.nothing

    def readline(self, _limit: int = -1) -> bytes:
        """Returns the line with the size of the next chunk, or a line of the trailer.

        What both callers refuse by themselves is passed on, so that their errors are the ones people know.

        Raises:
            ChunkError: When the line isn't what must come now.
        """
        if self._next is _Next.size:
            return self._size_line()
        line: bytes = self._reader.readline()
        if self._next is _Next.trailer:
            # Both callers look for exactly this to see the end.
            if line == b"\n":
                line = _LINE_END
            if line == _LINE_END:
                self._next = _Next.nothing
            elif not is_field(line):
                raise ChunkError(f"expected the end of the body or a field of its trailer, got {quoted_start(line)}")
        return line

    def _size_line(self) -> bytes:
        try:
            line: bytes = self._reader.readline()
        except CutOffError:
            if self._reader.unread:
                raise
            return b""
        found = _SIZE_LINE.fullmatch(line)
        if found is not None:
            self._left = int(found[1], 16)
            self._next = _Next.data if self._left else _Next.trailer
        elif _is_taken_for_a_size(line):
            raise ChunkError(f"expected the size of a chunk, got {line[:40]!r}")
        return line

    def read(self, size: int) -> bytes:
        """Returns so many bytes of the data of a chunk, or the line end behind it.

        Raises:
            ChunkError: When something else stands in the place of the line end.
        """
        data: bytes = self._reader.read(size)
        return self._passed(data)

    def read1(self, size: int) -> bytes:
        """Returns some bytes of the data of a chunk."""
        data: bytes = self._reader.read1(size)
        return self._passed(data)

    def readinto(self, buffer: Any) -> int:
        """Fills a buffer with data of a chunk."""
        size: int = self._reader.readinto(buffer)
        self._passed(bytes(buffer[:size]))
        return size

    def peek(self, size: int = 0) -> bytes:
        """Returns what comes next, without taking it."""
        data: bytes = self._reader.peek(size)
        return data

    def flush(self) -> None:
        """Does nothing: nothing is written here."""

    def close(self) -> None:
        """Ends the reading of the response."""
        self._reader.close()

    def _passed(self, data: bytes) -> bytes:
        if self._next is _Next.data:
            self._left -= len(data)
            if not self._left:
                self._next = _Next.end
        elif data and self._next is _Next.end:
            if data != _LINE_END:
                raise ChunkError(f"expected the end of a chunk, got {data!r}")
            self._next = _Next.size
        return data


def _is_taken_for_a_size(line: bytes) -> bool:
    try:
        int(line.partition(b";")[0], 16)
    except ValueError:
        return False
    return True
