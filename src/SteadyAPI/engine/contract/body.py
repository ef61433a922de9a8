"""What a body is before any schema is asked: JSON, or something else that deserves its own message."""

import codecs
import json
from typing import Any

from SteadyAPI.engine.exchange import Response

_SHOWN = 60


def json_text(response: Response) -> bytes:
    """Returns the body without a byte order mark."""
    return response.content.removeprefix(codecs.BOM_UTF8)


def why_not_json(response: Response) -> str | None:
    """Says why the body is not JSON, or returns ``None`` when it is."""
    text = json_text(response)
    if not text.strip():
        return "has no body" if not response.content else "has an empty body"
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        return _description(response, text, error)
    return None


def _description(response: Response, text: bytes, error: Exception) -> str:
    start = " ".join(text[:400].decode("utf-8", "replace").split())
    shown = start[:_SHOWN] + ("…" if len(start) > _SHOWN else "")
    media_type = response.content_type or "no content type"
    said = f'is not JSON: {media_type}, starts "{shown}"'
    if start.lower().startswith(("<!doctype html", "<html")):
        login = any(word in text[:20000].lower() for word in (b"log in", b"login", b"sign in", b'type="password"'))
        return f"{said} ({'a login page?' if login else 'an HTML page'})"
    return f"{said}\n  {_position(error)}"


def _position(error: Any) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    return str(error)
