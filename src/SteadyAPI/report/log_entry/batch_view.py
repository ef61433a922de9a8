"""The log entry of a batch of requests: a row for each outcome, and a waterfall."""

from collections.abc import Sequence
from datetime import timedelta

from SteadyAPI.engine.concurrency.batch import Batch
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.units import duration
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.log_entry.curl import curl
from SteadyAPI.report.messages.batch_failures import (
    Numbered,
    by_outcome,
    numbers_of,
    times,
    timing_words,
    unsent_words,
)
from SteadyAPI.report.plain_text import cut, html_table, html_text, scrolling
from SteadyAPI.report.run_report.timings import Timings

_WIDTH, _ROW = 400, 3
_MOST_BARS, _MOST_ROWS = 100, 12
_LONGEST_TITLE, _LONGEST_CURL = 300, 600


def batch_html(batch: Batch, title: str, mask: Masker) -> str:
    """Returns the entry, folded unless something was unexpected; at most 4 kB, and about 1 kB of it the waterfall.

    Args:
        batch: What came of the requests.
        title: Method and URL, as the suite wrote them.
        mask: Takes secrets out of texts.
    """
    rows = by_outcome(batch.sent)
    counts = " · ".join(
        f"<b{_colour(same)}>{html_text(outcome)}</b> {times(len(same))}" for outcome, same in rows[:_MOST_ROWS]
    )
    facts = [part for part in (counts, unsent_words(batch), duration(batch.took), timing_words(batch)) if part]
    named = html_text(cut(mask(title), _LONGEST_TITLE))
    summary = f"<summary>{named} · {times(batch.asked)} &rarr; {' · '.join(facts)}</summary>"
    opened = " open" if batch.unexpected else ""
    parts = [summary]
    if batch.sent:
        parts += [_table(rows), _waterfall(batch), _curl(batch.exchanges[0], mask)]
    return f'<details{opened} style="overflow-wrap:anywhere">{"".join(parts)}</details>'


def _table(rows: Sequence[tuple[str, Sequence[Numbered]]]) -> str:
    shown = "".join(_row(outcome, same) for outcome, same in rows[:_MOST_ROWS])
    more = len(rows) - _MOST_ROWS
    shown += f"<tr><td>{more} more</td></tr>" if more > 0 else ""
    return html_table(("result", "count", "p50", "p95", "longest", "requests"), shown)


def _row(outcome: str, same: Sequence[Numbered]) -> str:
    timings = Timings()
    for _, exchange in same:
        timings.add(exchange.elapsed)
    took = (timings.percentile(50), timings.percentile(95), timings.longest)
    cells = [outcome, str(len(same)), *(duration(each) if each is not None else "" for each in took), numbers_of(same)]
    return f"<tr>{''.join(f'<td>{html_text(cell)}</td>' for cell in cells)}</tr>"


def _waterfall(batch: Batch) -> str:
    """Returns a line for each request, from its start to its end; of very many, evenly chosen ones.

    Of those that were released together the lines begin with their first bytes: what came before was no race.
    """
    step = -(-len(batch.sent) // _MOST_BARS)
    shown = batch.exchanges[::step]
    before = [_until_sent(exchange) if number * step < batch.together else 0.0 for number, exchange in enumerate(shown)]
    started = [exchange.started + timedelta(seconds=took) for exchange, took in zip(shown, before, strict=True)]
    first = min(started)
    spans = [
        ((moment - first).total_seconds(), exchange.elapsed - took)
        for moment, exchange, took in zip(started, shown, before, strict=True)
    ]
    total = max(begin + took for begin, took in spans) or 1.0
    paths = {True: "", False: ""}
    for number, (exchange, (begin, took)) in enumerate(zip(shown, spans, strict=True)):
        left = _WIDTH * begin / total
        width = max(1, round(_WIDTH * took / total))
        paths[exchange.as_expected] += f"M{left:.0f} {number * _ROW + 1}h{width}"
    colours = {True: "var(--link-color)", False: "var(--fail-color,#ce3e01)"}
    drawn = "".join(
        f'<path d="{path}" stroke="{colours[good]}" stroke-width="2"/>' for good, path in paths.items() if path
    )
    note = f"<div>every {step}. request</div>" if step > 1 else ""
    return scrolling(f'<svg width="{_WIDTH + 1}" height="{len(shown) * _ROW}">{drawn}</svg>') + note


def _until_sent(exchange: Exchange) -> float:
    """Returns the seconds until its first byte was written; 0 where that wasn't measured."""
    first = exchange.attempts[0] if exchange.attempts else None
    if first is None or "send" not in first.phases:
        return 0.0
    return first.at + first.took - sum(first.phases.get(name, 0.0) for name in ("send", "wait", "receive"))


def _colour(same: Sequence[Numbered]) -> str:
    exchange = same[0][1]
    if not exchange.as_expected:
        return ' class="fail"'
    response = exchange.response
    return ' class="pass"' if response is not None and response.status < 400 else ""  # noqa: PLR2004  the first error


def _curl(exchange: Exchange, mask: Masker) -> str:
    command = html_text(curl(exchange.sent, mask, longest=_LONGEST_CURL))
    return f'<details><summary>curl of the first</summary><div style="user-select:all">{command}</div></details>'
