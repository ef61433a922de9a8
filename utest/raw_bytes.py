"""Bytes as a connection brings them: piece by piece, and then its end."""

from typing import Any

from SteadyAPI.engine.transport.http1.socket_reader import SocketReader


def reader(*pieces: bytes) -> SocketReader:
    """Returns a reader of a connection that brings these pieces."""
    coming = list(pieces)
    return SocketReader(lambda _size: coming.pop(0) if coming else b"", lambda: None)


class ReadableSocket:
    """A socket that brings these pieces."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = pieces

    def makefile(self, *_: Any) -> Any:
        return reader(*self._pieces)
