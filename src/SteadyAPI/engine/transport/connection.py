"""Pooled connections that know whether they have served before, and how long each step took."""

import errno
import socket
import threading
from contextlib import suppress
from time import perf_counter
from typing import Any, cast

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError
from urllib3.util.connection import allowed_gai_family

from SteadyAPI.engine.transport.fast_path.response_head import plain_answer
from SteadyAPI.engine.transport.stale_connections import FreshPool

_ONE_PIECE = 65536
"""A body below this size goes out in one piece with its head."""
_ANSWERED_EARLY = frozenset({errno.EPIPE, errno.ESHUTDOWN, errno.ECONNRESET, errno.EPROTOTYPE})
"""A server may answer before it has read everything, and close: its answer is still there to be read."""


class _Use(threading.local):
    """What one thread knows of its current request: the only place left to look when no response came."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Starts a new request."""
        self.connection: _Counted | None = None
        self.phases: dict[str, float] = {}
        self.opening = 0.0
        self.answered: float | None = None

    def spent(self, phase: str, seconds: float) -> None:
        """Adds time to a phase: a redirect goes through the same phases again."""
        self.phases[phase] = self.phases.get(phase, 0.0) + seconds

    def opened(self, phase: str, begun: float) -> None:
        """Adds the time since ``begun`` to a phase of opening a connection."""
        seconds = perf_counter() - begun
        self.spent(phase, seconds)
        self.opening += seconds


_used = _Use()


def forget_connection() -> None:
    """Starts a new request on this thread."""
    _used.begin()


def connection_reused() -> bool:
    """Tells whether the connection of this thread's current request had answered an earlier one."""
    return _used.connection is not None and _used.connection.reused


def connection_phases() -> dict[str, float]:
    """Returns the steps of this thread's current request, in seconds; what is read of the body ends now."""
    if _used.answered is None:
        return _used.phases
    return {**_used.phases, "receive": perf_counter() - _used.answered}


class _Counted:
    """Counts and times the answers of one TCP connection; urllib3 opens a fresh one on the same object when needed."""

    answers = 0
    reused = False
    encrypted = False
    sock: Any

    def connect(self) -> None:
        self.answers = 0
        self.reused = False
        begun, opening = perf_counter(), _used.opening
        super().connect()  # type: ignore[misc]  # the mixin stands in front of urllib3's connections
        if self.encrypted:
            _used.opened("tls", begun + _used.opening - opening)

    def request(self, *args: Any, **kwargs: Any) -> None:
        _used.connection = self
        self.reused = self.answers > 0
        begun, opening = perf_counter(), _used.opening
        super().request(*args, **kwargs)  # type: ignore[misc]  # see connect
        _used.spent("send", perf_counter() - begun - (_used.opening - opening))

    def getresponse(self) -> Any:
        begun = perf_counter()
        response = super().getresponse()  # type: ignore[misc]  # see connect
        _used.answered = perf_counter()
        _used.spent("wait", _used.answered - begun)
        self.answers += 1
        return response

    def put(self, head: bytes, body: bytes | None, limit: float | None) -> None:
        """Sends a whole request over the socket, which must be open, as ``request`` does.

        Args:
            head: All in front of the body.
            body: The body.
            limit: For each step, in seconds.

        Raises:
            OSError: When it can't be sent.
        """
        _used.connection = self
        self.reused = self.answers > 0
        begun = perf_counter()
        self.sock.settimeout(limit)
        try:
            if body is None:
                self.sock.sendall(head)
            elif len(body) < _ONE_PIECE:
                self.sock.sendall(head + body)
            else:
                self.sock.sendall(head)
                self.sock.sendall(body)
        except OSError as error:
            if error.errno not in _ANSWERED_EARLY:
                raise
        else:
            _used.spent("send", perf_counter() - begun)

    def take(self, request: Any, limit: float | None) -> Any:
        """Reads the head of the answer, as ``getresponse`` does.

        Args:
            request: The prepared request that ``put`` has sent.
            limit: For each step, in seconds.

        Returns:
            A ``PlainAnswer``, or urllib3's response where the head isn't plain.

        Raises:
            OSError: When no answer comes.
            HTTPException: When it is none.
            urllib3.exceptions.HTTPError: When it contradicts itself.
        """
        begun = perf_counter()
        self.sock.settimeout(limit)
        reader = self.sock.makefile("rb")
        listening = _Listening(self.sock, reader)
        try:
            answer = plain_answer(listening, reader, request.method)
        except BaseException:
            reader.close()
            raise
        if answer is None:
            answer = self._ordinary(listening, request)
        _used.answered = perf_counter()
        _used.spent("wait", _used.answered - begun)
        self.answers += 1
        return answer

    def _ordinary(self, listening: "_Listening", request: Any) -> Any:
        """Lets urllib3 send the request once more, to nobody, and read the answer that is on its way."""
        real, self.sock = self.sock, listening
        try:
            super().request(  # type: ignore[misc]  # see connect
                request.method, request.path_url, headers={}, preload_content=False, decode_content=False
            )
            return super().getresponse()  # type: ignore[misc]  # see connect
        finally:
            if self.sock is listening:
                self.sock = real

    def _new_conn(self) -> Any:
        """Opens the socket, the name looked up first so that the two can be told apart."""
        connection = cast("HTTPConnection", self)
        # With its trailing dot, which keeps the search domains out of the lookup and which ``host`` doesn't show.
        name = getattr(self, "_dns_host", connection.host)
        *others, last = _addresses(connection, name)
        begun = perf_counter()
        try:
            for connection.host in others:
                with suppress(ConnectTimeoutError):
                    return super()._new_conn()  # type: ignore[misc]  # see connect
            connection.host = last
            return super()._new_conn()  # type: ignore[misc]  # see connect
        finally:
            connection.host = name
            _used.opened("connect", begun)


