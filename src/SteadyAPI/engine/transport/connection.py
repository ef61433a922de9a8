"""Pooled connections that know whether they have served before, and how long each step took."""

import socket
import threading
from contextlib import suppress
from time import perf_counter
from typing import Any, cast

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError
from urllib3.util.connection import allowed_gai_family

from SteadyAPI.engine.transport.freshness import FreshPool
from SteadyAPI.engine.transport.native import NativeResponse

_used = threading.local()
"""The connection that serves this thread's current request: the only place left to look when no response came."""


def forget_connection() -> None:
    """Starts a new request on this thread."""
    _used.connection = None
    _used.phases = {}
    _used.answered = None


def connection_reused() -> bool:
    """Tells whether the connection of this thread's current request had answered an earlier one."""
    connection = getattr(_used, "connection", None)
    return connection is not None and connection.reused


def connection_phases() -> dict[str, float]:
    """Returns the steps of this thread's current request, in seconds; what is read of the body ends now."""
    phases = dict(_phases())
    answered = getattr(_used, "answered", None)
    if answered is not None:
        phases["receive"] = perf_counter() - answered
    return phases


def _phases() -> dict[str, float]:
    if not hasattr(_used, "phases"):
        forget_connection()
    phases: dict[str, float] = _used.phases
    return phases


def _spent(phase: str, begun: float, without: float = 0.0) -> None:
    """Adds the time since ``begun`` to a phase: a redirect goes through the same phases again."""
    phases = _phases()
    phases[phase] = phases.get(phase, 0.0) + perf_counter() - begun - without


def _opening() -> float:
    """Returns the time spent so far on opening connections for this request."""
    phases = _phases()
    return sum(phases.get(phase, 0.0) for phase in ("dns", "connect", "tls"))


class _Counted:
    """Counts and times the answers of one TCP connection; urllib3 opens a fresh one on the same object when needed."""

    answers = 0
    reused = False
    encrypted = False

    def connect(self) -> None:
        self.answers = 0
        self.reused = False
        begun, opening = perf_counter(), _opening()
        super().connect()  # type: ignore[misc]  # the mixin stands in front of urllib3's connections
        if self.encrypted:
            _spent("tls", begun, _opening() - opening)

    def request(self, *args: Any, **kwargs: Any) -> None:
        _used.connection = self
        self.reused = self.answers > 0
        begun, opening = perf_counter(), _opening()
        super().request(*args, **kwargs)  # type: ignore[misc]  # see connect
        _spent("send", begun, _opening() - opening)

    def getresponse(self) -> Any:
        begun = perf_counter()
        response = super().getresponse()  # type: ignore[misc]  # see connect
        _spent("wait", begun)
        _used.answered = perf_counter()
        self.answers += 1
        return response

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
            _spent("connect", begun)


def _addresses(connection: HTTPConnection, name: str) -> list[str]:
    """Looks up the addresses of a host, each once, in the order in which they are to be tried."""
    begun = perf_counter()
    try:
        found = socket.getaddrinfo(name.strip("[]"), connection.port, allowed_gai_family(), socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise NameResolutionError(name, connection, error) from error
    finally:
        _spent("dns", begun)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


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
    _counted.__name__ = _name  # urllib3's messages name the class, and people search the web for them

_COUNTED_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": _CountedHTTPPool, "https": _CountedHTTPSPool}


class PooledAdapter(HTTPAdapter):
    """An adapter whose pools fit concurrent requests and whose own retries are off: there is one retry engine."""

    def __init__(self, pool_size: int) -> None:
        super().__init__(pool_connections=pool_size, pool_maxsize=pool_size, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Makes urllib3's pool manager with counting connections."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _COUNTED_POOLS

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        """Makes urllib3's proxy manager with counting connections."""
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = _COUNTED_POOLS
        return manager

    def build_response(self, req: Any, resp: Any) -> NativeResponse:
        """Makes the response the suite gets; requests can't be told the class, so it is set afterwards."""
        response = super().build_response(req, resp)
        response.__class__ = NativeResponse
        return cast("NativeResponse", response)
