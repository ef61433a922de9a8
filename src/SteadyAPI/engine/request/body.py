"""Bodies of requests, as bytes."""

import json
from typing import Any, NoReturn

from SteadyAPI.errors import UsageError


def json_bytes(value: Any) -> bytes:
    """Encodes a value as JSON (RFC 8259); a text is JSON text already, and is checked.

    Raises:
        UsageError: When the text isn't JSON, or the value can't be written as JSON.
    """
    if isinstance(value, str | bytes):
        return _checked(value)
    try:
        return json.dumps(value, allow_nan=False).encode()
    except (TypeError, ValueError) as error:
        raise UsageError(
            f"json: {error}.\n  expected dictionaries, lists, texts, numbers, booleans and None"
        ) from error


def _checked(text: str | bytes) -> bytes:
    try:
        content = text.encode() if isinstance(text, str) else text
        json.loads(content.decode(), parse_constant=_refuse)
    except ValueError as error:
        raise UsageError(
            f"json: expected a dictionary, a list, a number or JSON text; got text that isn't JSON: {error}.\n"
            '  a JSON string is written with its quotes: json="text"; any other text goes into data='
        ) from error
    return content


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


def form_or_bytes(value: Any) -> Any:
    """Returns text as UTF-8 bytes, and anything else as it is."""
    return value.encode() if isinstance(value, str) else value


def is_read_once(body: Any) -> bool:
    """Tells whether a body is an iterator, or a file that can't be wound back: sent twice, it would be empty."""
    if hasattr(body, "read"):
        return not (hasattr(body, "seekable") and body.seekable())
    return hasattr(body, "__next__")
