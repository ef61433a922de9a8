"""The attempts of an exchange as a table with bars, and the phases of the last one."""

from collections.abc import Mapping

from SteadyAPI.engine.exchange import REDIRECTED, Attempt, Exchange
from SteadyAPI.engine.units import duration
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.plain_text import cut, html_table, html_text

_BAR_WIDTH = 160
_MOST_ROWS = 6
_LONGEST_REASON = 80
_PHASES = (("dns", "DNS"), ("connect", "connect"), ("tls", "TLS"))


def attempts_html(exchange: Exchange, mask: Masker) -> str:
    """Returns the table of attempts, if there was more than one: the first ones and the last ones of many."""
    if len(exchange.attempts) == 1:
        return ""
    attempts = exchange.attempts
    left_out = len(attempts) - _MOST_ROWS
    if left_out > 0:
        head, tail = attempts[: _MOST_ROWS // 2], attempts[-_MOST_ROWS // 2 :]
        rows = [_row(attempt, exchange, mask) for attempt in head]
        rows += [
            f'<tr><td>…</td><td colspan="5">{left_out} more</td></tr>',
            *(_row(attempt, exchange, mask) for attempt in tail),
        ]
    else:
        rows = [_row(attempt, exchange, mask) for attempt in attempts]
    return html_table(("try", "at", "result", "took", "when", "then"), "".join(rows))


def timing_text(exchange: Exchange) -> str:
    """Says how long the steps of the last attempt took, as far as they were measured."""
    last = exchange.attempts[-1]
    phases = last.phases
    if not phases:
        return ""
    steps = [f"{words} {duration(phases[name])}" for name, words in _PHASES if name in phases]
    if "wait" in phases:
        steps.append(f"first byte {duration(seconds_to_response(phases))}")
    # The summary says whether the connection was reused.
    kind = "" if last.reused else "new connection: "
    return kind + " · ".join([*steps, f"total {duration(last.took)}"])


def seconds_to_response(phases: Mapping[str, float]) -> float:
    """Returns the seconds from the start of an attempt to the end of the response headers."""
    return sum(seconds for name, seconds in phases.items() if name != "receive")


def _row(attempt: Attempt, exchange: Exchange, mask: Masker) -> str:
    total = exchange.elapsed or 1.0
    left = min(_BAR_WIDTH - 1.0, _BAR_WIDTH * attempt.at / total)
    width = max(1.0, min(_BAR_WIDTH - left, _BAR_WIDTH * attempt.took / total))
    bar = (
        f'<svg width="{_BAR_WIDTH}" height="9"><rect x="{left:.0f}" width="{width:.0f}" height="9" '
        'fill="var(--link-color)"/></svg>'
    )
    cells = [str(attempt.number), duration(attempt.at), attempt.outcome, duration(attempt.took)]
    shown = "".join(f"<td>{html_text(mask(cell))}</td>" for cell in cells)
    return f"<tr>{shown}<td>{bar}</td><td>{html_text(cut(mask(_then(attempt, exchange)), _LONGEST_REASON))}</td></tr>"


def _then(attempt: Attempt, exchange: Exchange) -> str:
    if attempt.waited is None:
        return ""
    if attempt.wait_reason == REDIRECTED:
        following = exchange.attempts[attempt.number].sent or exchange.sent
        return f"redirect to {following.method} {following.url}"
    reason = f" ({attempt.wait_reason})" if attempt.wait_reason else ""
    return f"waited {duration(attempt.waited)}{reason}"
