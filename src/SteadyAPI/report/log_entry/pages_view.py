"""The log entry of a list that came page by page."""

from collections.abc import Sequence

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.units import duration, size
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.plain_text import cut, html_table, html_text

_MOST_ROWS = 20
_LONGEST_URL = 200


def pages_html(pages: Sequence[tuple[Exchange, int]], title: str, mask: Masker) -> str:
    """Returns the one entry of all pages, folded.

    Args:
        pages: The exchanges, each with the number of its items.
        title: Method and URL, as the suite wrote them.
        mask: Takes secrets out of texts.
    """
    count = sum(items for _, items in pages)
    took = sum(exchange.elapsed for exchange, _ in pages)
    named = html_text(cut(mask(title), _LONGEST_URL))
    facts = f"{counted(len(pages), 'page')} · {counted(count, 'item')} · {duration(took)}"
    rows = [_row(number, exchange, items, mask) for number, (exchange, items) in enumerate(pages, 1)]
    if len(rows) > _MOST_ROWS:
        half = _MOST_ROWS // 2
        rows = [*rows[:half], f'<tr><td>…</td><td colspan="5">{len(rows) - _MOST_ROWS} more</td></tr>', *rows[-half:]]
    table = html_table(("page", "request", "result", "items", "took", "size"), "".join(rows))
    return f'<details style="overflow-wrap:anywhere"><summary>{named} &rarr; {facts}</summary>{table}</details>'


def _row(number: int, exchange: Exchange, items: int, mask: Masker) -> str:
    response = exchange.response
    cells = [
        str(number),
        cut(mask(exchange.target), _LONGEST_URL),
        exchange.attempts[-1].outcome,
        str(items),
        duration(exchange.elapsed),
        size(len(response.content)) if response is not None else "",
    ]
    return f"<tr>{''.join(f'<td>{html_text(cell)}</td>' for cell in cells)}</tr>"


def counted(count: int, what: str) -> str:
    """Returns ``1 page`` or ``4 pages``."""
    return f"{count} {what}{'' if count == 1 else 's'}"
