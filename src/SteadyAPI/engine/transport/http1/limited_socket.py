"""A socket of a kept connection: it knows what is still due on it, and when its other end closed it."""

import os
from time import perf_counter
from typing import Any

from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1.socket_reader import SocketReader
from SteadyAPI.engine.transport.http1.timed_socket import TimedSocket

SHORTEST_WINDOW = 0.002
"""Seconds after a request in which the end of a kept connection is at least taken for an earlier one."""


class _Process:
    """How often this process was forked off: asking the system for its number costs more than all other checks."""

    forks = 0

    def is_a_child(self) -> None:
        """Notes that this process has just been forked off."""
        self.forks += 1


_process = _Process()
# A system that forks no processes has no such function.
getattr(os, "register_at_fork", lambda **_: None)(after_in_child=_process.is_a_child)


class LimitedSocket(TimedSocket):
    """A timed socket that HTTP is spoken over."""

    def __init__(self, real: Any, handshake: float = 0.0) -> None:
        """Takes a connected socket and the seconds its TCP handshake took."""
        super().__init__(real)
        self._handshake = handshake
        self._forks = _process.forks
        self._closed = False
        self._due = False
        self._whole = True
        self._written_at = 0.0
        self._ended_at: float | None = None
        self.response: Any = None
        """The last response that was read from it."""
        self._reader = SocketReader(self._receive, self._release)

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Sends all the data; the limit holds for each piece that the other side takes.

        Raises:
            OutOfTimeError: When the attempt has no time left.
            OSError: When it can't be sent.
        """
        current.socket = self
        self._due, self._whole, self.response, self.received = True, False, None, 0
        if current.gate is None:
            self._written_at = self._send_whole(data, flags)
        else:
            sent = self._timed(current.gate.through(self._real.send), data, flags)
            self._written_at = perf_counter()
            if sent < len(data):
                self._written_at = self._send_whole(memoryview(data).cast("B")[sent:], flags)
        self._whole = True

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
        """Returns whether the next request may use it.

        Nothing of a response is due, nobody sent bytes that weren't asked for, and the process is the one that opened
        it: parent and child of a fork would read each other's responses.
        """
        if self._closed or self._forks != _process.forks or self._reader.unread:
            return False
        return not self._due or (self.response is not None and self.response.is_complete)

    @property
    def ended_before_the_request(self) -> bool:
        """Returns whether the other side had closed the connection before the request could reach it.

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
            data = self.recv(size)
        except OSError:
            self._ended_at = perf_counter()
            raise
        if not data:
            self._ended_at = perf_counter()
        return data

    def _release(self) -> None:
        if self._closed:
            self._real.close()
