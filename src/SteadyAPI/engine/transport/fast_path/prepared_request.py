"""The short way of plain requests: what doesn't change between the requests of a session is worked out once.

It is still requests that prepares and sends: the same objects, adapters, hooks, cookies and redirects. What isn't plain
takes requests' ordinary way; both give the same bytes and the same response.
"""

import os
import re
from collections.abc import Mapping
from typing import Any

import requests
from requests.utils import check_header_validity, get_netrc_auth

from SteadyAPI.engine.transport.fast_path.bounded_cache import origin_of, remember
from SteadyAPI.engine.transport.headers import Headers

_WITHOUT_LENGTH = frozenset({"GET", "HEAD"})
# A URL of which requests changes nothing: small letters in the host, no empty or dotted segment, nothing to escape.
_AS_IT_IS = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]*(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}))?"
    r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*)?(?:\?[A-Za-z0-9._~=&-]+)?"
)
_PROXIES = ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
_EXCEPTIONS = ("NO_PROXY", "no_proxy")
_CA_FILES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


class DirectSession(requests.Session):
    """A ``requests.Session`` that works its environment out once for each origin; plain requests have a short way."""

    def __init__(self, *, netrc: bool = True) -> None:
        super().__init__()
        self.headers = Headers(self.headers.items())
        self._environment: dict[tuple[Any, ...], Mapping[str, Any]] = {}
        self._uses_netrc = netrc
        self._netrc: dict[str, Any] = {}
        self._urls: dict[str, str] = {}

    def merge_environment_settings(self, url: Any, proxies: Any, stream: Any, verify: Any, cert: Any) -> Any:
        """Merges the environment's proxies and CA file as requests does, worked out anew when a variable changes."""
        if proxies or isinstance(cert, list):
            own: Any = cert
            return super().merge_environment_settings(url, proxies, stream, verify, own)
        mine = (tuple(self.proxies.items()), self.verify, self.cert, self.trust_env)
        key = (origin_of(url), stream, verify, cert, mine, _environment())
        found = self._environment.get(key)
        if found is None:
            found = super().merge_environment_settings(url, {}, stream, verify, cert)
            remember(self._environment, key, found)
        return {**found, "proxies": dict(found["proxies"])}

    def prepare_plain(
        self, method: str, url: str, headers: Mapping[str, Any], body: bytes | None, auth: Any
    ) -> requests.PreparedRequest | None:
        """Prepares a request without parameters, parts or encodings; ``None`` when it isn't as plain as that.

        Args:
            method: The method, in capitals.
            url: The whole URL.
            headers: The request's own headers.
            body: Bytes, or nothing.
            auth: An authentication object, a pair of user name and password, or nothing.
        """
        if body == b"" or "@" in url or self.params or None in headers.values():
            return None
        prepared = requests.PreparedRequest()
        prepared.method, prepared.url = method, self._prepared_url(url)
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
        self._sign(prepared, auth or self.auth)
        # After the signature: digest authentication has hooked itself in already.
        for hook in self.hooks["response"]:
            prepared.register_hook("response", hook)  # type: ignore[no-untyped-call]  # see above
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
        if not auth and self.trust_env and self._uses_netrc and "Authorization" not in prepared.headers:
            host = origin_of(prepared.url or "")
            if host not in self._netrc:
                remember(self._netrc, host, get_netrc_auth(prepared.url or ""))
            auth = self._netrc[host]
        if auth:
            prepared.prepare_auth(auth)


def _environment() -> tuple[str | None, ...]:
    """Returns the environment that requests asks about; what is excepted from proxies matters where there are some."""
    found = tuple(map(os.environ.get, (*_PROXIES, *_CA_FILES)))
    return found if not any(found[: len(_PROXIES)]) else (*found, *map(os.environ.get, _EXCEPTIONS))
