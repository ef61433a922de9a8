"""A session of requests in which what doesn't change between requests is worked out once.

The objects, adapters, hooks, cookies and redirects are those of requests. A request that isn't plain is prepared by
requests itself; both give the same bytes and the same response.
"""

import os
import re
from collections.abc import Mapping
from typing import Any

import requests
from requests.utils import check_header_validity, get_netrc_auth

from SteadyAPI.engine.transport.auth.default_auth import DefaultAuth
from SteadyAPI.engine.transport.fast_path.availability import bypassed_code_is_patched, is_switched_on
from SteadyAPI.engine.transport.fast_path.origin_cache import origin_of, remember
from SteadyAPI.engine.transport.headers import Headers

_WITHOUT_LENGTH = frozenset({"GET", "HEAD"})
# A URL that requests leaves as it is: small letters in the host, no empty or dotted segment, nothing to escape.
_AS_IT_IS = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]*(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}))?"
    r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*)?(?:\?[A-Za-z0-9._~=&-]+)?"
)
_PROXIES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
_EXCEPTIONS = ("NO_PROXY", "no_proxy")
_CA_FILES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


class FastSession(requests.Session):
    """A ``requests.Session`` that works its environment out once for each origin; it prepares plain requests itself."""

    def __init__(self, *, fast_path: bool | None = None) -> None:
        super().__init__()
        self._is_fast = is_switched_on(fast_path)
        self.headers = Headers(self.headers.items())
        self._environment: dict[tuple[Any, ...], Mapping[str, Any]] = {}
        self._netrc: dict[str, Any] = {}
        self._urls: dict[str, str] = {}

    def merge_environment_settings(self, url: Any, proxies: Any, stream: Any, verify: Any, cert: Any) -> Any:
        """Merges the environment's proxies and CA file as requests does, worked out anew when a variable changes."""
        if proxies or isinstance(cert, list) or not self._is_fast:
            any_cert: Any = cert
            return super().merge_environment_settings(url, proxies, stream, verify, any_cert)
        own_settings = (tuple(self.proxies.items()), self.verify, self.cert, self.trust_env)
        key = (origin_of(url), stream, verify, cert, own_settings, _environment())
        found = self._environment.get(key)
        if found is None:
            found = super().merge_environment_settings(url, {}, stream, verify, cert)
            remember(self._environment, key, found)
        return {**found, "proxies": dict(found["proxies"])}

    def prepare_request(self, request: requests.Request) -> requests.PreparedRequest:
        """Prepares a request; one without parameters, parts or encodings past what requests looks for in it."""
        url, headers, body = request.url, request.headers or {}, request.data if request.data != [] else None
        if (
            not self._is_fast
            or request.files
            or request.json is not None
            or request.params
            or request.cookies
            or self.params
            or body == b""
            or not isinstance(body, bytes | None)
            or not isinstance(url, str)
            or "@" in url
            or None in headers.values()
            or bypassed_code_is_patched()
        ):
            return super().prepare_request(request)
        prepared = requests.PreparedRequest()
        method = prepared.method = (request.method or "").upper()
        prepared.url = self._prepared_url(url)
        prepared.headers = Headers(self.headers.items())
        for name, value in headers.items():
            check_header_validity((name, value))
            prepared.headers[name] = value
        prepared._cookies = self.cookies  # type: ignore[attr-defined]  # noqa: SLF001  redirects copy the jar
        if self.cookies:
            prepared.prepare_cookies(self.cookies)
        prepared.body = body
        if body is not None:
            prepared.headers["Content-Length"] = str(len(body))
        elif method not in _WITHOUT_LENGTH:
            prepared.headers["Content-Length"] = "0"
        self._sign(prepared, request.auth or self.auth)
        # After the signature: digest authentication has hooked itself in already.
        for hook in self.hooks["response"]:
            prepared.register_hook("response", hook)  # type: ignore[no-untyped-call]  # its stub has no types
        return prepared

    def _prepared_url(self, url: str) -> str:
        if _AS_IT_IS.fullmatch(url):
            return url
        found = self._urls.get(url)
        if found is None:
            prepared = requests.PreparedRequest()
            prepared.prepare_url(url, None)
            found = prepared.url or url
            remember(self._urls, url, found)
        return found

    def _sign(self, prepared: requests.PreparedRequest, auth: Any) -> None:
        netrc = self.trust_env if auth is None else isinstance(auth, DefaultAuth) and auth.reads_netrc(prepared)
        if netrc:
            host = origin_of(prepared.url or "")
            if host not in self._netrc:
                remember(self._netrc, host, get_netrc_auth(prepared.url or ""))
            auth = self._netrc[host]
        if auth and not isinstance(auth, DefaultAuth):
            prepared.prepare_auth(auth)


def _environment() -> tuple[str | None, ...]:
    """Returns the environment that requests asks about; what is excepted from proxies matters where there are some."""
    found = tuple(map(os.environ.get, (*_PROXIES, *_CA_FILES)))
    return found if not any(found[: len(_PROXIES)]) else (*found, *map(os.environ.get, _EXCEPTIONS))
