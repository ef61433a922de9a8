"""Bodies of requests: JSON, forms, text, bytes and streams."""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import Any, NoReturn
from urllib.parse import urlencode

from SteadyAPI.engine.request.fields import field_pairs, text_of
from SteadyAPI.errors import UsageError

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


def json_bytes(value: Any) -> bytes:
    """Encodes a value as JSON (RFC 8259); a text is JSON text already, and is checked.

    Raises:
        UsageError: When the text isn't JSON, or the value can't be written as JSON.
    """
    if isinstance(value, str | bytes | bytearray):
        return _checked(value)
    try:
        return json.dumps(value, allow_nan=False).encode()
    except (TypeError, ValueError) as error:
        raise UsageError(
            f"json: {error}.\n  expected dictionaries, lists, texts, numbers, booleans and None"
        ) from error


def data_body(data: Any, charset: str) -> tuple[Any, str | None]:
    """Returns the body that ``data`` means, and the content type that it has by itself.

    Mappings and lists of pairs are forms, and have a type. Files and iterators are sent as they are read. Anything else
    is text or bytes.

    Args:
        data: What the suite gave.
        charset: The character set of text.

    Raises:
        UsageError: When it is none of these, or the character set lacks a character of it.
    """
    if data is None:
        return None, None
    if isinstance(data, Mapping | list | tuple):
        pairs = field_pairs(data, "data")
        form = _in_charset(lambda named: urlencode(pairs, encoding=named, errors="strict").encode(), "data", charset)
        return (form, FORM) if form else (None, None)
    if isinstance(data, PurePath):
        raise UsageError(
            "data: expected text, bytes, form fields or an open file, got a path.\n"
            "  write for example: ${file} =    Open File For Upload    ${path}"
        )
    if hasattr(data, "read"):
        return stream_of(data, charset), None
    if hasattr(data, "__next__"):
        return (encoded(chunk, "data", charset) for chunk in data), None
    return encoded(data, "data", charset), None


def stream_of(file: Any, charset: str) -> Any:
    """Returns an open file as it is sent: one that was opened as text is read and encoded.

    Raises:
        UsageError: When it is closed.
    """
    if getattr(file, "closed", False):
        raise UsageError(
            "data: expected an open file, got one that is closed: a request closes the files it sends.\n"
            "  open it again: ${file} =    Open File For Upload    ${path}"
        )
    return encoded(file.read(), "data", charset) if isinstance(file, io.TextIOBase) else file


def encoded(value: Any, option: str, charset: str = "utf-8") -> bytes:
    """Returns text, or a single value written as text, in a character set; bytes stay as they are.

    Raises:
        UsageError: When the value has no text, the character set isn't known, or it lacks a character.
    """
    try:
        text = text_of(value, option, option)
    except UsageError as error:
        raise UsageError(
            f"{option}: expected text, bytes, a number or an open file, got {type(value).__name__}.\n"
            "  dictionaries and lists become JSON with json="
        ) from error
    return text if isinstance(text, bytes) else _in_charset(text.encode, option, charset)


def _in_charset(encode: Callable[[str], bytes], option: str, charset: str) -> bytes:
    """Returns what ``encode`` makes; the text isn't shown when that fails: it may be secret."""
    try:
        return encode(charset)
    except LookupError as error:
        raise UsageError(f'headers: "{charset}" in Content-Type is no character set that Python knows.') from error
    except UnicodeEncodeError as error:
        raise UsageError(
            f"{option}: the character at position {error.start} can't be written in {charset}.\n"
            "  name a character set that has it: Content-Type=text/plain; charset=utf-8"
        ) from error


class ChunkedBody:
    """A body that is sent in chunks, without a length; it can be sent again."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __iter__(self) -> Iterator[bytes]:
        """Yields the chunks."""
        yield self.content


def _checked(text: str | bytes | bytearray) -> bytes:
    try:
        content = text.encode() if isinstance(text, str) else bytes(text)
        json.loads(content.decode(), parse_constant=_refuse)
    except ValueError as error:
        raise UsageError(
            f"json: expected a dictionary, a list, a number or JSON text; got text that isn't JSON: {error}.\n"
            f"  {_advice(text)}"
        ) from error
    return content


def _advice(text: str | bytes | bytearray) -> str:
    if text.lstrip()[:2] in {"{'", "['", b"{'", b"['"}:
        return """JSON has double quotes: json={"id": 7}; in Python's own way it is json=${{ {'id': 7} }}"""
    return 'a JSON string is written with its quotes: json="text"; any other text goes into data='


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


def is_read_once(body: Any) -> bool:
    """Returns whether a body is an iterator, or a file that can't be wound back: sent twice, it would be empty."""
    if hasattr(body, "read"):
        return not (hasattr(body, "seekable") and body.seekable())
    return hasattr(body, "__next__")
