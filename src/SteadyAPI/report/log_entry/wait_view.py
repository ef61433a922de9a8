"""A wait in words and as a log entry."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.request.url import path_of
from SteadyAPI.engine.units import duration
from SteadyAPI.engine.waiting.polling import Poll, Wait
from SteadyAPI.errors import ExpectationError
from SteadyAPI.report.log_entry.exchange_view import exchange_html

_MOST_STEPS = 8
_MOST_ROWS = 20
_LONGEST_SUBJECT = 32


def never_so(wait: Wait, what: str, expected: str, message: str | None) -> ExpectationError:
    """Makes the error of a wait that ended without what it waited for.

    Args:
        wait: What happened.
        what: What was looked at, such as ``$.status``.
        expected: What it should have become.
        message: The suite's own text, to stand in front.
    """
    last, count = wait.last, _polls(len(wait.polls))
    if last.observation.of_response:
        what, expected = "the answer", f"{what} = {expected}"
    shown = {poll.observation.shown for poll in wait.polls}
    if last.observation.bad:
        story = f"became {last.observation.shown} after {duration(wait.elapsed)} ({count})"
    elif len(shown) == 1:
        story = f"stayed {last.observation.shown} for {duration(wait.elapsed)} ({count})"
    else:
        story = f"is {last.observation.shown} after {duration(wait.elapsed)} ({count})"
    first = f"{_named(last.exchange)}: {what} {story}, expected {expected}"
    lines = [f"{message}\n  {first}" if message else first]
    if len(shown) > 1:
        lines.append(f"  it was {_history(wait.polls)}")
    if last.observation.why:
        lines.append(last.observation.why)
    return ExpectationError("\n".join(lines), last.exchange)


def progress(wait: Wait, goal: str, timeout: float) -> str:
    """Returns one line on how it stands, for the console."""
    last = wait.last
    subject = f"{_named(last.exchange)} {goal}"
    # On a narrow terminal the end of the line is cut, and that is where the time stands.
    subject = subject if len(subject) <= _LONGEST_SUBJECT else f"{subject[:_LONGEST_SUBJECT]}…"
    time = f"{wait.elapsed:.0f} s of {timeout:g} s"
    return f"waiting for {subject} · try {len(wait.polls)} · last: {last.observation.shown} · {time}"


def wait_html(wait: Wait, goal: str) -> str:
    """Returns the one log entry of all polls, with the last exchange in it."""
    last = wait.last
    verdict = f'<b class="{"pass" if last.observation.good else "fail"}">{escape(last.observation.shown)}</b>'
    title = f"{escape(_named(last.exchange))} until {escape(goal)} → {verdict}"
    summary = f"<summary>{title} · {duration(wait.elapsed)} · {_polls(len(wait.polls))}</summary>"
    head = "<tr><th>poll</th><th>at</th><th>took</th><th>showed</th></tr>"
    return f"<details>{summary}<table>{head}{_rows(wait.polls)}</table>{exchange_html(last.exchange)}</details>"


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


def _history(polls: Iterable[Poll]) -> str:
    steps = [(shown, len(list(group))) for shown, group in groupby(poll.observation.shown for poll in polls)]
    told = [f"{shown} ({_polls(count)})" for shown, count in steps[-_MOST_STEPS:]]
    return ", then ".join(["…", *told] if len(steps) > _MOST_STEPS else told)


def _named(exchange: Exchange) -> str:
    url = exchange.sent.url
    return f"{exchange.request.method} {path_of(url) if exchange.alias else url}"


def _polls(count: int) -> str:
    return f"{count} {'poll' if count == 1 else 'polls'}"
