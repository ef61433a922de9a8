"""The columns of HTML tables whose header names a secret: ``<th>Password</th>``, and the cells below it."""

import html
import re
from collections.abc import Iterator

from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.tables.tables import is_secret_cell, secret_columns

_ROW = r"<tr\b"
_CELL = (
    r"<(?P<kind>t[hd])\b[^<>]{0,200}>\s{0,99}(?P<v>(?:[^<]|<(?!/?t[hdr]\b|/table)){0,2000}?)\s{0,99}"
    r"(?:</t[hd]>|(?=<t[hdr]\b|</t))"
)
_TAG = r"<[^<>]{0,200}>"


def html_table_spans(text: str, lower: str, allowed: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Yields start and end of every opaque cell below a header that names a secret; ``lower`` is its lower case."""
    columns: dict[int, int] = {}
    starts = [match.start() for match in compiled(_ROW).finditer(lower)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        # A table that ends in this row takes its header with it.
        closed = lower.find("</table", start, end)
        cells = list(compiled(_CELL).finditer(lower, start, end if closed < 0 else closed + len("</table")))
        if cells and all(cell["kind"] == "th" for cell in cells):
            columns = secret_columns([_shown(text, cell) for cell in cells], allowed)
        elif columns:
            for number, least in columns.items():
                if number < len(cells) and is_secret_cell(_shown(text, cells[number]), least):
                    yield cells[number].span("v")
        if closed >= 0:
            columns = {}


def _shown(text: str, cell: re.Match[str]) -> str:
    """Returns what a browser shows of a cell, which was found in the text's lower case."""
    return html.unescape(compiled(_TAG).sub("", text[slice(*cell.span("v"))])).strip()
