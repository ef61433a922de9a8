"""Base URLs and how a request's URL is joined to one."""

import re
from urllib.parse import urlsplit

from SteadyAPI.errors import SessionError, UsageError

_NO_HOST = re.compile(r"[\x00-\x20\x7f]")
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_BEFORE_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:/+|https?:|[:/]+)?", re.IGNORECASE)
"""What stands in front of a host, rightly or not."""
_ON_THIS_MACHINE = re.compile(r"localhost\b|127\.|0\.0\.0\.0|\[::1\]", re.IGNORECASE)
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)


def is_absolute(url: str) -> bool:
    """Returns whether the URL starts with ``http://`` or ``https://``."""
    return _ABSOLUTE.match(url) is not None


def check_base(url: str) -> str:
    """Returns the base URL of a session without the slash at the end of its path; a query is kept.

    Raises:
        UsageError: When it has no scheme or no host, or when it has a fragment.
    """
    if not is_absolute(url):
        place = _BEFORE_HOST.sub("", url, count=1) or "api.example.com"
        scheme = "http" if _ON_THIS_MACHINE.match(place) else "https"
        raise UsageError(
            f'expected a base URL with http:// or https://, got "{url}".\n  write for example: {scheme}://{place}'
        )
    if origin(url).endswith("//"):
        raise UsageError(f'expected a base URL with a host, got "{url}".\n  write for example: https://api.example.com')
    if "#" in url:
        raise UsageError(
            f'expected a base URL without a fragment, got "{url}": what follows # is never sent.\n'
            f"  write for example: {url.partition('#')[0]}"
        )
    path, mark, query = url.partition("?")
    return path.rstrip("/") + mark + query


def join(base: str, url: str, alias: str) -> str:
    """Joins a request's URL to the session's base URL, as text: nothing is collapsed, and the base path is kept.

    A query of the base URL goes behind the path, in front of the request's own query.

    An absolute URL stands for itself, on the session's own origin only: elsewhere the session's credentials would leave
    for another host.

    Raises:
        SessionError: When the URL belongs to another origin.
        UsageError: When it has another scheme (RFC 3986, section 3.1).
    """
    if is_absolute(url):
        if base and origin(url) != origin(base):
            raise SessionError(
                f'{origin(url)} is not the host of session "{alias}" ({origin(base)}): its credentials stay there.\n'
                "  call it without a session (GET    https://...), or create a session for that host."
            )
        return url
    if not base:
        return url
    if _OTHER_SCHEME.match(url):
        raise UsageError(
            f'expected a path, or a URL with http:// or https://, got "{url}".\n  write for example: /orders'
        )
    slash = "" if not url or url[0] in "/?#" else "/"
    base, _, common = base.partition("?")
    if not common:
        return base + slash + url
    url, mark, fragment = url.partition("#")
    path, _, query = url.partition("?")
    return f"{base}{slash}{path}?{common}{'&' if query else ''}{query}{mark}{fragment}"


def origin(url: str) -> str:
    """Returns scheme, host and port (RFC 6454), with the scheme's own port left out.

    Raises:
        UsageError: When host or port make no sense.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as error:
        raise _no_url(url, str(error)) from error
    if _NO_HOST.search(host):
        # Depending on its version, urllib3 would look for it under an escaped name.
        raise _no_url(url, "a blank or a control character stands in its host")
    scheme = parts.scheme.lower()
    default = {"http": 80, "https": 443}.get(scheme)
    shown = "" if port in (None, default) else f":{port}"
    return f"{scheme}://{host}{shown}"


def _no_url(url: str, reason: str) -> UsageError:
    return UsageError(f'"{url}" is no URL: {reason}.\n  write for example: https://api.example.com/orders')


def path_of(url: str) -> str:
    """Returns path and query: how messages name a request when the host is known."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
