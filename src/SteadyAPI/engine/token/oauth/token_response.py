"""What a token endpoint responds (RFC 6749, section 5.1): the token in it, and every secret in it."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

from SteadyAPI.engine.exchange import Response
from SteadyAPI.engine.request.body import FORM
from SteadyAPI.engine.token.claims import lifetime_in
from SteadyAPI.engine.token.token import Token

_SECRET_KEYS = ("access_token", "refresh_token", "id_token", "device_code", "code", "token")
_ENDLESS = 100 * 365 * 86400


def json_object(response: Response | None) -> dict[str, Any]:
    """Returns the response's JSON object, or the fields of a form, which some providers send; empty otherwise."""
    if response is None:
        return {}
    if response.content_type == FORM:
        return dict(parse_qsl(response.content.decode("utf-8", "replace")))
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def secrets_in(body: dict[str, Any], token_path: str) -> Iterator[str]:
    """Yields every value of a response that must be kept out of outputs."""
    for value in (*(body.get(key) for key in _SECRET_KEYS), at_path(body, token_path)):
        if isinstance(value, str):
            yield value


def token_in(body: dict[str, Any], token_path: str, asked: float, now: float) -> Token | None:
    """Reads the token out of a response, or ``None`` when it holds none.

    Args:
        body: The response's JSON object.
        token_path: Where the token stands, such as ``data.jwt``; empty for ``access_token``.
        asked: The clock's monotonic time of the request: the life is counted from there, so it ends rather too early.
        now: Seconds since 1970.
    """
    secret = at_path(body, token_path or "access_token")
    if not isinstance(secret, str) or not secret.strip() or not (secret.isascii() and secret.isprintable()):
        # Visible ASCII and spaces (RFC 6749, appendix A.12): nothing else can stand in a header.
        return None
    siblings = at_path(body, token_path.rpartition(".")[0]) if token_path else body
    siblings = siblings if isinstance(siblings, dict) else {}
    lifetime = _seconds(siblings.get("expires_in")) or lifetime_in(secret, now)
    return Token(
        secret=secret,
        scheme=_token_type(siblings.get("token_type")),
        lifetime=lifetime,
        expires=None if lifetime is None else asked + lifetime,
        scope=_scope(siblings.get("scope")),
        refresh_secret=_text(siblings.get("refresh_token")),
    )


def at_path(body: Any, path: str) -> Any:
    """Returns the value at the end of a path such as ``data.jwt``, ``$.data.jwt`` or ``tokens.0``; ``None`` if none."""
    for step in path.removeprefix("$").strip(".").split("."):
        if isinstance(body, dict) and step:
            body = body.get(step)
        elif isinstance(body, list) and step.isdecimal() and int(step) < len(body):
            body = body[int(step)]
        elif step:
            return None
    return body


def _token_type(text: Any) -> str:
    # Some servers respond in lower case; the scheme's name is Bearer (RFC 6750, section 2.1).
    return "Bearer" if text is None or str(text).lower() == "bearer" else str(text)


def _seconds(value: Any) -> float | None:
    """Reads ``expires_in``, which some servers write as text; nothing that isn't a positive number counts.

    A life of more than a hundred years is meant as one without an end.
    """
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return None
    return seconds if 0 < seconds < _ENDLESS else None


def _scope(value: Any) -> str | None:
    """Reads the scopes, which some servers write as a list."""
    return _text(" ".join(map(str, value)) if isinstance(value, list) else value)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
