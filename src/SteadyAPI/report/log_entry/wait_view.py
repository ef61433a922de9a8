"""The log entry of a wait: all its polls, and the last exchange."""

from html import escape

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.units import duration
from SteadyAPI.engine.waiting.polling import Poll, Wait
from SteadyAPI.report.log_entry.exchange_view import exchange_html
from SteadyAPI.report.plain_text import html_table

_MOST_ROWS = 20


def wait_html(wait: Wait, goal: str) -> str:
    """Returns the one log entry of all polls, with the last exchange in it."""
    last = wait.last
    verdict = f'<b class="{"pass" if last.observation.good else "fail"}">{escape(last.observation.shown)}</b>'
    title = f"{escape(request_of(last.exchange))} until {escape(goal)} → {verdict}"
    summary = f"<summary>{title} · {duration(wait.elapsed)} · {poll_count(len(wait.polls))}</summary>"
    table = html_table(("poll", "at", "took", "showed"), _rows(wait.polls))
    opened = "" if last.observation.good else " open"
    return f"<details{opened}>{summary}{table}{exchange_html(last.exchange)}</details>"


def _rows(polls: tuple[Poll, ...]) -> str:
    rows = [
        f"<tr><td>{number}</td><td>{duration(poll.at)}</td><td>{duration(poll.exchange.elapsed)}</td>"
        f"<td>{escape(poll.observation.shown)}</td></tr>"
        for number, poll in enumerate(polls, 1)
    ]
    if len(rows) > _MOST_ROWS:
        half = _MOST_ROWS // 2
        left_out = f"<tr><td>…</td><td></td><td></td><td>{len(rows) - _MOST_ROWS} more</td></tr>"
        rows = [*rows[:half], left_out, *rows[-half:]]
    return "".join(rows)


def request_of(exchange: Exchange) -> str:
    """Names the polled request: by the path when a session names the host, else by the whole URL."""
    return f"{exchange.method} {exchange.target}"


def poll_count(count: int) -> str:
    """Returns ``1 poll`` or ``4 polls``."""
    return f"{count} {'poll' if count == 1 else 'polls'}"
