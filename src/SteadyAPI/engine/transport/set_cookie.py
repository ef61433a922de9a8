"""Set-Cookie headers, read as browsers do (RFC 6265, sections 5.1 to 5.3).

Where browsers follow its successor (draft-ietf-httpbis-rfc6265bis), so does this: cookies without a name, prefixes, and
``Secure``, which a loopback host may set and read without TLS.
"""

import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from http.cookiejar import Cookie
from ipaddress import ip_address
from typing import Any

_DELIMITER = re.compile(r"[\x09\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE_PARTS = {
    "clock": re.compile(r"(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)"),
    "day": re.compile(r"(\d{1,2})(?!\d)"),
    "month": re.compile(f"({'|'.join(_MONTHS)})", re.IGNORECASE),
    "year": re.compile(r"(\d{2,4})(?!\d)"),
}
_NO_COOKIE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_AGE = re.compile(r"-?[0-9]+")
SAME_SITE = ("Strict", "Lax", "None")
"""What a cookie's SameSite attribute may say."""
_FIRST_YEAR, _CENTURY, _TURN = 1601, 100, 70
_LONGEST = 400 * 24 * 3600
"""Seconds that a cookie may live (rfc6265bis, section 5.5)."""


def set_cookie_of(header: str, scheme: str, host: str, path: str) -> Cookie | None:
    """Reads a Set-Cookie header as browsers do (RFC 6265, sections 5.2 and 5.3); ``None`` when it is to be ignored.

    Args:
        header: Its value.
        scheme: The scheme of the request.
        host: The host of the request.
        path: The path of the request.
    """
    pair, _, rest = header.partition(";")
    name, value = pair.split("=", 1) if "=" in pair else ("", pair)
    name, value, host = name.strip(" \t"), value.strip(" \t"), host.lower()
    attributes = _attributes(rest)
    domain = attributes.get("domain", "").removeprefix(".").lower()
    # What has no name and an equals sign in its value would come back as another cookie.
    nameless = not name and (not value or "=" in value)
    if nameless or _NO_COOKIE.search(header) or (domain and not _may_set_for(domain, host)):
        return None
    given = attributes.get("path", "")
    cookie_path = given if given.startswith("/") else path[: max(path.rfind("/"), 1)] or "/"
    secure = "secure" in attributes
    if (secure and not is_secure(scheme, host)) or not _keeps_prefix(name, secure, domain, given):
        return None
    shared = "." in domain and not is_address(host)
    expires = _expires(attributes)
    return made_cookie(
        name,
        value,
        domain=f".{domain}" if shared else host,
        path=cookie_path,
        secure=secure,
        expires=expires,
        http_only="httponly" in attributes,
        same_site=attributes.get("samesite", ""),
    )


def made_cookie(
    name: str,
    value: str,
    *,
    domain: str,
    path: str,
    secure: bool = False,
    expires: int | None = None,
    http_only: bool = False,
    same_site: str = "",
) -> Cookie:
    """Makes a cookie for a jar.

    Args:
        name: Its name.
        value: Its value.
        domain: Its host, or with a dot in front a domain whose hosts get it too.
        path: The path that it belongs to.
        secure: Whether it is sent over TLS only.
        expires: When it ends, in seconds since 1970; ``None`` for the end of the session.
        http_only: Whether scripts can't read it.
        same_site: ``Strict``, ``Lax`` or ``None`` (rfc6265bis, section 4.1.2.7); any other text counts for nothing.
    """
    shared = domain.startswith(".")
    sites = {"SameSite": same_site.capitalize()} if same_site.capitalize() in SAME_SITE else {}
    return Cookie(
        version=0,
        name=name,
        value=value,
        port=None,
        port_specified=False,
        domain=domain,
        domain_specified=shared,
        domain_initial_dot=shared,
        path=path,
        path_specified=True,
        secure=secure,
        expires=expires,
        discard=expires is None,
        comment=None,
        comment_url=None,
        rest={**({"HttpOnly": ""} if http_only else {}), **sites},
    )


def cookie_date(text: str) -> int | None:
    """Reads a date as section 5.1.1 of RFC 6265 says: its parts in any order, whatever stands between them.

    Returns:
        Seconds since 1970, or ``None`` when it is no date.
    """
    parts: dict[str, Any] = {}
    for token in filter(None, _DELIMITER.split(text)):
        for part, pattern in _DATE_PARTS.items():
            found = None if part in parts else pattern.match(token)
            if found:
                parts[part] = found
                break
    if len(parts) < len(_DATE_PARTS):
        return None
    year, month = int(parts["year"][1]), _MONTHS.index(parts["month"][1].lower()) + 1
    if year < _CENTURY:
        year += 1900 if year >= _TURN else 2000
    hour, minute, second = map(int, parts["clock"].groups())
    try:
        date = datetime(year, month, int(parts["day"][1]), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return int(date.timestamp()) if year >= _FIRST_YEAR else None


def _attributes(text: str) -> dict[str, str]:
    """Returns the attributes of a cookie by their names in small letters; of two with one name the last counts."""
    pairs = (attribute.partition("=") for attribute in text.split(";"))
    return {name.strip(" \t").lower(): value.strip(" \t") for name, _, value in pairs}


def _expires(attributes: Mapping[str, str]) -> int | None:
    """Returns when a cookie ends; Max-Age goes before Expires, and what can't be read is ignored."""
    age = attributes.get("max-age", "")
    if _AGE.fullmatch(age):
        return int(time.time()) + min(int(age), _LONGEST) if int(age) > 0 else 0
    return cookie_date(attributes.get("expires", ""))


def _may_set_for(domain: str, host: str) -> bool:
    """Returns whether a host may set a cookie for a domain: for itself, or for a parent below the top level."""
    return domain == host or (host.endswith(f".{domain}") and "." in domain and not is_address(host))


def _keeps_prefix(name: str, secure: bool, domain: str, path: str) -> bool:
    """Returns whether a cookie is what the prefix of its name promises (rfc6265bis, section 4.1.3)."""
    if name.lower().startswith("__host-"):
        return secure and not domain and path == "/"
    return secure or not name.lower().startswith("__secure-")


def is_secure(scheme: str, host: str) -> bool:
    """Returns whether what is sent to a host can't be read on its way: over TLS, or within this machine."""
    return scheme == "https" or is_loopback(host)


def is_loopback(host: str) -> bool:
    """Returns whether a host is this machine itself (RFC 6761, section 6.3)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    return is_address(host) and ip_address(host).is_loopback


def is_address(host: str) -> bool:
    """Returns whether a host is an IP address."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
