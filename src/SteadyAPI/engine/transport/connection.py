"""Pooled connections that know whether they have served before, and how long each step took."""

import socket
from collections.abc import Mapping
from contextlib import suppress
from time import perf_counter
from typing import Any, cast

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError
from urllib3.util import SKIP_HEADER
from urllib3.util.connection import allowed_gai_family

from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1.handshake_time import round_trip
from SteadyAPI.engine.transport.http1.limited_socket import LimitedSocket
from SteadyAPI.engine.transport.http1.strict_response import StrictResponse
from SteadyAPI.engine.transport.http1.timed_socket import TimedSocket
from SteadyAPI.engine.units import duration

_ADDED = frozenset({"accept-encoding", "user-agent"})
"""Headers that urllib3 adds where a request has none."""
_HANDSHAKE = "in the TLS handshake"
_TUNNEL = "before the proxy had opened a tunnel"


class OpeningOutOfTimeError(ConnectTimeoutError):
    """The whole attempt had taken longer than it may before there was a connection."""

    def __str__(self) -> str:
        return str(self.args[-1])


class OpeningStalledError(TimeoutError):
    """There was a TCP connection, and what had to follow before a request could be sent did not end in time."""


class TimedConnection:
    """What is added to urllib3's connections; it opens a new TCP connection on the same object when needed."""

    response_class: Any = StrictResponse
    responses = 0
    reused = False
    encrypted = False
    handshake = 0.0
    idle_since = 0.0
    sock: Any
    _step = ""

    @property
    def is_clean(self) -> bool:
        """Returns whether the next request may go over it."""
        return isinstance(self.sock, LimitedSocket) and self.sock.is_clean

    def connect(self) -> None:
        """Opens the TCP connection, and TLS over it."""
        self.responses = 0
        self.reused = False
        begun, opening = perf_counter(), current.opening
        current.is_connecting, self._step = True, _HANDSHAKE
        try:
            super().connect()  # type: ignore[misc]  # the mixin stands in front of urllib3's connections
        except TimeoutError as error:
            raise OpeningStalledError(self._stalled()) from error
        self.sock = LimitedSocket(self.sock, self.handshake)
        current.is_connecting = False
        if self.encrypted:
            current.opened("tls", begun + current.opening - opening)

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> None:
        """Sends a request, over a new TCP connection where there is none."""
        self.begin_request()
        begun, opening = perf_counter(), current.opening
        if "headers" in kwargs:
            kwargs["headers"] = _as_given(kwargs["headers"])
        super().request(method, current.target or url, *args, **kwargs)  # type: ignore[misc]  # see connect
        self.end_of_request(begun + current.opening - opening)

    def getresponse(self) -> Any:
        """Reads the head of the response."""
        begun, sock = perf_counter(), self.sock
        response = super().getresponse()  # type: ignore[misc]  # see connect
        # urllib3 goes by the header alone, also where there can be no body.
        response.chunked = sock.response.chunked
        self.end_of_head(begun)
        return response

    def begin_request(self) -> None:
        """Notes that a request goes out."""
        current.connection, current.has_given_back = self, False
        self.reused = self.responses > 0

    def end_of_request(self, begun: float) -> None:
        """Notes that a request has gone out, which took the time since ``begun``."""
        current.spent("send", perf_counter() - begun)

    def end_of_head(self, begun: float) -> None:
        """Notes that the head of a response has come, which was waited for since ``begun``."""
        current.head_at = perf_counter()
        current.spent("wait", current.head_at - begun)
        self.responses += 1

    def _new_conn(self) -> Any:
        """Opens the socket; the name is looked up first, so that the two are timed apart."""
        connection = cast("HTTPConnection", self)
        # With its trailing dot, which keeps the search domains out of the lookup and which ``host`` doesn't show.
        name = getattr(self, "_dns_host", connection.host)
        *others, last = _addresses(connection, name)
        begun = perf_counter()
        try:
            for address in others:
                with suppress(ConnectTimeoutError):
                    return self._opened(address)
            return self._opened(last)
        finally:
            connection.host = name
            current.opened("connect", begun)

    def _opened(self, address: str) -> Any:
        """Opens the socket to one address, within what is left of the attempt."""
        connection = cast("HTTPConnection", self)
        limit = connection.timeout
        connection.host, connection.timeout = address, current.cut(limit)
        begun = perf_counter()
        try:
            if current.is_out_of_time:
                raise OpeningOutOfTimeError(connection, _opening_took_too_long())
            sock = super()._new_conn()  # type: ignore[misc]  # see connect
            self.handshake = min(perf_counter() - begun, round_trip(sock))
        except ConnectTimeoutError as error:
            if current.is_out_of_time:
                raise OpeningOutOfTimeError(connection, _opening_took_too_long()) from error
            raise
        finally:
            connection.timeout = limit
        sock.settimeout(limit)
        return sock

    def _tunnel(self) -> None:
        """Asks a proxy for a tunnel; its response is limited in time as any other."""
        real, self.sock, self._step = self.sock, LimitedSocket(self.sock), _TUNNEL
        # The request itself is what a gate holds back.
        gate, current.gate = current.gate, None
        super()._tunnel()  # type: ignore[misc]  # see connect
        self.sock, self._step, current.gate = real, _HANDSHAKE, gate

    def _stalled(self) -> str:
        limit = cast("HTTPConnection", self).timeout
        named = current.limit if current.is_out_of_time else f"the time limit for connecting, {duration(limit or 0.0)},"
        return f"{named} passed {self._step}"


def _opening_took_too_long() -> str:
    return f"{current.limit} passed while the connection was opened"


def _addresses(connection: HTTPConnection, name: str) -> list[str]:
    """Looks up the addresses of a host, each once, in the order in which they are to be tried."""
    begun = perf_counter()
    try:
        found = socket.getaddrinfo(name.strip("[]"), connection.port, allowed_gai_family(), socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise NameResolutionError(name, connection, error) from error
    finally:
        current.opened("dns", begun)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def _as_given(headers: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Returns headers without those that urllib3 would add: who sends none of that name has taken it out."""
    names = {name.lower() for name in headers or ()}
    left_out = dict.fromkeys(_ADDED - names, SKIP_HEADER)
    return {**(headers or {}), **left_out} if left_out else headers


class TimedHTTPConnection(TimedConnection, HTTPConnection):
    """A connection in plain text."""


class TimedHTTPSConnection(TimedConnection, HTTPSConnection):
    """An encrypted connection."""

    encrypted = True

    def _new_conn(self) -> Any:
        """Opens the socket.

        Certificates are loaded before the handshake on it begins, which has what is left of the attempt then.
        """
        return TimedSocket(super()._new_conn())

    def _connect_tls_proxy(self, hostname: str, sock: Any) -> Any:
        """Opens TLS to a proxy.

        The handshake within it is read by urllib3, piece by piece: each has the time that is left then.
        """
        return TimedSocket(super()._connect_tls_proxy(hostname, sock))


for _class, _name in ((TimedHTTPConnection, "HTTPConnection"), (TimedHTTPSConnection, "HTTPSConnection")):
    # urllib3's messages name the class, before 2.4 with its module, and people search the web for them.
    _class.__name__ = _class.__qualname__ = _name
    _class.__module__ = "urllib3.connection"
