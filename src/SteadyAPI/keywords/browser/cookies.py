"""Cookies as browsers and sessions hand them to each other."""

from dataclasses import dataclass, field
from http.cookiejar import Cookie

from SteadyAPI.engine.header_text import as_octets, reread
from SteadyAPI.engine.session.authentication import ApiKey, KeyLocation, cookie_text
from SteadyAPI.engine.session.session import Session
from SteadyAPI.engine.transport.cookie_jar import is_for_host
from SteadyAPI.engine.transport.set_cookie import made_cookie


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserCookie:
    """A cookie with its attributes (RFC 6265, section 4.1.2).

    ``domain`` is a host, or with a dot in front a domain whose hosts get the cookie too. ``expires`` is in seconds
    since 1970, or ``None`` for a cookie that ends with the browser. ``same_site`` is empty when nothing was said.
    """

    name: str
    value: str = field(repr=False)
    domain: str
    path: str = "/"
    secure: bool = False
    http_only: bool = False
    same_site: str = ""
    expires: int | None = None

    def is_for(self, host: str) -> bool:
        """Returns whether a host gets it."""
        return is_for_host(self.in_jar(), host)

    def in_jar(self) -> Cookie:
        """Returns it as sessions keep it."""
        return made_cookie(
            self.name,
            as_octets(self.value),
            domain=self.domain,
            path=self.path,
            secure=self.secure,
            expires=self.expires,
            http_only=self.http_only,
            same_site=self.same_site,
        )


def cookies_of(session: Session, host: str) -> list[BrowserCookie]:
    """Returns the cookies that a session keeps or was given, and the API keys that it sends as cookies."""
    kept = [_of_jar(cookie, host) for cookie in session.transport.requests_session.cookies if not cookie.is_expired()]
    keys = [_of_key(key, host) for key in session.authentication.keys.values() if key.place is KeyLocation.cookie]
    return kept + keys


def replace_cookies(session: Session, host: str, cookies: list[BrowserCookie]) -> None:
    """Gives a session these cookies in place of all that it has for the host."""
    jar = session.transport.requests_session.cookies
    for cookie in [cookie for cookie in jar if is_for_host(cookie, host)]:
        jar.clear(cookie.domain, cookie.path, cookie.name)
    for cookie in cookies:
        jar.set_cookie(cookie.in_jar())


def _of_jar(cookie: Cookie, host: str) -> BrowserCookie:
    return BrowserCookie(
        name=cookie.name,
        value=reread(cookie.value or ""),
        domain=cookie.domain or host,
        path=cookie.path,
        secure=cookie.secure,
        http_only=cookie.has_nonstandard_attr("HttpOnly"),
        same_site=cookie.get_nonstandard_attr("SameSite") or "",
        expires=None if cookie.expires is None else int(cookie.expires),
    )


def _of_key(key: ApiKey, host: str) -> BrowserCookie:
    return BrowserCookie(name=key.name, value=cookie_text(key.secret), domain=host)
