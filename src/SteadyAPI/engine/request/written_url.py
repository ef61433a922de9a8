"""URLs that are sent as they are written: nothing is escaped, unescaped or collapsed in them."""

import re
from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit

from SteadyAPI.errors import UsageError

_SCHEME_AND_HOST = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_NOT_IN_A_URL = re.compile(r"[^!-~]")
_KEPT = "!#$%&'()*+,/:;=?@[]"
"""What stands in a URL as it is, beside letters, digits and ``-._~`` (RFC 3986, section 2); escapes are left alone."""


class WrittenUrl(str):
    """A URL whose path and query go over the wire as they are; what it is made of has been checked."""

    __slots__ = ()

    @property
    def target(self) -> "WrittenUrl":
        """Path and query, as the request line has them."""
        rest = _SCHEME_AND_HOST.sub("", self, count=1).partition("#")[0]
        return WrittenUrl(rest if rest.startswith("/") else f"/{rest}")

    @property
    def absolute_target(self) -> "WrittenUrl":
        """What the request line to a proxy has: without user info, which goes into a header."""
        found = _SCHEME_AND_HOST.match(self)
        scheme, _, host = (found[0] if found else "").partition("//")
        return WrittenUrl(f"{scheme}//{host.rpartition('@')[2]}{self.target}")


def as_written(url: str, params: Any) -> WrittenUrl:
    """Returns a URL that is sent as it is written, with the query parameters behind it.

    Args:
        url: The URL; its escapes stay, and what needs one is refused.
        params: Pairs, which are escaped as ever, or text that is encoded already.

    Raises:
        UsageError: When a blank, a control character or one outside ASCII stands in it.
    """
    found = _NOT_IN_A_URL.search(url)
    if found is not None:
        letter = found[0]
        raise UsageError(
            f"url: expected a URL that is encoded already, as url_encoding is False; "
            f"got {letter!a} at position {found.start()}.\n"
            f"  write it as {quote(letter, errors='replace')}, or leave url_encoding out"
        )
    query = params if isinstance(params, str) else urlencode([pair for pair in params or () if pair[1] is not None])
    url, mark, fragment = url.partition("#")
    if query:
        url += ("" if url.endswith(("?", "&")) else "&" if "?" in url else "?") + query
    return WrittenUrl(url + mark + fragment)


def location_of(url: str, location: str) -> WrittenUrl | None:
    """Returns the URL that a redirect leads to (RFC 9110, section 10.2.2), with its escapes as the server wrote them.

    Args:
        url: The URL that was redirected; its fragment is inherited.
        location: The Location header.

    Returns:
        The URL, or ``None`` where it isn't one of HTTP: ``mailto:``, or the ``myapp://`` of a sign-in.

    Raises:
        ValueError: When it is no URL.
    """
    written = quote(location.strip(), safe=_KEPT)
    own = urlsplit(written)
    if not written or (own.scheme and own.scheme not in {"http", "https"}):
        return None
    if own.scheme and not own.hostname:
        raise ValueError("it has no host")
    parts = urlsplit(urljoin(url, written))
    return WrittenUrl(parts._replace(fragment=parts.fragment or urlsplit(url).fragment).geturl())
