"""The log entry of one exchange: one folded message, Robot Framework's own classes, no style or script of ours."""

from collections.abc import Mapping
from html import escape
from typing import Any

from SteadyAPI.engine.exchange import Attempt, Exchange
from SteadyAPI.engine.expectation import StatusExpectation
from SteadyAPI.engine.units import duration, size
from SteadyAPI.report.body_view import body_html
from SteadyAPI.report.curl import curl

_BAR_WIDTH = 160
_FIRST_ERROR_STATUS = 400


def exchange_html(exchange: Exchange) -> str:
    """Returns the whole entry; every byte that came from outside is escaped."""
    sent, response = exchange.sent, exchange.response
    parts = [f"<summary>{_summary(exchange)}</summary>", _attempts(exchange)]
    parts += [
        _headers("Request headers", sent.headers),
        body_html("Request body", sent.body, _media_type(sent.headers)),
    ]
    if response is not None:
        parts += [_headers("Response headers", response.headers)]
        parts += [body_html("Response body", response.content, response.content_type)]
    parts.append(f'<details><summary>curl</summary><pre style="user-select:all">{escape(curl(sent))}</pre></details>')
    return f"<details>{''.join(parts)}</details>"


def _summary(exchange: Exchange) -> str:
    response = exchange.response
    if response is None:
        failure = exchange.failure.kind.value if exchange.failure else "no answer"
        outcome = f'<b class="fail">{escape(failure)}</b>'
    else:
        status = escape(f"{response.status} {response.reason}".strip())
        outcome = f'<b class="{_class(response.status, exchange.expected)}">{status}</b>'
    facts = [duration(exchange.elapsed)]
    if response is not None:
        facts.append(size(len(response.content)))
    if exchange.retries:
        plural = "retry" if exchange.retries == 1 else "retries"
        facts.append(f'<span class="skip">{exchange.retries} {plural}</span>')
    if exchange.attempts[-1].reused:
        facts.append("reused connection")
    return f"{exchange.sent.method} {escape(exchange.sent.url)} → {outcome} · {' · '.join(facts)}"


def _class(status: int, expected: StatusExpectation) -> str:
    """Red only for what the test didn't expect; an expected error is neither red nor green."""
    if status < _FIRST_ERROR_STATUS:
        return "pass"
    return "" if expected.explicit and expected.matches(status) else "fail"


def _attempts(exchange: Exchange) -> str:
    if not exchange.retries:
        return escape(exchange.note)
    total = exchange.elapsed or 1.0
    rows = "".join(_attempt(attempt, total) for attempt in exchange.attempts)
    head = "<tr><th>try</th><th>at</th><th>result</th><th>took</th><th></th><th>then</th></tr>"
    return f"<table>{head}{rows}</table>{escape(exchange.note)}"


def _attempt(attempt: Attempt, total: float) -> str:
    left = _BAR_WIDTH * attempt.at / total
    width = max(1.0, _BAR_WIDTH * attempt.took / total)
    bar = (
        f'<svg width="{_BAR_WIDTH}" height="9"><rect x="{left:.0f}" width="{width:.0f}" height="9" '
        'fill="var(--link-color)"/></svg>'
    )
    reason = f" ({attempt.wait_reason})" if attempt.wait_reason else ""
    then = f"waited {duration(attempt.waited)}{reason}" if attempt.waited is not None else ""
    result = escape(attempt.outcome)
    cells = [str(attempt.number), duration(attempt.at), result, duration(attempt.took), bar, escape(then)]
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _headers(title: str, headers: Mapping[str, Any]) -> str:
    if not headers:
        return ""
    lines = "\n".join(f"<a>{escape(name)}</a>: {escape(_text(value))}" for name, value in headers.items())
    return f'<details><summary>{title} ({len(headers)})</summary><pre style="margin:0 0 0 1em">{lines}</pre></details>'


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _media_type(headers: Mapping[str, Any]) -> str:
    named = next((_text(value) for name, value in headers.items() if name.lower() == "content-type"), "")
    return named.partition(";")[0].strip().lower()
