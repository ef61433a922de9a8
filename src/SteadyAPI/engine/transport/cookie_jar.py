"""The cookies of a session, by RFC 6265; the jar of ``http.cookiejar`` keeps to older rules.

Values are kept as ``http.client`` reads and writes them, a Latin-1 character for each byte: a server gets back what it
has sent.
"""

from collections.abc import Mapping
from contextlib import suppress
from http.cookiejar import Cookie
from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Session
from requests.cookies import RequestsCookieJar

from SteadyAPI.engine.exchange import Request
from SteadyAPI.engine.header_text import as_octets
from SteadyAPI.engine.request.headers import header_value
from SteadyAPI.engine.transport.set_cookie import is_address, is_secure, set_cookie_of

GIVEN = "given"
"""Marks a cookie that the suite gave, in the jar of requests: it never leaves the origin."""


class CookieJar(RequestsCookieJar):
    """The cookies of one session; ``home`` is the host of its latest request, redirects left aside.

    ``received`` is what responses have set in a copy, with the home of then and the host that set it, in order.
    """

    def __init__(self, given: Mapping[str, str | None] | None = None) -> None:
        """Makes a jar with the cookies that the suite gives for the session's own host."""
        super().__init__()
        self.home = ""
        self.received: list[tuple[str, str, Cookie]] | None = None
        self.give(given or {})

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Takes the cookies that a response sets (RFC 6265, section 5.3)."""
        url = urlsplit(request.get_full_url())
        for header in response.info().get_all("Set-Cookie") or ():
            cookie = set_cookie_of(header, url.scheme, url.hostname or "", url.path)
            if cookie is not None:
                self._store(cookie, url.hostname or "")

    def add_cookie_header(self, request: Any) -> None:
        """Adds the header of the cookies that belong to a request, unless it has one."""
        header = self.header_for(request.get_full_url(), {})
        if header is not None and not request.has_header("Cookie"):
            request.add_unredirected_header("Cookie", header)

    def header_for(self, url: str, own: Mapping[str, Any]) -> str | None:
        """Returns the Cookie header for a URL (RFC 6265, section 5.4); ``None`` when no cookie belongs to it.

        Args:
            url: The URL.
            own: Cookies of the request, which replace those of the same name.
        """
        parts = urlsplit(url)
        host, secure = (parts.hostname or "").lower(), is_secure(parts.scheme, parts.hostname or "")
        matching = [
            cookie
            for cookie in self
            if cookie.name not in own
            and not cookie.is_expired()
            and (secure or not cookie.secure)
            and is_for_host(cookie, host)
            and _is_for_path(cookie.path, parts.path or "/")
        ]
        # Sorting is stable: of cookies with equal paths the one that was created first comes first.
        matching.sort(key=lambda cookie: -len(cookie.path))
        pairs = [*((cookie.name, cookie.value or "") for cookie in matching), *own.items()]
        return "; ".join(f"{name}={value}" if name else value for name, value in pairs) or None

    def choose_for(self, prepared: PreparedRequest, request: Request) -> None:
        """Writes the Cookie header of a request; one that the suite wrote itself stays."""
        if header_value("cookie", request.headers) is not None:
            return
        header = self.header_for(prepared.url or "", request.transport_options.cookies or {})
        if header is None:
            prepared.headers.pop("Cookie", None)
        else:
            headers: Any = prepared.headers
            headers["Cookie"] = header if header.isascii() else header.encode("latin-1")

    def give(self, cookies: Mapping[str, str | None]) -> None:
        """Sets cookies for the session's own host in place of those of the same name; ``None`` removes them."""
        for name, value in cookies.items():
            for cookie in [cookie for cookie in self if cookie.name == name]:
                self.clear(cookie.domain, cookie.path, cookie.name)
            if value is not None:
                self.set(name, as_octets(value), rest={GIVEN: None})

    def copy(self) -> "CookieJar":
        """Returns a jar with the same cookies."""
        jar = CookieJar()
        jar.home = self.home
        jar.update(self)
        jar.received = []
        return jar

    def receive_from(self, copied: "CookieJar") -> None:
        """Stores, or removes, what responses have set in a copy of this jar since it was copied."""
        for home, host, cookie in copied.received or ():
            self.home = home
            self._store(cookie, host)

    def _store(self, cookie: Cookie, host: str) -> None:
        """Stores a cookie, or removes it when it has expired; one that the suite gave for that host is the same."""
        if self.received is not None:
            self.received.append((self.home, host, cookie))
        if host == self.home and cookie.path == "/":
            self._remove("", cookie)
        if cookie.is_expired():
            self._remove(cookie.domain, cookie)
        else:
            self.set_cookie(cookie)

    def _remove(self, domain: str, cookie: Cookie) -> None:
        with suppress(KeyError):
            self.clear(domain, cookie.path, cookie.name)


def with_own_cookies(session: Session) -> Session:
    """Returns a session over the same adapters, with a copy of the cookies; a jar of another kind is shared."""
    # Not with copy: a session of requests leaves out what isn't its own.
    twin = object.__new__(type(session))
    vars(twin).update(vars(session))
    if isinstance(session.cookies, CookieJar):
        twin.cookies = session.cookies.copy()
    return twin


def is_for_host(cookie: Cookie, host: str) -> bool:
    """Returns whether a host gets a cookie (RFC 6265, section 5.4), whatever the path."""
    domain = cookie.domain.lstrip(".").lower()
    if domain in ("", host):
        return True
    return cookie.domain_specified and host.endswith(f".{domain}") and not is_address(host)


def _is_for_path(cookie_path: str, path: str) -> bool:
    return path == cookie_path or (
        path.startswith(cookie_path) and (cookie_path.endswith("/") or path[len(cookie_path)] == "/")
    )
