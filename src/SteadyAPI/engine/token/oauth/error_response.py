"""Error messages for failed token requests (RFC 6749, section 5.2), with hints on how to fix them."""

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from SteadyAPI.engine.contract.violation import json_type
from SteadyAPI.engine.exchange import Exchange, Response
from SteadyAPI.engine.request.url import path_of
from SteadyAPI.engine.token.grant import ClientAuth
from SteadyAPI.engine.token.oauth.client_authentication import has_odd_characters
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.engine.token.oauth.token_response import at_path, json_object
from SteadyAPI.engine.units import duration
from SteadyAPI.errors import TokenError

_FIRST_ERROR_STATUS = 400
_CLOCKS_APART = 30.0
_SIGNED = {ClientAuth.client_secret_jwt, ClientAuth.private_key_jwt}
_LONGEST_SAID = 300
_CODES = ("code", "type", "status", "title")
_WORDS = ("error_description", "detail", "message", "description", "errorSummary")


def is_refusal(exchange: Exchange) -> bool:
    """Returns whether the request got no response, or an error status."""
    return exchange.response is None or exchange.response.status >= _FIRST_ERROR_STATUS


def refused(exchange: Exchange, request: TokenRequest, way: ClientAuth | None = None) -> TokenError:
    """Makes the error for a token request that got no response, or an error status."""
    response = exchange.response
    if response is None:
        failure = exchange.failure.kind.value if exchange.failure else "no answer"
        tries = f", {len(exchange.attempts)} tries" if exchange.retries else ""
        host = exchange.request.url
        return TokenError(
            f"{_where(exchange)} got no answer: {failure} ({request.shown}{tries})\n  asked: {host}", exchange
        )
    code = _said(json_object(response))[0] or (response.reason or "").strip()
    first = f"{_where(exchange)} refused: {response.status} {code} ({request.shown})"
    hints = [f"  {line}" for line in _hints(exchange, response, code, request, way)]
    return TokenError("\n".join([first, *hints]), exchange)


def without_token(exchange: Exchange, request: TokenRequest, missing: str = "") -> TokenError:
    """Makes the error for a response that should hold a token, or what is ``missing``, and doesn't."""
    response = exchange.response
    status = response.status if response else "no answer"
    target = response.headers.get("Location") if response else None
    if target:
        host = urlsplit(target).netloc or "the same host"
        return TokenError(
            f"{_where(exchange)} → {status} leads to {host}{urlsplit(target).path}, and credentials aren't sent on\n"
            "  when that is the token endpoint, write its URL",
            exchange,
        )
    if not missing and any(_said(json_object(response))):
        # Some providers refuse with a status of success.
        return refused(exchange, request)
    media_type = (response.content_type if response else "") or "no content type"
    wanted = missing or request.token_path or "access_token"
    body = json_object(response)
    value = None if missing else at_path(body, wanted)
    if value is not None or (wanted in body and not missing):
        return TokenError(f"{_where(exchange)} → {status} has {_unfit(value, wanted)}", exchange)
    keys = ", ".join(body) or _no_keys(response.content if response else None, media_type)
    hint = (
        ""
        if missing or request.token_path
        else "\n  a token that stands elsewhere is named by its path: token_path=data.jwt"
    )
    return TokenError(f"{_where(exchange)} → {status} has no {wanted}; keys there: {keys}{hint}", exchange)


def _no_keys(content: bytes | None, media_type: str) -> str:
    """Says what a body without keys is."""
    if content == b"":
        return "none, the body is empty"
    is_object = content is not None and content.split() in ([b"{}"], [b"{", b"}"])
    return "none" if is_object else f"no JSON object, but {media_type}"


def _unfit(value: Any, wanted: str) -> str:
    """Says what a value is that can be no token; the value itself may be a part of a secret."""
    if value is None or value == "":
        return f"an empty {wanted}"
    if isinstance(value, str):
        return f"an {wanted} that no header can carry: expected visible ASCII characters (RFC 6749, appendix A.12)"
    return f"no text as {wanted}, but {json_type(value)}"


def _said(body: dict[str, Any]) -> tuple[str, str]:
    """Returns the error's code and words: those of RFC 6749, or of an error object, or of the first of a list."""
    errors = body.get("errors")
    error = body.get("error") or (errors[0] if isinstance(errors, list) and errors else None)
    inner = error if isinstance(error, dict) else {"code": error}
    code = next((inner[key] for key in _CODES if inner.get(key)), "")
    said = next((each[key] for each in (body, inner) for key in _WORDS if each.get(key)), "")
    return str(code or body.get("errorCode") or "").strip(), str(said)


def _where(exchange: Exchange) -> str:
    return f"Token request to {exchange.request.method} {path_of(exchange.request.url)}"


def _hints(
    exchange: Exchange, response: Response, code: str, request: TokenRequest, way: ClientAuth | None
) -> Iterator[str]:
    said = _said(json_object(response))[1]
    if said:
        yield f"server said: {' '.join(said.split())[:_LONGEST_SAID]}"
    if code == "invalid_client" and way is ClientAuth.basic:
        if has_odd_characters(request):
            yield (
                "id or secret has characters that were form-encoded (RFC 6749, section 2.3.1); "
                "for a server that doesn't decode them: client_auth=basic_raw"
            )
        if request.client_auth is ClientAuth.automatic:
            yield "sent by Basic authentication; for a client that is registered for the body: client_auth=post"
    if code == "invalid_scope" and request.scope:
        yield f"asked for: scope={request.scope}"
    if way in _SIGNED and (apart := _clocks_apart(exchange, response)) > _CLOCKS_APART:
        yield f"the server's clock and this machine's are {duration(apart)} apart: assertions are refused for that"


def _clocks_apart(exchange: Exchange, response: Response) -> float:
    try:
        there: datetime = parsedate_to_datetime(response.headers.get("Date", ""))
    except (ValueError, OverflowError):  # a year of twenty digits overflows
        return 0.0
    return abs((there - exchange.started).total_seconds()) if there.tzinfo else 0.0
