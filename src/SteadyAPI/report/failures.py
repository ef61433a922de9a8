"""The failure messages: first line complete alone, a hint only when it is true."""

import json
from typing import Any

from SteadyAPI.engine.address import origin, path_of
from SteadyAPI.engine.exchange import Exchange, FailureKind, Response
from SteadyAPI.engine.units import duration
from SteadyAPI.errors import NoAnswerError, StatusError, UsageError

_SAID_KEYS = ("detail", "message", "error_description", "error", "title", "errors")
_LONGEST_SAID = 300


def no_answer(exchange: Exchange) -> NoAnswerError | UsageError:
    """Makes the error for a request that got no response."""
    failure = exchange.failure
    if failure is None:
        raise ValueError("the exchange has an answer")
    if failure.kind is FailureKind.INVALID:
        return UsageError(f"{_named(exchange)} can't be sent: {failure.detail}")
    if failure.kind is FailureKind.BREAKER:
        hint = "  to send all the same, write: Reset Host Health"
        return NoAnswerError(f"{_named(exchange)} was not sent: {failure.detail}\n{hint}", exchange)
    tries = f"{len(exchange.attempts)} tries in " if exchange.retries else ""
    took = f"{tries}{duration(exchange.elapsed)}"
    first = f"No answer from {exchange.request.method} {exchange.request.url}: {failure.kind.value} ({took})"
    return NoAnswerError("\n".join([first, *_why(exchange), *_history(exchange)]), exchange)


def wrong_status(exchange: Exchange, message: str | None) -> StatusError:
    """Makes the error for a response with another status than expected."""
    response = _response(exchange)
    status = f"{response.status} {response.reason}".strip()
    outcomes = ", ".join(attempt.outcome for attempt in exchange.attempts)
    tries = f"{len(exchange.attempts)} tries, {outcomes}; " if exchange.retries else ""
    if any(attempt.status == response.status for attempt in exchange.attempts[:-1]):
        waited = sum(attempt.waited or 0.0 for attempt in exchange.attempts)
        first = (
            f"{_named(exchange)} still {response.status} after {len(exchange.attempts)} tries in "
            f"{duration(exchange.elapsed)} ({outcomes}; {duration(waited)} of it waiting)"
        )
    else:
        took = f"{tries}{duration(exchange.elapsed)}"
        first = f"Expected {exchange.expected.text}, got {status}: {_named(exchange)} ({took})"
    lines = [f"{message}\n  {first}" if message else first, *_server_said(response), *_note(exchange)]
    return StatusError("\n".join(lines), exchange)


def _named(exchange: Exchange) -> str:
    """Names the request by its path when a session names the host, else by its whole URL."""
    url = exchange.sent.url
    return f"{exchange.request.method} {path_of(url) if exchange.alias else url}"


def _why(exchange: Exchange) -> list[str]:
    """Says what the failure's kind means for the reader."""
    kind = exchange.failure.kind if exchange.failure else None
    host = origin(exchange.request.url).partition("://")[2]
    session = f'; base URL of session "{exchange.alias}"' if exchange.alias else ""
    match kind:
        case FailureKind.REFUSED:
            lines = [f"nothing listens on {host}{session}"]
        case FailureKind.DNS:
            lines = [f"no address is known for {host}{session}"]
        case FailureKind.CONNECT_TIMEOUT:
            lines = [f"no connection within {_limit(exchange.request.timeout.connect)}{session}"]
        case FailureKind.READ_TIMEOUT:
            lines = [f"connected, then silence for {_limit(exchange.request.timeout.read)}"]
        case _:
            lines = [exchange.failure.detail] if exchange.failure and exchange.failure.detail else []
    return [f"  {line}" for line in lines]


def _limit(seconds: float | None) -> str:
    return duration(seconds) if seconds is not None else "no limit"


def _history(exchange: Exchange) -> list[str]:
    lines = []
    if exchange.retries:
        steps = "; ".join(f"#{attempt.number} {attempt.outcome}" for attempt in exchange.attempts)
        lines.append(f"  attempts: {steps}")
    return [*lines, *_note(exchange)]


def _note(exchange: Exchange) -> list[str]:
    return [f"  {exchange.note}"] if exchange.note else []


def _server_said(response: Response) -> list[str]:
    said = _said(response)
    lines = [f"  server said: {said}"] if said else []
    request_id = response.headers.get("X-Request-Id")
    return [*lines, f"  request id: {request_id}"] if request_id else lines


def _said(response: Response) -> str:
    """Finds the server's own words: a telling field of a JSON body, else the start of a text."""
    text = response.content[:20000].decode("utf-8", "replace").strip()
    try:
        body: Any = json.loads(text)
    except ValueError:
        return "" if response.content_type.startswith(("image/", "text/html")) else _cut(text)
    if isinstance(body, dict):
        body = next((body[key] for key in _SAID_KEYS if body.get(key)), body)
    return _cut(body if isinstance(body, str) else json.dumps(body, ensure_ascii=False))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_SAID else f"{flat[:_LONGEST_SAID]}…"


def _response(exchange: Exchange) -> Response:
    if exchange.response is None:
        raise no_answer(exchange)
    return exchange.response
