"""The failure messages of requests: a first line that is complete alone, then hints; one screenful at most.

Everything is masked before it is cut: half a secret is a secret too.
"""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from SteadyAPI.engine.exchange import Attempt, Exchange, Failure, FailureKind, Response, retries_in
from SteadyAPI.engine.request.url import origin
from SteadyAPI.engine.units import duration
from SteadyAPI.errors import ExpectationError, NoResponseError, StatusError, UsageError
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.report.messages.tls_hint import tls_hint_of, tls_hint_of_silence
from SteadyAPI.report.plain_text import visible

_MOST_OUTCOMES = 8
_WRITTEN_OUT = 2
_LONGEST_NAME = 40
_LONGEST_URL = 60
_LONGEST_STATUS = 30
_TAIL = 12
_SAID_KEYS = ("detail", "message", "error_description", "error", "title", "errors")
_LONGEST_SAID = 300
_LOOKED_AT = 20_000
_ALL_THE_SAME = "to send all the same, write: Reset Host Health"
_LIMIT_PASSED = "time limit passed"
_ID_HEADERS = ("X-Request-Id", "X-Correlation-Id", "X-Amzn-RequestId", "X-Trace-Id")


def no_response(exchange: Exchange, mask: Masker = RUN_SECRETS.mask) -> NoResponseError | UsageError:
    """Makes the error for a request that got no response."""
    failure = exchange.failure
    if failure is None:
        raise ValueError("the exchange has an answer")
    named = _named(exchange, mask)
    url = exchange.last_sent.url if exchange.redirects else exchange.request.url
    asked = f"{exchange.method} {_shortened(mask(url), _LONGEST_URL)}"
    if failure.kind is FailureKind.INVALID:
        return UsageError(f"{named} can't be sent: {_cut(mask(failure.detail), _LONGEST_SAID)}")
    if failure.kind is FailureKind.BREAKER:
        first = f"{named} was not sent: {_cut(mask(failure.detail), _LONGEST_SAID)}"
        return NoResponseError("\n".join([first, *_redirects(exchange, mask), f"  {_ALL_THE_SAME}"]), exchange)
    tried = exchange.last_attempts
    if failure.kind is FailureKind.READ_TIMEOUT and not retries_in(tried):
        last = tried[-1]
        first = f"No answer in {duration(last.took)} from {named}: {_what(failure)} ({_until_silence(exchange)})"
    else:
        tries = f"{len(tried)} tries in " if retries_in(tried) else ""
        first = f"No answer from {visible(asked)}: {_what(failure)} ({tries}{duration(_time_of(exchange))})"
    lines = [first, *_why(exchange, mask), *_history(tried), *_redirects(exchange, mask), *_note(exchange)]
    return NoResponseError("\n".join(lines), exchange)


def wrong_status(exchange: Exchange, message: str | None, mask: Masker = RUN_SECRETS.mask) -> StatusError:
    """Makes the error for a response with another status than expected; ``message`` is the suite's own first line."""
    response = _response(exchange)
    status = _cut(mask(f"{response.status} {response.reason}".strip()), _LONGEST_STATUS)
    named = _named(exchange, mask)
    tried, took = exchange.last_attempts, duration(_time_of(exchange))
    tries = f"{len(tried)} tries, {_outcomes(tried)}; " if retries_in(tried) else ""
    if any(attempt.status == response.status for attempt in tried[:-1]):
        waited = sum(attempt.waited or 0.0 for attempt in tried)
        first = (
            f"{named} still {response.status} after {len(tried)} tries in "
            f"{took} ({_outcomes(tried)}; {duration(waited)} of it waiting)"
        )
    else:
        first = f"Expected {exchange.expected.text}, got {status}: {named} ({tries}{took})"
    hint = tls_hint_of(response)
    said = [f"  {hint}"] if hint else _server_said(response, mask)
    lines = [*_introduced(message, first), *said, *_redirects(exchange, mask), *_note(exchange)]
    return StatusError("\n".join([*lines, *_ids(exchange, mask)]), exchange)