def _addresses(connection: HTTPConnection, name: str) -> list[str]:
    """Looks up the addresses of a host, each once, in the order in which they are to be tried."""
    begun = perf_counter()
    try:
        found = socket.getaddrinfo(name.strip("[]"), connection.port, allowed_gai_family(), socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise NameResolutionError(name, connection, error) from error
    finally:
        _used.opened("dns", begun)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class _Listening:
    """A socket that has sent its request and had a look at the answer: it drops what is sent, and reads from the start.

    Everything else is the real socket's.
    """

    def __init__(self, real: Any, reader: Any) -> None:
        self._real = real
        self._reader = reader

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def makefile(self, *_: Any) -> Any:
        return self._reader

    def sendall(self, *_: Any) -> None:
        pass


class _CountedHTTPConnection(_Counted, HTTPConnection):
    pass


class _CountedHTTPSConnection(_Counted, HTTPSConnection):
    encrypted = True


class _CountedHTTPPool(FreshPool, HTTPConnectionPool):
    ConnectionCls = _CountedHTTPConnection  # pyright: ignore[reportAssignmentType]  urllib3's own classes fail it too


class _CountedHTTPSPool(FreshPool, HTTPSConnectionPool):
    ConnectionCls = _CountedHTTPSConnection  # pyright: ignore[reportAssignmentType]  see above


for _counted, _name in (
    (_CountedHTTPConnection, "HTTPConnection"),
    (_CountedHTTPSConnection, "HTTPSConnection"),
    (_CountedHTTPPool, "HTTPConnectionPool"),
    (_CountedHTTPSPool, "HTTPSConnectionPool"),
):
    # urllib3's messages name the class, before 2.4 with its module, and people search the web for them.
    _counted.__name__ = _counted.__qualname__ = _name
    _counted.__module__ = "urllib3.connection" if _name.endswith("Connection") else "urllib3.connectionpool"

COUNTED_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": _CountedHTTPPool, "https": _CountedHTTPSPool}
"""What a pool manager of urllib3 makes its pools of."""
