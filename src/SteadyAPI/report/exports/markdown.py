"""The run in Markdown: what a CI job shows as its summary."""

from collections.abc import Sequence

from SteadyAPI.engine.units import duration
from SteadyAPI.report.plain_text import cut, visible
from SteadyAPI.report.run_report.log_link import log_link
from SteadyAPI.report.run_report.metadata import counted, retry_words, saved_words
from SteadyAPI.report.run_report.summary import Record, RunSummary
from SteadyAPI.report.run_report.trend import Change

_MOST_ROWS = 20
_LONGEST_CELL = 120
_LONGEST_MESSAGE = 300


def markdown(summary: RunSummary, changes: Sequence[Change] | None = None, log: str = "") -> str:
    """Returns a heading, the figures, and what deserves attention; tests link to ``log``, the address of log.html."""
    tests = len(summary.tests)
    figures = [f"**{summary.tests.counts['FAIL']}** of {counted(tests, 'test')} failed"] if tests else []
    figures += [f"**{len(summary)}** requests", f"**{summary.unexpected}** ended unexpectedly", retry_words(summary)]
    figures += [
        f"p{share} {duration(seconds)}"
        for share in (50, 95, 99)
        if (seconds := summary.timings.percentile(share)) is not None
    ]
    parts = ["## API report", "", " · ".join(figures)]
    rows = [
        f"| {_test(test, log)} | {_plain(str(test.get('message', '')), _LONGEST_MESSAGE)} |"
        for test in summary.tests.failed
    ]
    parts += _table("Failed tests", "| test | message |", rows)
    if changes is not None and not changes:
        parts += ["", "No endpoint became slower or flakier since the earlier run."]
    rows = [f"| {_code(_name(change))} | {change.what} | {change.how} |" for change in changes or ()]
    parts += _table("Worse than in the earlier run", "| endpoint | became | how much |", rows)
    rows = [
        f"| {_test(test, log)} | {_code(_request(request))} | {_outcomes(request)} |"
        for test, requests in summary.saved
        for request in requests
    ]
    parts += _table(saved_words(summary), "| test | request | responses |", rows)
    rows = [
        f"| {_test(record, log)} | {_code(_request(record))} | {_plain(str(record.get('wanted', '')))} "
        f"| {_outcomes(record)} |"
        for record in summary.failures
    ]
    parts += _table("Ended unexpectedly", "| test | request | expected | got |", rows)
    return "\n".join([*parts, ""])


def _table(title: str, head: str, rows: Sequence[str]) -> list[str]:
    if not rows:
        return []
    more = ["", f"… {len(rows) - _MOST_ROWS} more"] if len(rows) > _MOST_ROWS else []
    return ["", f"### {title}", "", head, "|---" * (head.count("|") - 1) + "|", *rows[:_MOST_ROWS], *more]


def _test(record: Record, log: str) -> str:
    name = _code(str(record.get("test", "")))
    link = log_link(record, log)
    return f"[{name}]({link})" if link and name else name


def _name(change: Change) -> str:
    return f"{change.endpoint.method} {change.endpoint.path}"


def _request(record: Record) -> str:
    return f"{record['method']} {record['url']}"


def _outcomes(record: Record) -> str:
    return _plain(" → ".join(attempt["outcome"] for attempt in record["tries"]))


def _code(text: str, longest: int = _LONGEST_CELL) -> str:
    """Shows a text as it is: nothing in it is read as Markdown or HTML."""
    plain = visible(cut(text, longest)).replace("`", "'").replace("|", "¦").replace("\n", " ")
    return f"`{plain}`" if plain else ""


def _plain(text: str, longest: int = _LONGEST_CELL) -> str:
    return _code(text, longest).strip("`")
