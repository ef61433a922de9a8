"""Which kept connections are reused: a new handshake costs less than a POST that may or may not have arrived."""

import threading
from queue import Empty, Full, LifoQueue
from time import perf_counter
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from SteadyAPI.engine.exchange import IDEMPOTENT
from SteadyAPI.engine.request.written_url import WrittenUrl
from SteadyAPI.engine.transport.connection import TimedConnection, TimedHTTPConnection, TimedHTTPSConnection
from SteadyAPI.engine.transport.current_attempt import current

IDLE_LIMIT = 2.0
"""Seconds after which a kept connection may be closed by the server just when a request arrives."""

_thread = threading.local()
"""What this thread knows about its next request; the pool that picks the connection isn't told the method."""


def distrust_kept_connections() -> None:
    """Makes this thread's next request go over a fresh connection: where one was stale, the others may be too."""
    _thread.distrust = True


class KeptConnections(LifoQueue[Any]):
    """The connections of a pool that nobody uses, the latest on top, and what of a ``LifoQueue`` urllib3 calls.

    It has no lock that could stay held when a signal, such as the time-out of a test, strikes in the middle of a step.
    """

    def __init__(self, maxsize: int = 0) -> None:
        self.maxsize = maxsize
        self.queue = []

    def get(self, block: bool = True, timeout: float | None = None) -> Any:  # noqa: ARG002  our pools never wait for one
        """Takes the latest.

        Raises:
            Empty: When there is none.
        """
        try:
            return self.queue.pop()
        except IndexError:
            raise Empty from None

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:  # noqa: ARG002  see get
        """Puts one on top.

        Raises:
            Full: When there are enough.
        """
        if len(self.queue) >= self.maxsize:
            raise Full
        self.queue.append(item)

    def qsize(self) -> int:
        """Returns how many there are."""
        return len(self.queue)


class TrustingPool:
    """Stands in front of urllib3's connection pools: replaces a kept connection that isn't to be trusted.

    A connection that was interrupted, or on which anything is still due, is thrown away as an object: half a request
    may stand in it.
    """

    QueueCls = KeptConnections

    def urlopen(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        """Notes what is sent, and sends it."""
        _thread.harmless = method in IDEMPOTENT
        current.target = url if isinstance(url, WrittenUrl) else None
        return super().urlopen(method, url, *args, **kwargs)  # type: ignore[misc]  # the mixin stands in front of a pool

    def take_open(self, method: str) -> TimedConnection | None:
        """Takes a connection out of the pool that is open and trusted; ``None`` when one must be opened first."""
        _thread.harmless = method in IDEMPOTENT
        connection = self._get_conn()
        if connection.is_clean:
            kept: TimedConnection = connection
            return kept
        self._put_conn(connection)
        return None

    def give_back(self, connection: TimedConnection) -> None:
        """Puts a connection back into the pool, if the next request may go over it."""
        self._put_conn(connection)

    def drop(self, connection: TimedConnection) -> None:
        """Closes a connection on which something went wrong, and leaves its room in the pool to another."""
        sock = connection.sock
        connection.close()  # type: ignore[attr-defined]  # what urllib3's connections have
        if sock is not None:
            # A response that was begun would hold it open.
            sock.abort()
        self._put_conn(None)

    def _get_conn(self, timeout: float | None = None) -> Any:
        connection = super()._get_conn(timeout)  # type: ignore[misc]  # see urlopen
        distrust = getattr(_thread, "distrust", False)
        _thread.distrust = False
        if not isinstance(connection, TimedConnection) or connection.sock is None:
            return connection
        if distrust or not connection.is_clean or self._is_risky(connection):
            connection.close()  # type: ignore[attr-defined]  # see drop
            return self._new_conn()  # type: ignore[attr-defined]  # what urllib3's pools have
        return connection

    def _put_conn(self, conn: Any) -> None:
        if isinstance(conn, TimedConnection):
            current.has_given_back = current.has_given_back or conn is current.connection
            if conn.is_clean:
                conn.idle_since = perf_counter()
            else:
                conn.close()  # type: ignore[attr-defined]  # see drop
                conn = None
        super()._put_conn(conn)  # type: ignore[misc]  # see urlopen

    def _is_risky(self, connection: TimedConnection) -> bool:
        if getattr(_thread, "harmless", True):
            return False
        return perf_counter() - connection.idle_since > IDLE_LIMIT


class TimedHTTPPool(TrustingPool, HTTPConnectionPool):
    """A pool of connections in plain text."""

    @property
    def ConnectionCls(self) -> Any:  # type: ignore[override]  # noqa: N802  urllib3's name
        """The class of its connections; what was put in the place of urllib3's own, such as by vcrpy, is used."""
        theirs = HTTPConnectionPool.ConnectionCls
        return TimedHTTPConnection if theirs is HTTPConnection else theirs


class TimedHTTPSPool(TrustingPool, HTTPSConnectionPool):
    """A pool of encrypted connections.

    It doesn't warn of those that aren't verified: urllib3 would do so with every request, and on the console only.
    """

    @property
    def ConnectionCls(self) -> Any:  # type: ignore[override]  # noqa: N802  see above
        """The class of its connections; see above."""
        theirs = HTTPSConnectionPool.ConnectionCls
        return TimedHTTPSConnection if theirs is HTTPSConnection else theirs

    def _validate_conn(self, conn: Any) -> None:
        if not isinstance(conn, TimedConnection):
            super()._validate_conn(conn)
        elif conn.sock is None:
            conn.connect()


for _class, _name in ((TimedHTTPPool, "HTTPConnectionPool"), (TimedHTTPSPool, "HTTPSConnectionPool")):
    # As with the connections: urllib3's messages name the class.
    _class.__name__ = _class.__qualname__ = _name
    _class.__module__ = "urllib3.connectionpool"

POOL_CLASSES: dict[str, type[HTTPConnectionPool]] = {"http": TimedHTTPPool, "https": TimedHTTPSPool}
"""What a pool manager of urllib3 makes its pools of."""
