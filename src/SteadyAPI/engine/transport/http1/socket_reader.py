"""Buffered reading from a socket, where the end of the connection inside a line is an error."""

import re
from collections.abc import Callable
from http.client import HTTPException, LineTooLong

_PIECE = 65536
_LONGEST_LINE = 65536
_MOST_OF_A_HEAD = 1 << 20
_END_OF_FIELDS = re.compile(rb"\n\r?\n")


class CutOffError(HTTPException):
    """The connection ended in the middle of a head, a chunk or a trailer."""


class SocketReader:
    """What ``http.client`` and urllib3 read a response from, in the place of a ``BufferedReader``.

    It is kept for the whole life of a connection: bytes behind the end of a response stay in it, and are noticed.
    """

    def __init__(self, receive: Callable[[int], bytes], release: Callable[[], None]) -> None:
        """Takes what receives up to so many bytes, and what is called when a response is closed."""
        self._receive = receive
        self._release = release
        self._data = b""
        self._at = 0
        self.closed = True

    @property
    def unread(self) -> int:
        """How many bytes have come that nobody has read."""
        return len(self._data) - self._at

    def readline(self, _limit: int = -1) -> bytes:
        """Returns a whole line with its end.

        Raises:
            CutOffError: When the connection ends first.
            LineTooLong: When it has more than 64 KB.
        """
        end = self._data.find(b"\n", self._at)
        while end < 0:
            if self.unread > _LONGEST_LINE:
                raise LineTooLong("line of the response")
            inside = f"in the middle of a line, after {self.unread} bytes of it"
            self._fill(inside if self.unread else "where a line has to come")
            end = self._data.find(b"\n", self._at)
        return self._take(end + 1 - self._at)

    def read_fields(self) -> bytes:
        """Returns all header lines, up to and with the blank line behind them.

        Raises:
            CutOffError: When the connection ends first.
            LineTooLong: When they have more than 1 MB.
        """
        while True:
            data, at = self._data, self._at
            if data.startswith((b"\r\n", b"\n"), at):
                return self._take(data.index(b"\n", at) + 1 - at)
            found = _END_OF_FIELDS.search(data, at)
            if found is not None:
                return self._take(found.end() - at)
            if self.unread > _MOST_OF_A_HEAD:
                raise LineTooLong("head of the response")
            self._fill("before the blank line that ends the headers")

    def read(self, size: int | None = None) -> bytes:
        """Returns so many bytes, or all up to the end of the connection; fewer when it ends first."""
        missing = size if size is not None and size >= 0 else None
        if missing is not None and self.unread >= missing:
            return self._take(missing)
        pieces = [self._take(self.unread)]
        while missing is None or sum(map(len, pieces)) < missing:
            piece = self._receive(_PIECE)
            if not piece:
                break
            pieces.append(piece)
        data = b"".join(pieces)
        if missing is not None and len(data) > missing:
            self._data, self._at = data, missing
            return data[:missing]
        return data

    def read1(self, size: int = -1) -> bytes:
        """Returns up to so many bytes: what is there, or what one read of the socket gives."""
        if not self.unread:
            self._data, self._at = self._receive(_PIECE), 0
        return self._take(self.unread if size < 0 else min(size, self.unread))

    def readinto(self, buffer: bytearray | memoryview) -> int:
        """Fills a buffer; only the end of the connection leaves room in it."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def peek(self, _size: int = 0) -> bytes:
        """Returns what comes next, without taking it."""
        if not self.unread:
            self._data, self._at = self._receive(_PIECE), 0
        return self._data[self._at :]

    def flush(self) -> None:
        """Does nothing: nothing is written here."""

    def close(self) -> None:
        """Ends the reading of one response."""
        self.closed = True
        self._release()

    def _fill(self, where: str) -> None:
        data = self._receive(_PIECE)
        if not data:
            raise CutOffError(f"the connection ended {where}")
        self._data, self._at = self._data[self._at :] + data, 0

    def _take(self, size: int) -> bytes:
        start, self._at = self._at, self._at + size
        return self._data[start : self._at]
