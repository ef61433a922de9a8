"""``api-report.html``: the run on one page, without script, without network, light and dark."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import quote

from SteadyAPI.engine.units import duration, size
from SteadyAPI.report.plain_text import cut, html_text
from SteadyAPI.report.run_report.chart import distribution, waterfall
from SteadyAPI.report.run_report.summary import RunSummary
from SteadyAPI.report.run_report.tables import (
    batches,
    connections,
    contract,
    endpoints,
    failed_tests,
    failures,
    saved,
    tokens,
    trend,
)
from SteadyAPI.report.run_report.trend import Change

NAME = "api-report.html"
_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API report</title>'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><style>{css}</style></head><body>'
)


class PageHeader(NamedTuple):
    """What the head of the page shows: a title, links to the run's log and report, and other runs' pages beside it."""

    title: str = ""
    log: str = ""
    report: str = ""
    others: tuple[str, ...] = ()


def run_page(summary: RunSummary, header: PageHeader, changes: Sequence[Change] | None = None) -> str:
    """Returns the whole page; ``changes`` are those since an earlier run, if there is one to compare with."""
    css = files("SteadyAPI.report.run_report").joinpath("api_report.css").read_text(encoding="utf-8")
    parts = [_HEAD.format(css=css.replace("\n", "")), "<main>", _title(summary, header), _cards(summary)]
    if not len(summary):
        return "".join([*parts, "<p>No request was made.</p></main></body></html>\n"])
    slowest = _scroll("The slowest", waterfall(summary.slowest, len(summary)))
    times = _scroll("How long requests took", distribution(summary.timings.distribution))
    pictures = (
        f"<h2>The slowest</h2><p class=dim>{_reading(len(summary))}</p>{slowest}<h2>How long requests took</h2>{times}"
    )
    sections = [
        failed_tests(summary, header.log),
        trend(changes),
        saved(summary, header.log),
        failures(summary, header.log),
        endpoints(summary),
        batches(summary),
        pictures,
        contract(summary),
        tokens(summary),
        connections(summary),
    ]
    return "".join([*parts, *sections, "</main></body></html>\n"])


def _title(summary: RunSummary, header: PageHeader) -> str:
    links = " · ".join(f'<a href="{name}">{name}</a>' for name in (header.log, header.report) if name)
    when = f"{html_text(summary.began[:19].replace('T', ' '))} UTC" if summary.began else ""
    name = html_text(cut(header.title, 200))
    facts = " · ".join(fact for fact in (name, when, links) if fact)
    others = " · ".join(f'<a href="{quote(page)}">{html_text(page)}</a>' for page in header.others)
    beside = f"<p class=dim>Other runs in this folder: {others}</p>" if others else ""
    return f"<h1>API report</h1><p class=dim>{facts}</p>{beside}"


def _cards(summary: RunSummary) -> str:
    percentiles = [(f"p{share}", _or_dash(summary.timings.percentile(share))) for share in (50, 95, 99)]
    unexpected = f'<span class="bad">{summary.unexpected}</span>' if summary.unexpected else "0"
    saved_tests = f'<span class="again">{len(summary.saved)}</span>' if summary.saved else "0"
    cards: Iterable[tuple[str, str]] = (
        *([("tests failed", _tests_failed(summary))] if len(summary.tests) else []),
        ("requests", str(len(summary))),
        ("ended unexpectedly", unexpected),
        ("retries", str(summary.retries)),
        ("waited for retries", duration(summary.waited)),
        ("tests saved by a retry", saved_tests),
        *percentiles,
        ("received", size(summary.bytes)),
    )
    items = "".join(f"<li><b>{figure}</b>{words}</li>" for words, figure in cards)
    return f'<ul class="cards">{items}</ul>'


def _tests_failed(summary: RunSummary) -> str:
    failed, tests = summary.tests.counts["FAIL"], len(summary.tests)
    return f'<span class="bad">{failed}</span> of {tests}' if failed else f"0 of {tests}"


def _or_dash(seconds: float | None) -> str:
    return "–" if seconds is None else duration(seconds)  # noqa: RUF001  the sign for a figure that can't be given


def _reading(count: int) -> str:
    if count <= 200:  # noqa: PLR2004  see waterfall
        return "Each attempt is a bar, each wait a line; they stand where they were in the run."
    return "Each attempt is a bar, each wait a line; all begin at the left edge."


def _scroll(title: str, picture: str) -> str:
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{title}">{picture}</div>'
