"""Which kept connections are trusted: a handshake is cheaper than a POST of which nobody knows whether it arrived."""

import threading
from time import perf_counter
from typing import Any

from SteadyAPI.engine.exchange import IDEMPOTENT

IDLE_LIMIT = 2.0
"""Seconds after which a kept connection may be closed by the server just when a request arrives."""

_thread = threading.local()
"""What this thread knows about its next request; the pool that picks the connection isn't told the method."""


def distrust_kept_connections() -> None:
    """Makes this thread's next request go over a fresh connection: where one was stale, the others may be too."""
    _thread.distrust = True


class FreshPool:
    """Stands in front of urllib3's connection pools: replaces a kept connection that isn't to be trusted."""

    def urlopen(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Notes what is sent, and sends it."""
        _thread.harmless = method in IDEMPOTENT
        return super().urlopen(method, *args, **kwargs)  # type: ignore[misc]  # the mixin stands in front of a pool

    def kept(self, method: str) -> Any:
        """Takes a connection out of the pool that is open and trusted; ``None`` when one must be opened first.

        One over which certificates aren't verified is left to ``urlopen``, which warns of it.
        """
        _thread.harmless = method in IDEMPOTENT
        connection = self._get_conn()
        if connection.sock is None or (connection.encrypted and not connection.is_verified):
            self._put_conn(connection)
            return None
        return connection

    def take_back(self, connection: Any) -> None:
        """Puts a connection back into the pool."""
        self._put_conn(connection)

    def _get_conn(self, timeout: float | None = None) -> Any:
        connection = super()._get_conn(timeout)  # type: ignore[misc]  # see urlopen
        distrust = getattr(_thread, "distrust", False)
        _thread.distrust = False
        if connection.sock is not None and (distrust or self._is_risky(connection)):
            connection.close()
        return connection

    def _put_conn(self, conn: Any) -> None:
        if conn is not None:
            conn.idle_since = perf_counter()
        super()._put_conn(conn)  # type: ignore[misc]  # see urlopen

    def _is_risky(self, connection: Any) -> bool:
        if getattr(_thread, "harmless", True):
            return False
        return perf_counter() - getattr(connection, "idle_since", 0.0) > IDLE_LIMIT
