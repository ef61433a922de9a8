"""The secret values that pass by in a request and its response."""

import json
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from zlib import compress

from SteadyAPI.redaction.shapes.names import LITERALS, names_a_secret

_NAME = rb"[A-Za-z0-9_.-]"
_NAME_START = re.compile(rb'"' + _NAME + rb"{0,40}+\Z")
_FIELD_REST = re.compile(_NAME + rb'{0,40}+"\s{0,100}+:\s{0,100}+"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_NAME_LONGEST = 40
_VALUE_LEAST, _VALUE_LONGEST = 6, 100_000
_FILLER_LEAST, _FILLER_RATIO = 4096, 10
_LARGEST_FORM = 1_000_000
_SEARCHED_MOST = 50_000_000
_WINDOW = 1 << 20
_VALUES_MOST = 10_000
_LARGEST_REMEMBERED = 20_000
_LITERALS = tuple(literal.encode() for literal in LITERALS)
"""One of them stands in every name that holds a secret: looking for them is cheaper than looking at every field."""


def in_headers(headers: Mapping[str, str]) -> Iterator[str]:
    """Yields the secret values of request or response headers."""
    for name, value in headers.items():
        # Every case below names a secret, so most headers end here.
        if not names_a_secret(name):
            continue
        text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
        match name.lower():
            case "authorization" | "proxy-authorization":
                yield from _credentials(text)
            case "cookie":
                yield from _cookie_values(text.split(";"))
            case "set-cookie":
                yield from _cookie_values(re.split(r",(?=[^;,]+=)", text))
            case _:
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
        if isinstance(value, str) and names_a_secret(str(name)):
            yield value
        else:
            yield from in_fields(value)


def in_body(body: Any) -> Iterator[str]:
    """Yields the secret values of what is sent: form fields, or a text that is JSON or a form."""
    content = body.encode() if isinstance(body, str) else body
    if not isinstance(content, bytes):
        yield from in_fields(content)
    elif content.lstrip()[:1] in {b"{", b"["}:
        yield from in_json_text(content)
    elif len(content) <= _LARGEST_FORM:
        yield from in_fields(parse_qsl(content.decode("utf-8", "replace")))


def in_parts(parts: Any) -> Iterator[str]:
    """Yields the secret values of a multipart body, given as requests takes it."""
    for name, part in parts.items() if isinstance(parts, Mapping) else parts or ():
        content = part[1] if isinstance(part, tuple | list) else part
        yield from in_fields({name: content.decode("utf-8", "replace") if isinstance(content, bytes) else content})


def in_json_text(body: bytes) -> Iterator[str]:
    """Yields the secret values of a JSON text without parsing it: up to 10,000 of the first 50 MB.

    Those behind are masked by their names, but not where they come up without them.
    """
    if len(body) <= _LARGEST_REMEMBERED and not _may_name_a_secret(body):
        return
    found: set[bytes] = set()
    for start in range(0, min(len(body), _SEARCHED_MOST), _WINDOW):
        for value in _in_window(body, start):
            if value not in found:
                found.add(value)
                text = value.decode("utf-8", "replace")
                yield _unescaped(text) if "\\" in text else text
            if len(found) >= _VALUES_MOST:
                return


def _in_window(body: bytes, start: int) -> Iterator[bytes]:
    """Yields the values of fields whose name, by a word in the window of ``body`` at ``start``, names a secret."""
    lower = body[start : start + _WINDOW + _NAME_LONGEST].lower()
    for literal in _LITERALS:
        place = lower.find(literal)
        while 0 <= place < _WINDOW:
            field = _FIELD_REST.match(body, start + place)
            value = _value_of(body, start + place, field) if field else None
            if value is not None:
                yield value
            # Nothing begins within a field that was read to its end.
            place = lower.find(literal, max(place + 1, field.end() - start if field else 0))


def _value_of(body: bytes, place: int, field: re.Match[bytes]) -> bytes | None:
    begin = _NAME_START.search(body[max(0, place - _NAME_LONGEST - 1) : place])
    if begin is None or not _VALUE_LEAST <= len(field[1]) <= _VALUE_LONGEST or _is_filler(field[1]):
        return None
    name = begin.group()[1:] + field.group().partition(b'"')[0]
    return field[1] if names_a_secret(name.decode("ascii")) else None


def _is_filler(value: bytes) -> bool:
    """Tells whether a long text is filler, such as ``x`` a thousand times in a test of limits; searching it is slow."""
    return len(value) > _FILLER_LEAST and len(compress(value, 1)) * _FILLER_RATIO < len(value)


@lru_cache(maxsize=64)
def _may_name_a_secret(body: bytes) -> bool:
    """Tells whether the name of a secret may stand in a body; cached, because tests often get the same body again."""
    lower = body.lower()
    # A loop, because a generator costs as much as the search.
    for literal in _LITERALS:  # noqa: SIM110
        if literal in lower:
            return True
    return False


def in_url(url: str) -> Iterator[str]:
    """Yields the password of a URL's user info, and the secret values of its query."""
    if "@" not in url and "?" not in url:
        return
    try:
        parts = urlsplit(url)
    except ValueError:
        # Half an IPv6 address: whoever sends it says so.
        return
    if parts.password:
        yield parts.password
    yield from in_fields(parse_qsl(parts.query))


def _credentials(header: str) -> Iterator[str]:
    """Yields what an Authorization header holds; of Basic credentials (RFC 7617) the password as well."""
    scheme, _, value = header.rpartition(" ")
    yield value
    if scheme.lower() == "basic":
        try:
            yield b64decode(value).decode("utf-8", "replace").partition(":")[2]
        except ValueError:
            # Not Base64 at all: what stands there is registered as it is.
            return


def _unescaped(text: str) -> str:
    """Returns a string of JSON as it is meant; as it is written when it isn't JSON after all."""
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _cookie_values(cookies: Iterable[str]) -> Iterator[str]:
    for cookie in cookies:
        value = cookie.partition(";")[0].partition("=")[2].strip()
        if value:
            yield value
