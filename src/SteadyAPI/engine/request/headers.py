"""Headers of requests: their values as text, and what Content-Type and Transfer-Encoding mean for the body."""

import re
from collections.abc import Mapping
from typing import Any

from SteadyAPI.engine.header_text import header_text
from SteadyAPI.engine.request.body import FORM, JSON, ChunkedBody
from SteadyAPI.engine.request.fields import Text, text_of
from SteadyAPI.errors import UsageError

_CHARSET = re.compile(r'charset="?([^";\s]+)', re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]")
_SAME_KIND = {
    JSON: re.compile(r"[^;]*[/+]json\s*(?:;|$)", re.IGNORECASE),
    FORM: re.compile(rf"{FORM}\s*(?:;|$)", re.IGNORECASE),
}


def header_texts(headers: Mapping[str, Any]) -> dict[str, Text | None]:
    """Returns headers with their values as text, in UTF-8 where ASCII isn't enough; ``None`` takes a header out.

    Raises:
        UsageError: When a value has no text, or holds a line end. It isn't shown: it may be secret.
    """
    return {str(name): None if value is None else _header_text(str(name), value) for name, value in headers.items()}


def header_value(name: str, *sources: Mapping[str, Any]) -> str | None:
    """Returns the value of a header in the first of some headers that have it; ``name`` is in small letters."""
    for headers in sources:
        for given, value in headers.items():
            if given.lower() == name:
                return None if value is None else header_text(value)
    return None


def without_header(name: str, headers: Mapping[str, Any]) -> dict[str, Any]:
    """Returns headers without one of them; ``name`` is in small letters."""
    return {given: value for given, value in headers.items() if given.lower() != name}


def charset_of(content_type: str | None) -> str:
    """Returns the character set that a content type names; UTF-8 when it names none."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else "utf-8"


def is_of_kind(content_type: str, kind: str) -> bool:
    """Returns whether a content type is JSON (``application/vnd.api+json`` too), or a form, as ``kind`` is."""
    return _SAME_KIND[kind].match(content_type) is not None


def chunked(body: Any, transfer_encoding: str) -> Any:
    """Returns a body that is sent in chunks.

    Raises:
        UsageError: When there is no body, or another transfer coding is asked for.
    """
    if transfer_encoding.strip().lower() != "chunked":
        raise UsageError(f"headers: expected Transfer-Encoding: chunked, got {transfer_encoding}.")
    if body is None:
        raise UsageError("headers: Transfer-Encoding: chunked needs a body: data= or json=.")
    if isinstance(body, bytes):
        return ChunkedBody(body)
    return iter(lambda: body.read(65_536), b"") if hasattr(body, "read") else body


def _header_text(name: str, value: Any) -> Text:
    text = text_of(value, "headers", name)
    if isinstance(text, bytes):
        return text
    if _LINE_END.search(text):
        raise UsageError(f'headers: expected a value of one line for "{name}", got one with a line end in it.')
    text = text.strip(" \t")
    if text.isascii():
        return text
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise UsageError(
            f'headers: the character at position {error.start} of "{name}" can\'t be written in UTF-8.'
        ) from error
