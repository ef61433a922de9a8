"""A socket whose every read and write ends in time."""

from time import perf_counter
from typing import Any

from SteadyAPI.engine.transport.current_attempt import current

_LEAST_TIME = 0.001


class OutOfTimeError(TimeoutError):
    """The whole attempt has taken longer than it may."""


class TimedSocket:
    """Stands in front of a connected socket; what isn't defined here is the real socket's.

    A limit that was set holds for each read and write. The limit of the whole attempt cuts it, anew each time, so that
    a server that sends a byte now and then can't stretch it.
    """

    def __init__(self, real: Any) -> None:
        """Takes a connected socket."""
        self._real = real
        self._limit: float | None = real.gettimeout()
        self.received = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def settimeout(self, limit: float | None) -> None:
        """Limits each further read and write, in seconds."""
        self._limit = limit

    def gettimeout(self) -> float | None:
        """Returns the limit of a read or write that began now, in seconds: TLS asks for it before its handshake."""
        limit = current.cut(self._limit)
        return limit if limit is None else max(_LEAST_TIME, limit)

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Sends all the data; the limit holds for each piece that the other side takes.

        Raises:
            OutOfTimeError: When the attempt has no time left.
            OSError: When it can't be sent.
        """
        self._send_whole(data, flags)

    def recv(self, size: int) -> bytes:
        """Waits for bytes and returns up to so many; none at the end of the connection.

        Raises:
            OutOfTimeError: When the attempt has no time left.
            OSError: When nothing can be received.
        """
        # TLS within TLS gives the number 0 at its end.
        data: bytes = self._timed(self._real.recv, size) or b""
        self.received += len(data)
        return data

    def _send_whole(self, data: Any, flags: int) -> float:
        """Sends all the data, and returns the time at which its last piece was begun.

        The time before that piece is sent, not after: a busy machine may let a program wait in between.
        """
        begun = perf_counter()
        sent = self._timed(self._real.send, data, flags)
        if sent < len(data):
            rest = memoryview(data).cast("B")
            while sent < len(rest):
                begun = perf_counter()
                sent += self._timed(self._real.send, rest[sent:], flags)
        return begun

    def _timed(self, step: Any, *args: Any) -> Any:
        if current.is_out_of_time:
            raise self._out_of_time()
        self._real.settimeout(self.gettimeout())
        try:
            return step(*args)
        except TimeoutError as error:
            if current.is_out_of_time:
                raise self._out_of_time() from error
            raise

    def _out_of_time(self) -> OutOfTimeError:
        return OutOfTimeError(f"{current.limit} passed after {self.received} bytes of the response")
