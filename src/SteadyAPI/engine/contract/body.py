"""Reading a body as JSON, and saying what it is when it isn't JSON."""

import codecs
import json
from typing import Any, NoReturn

from SteadyAPI.engine.exchange import Response

_SHOWN = 60
TOO_DEEP = "it is nested deeper than 200 levels"
_LOGIN_MARKS = (b"log in", b"login", b"sign in", b'type="password"')
_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def json_text(content: bytes) -> bytes:
    """Returns a body without the byte order mark that some servers put in front (RFC 8259, section 8.1)."""
    return content.removeprefix(codecs.BOM_UTF8)


def parsed(text: bytes) -> Any:
    """Parses a JSON text (RFC 8259): UTF-8 only, without NaN and Infinity.

    Raises:
        ValueError: When it is none; the message says why, and where.
    """
    try:
        return json.loads(text.decode(), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        encoding = "UTF-16" if text.startswith(_OTHER_ENCODINGS) or b"\0" in text[:4] else "another encoding"
        raise ValueError(f"it is {encoding}, and JSON is UTF-8: byte {error.start} is none of a character") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"{_lower(error.msg)} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise ValueError(TOO_DEEP) from error


def why_not_json(text: bytes, otherwise: str = "") -> str:
    """Says why a text can't be checked as JSON.

    Args:
        text: The body without a byte order mark.
        otherwise: What to say when it parses all the same: another parser refused it for its own limits.
    """
    try:
        parsed(text)
    except ValueError as error:
        return str(error)
    return TOO_DEEP if "recursion" in otherwise else otherwise


def not_json(response: Response, reason: str) -> str:
    """Describes a body that is no JSON, in words that follow the request's name and status.

    Args:
        response: The response.
        reason: What ``why_not_json`` says.
    """
    text = json_text(response.content)
    if not text.strip():
        return "has no body" if not response.content else "has an empty body"
    start = " ".join(text[:400].decode("utf-8", "replace").split())
    shown = start[:_SHOWN] + ("…" if len(start) > _SHOWN else "")
    media_type = response.content_type or "no content type"
    said = f'is not JSON: {media_type}, starts "{shown}"'
    if start.lower().startswith(("<!doctype html", "<html")):
        login = any(mark in text[:20000].lower() for mark in _LOGIN_MARKS)
        return f"{said} ({'a login page?' if login else 'an HTML page'})"
    return f"{said}\n  {reason}"


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number (RFC 8259, section 6)")


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