def no_expected_error(exchange: Exchange, message: str | None = None) -> ExpectationError:
    """Makes the error for a request that should have ended in an error, and did not, or in another one.

    Args:
        exchange: What happened.
        message: The suite's own text, to stand in front.
    """
    asked = f"{exchange.request.method} {exchange.request.url}"
    response, failure = exchange.response, exchange.failure
    if response is not None:
        got = f"an answer: {response.status} {response.reason}".strip()
    else:
        got = failure.kind.value if failure else "no answer"
    line = f"Expected {exchange.expected.text}, got {got}: {asked} ({duration(exchange.elapsed)})"
    return ExpectationError(f"{message}\n  {line}" if message else line, exchange)


def server_said(response: Response, mask: Masker = RUN_SECRETS.mask) -> str:
    """Returns the server's own words: the error field of a JSON body, else the start of a text; they may be empty."""
    return _said(response, mask)


def reason(exchange: Exchange, mask: Masker = RUN_SECRETS.mask) -> str:
    """Says in one line why there was no response; it may be empty."""
    failure = exchange.failure
    if failure is not None and failure.kind is FailureKind.BREAKER:
        return f"{_cut(mask(failure.detail), _LONGEST_SAID)}; {_ALL_THE_SAME}"
    return next(iter(_why(exchange, mask)), "").strip()


def _what(failure: Failure) -> str:
    """Names a failure: a limit of the whole attempt is none of a read, however it showed."""
    return _LIMIT_PASSED if failure.kind is FailureKind.READ_TIMEOUT and failure.limited else failure.kind.value


def _introduced(message: str | None, first: str) -> list[str]:
    return [message, f"  {first}"] if message else [first]


def _named(exchange: Exchange, mask: Masker) -> str:
    """Names the request by its path when a session names the host, else by its URL; a long one loses its middle."""
    # The path is taken before masking: a URL parser would take the brackets of a mask for an IPv6 address.
    return visible(f"{exchange.method} {_shortened(mask(exchange.target), _LONGEST_NAME)}")


def _shortened(target: str, longest: int) -> str:
    return target if len(target) <= longest else f"{target[: longest - _TAIL]}…{target[-_TAIL:]}"


def _why(exchange: Exchange, mask: Masker) -> list[str]:
    """Says what the failure's kind means for the reader."""
    failure = exchange.failure
    host = origin(exchange.last_sent.url if exchange.redirects else exchange.request.url).partition("://")[2]
    session = f'; base URL of session "{exchange.alias}"' if exchange.alias and not exchange.redirects else ""
    match failure.kind if failure else None:
        case FailureKind.REFUSED:
            line = f"nothing listens on {host}{session}"
        case FailureKind.DNS:
            line = f"no address is known for {host}{session}"
        case FailureKind.CONNECT_TIMEOUT | FailureKind.READ_TIMEOUT if failure and failure.limited:
            line = failure.detail
        case FailureKind.CONNECT_TIMEOUT:
            line = f"no connection within {_limit(exchange.request.timeout.connect)}{session}"
        case FailureKind.READ_TIMEOUT:
            line = f"time limit for each wait for data: {_limit(exchange.request.timeout.read)}"
        case _:
            line = _cut(mask(failure.detail), _LONGEST_SAID) if failure else ""
    return [f"  {text}" for text in (line, tls_hint_of_silence(exchange)) if text]


def _until_silence(exchange: Exchange) -> str:
    """Says how far the last attempt came before the server fell silent."""
    last = exchange.attempts[-1]
    phases = last.phases
    if "receive" in phases:
        begun = sum(seconds for name, seconds in phases.items() if name != "receive")
        return f"it began after {duration(begun)} and did not end"
    if last.reused:
        return "kept connection, then silence"
    opened = sum(phases.get(name, 0.0) for name in ("dns", "connect", "tls"))
    return f"connected in {duration(opened)}, then silence" if phases else "connected, then silence"


