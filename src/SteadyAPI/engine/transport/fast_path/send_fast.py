"""A plain request straight over a kept connection, past urllib3's pool and ``http.client``."""

import errno
from http.client import HTTPException
from logging import DEBUG, getLogger
from ssl import SSLError
from time import perf_counter
from typing import Any

import requests
import urllib3
from urllib3.exceptions import InvalidHeader, LocationValueError, MaxRetryError, ProtocolError, ReadTimeoutError

from SteadyAPI.engine.transport.fast_path.availability import bypassed_code_is_patched
from SteadyAPI.engine.transport.fast_path.origin_cache import origin_of, remember
from SteadyAPI.engine.transport.fast_path.request_head import plain_head
from SteadyAPI.engine.transport.fast_path.unread_response import UnreadResponse
from SteadyAPI.engine.transport.http1.strict_response import StrictResponse

_ONE_PIECE = 65536
"""A body below this size goes out in one piece with its head."""
_CLOSED_EARLY = frozenset({errno.EPIPE, errno.ESHUTDOWN, errno.ECONNRESET, errno.EPROTOTYPE})
"""A server may respond before it has read everything, and close: its response is still there to be read."""
_URLLIB3 = getLogger("urllib3.connectionpool")
"""Whoever reads its debug messages gets them: urllib3 itself writes them."""


class FastPath:
    """Sends what is plain enough, and remembers which pool serves an origin."""

    def __init__(self) -> None:
        self._pools: dict[tuple[Any, ...], Any] = {}

    def send_fast(
        self, adapter: Any, request: requests.PreparedRequest, timeout: Any, verify: Any, cert: Any, proxies: Any
    ) -> UnreadResponse | None:
        """Sends a request over a connection that is open, and reads the head of the response.

        Args:
            adapter: The adapter of requests whose pools are used.
            request: The prepared request.
            timeout: An ``urllib3.Timeout``.
            verify: As requests takes it.
            cert: As requests takes it.
            proxies: As requests takes them.

        Returns:
            The response, or ``None`` when the request isn't plain or no connection is open; nothing has been sent then.

        Raises:
            requests.RequestException: When no response comes, as the adapter of requests would raise it.
        """
        if (
            proxies
            or isinstance(cert, list)
            or not _is_simple(timeout)
            or _URLLIB3.isEnabledFor(DEBUG)
            or bypassed_code_is_patched()
        ):
            return None
        pool = self._pool(adapter, request, verify, cert)
        head = None if pool is None else plain_head(request, pool)
        connection = None if pool is None or head is None else pool.take_open(request.method)
        if pool is None or connection is None:
            return None
        pool.num_requests += 1
        source = _exchanged(pool, connection, head, request, timeout)
        return UnreadResponse(source, connection, pool, request)

    def clear(self) -> None:
        """Forgets every pool."""
        self._pools.clear()

    def _pool(self, adapter: Any, request: requests.PreparedRequest, verify: Any, cert: Any) -> Any:
        """Returns the pool of an origin; one that urllib3 has closed meanwhile is asked for again."""
        key = (origin_of(request.url or ""), verify, cert)
        pool = self._pools.get(key)
        if pool is None or pool.pool is None:
            try:
                pool = adapter.get_connection_with_tls_context(request, verify, cert=cert)
            except LocationValueError:
                # Requests itself says what is wrong with the URL.
                return None
            remember(self._pools, key, pool)
        return pool


def _is_simple(timeout: Any) -> bool:
    """Returns whether there are limits for each step alone: one for all of it needs urllib3's clock."""
    return isinstance(timeout, urllib3.Timeout) and timeout.total is None


def _exchanged(pool: Any, connection: Any, head: Any, request: Any, timeout: urllib3.Timeout) -> StrictResponse:
    """Sends, and reads the head of the response; what goes wrong is raised as urllib3 and requests would."""
    limit: Any = timeout.read_timeout
    waits = False
    try:
        opening_limit: Any = timeout.connect_timeout
        _send(connection, head, request.body, opening_limit)
        waits = True
        return _receive(connection, request, limit)
    except InvalidHeader as error:
        pool.drop(connection)
        raise requests.exceptions.InvalidHeader(error, request=request) from error
    except (OSError, HTTPException) as error:
        pool.drop(connection)
        if isinstance(error, SSLError):
            refusal = MaxRetryError(pool, request.path_url, urllib3.exceptions.SSLError(error))
            raise requests.exceptions.SSLError(refusal, request=request) from error
        if waits and isinstance(error, TimeoutError):
            late = ReadTimeoutError(pool, request.path_url, f"Read timed out. (read timeout={limit})")
            raise requests.ReadTimeout(late, request=request) from error
        raise requests.ConnectionError(ProtocolError("Connection aborted.", error), request=request) from error
    except BaseException:
        pool.drop(connection)
        raise


def _send(connection: Any, head: bytes, body: bytes | None, limit: float | None) -> None:
    begun = perf_counter()
    connection.begin_request()
    sock = connection.sock
    sock.settimeout(limit)
    try:
        if body is None:
            sock.sendall(head)
        elif len(body) < _ONE_PIECE:
            sock.sendall(head + body)
        else:
            sock.sendall(head)
            sock.sendall(body)
    except OSError as error:
        if error.errno not in _CLOSED_EARLY:
            raise
    else:
        connection.end_of_request(begun)


def _receive(connection: Any, request: Any, limit: float | None) -> StrictResponse:
    begun = perf_counter()
    connection.sock.settimeout(limit)
    response = StrictResponse(connection.sock, method=request.method)
    response.begin()
    connection.end_of_head(begun)
    if response.will_close:
        connection.close()
    return response
