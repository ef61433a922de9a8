"""The adapter of ``requests``: pools that fit concurrent requests, and the library's own responses."""

from base64 import b64encode
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar
from requests.utils import get_encoding_from_headers

from SteadyAPI.engine.header_text import reread
from SteadyAPI.engine.request.written_url import WrittenUrl
from SteadyAPI.engine.transport.auth.default_auth import user_info
from SteadyAPI.engine.transport.connection_pool import POOL_CLASSES
from SteadyAPI.engine.transport.fast_path.send_fast import FastPath
from SteadyAPI.engine.transport.headers import Headers
from SteadyAPI.engine.transport.response import RequestsResponse


class PooledAdapter(HTTPAdapter):
    """An adapter over timed connections; its own retries are off: there is one retry engine."""

    def __init__(
        self,
        pool_size: int,
        fast_path: FastPath | None = None,
        cookie_jar: type[RequestsCookieJar] = RequestsCookieJar,
        *,
        utf8: bool = True,
    ) -> None:
        """Opens an adapter.

        Args:
            pool_size: How many connections are kept for each origin.
            fast_path: How plain requests are sent; without one, every request goes as usual.
            cookie_jar: What the cookies of a response are put into.
            utf8: Whether headers and reason phrases in UTF-8 are read as that; requests reads Latin-1.
        """
        super().__init__(pool_connections=pool_size, pool_maxsize=pool_size, max_retries=0)
        self._fast_path = fast_path
        self._cookie_jar = cookie_jar
        self._utf8 = utf8

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Makes urllib3's pool manager with timed connections."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = POOL_CLASSES

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        """Makes urllib3's proxy manager with timed connections; SOCKS takes connections of its own."""
        try:
            manager = super().proxy_manager_for(proxy, **kwargs)
        except requests.exceptions.InvalidSchema as error:
            message = "a SOCKS proxy needs a package that is not installed: pip install PySocks"
            raise requests.exceptions.InvalidSchema(message) from error
        manager.connection_pool_kw["maxsize"] = self.poolmanager.connection_pool_kw["maxsize"]
        if not proxy.lower().startswith("socks"):
            manager.pool_classes_by_scheme = POOL_CLASSES
        return manager

    def request_url(self, request: requests.PreparedRequest, proxies: Any) -> str:
        """Returns what stands in the request line; of a URL that is to be sent as it is written, just that."""
        url = super().request_url(request, proxies)
        if not isinstance(request.url, WrittenUrl):
            return url
        return request.url.target if url.startswith("/") else request.url.absolute_target

    def proxy_headers(self, proxy: str) -> dict[str, str]:
        """Returns the credentials of a proxy's URL in UTF-8 (RFC 7617, section 2.1); the password may be empty."""
        pair: Any = user_info(proxy)
        if pair is None or not self._utf8:
            return super().proxy_headers(proxy)
        return {"Proxy-Authorization": f"Basic {b64encode(b':'.join(pair)).decode()}"}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Gives a pool its certificates; a third part of the client's is the password of its key."""
        super().cert_verify(conn, url, verify, cert)  # type: ignore[no-untyped-call]  # the stub has no types
        if isinstance(cert, tuple) and len(cert) > len(("certificate", "key")):
            conn.key_password = cert[-1]

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> requests.Response:
        """Sends a request and reads the head of its response."""
        if self._fast_path is not None:
            unread = self._fast_path.send_fast(self, request, timeout, verify, cert, proxies)
            if unread is not None:
                response = self._response(request, unread.source, unread.headers)
                response.unread = unread
                return self._with_cookies(response)
        return super().send(request, stream, timeout, verify, cert, proxies)

    def build_response(self, req: Any, resp: Any) -> RequestsResponse:
        """Converts a response of urllib3 into the one that the suite gets."""
        response = self._response(req, resp, Headers(resp.headers.itermerged()))
        response.raw = resp
        return self._with_cookies(response)

    def grow(self, size: int) -> int:
        """Keeps at least so many connections for each origin, through proxies too; returns how many until now."""
        before: int = self.poolmanager.connection_pool_kw["maxsize"]
        if size > before:
            for manager in (self.poolmanager, *self.proxy_manager.values()):
                manager.connection_pool_kw["maxsize"] = size
                for key in manager.pools.keys():  # noqa: SIM118  urllib3's container can't be iterated
                    manager.pools[key].pool.maxsize = size
        return before

    def close(self) -> None:
        """Closes and forgets every pool."""
        if self._fast_path is not None:
            self._fast_path.clear()
        super().close()

    def _response(self, request: Any, source: Any, headers: Headers) -> RequestsResponse:
        response = RequestsResponse()
        response.status_code, response.reason = source.status, source.reason
        if self._utf8:
            response.reason = reread(response.reason or "")
            for name, value in headers.items():
                if not value.isascii():
                    headers[name] = reread(value)
        response.headers = headers
        response.follows_one_rule = self._utf8
        if not self._utf8:
            response.encoding = get_encoding_from_headers(headers)
        response.url, response.request, response.connection = request.url, request, self
        return response

    def _with_cookies(self, response: RequestsResponse) -> RequestsResponse:
        """Takes the cookies out of a response; they are looked for only where there are some."""
        if "Set-Cookie" in response.headers:
            response.cookies = self._cookie_jar()
            extract_cookies_to_jar(response.cookies, response.request, response.raw)  # type: ignore[no-untyped-call]  # its stub has no types
        return response
