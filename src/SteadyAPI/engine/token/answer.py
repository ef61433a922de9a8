"""What a token endpoint answers (RFC 6749, sections 5.1 and 5.2)."""

import json
from typing import Any

from SteadyAPI.engine.address import path_of
from SteadyAPI.engine.exchange import Exchange, Response
from SteadyAPI.engine.token import Token
from SteadyAPI.engine.token.grant import Credentials
from SteadyAPI.errors import TokenError


def token_from(exchange: Exchange, credentials: Credentials) -> Token:
    """Reads the token out of the answer to a token request.

    Raises:
        TokenError: When the endpoint refused, or its answer holds no access token.
    """
    where = f"Token request to {exchange.request.method} {path_of(exchange.request.url)}"
    response = exchange.response
    if response is None:
        failure = exchange.failure.kind.value if exchange.failure else "no answer"
        raise TokenError(f"{where} got no answer: {failure} ({credentials.shown})", exchange)
    body = _json_object(response)
    if response.status >= 400:  # noqa: PLR2004  client and server errors
        said = body.get("error_description") or body.get("detail") or ""
        reason = body.get("error") or response.reason
        hint = f"\n  server said: {said}" if said else ""
        raise TokenError(f"{where} refused: {response.status} {reason} ({credentials.shown}){hint}", exchange)
    secret = body.get("access_token")
    if not isinstance(secret, str) or not secret:
        keys = ", ".join(map(str, body)) or f"no JSON object, but {response.content_type or 'no content type'}"
        raise TokenError(f"{where} → {response.status} has no access_token; keys there: {keys}", exchange)
    return Token(secret, _token_type(body.get("token_type")), _lifetime(body.get("expires_in")))


def _json_object(response: Response) -> dict[str, Any]:
    try:
        body = json.loads(response.content)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _token_type(text: Any) -> str:
    # Some servers answer in lower case; the scheme's name is Bearer (RFC 6750, section 2.1).
    return "Bearer" if text is None or str(text).lower() == "bearer" else str(text)


def _lifetime(seconds: Any) -> float | None:
    try:
        return float(seconds)
    except (TypeError, ValueError):
        return None