def _limit(seconds: float | None) -> str:
    return duration(seconds) if seconds is not None else "none"


def _history(attempts: Sequence[Attempt]) -> list[str]:
    differ = len({attempt.outcome for attempt in attempts}) > 1
    return [f"  attempts: {_outcomes(attempts)}"] if differ else []


def _redirects(exchange: Exchange, mask: Masker) -> list[str]:
    """Says which requests were redirected to the one that failed."""
    shown = [
        visible(f"{sent.method} {_shortened(mask(sent.url), _LONGEST_URL)} ({attempt.outcome})")
        for sent, attempt in exchange.redirects
    ]
    if not shown:
        return []
    lines = [f"  redirected from {_listed(shown)}"]
    expected = exchange.expected
    if expected.explicit and any(expected.matches(attempt.status or 0) for _, attempt in exchange.redirects):
        lines.append("  to see the redirect itself, write: allow_redirects=${False}")
    return lines


def _time_of(exchange: Exchange) -> float:
    """Returns the seconds that the last request took, with its retries."""
    return exchange.elapsed - (exchange.last_attempts[0].at if exchange.redirects else 0.0)


def _outcomes(attempts: Sequence[Attempt]) -> str:
    """Lists how the attempts ended, equal ones in a row together."""
    groups = [(outcome, len(list(same))) for outcome, same in groupby(attempt.outcome for attempt in attempts)]
    shown = [
        f"{outcome} ({count} times)" if count > _WRITTEN_OUT else ", ".join([outcome] * count)
        for outcome, count in groups
    ]
    return _listed(shown)


def _listed(shown: list[str]) -> str:
    left_out = len(shown) - _MOST_OUTCOMES
    return ", ".join(shown if left_out <= 0 else [*shown[: _MOST_OUTCOMES - 1], "…", shown[-1]])


def _note(exchange: Exchange) -> list[str]:
    return [f"  {exchange.note}"] if exchange.note else []


def _ids(exchange: Exchange, mask: Masker) -> list[str]:
    """Names the request as the server's own log does: by the request id of the response, and by the trace id sent."""
    headers = exchange.response.headers if exchange.response else {}
    named = next((headers[name] for name in _ID_HEADERS if headers.get(name)), "")
    trace = str(exchange.sent.headers.get("traceparent", "")).split("-")
    lines = [f"  request id: {visible(_cut(mask(named), _LONGEST_NAME))}"] if named else []
    return [*lines, f"  trace id: {trace[1]}"] if len(trace) > 1 else lines


def _server_said(response: Response, mask: Masker) -> list[str]:
    said = _said(response, mask)
    return [f"  server said: {said}"] if said else []


def _said(response: Response, mask: Masker) -> str:
    """Finds the server's own words: the error field of a JSON body, else the start of a text."""
    if b"\0" in response.content[:_LOOKED_AT]:
        return ""
    text = mask(response.content[:_LOOKED_AT].decode("utf-8", "replace")).strip()
    try:
        body: Any = json.loads(text)
    except (ValueError, RecursionError):
        return "" if response.content_type.startswith(("image/", "text/html")) else _cut(text, _LONGEST_SAID)
    if isinstance(body, dict):
        body = next((body[key] for key in _SAID_KEYS if body.get(key)), body)
    if body in (None, "", [], {}):
        return ""
    return _cut(body if isinstance(body, str) else json.dumps(body, ensure_ascii=False), _LONGEST_SAID)


def _cut(text: str, longest: int) -> str:
    flat = visible(" ".join(text.split()))
    return flat if len(flat) <= longest else f"{flat[:longest]}…"


def _response(exchange: Exchange) -> Response:
    if exchange.response is None:
        raise no_response(exchange)
    return exchange.response
