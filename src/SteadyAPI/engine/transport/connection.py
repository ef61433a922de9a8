"""Pooled connections that know whether they have served before."""

import threading
from typing import Any, cast

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from SteadyAPI.engine.transport.freshness import FreshPool
from SteadyAPI.engine.transport.native import NativeResponse

_used = threading.local()
"""The connection that serves this thread's current request: the only place left to look when no response came."""


def forget_connection() -> None:
    """Starts a new request on this thread."""
    _used.connection = None


def connection_reused() -> bool:
    """Tells whether the connection of this thread's current request had answered an earlier one."""
    connection = getattr(_used, "connection", None)
    return connection is not None and connection.reused


class _Counted:
    """Counts the answers of one TCP connection; urllib3 opens a fresh one on the same object when needed."""

    answers = 0
    reused = False

    def connect(self) -> None:
        self.answers = 0
        self.reused = False
        super().connect()  # type: ignore[misc]  # the mixin stands in front of urllib3's connections

    def request(self, *args: Any, **kwargs: Any) -> None:
        _used.connection = self
        self.reused = self.answers > 0
        super().request(*args, **kwargs)  # type: ignore[misc]  # see connect

    def getresponse(self) -> Any:
        response = super().getresponse()  # type: ignore[misc]  # see connect
        self.answers += 1
        return response


class _CountedHTTPConnection(_Counted, HTTPConnection):
    pass


class _CountedHTTPSConnection(_Counted, HTTPSConnection):
    pass


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
