"""A socket whose every read and write ends in time, and that knows what is still due on it."""

import os
from time import perf_counter
from typing import Any

from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1.socket_reader import SocketReader

SHORTEST_WINDOW = 0.002
"""Seconds after a request in which the end of a kept connection is at least taken for an earlier one."""
_LEAST_TIME = 0.001


class _Process:
    """How often this process was forked off: asking the system for its number costs more than all other checks."""

    forks = 0

    def is_a_child(self) -> None:
        """Notes that this process has just been forked off."""
        self.forks += 1


_process = _Process()
# A system that forks no processes has no such function.
getattr(os, "register_at_fork", lambda **_: None)(after_in_child=_process.is_a_child)


class OutOfTimeError(TimeoutError):
    """The whole attempt has taken longer than it may."""


class LimitedSocket:
    """Stands in front of a connected socket; what isn't defined here is the real socket's.

    A limit that was set holds for each read and write. The limit of the whole attempt cuts it, anew each time, so that
    a server that sends a byte now and then can't stretch it.
    """

    def __init__(self, real: Any, handshake: float = 0.0) -> None:
        """Takes a connected socket and the seconds its TCP handshake took."""
        self._real = real
        self._limit: float | None = real.gettimeout()
        self._handshake = handshake
        self._forks = _process.forks
        self._closed = False
        self._due = False
        self._whole = True
        self._written_at = 0.0
        self._ended_at: float | None = None
        self.received = 0
        self.response: Any = None
        """The last response that was read from it."""
        self._reader = SocketReader(self._receive, self._release)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def settimeout(self, limit: float | None) -> None:
        """Limits each further read and write, in seconds."""
        self._limit = limit

    def gettimeout(self) -> float | None:
        """Returns the limit of each read and write, in seconds."""
        return self._limit

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Sends all the data; the limit holds for each piece that the other side takes.

        Raises:
            OutOfTimeError: When the attempt has no time left.
            OSError: When it can't be sent.
        """
        current.socket = self
        self._due, self._whole, self.response, self.received = True, False, None, 0
        # The time before the last piece is sent, not after: a busy machine may let a program wait in between.
        begun = perf_counter()
        sent = self._timed(self._real.send, data, flags)
        if sent < len(data):
            rest = memoryview(data).cast("B")
            while sent < len(rest):
                begun = perf_counter()
                sent += self._timed(self._real.send, rest[sent:], flags)
        self._whole, self._written_at = True, begun

    def makefile(self, *_: Any, **__: Any) -> SocketReader:
        """Returns what reads from the socket: always the same reader, so that no byte gets lost between responses."""
        self._reader.closed = False
        return self._reader

    def close(self) -> None:
        """Closes the socket, once the response that is being read from it has been closed too."""
        self._closed = True
        if self._reader.closed:
            self._real.close()

    def abort(self) -> None:
        """Closes the socket at once."""
        self._closed = True
        self._real.close()

    @property
    def is_clean(self) -> bool:
        """Tells whether the next request may use it.

        Nothing of a response is due, nobody sent bytes that weren't asked for, and the process is the one that opened
        it: parent and child of a fork would read each other's responses.
        """
        if self._closed or self._forks != _process.forks or self._reader.unread:
            return False
        return not self._due or (self.response is not None and self.response.is_complete)

    @property
    def ended_before_the_request(self) -> bool:
        """Tells whether the other side had closed the connection before the request could reach it.

        That is so when not all of the request could be written. It is taken to be so when the connection ended, without
        a byte, within one round trip after the last byte of the request: as long as the TCP handshake took.
        """
        if self.received:
            return False
        if not self._whole:
            return True
        window = max(SHORTEST_WINDOW, self._handshake)
        return self._ended_at is not None and self._ended_at - self._written_at <= window

    def _receive(self, size: int) -> bytes:
        """Waits for bytes and returns up to so many; none at the end of the connection."""
        try:
            data: bytes = self._timed(self._real.recv, size)
        except OSError:
            self._ended_at = perf_counter()
            raise
        if data:
            self.received += len(data)
        else:
            self._ended_at = perf_counter()
        return data

    def _timed(self, step: Any, *args: Any) -> Any:
        limit = current.cut(self._limit)
        if current.until is not None:
            if current.is_out_of_time:
                raise self._out_of_time()
            limit = max(_LEAST_TIME, limit or 0.0)
        self._real.settimeout(limit)
        try:
            return step(*args)
        except TimeoutError as error:
            if current.is_out_of_time:
                raise self._out_of_time() from error
            raise

    def _out_of_time(self) -> OutOfTimeError:
        return OutOfTimeError(f"{current.limit} passed after {self.received} bytes of the response")

    def _release(self) -> None:
        if self._closed:
            self._real.close()
