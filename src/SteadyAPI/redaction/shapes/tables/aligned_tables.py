"""Columns that blanks align, with or without a ruler below the header: PowerShell, pandas, ``column -t``, ``kubectl``.

Only a value that begins or ends where its header does counts.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from functools import lru_cache

from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.secret_names import LITERALS, secret_names_in
from SteadyAPI.redaction.shapes.tables.tables import (
    HEADER_LONGEST,
    is_secret_cell,
    line_end,
    line_start,
    next_line,
    secret_columns,
)

_BEHIND = r" {0,40}\r?\n| {2,40}\w"
# With a ruler, one blank is enough between headers.
_BEHIND_ABOVE_RULER = r" {0,40}\r?\n| {1,40}\w"
_RULER = r" {0,9}[-=]{2,200}(?: {1,9}[-=]{2,200}){1,60} {0,200}"
_HEADER = r"[^\s|]+(?: [^\s|]+)*"
_NAME = r"[\w .-]{1,40}"
_CELLS_LEAST = 2

Columns = tuple[tuple[int, int, int], ...]


def aligned_spans(
    text: str, lower: str, literals: Iterable[str] = LITERALS, allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every opaque value below the name of a secret; takes what ``collection_spans`` takes."""
    if "  " not in text:
        return
    done = 0
    behind = _BEHIND_ABOVE_RULER if "\n--" in text or "\n==" in text else _BEHIND
    for name in sorted(secret_names_in(lower, literals, behind), key=re.Match.start):
        if name.start() < done:
            continue
        start, done = line_start(text, name.start()), line_end(text, name.end())
        below = next_line(text, done)
        if done == len(text) or done - start > HEADER_LONGEST:
            continue
        ruler = compiled(_RULER).fullmatch(text, below, min(line_end(text, below), below + HEADER_LONGEST))
        columns = _columns(text[start:done], ruler.group() if ruler else "", allowed)
        if columns:
            done = yield from _in_rows(text, next_line(text, ruler.end()) if ruler else below, columns)


@lru_cache(maxsize=64)
def _columns(header: str, ruler: str, allowed: frozenset[str]) -> Columns:
    """Returns start, end and least length of a secret for each column with secrets; none if it is no header."""
    cells = [match.span() for match in compiled(r"\S+" if ruler else _HEADER).finditer(ruler or header)]
    ends = [start for start, _ in cells[1:]] + [len(header)]
    names = [header[start:end].strip() for (start, _), end in zip(cells, ends, strict=True)]
    if len(cells) < _CELLS_LEAST or not all(map(compiled(_NAME).fullmatch, names)):
        return ()
    return tuple((*cells[number], least) for number, least in secret_columns(names, allowed).items())


def _in_rows(text: str, start: int, columns: Columns) -> Generator[tuple[int, int], None, int]:
    """Yields the secrets in the rows from ``start`` on, up to an empty line; returns where that begins."""
    while start < len(text):
        end = line_end(text, start)
        row = text[start:end]
        if not row.strip():
            break
        for first, last, least in columns:
            begin, value = _cell(row, first, last)
            if is_secret_cell(value, least) and any(map(str.isdigit, value)):
                yield start + begin, start + begin + len(value)
        start = next_line(text, end)
    return start


def _cell(row: str, first: int, last: int) -> tuple[int, str]:
    """Returns start and text of the value that begins at ``first`` or ends at ``last``, "" if there is none."""
    if row[first : first + 1].strip() and not row[:first][-1:].strip():
        return first, row[first:].split(" ", 1)[0]
    if row[last:].startswith(" ") or last == len(row):
        value = row[:last].rpartition(" ")[2]
        return last - len(value), value
    return 0, ""
