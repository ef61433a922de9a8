"""The secret values that pass by in a request and its answer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

_SECRET_NAME = re.compile(
    r"pass(word|wd|phrase)?$|secret|token$|api[-_]?key|authorization|credential|private[-_]?key|session[-_]?id$",
    re.IGNORECASE,
)
_JSON_FIELD = re.compile(rb'"([A-Za-z0-9_.-]{3,40})"\s*:\s*"([^"\\]{6,4096})"')
_LARGEST_SEARCHED = 1_000_000
_STEMS = (b"pass", b"secret", b"token", b"key", b"authorization", b"credential", b"session")
"""One of them stands in every name that holds a secret: looking for them is cheaper than looking at every field."""


@lru_cache(maxsize=1024)
def names_secret(name: str) -> bool:
    """Tells whether a field, header or parameter of that name holds a secret."""
    return _SECRET_NAME.search(name) is not None


def in_headers(headers: Mapping[str, str]) -> Iterator[str]:
    """Yields the secret values of request or response headers."""
    for name, value in headers.items():
        text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
        match name.lower():
            case "authorization" | "proxy-authorization":
                yield text.rpartition(" ")[2]
            case "cookie":
                yield from _cookie_values(text.split(";"))
            case "set-cookie":
                yield from _cookie_values(re.split(r",(?=[^;,]+=)", text))
            case _ if names_secret(name):
                yield text


def in_fields(fields: Any) -> Iterator[str]:
    """Yields the secret values of form fields, query parameters or JSON data, at any depth."""
    if isinstance(fields, Mapping):
        pairs: Iterable[tuple[Any, Any]] = fields.items()
    elif isinstance(fields, list | tuple):
        pairs = (item if isinstance(item, tuple) and len(item) == 2 else ("", item) for item in fields)  # noqa: PLR2004
    else:
        return
    for name, value in pairs:
        if isinstance(value, str) and names_secret(str(name)):
            yield value
        else:
            yield from in_fields(value)


def in_json_text(body: bytes) -> Iterator[str]:
    """Yields the secret values of a JSON text without parsing it; a very large one isn't searched."""
    if len(body) > _LARGEST_SEARCHED:
        return
    lower = body.lower()
    if not any(stem in lower for stem in _STEMS):
        return
    for name, value in _JSON_FIELD.findall(body):
        if _names_secret(name):
            yield value.decode("utf-8", "replace")


@lru_cache(maxsize=1024)
def _names_secret(name: bytes) -> bool:
    return names_secret(name.decode("ascii"))


def in_url(url: str) -> Iterator[str]:
    """Yields the password of a URL's user info."""
    try:
        password = urlsplit(url).password
    except ValueError:
        # Half an IPv6 address: whoever sends it says so.
        return
    if password:
        yield password


def _cookie_values(cookies: Iterable[str]) -> Iterator[str]:
    for cookie in cookies:
        value = cookie.partition(";")[0].partition("=")[2].strip()
        if value:
            yield value
