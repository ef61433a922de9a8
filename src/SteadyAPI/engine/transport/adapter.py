"""The way of a prepared request to its connection: the adapter of ``requests``, with a short way for plain ones."""

from http.client import HTTPException
from logging import DEBUG, getLogger
from ssl import SSLError
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.cookies import extract_cookies_to_jar
from requests.utils import get_encoding_from_headers
from urllib3.exceptions import InvalidHeader, MaxRetryError, ProtocolError, ReadTimeoutError

from SteadyAPI.engine.transport.connection import COUNTED_POOLS
from SteadyAPI.engine.transport.fast_path.bounded_cache import origin_of, remember
from SteadyAPI.engine.transport.fast_path.request_head import plain_head
from SteadyAPI.engine.transport.fast_path.response_body import Answer
from SteadyAPI.engine.transport.fast_path.response_head import PlainAnswer
from SteadyAPI.engine.transport.headers import Headers
from SteadyAPI.engine.transport.response import RequestsResponse

_URLLIB3 = getLogger("urllib3.connectionpool")
"""Whoever reads its debug messages gets them: they are written on the ordinary way only."""


class DirectAdapter(HTTPAdapter):
    """An adapter whose pools fit concurrent requests, and that remembers which pool serves an origin.

    Its own retries are off: there is one retry engine.
    """

    def __init__(self, pool_size: int) -> None:
        super().__init__(pool_connections=pool_size, pool_maxsize=pool_size, max_retries=0)
        self._pools: dict[tuple[Any, ...], Any] = {}
        self._trusted: dict[Any, tuple[Any, Any]] = {}

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Makes urllib3's pool manager with counting connections."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = COUNTED_POOLS

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        """Makes urllib3's proxy manager with counting connections."""
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = COUNTED_POOLS
        return manager

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> requests.Response:
        """Sends a request: a plain one straight over a kept connection, any other as requests does."""
        # A limit for all of it needs urllib3's clock.
        limited = isinstance(timeout, urllib3.Timeout) and timeout.total is None
        if limited and not proxies and not _URLLIB3.isEnabledFor(DEBUG):
            response = self._send_plain(request, timeout, verify, cert)
            if response is not None:
                return response
        limits: Any = timeout
        return super().send(request, stream, limits, verify, cert, proxies)

    def get_connection_with_tls_context(
        self, request: requests.PreparedRequest, verify: Any, proxies: Any = None, cert: Any = None
    ) -> Any:
        """Returns the pool for a request; one that urllib3 has closed meanwhile is asked for again."""
        if proxies or isinstance(cert, list):
            own: Any = cert
            return super().get_connection_with_tls_context(request, verify, proxies=proxies, cert=own)
        key = (origin_of(request.url or ""), verify, cert)
        pool = self._pools.get(key)
        if pool is None or pool.pool is None:
            pool = super().get_connection_with_tls_context(request, verify, proxies=proxies, cert=cert)
            remember(self._pools, key, pool)
        return pool

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Gives a pool its certificates, once."""
        if self._trusted.get(conn) != (verify, cert):
            super().cert_verify(conn, url, verify, cert)  # type: ignore[no-untyped-call]  # the stub has no types
            remember(self._trusted, conn, (verify, cert))

    def request_url(self, request: requests.PreparedRequest, proxies: Any) -> str:
        """Returns what stands in the request line: of a request without a proxy, the path."""
        return request.path_url if not proxies else super().request_url(request, proxies)

    def build_response(self, req: Any, resp: Any) -> RequestsResponse:
        """Makes the response the suite gets of one of urllib3."""
        response = self._response(req, resp.status, resp.reason, Headers(resp.headers.itermerged()))
        response.raw = resp
        return _with_cookies(response)

    def close(self) -> None:
        """Closes and forgets every pool."""
        self._pools.clear()
        self._trusted.clear()
        super().close()

    def _send_plain(
        self, request: requests.PreparedRequest, timeout: urllib3.Timeout, verify: Any, cert: Any
    ) -> RequestsResponse | None:
        """Returns ``None`` when the request isn't plain or no connection is open, and then nothing has been sent."""
        pool = None if isinstance(cert, list) else self._pools.get((origin_of(request.url or ""), verify, cert))
        head = None if pool is None or pool.pool is None else plain_head(request, pool)
        connection = None if pool is None or head is None else pool.kept(request.method)
        if pool is None or head is None or connection is None:
            return None
        pool.num_requests += 1
        source = _exchanged(pool, connection, head, request, timeout)
        if not isinstance(source, PlainAnswer):
            source.retries, source._pool, source._connection = self.max_retries, pool, connection  # noqa: SLF001  as urllib3's pools do
            return self.build_response(request, source)
        answer = Answer(source, connection, pool, request)
        response = self._response(request, source.status, source.reason, answer.headers)
        response.answer = answer
        return _with_cookies(response)

    def _response(self, request: Any, status: int, reason: str | None, headers: Headers) -> RequestsResponse:
        response = RequestsResponse()
        response.status_code, response.reason = status, reason  # type: ignore[assignment]  # see requests' own adapter
        response.headers = headers
        response.encoding = get_encoding_from_headers(headers)
        response.url, response.request, response.connection = request.url, request, self
        return response


def _exchanged(pool: Any, connection: Any, head: bytes, request: Any, timeout: urllib3.Timeout) -> Any:
    """Sends, and reads the head of the answer; what goes wrong is raised as urllib3 and requests would."""
    limit = timeout.read_timeout
    waits = False
    try:
        connection.put(head, request.body, timeout.connect_timeout)
        waits = True
        return connection.take(request, limit)
    except InvalidHeader as error:
        _drop(pool, connection)
        raise requests.exceptions.InvalidHeader(error, request=request) from error
    except (OSError, HTTPException) as error:
        _drop(pool, connection)
        if isinstance(error, SSLError):
            refusal = MaxRetryError(pool, request.path_url, urllib3.exceptions.SSLError(error))
            raise requests.exceptions.SSLError(refusal, request=request) from error
        if waits and isinstance(error, TimeoutError):
            late = ReadTimeoutError(pool, request.path_url, f"Read timed out. (read timeout={limit})")
            raise requests.ReadTimeout(late, request=request) from error
        raise requests.ConnectionError(ProtocolError("Connection aborted.", error), request=request) from error
    except BaseException:
        _drop(pool, connection)
        raise


def _drop(pool: Any, connection: Any) -> None:
    connection.close()
    pool.take_back(connection)


def _with_cookies(response: RequestsResponse) -> RequestsResponse:
    """Takes the cookies out of a response; they are looked for only where there are some."""
    if "Set-Cookie" in response.headers:
        extract_cookies_to_jar(response.cookies, response.request, response.raw)  # type: ignore[no-untyped-call]  # its stub has no types
    return response
