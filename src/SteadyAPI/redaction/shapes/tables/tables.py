"""The columns of tables whose header names a secret: CSV, Markdown, what ``psql`` and ``mysql`` print."""

import re
from bisect import bisect_right
from collections.abc import Generator, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from SteadyAPI.redaction.shapes.hints import readings
from SteadyAPI.redaction.shapes.notations.made_up import is_made_up
from SteadyAPI.redaction.shapes.ordinary import is_opaque, is_verdict
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.placeholders import is_placeholder
from SteadyAPI.redaction.shapes.secret_names import LITERALS, names_a_password, names_a_secret, secret_names_in

_SEPARATORS = "|\t;,"
_BEHIND = r"[ \"]{0,40}(?:[|\t;,]|\r?\n)"
HEADER_LONGEST = 2_000
_CELLS_LEAST = 2
# A header in a line of CSV; a sentence has blanks.
_COLUMN = r"\"[\w .-]{1,40}\"|[\w.-]{1,40}"
_COLUMN_OF_TABLE = r"[\w .-]{0,40}"
# What a log may write before the first header: "Body: "
_LOGGED = r"(?:.{0,80}[\])}:>=](?: |\Z))?"
# The quote before the first header, unless it is that of the header alone: Arguments: [ 'user,password
_OPENED = r"(?<!\w)'|[:=(\[] ?\"(?![\w .-]{1,40}\"[|\t;,])"
# The lines between columns that rich and others draw, and all other parts of such a frame
_DRAWN = frozenset("\u2502\u2503\u2551")
_AS_ASCII = {code: "|" if chr(code) in _DRAWN else "-" for code in range(0x2500, 0x2580)}
_RULER = r"[-+|:= \t]+"
_OF_RULERS = "-+|:= \t"
_LINE = r"(?!\Z)([^\r\n]*)(?:\r\n|[\r\n]|\Z)"
_SHORT_LEAST, _LEAST = 6, 8


def table_spans(
    text: str, lower: str, literals: Iterable[str] = LITERALS, allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every opaque value below the name of a secret; takes what ``collection_spans`` takes."""
    if not any(sign in text for sign in (*_SEPARATORS, *_DRAWN)):
        return
    if not text.isascii() and not _DRAWN.isdisjoint(text):
        text = text.translate(_AS_ASCII)
        lower = readings(text)[1]
    done = 0
    line = _Line(text, 0, 0)
    for name, first, last, below in _above_others(text, secret_names_in(lower, literals, _BEHIND)):
        if name < done:
            continue
        # Once for each line, because one line may hold all names.
        if name >= line.end:
            line = _Line(text, first, last)
        header, quote = line.header_around(name)
        separator = next((sign for sign in _SEPARATORS if sign in header), "")
        if separator and (columns := _columns(header, separator, allowed)):
            table = _Table(separator, len(_cells(header, separator)), columns, quote)
            done = yield from _in_rows(text, below, table)


def _above_others(text: str, names: list[re.Match[str]]) -> Iterator[tuple[int, int, int, int]]:
    """Yields where each of ``names`` begins whose line may be a header, start and end of that line, and the next one.

    Other lines follow, the first of which doesn't begin with the same cells up to the name: what stands behind a name
    that is repeated so is its value.
    """
    begins, last_sign, next_break = text.startswith, text.rfind, compiled(r"\r\n?|\n").search
    has_returns = "\r" in text
    first = last = below = compared = 0
    is_alike = True
    for start, end in sorted(map(re.Match.span, names)):
        if start >= last:
            # Not further back than to the line of the name before.
            first = last_sign("\n", last, start) + 1
            if has_returns:
                first = max(first, last_sign("\r", last, start) + 1)
            found = next_break(text, end)
            if not found:
                break
            last, below = found.span()
            compared, is_alike = first, True
        # Only what wasn't compared for the name before, because one line may hold all names.
        if is_alike:
            is_alike = begins(text[compared : end + 1], below + compared - first)
            compared = end + 1
        if not is_alike:
            yield start, first, last, below


class _Line:
    """The line of a text that a name stands in, which may be the header of a table."""

    __slots__ = ("_openings", "_start", "_text", "end")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self.end = end
        self._openings: list[int] | None = None

    def header_around(self, name_start: int) -> tuple[str, str]:
        """Returns the header with the name, empty if it is too long, and the quote before it, if there is one."""
        if self._openings is None:
            quotes = compiled(_OPENED).finditer(self._text, self._start, self.end)
            self._openings = [opened.end() for opened in quotes]
        number = bisect_right(self._openings, name_start)
        start = self._openings[number - 1] if number else self._start
        if self.end - start > HEADER_LONGEST:
            return "", ""
        # Jira doubles the signs of a header.
        return self._text[start : self.end].replace("||", "|"), self._text[start - 1] if number else ""


@lru_cache(maxsize=64)
def _columns(header: str, separator: str, allowed: frozenset[str]) -> dict[int, int]:
    """Returns the columns with secrets and how long a secret in them is at least; none if it is no header."""
    cells = [header[start:end] for start, end in _cells(header, separator)]
    pattern = f"(?:{_COLUMN if separator in ',;' else _COLUMN_OF_TABLE})"
    if len(cells) < _CELLS_LEAST or not compiled(_LOGGED + pattern).fullmatch(cells[0]):
        return {}
    if not all(compiled(pattern).fullmatch(cell) for cell in cells[1:]):
        return {}
    return secret_columns([cell.strip('" ') for cell in cells], allowed)


def secret_columns(header: list[str], allowed: frozenset[str]) -> dict[int, int]:
    """Returns the number of each column whose header names a secret, and how long a secret in it is at least."""
    names = [cell.lower() for cell in header]
    return {
        number: _SHORT_LEAST if names_a_password(name.rpartition("_")[2].rpartition(" ")[2]) else _LEAST
        for number, name in enumerate(names)
        if names_a_secret(name) and name not in allowed
    }


class _Table(NamedTuple):
    separator: str
    width: int
    columns: dict[int, int]
    quote: str


def _in_rows(text: str, start: int, table: _Table) -> Generator[tuple[int, int], None, int]:
    """Yields the secrets in the rows from ``start`` on, until one has other cells; returns where it begins.

    The quote before the header ends the last row, too.
    """
    for line in compiled(_LINE).finditer(text, start):
        start = line.start()
        row = line[1].partition(table.quote)[0] if table.quote else line[1]
        if row[:1] in _OF_RULERS and compiled(_RULER).fullmatch(row):
            continue
        cells = _cells(row, table.separator)
        if len(cells) != table.width:
            return start
        for number, least in table.columns.items():
            first, last = cells[number]
            value = row[first:last].strip('"')
            # In quotes, two of them mean one (RFC 4180).
            if is_secret_cell(value.replace('""', '"'), least):
                place = start + row.index(value, first)
                yield place, place + len(value)
    return len(text)


def is_secret_cell(value: str, least: int) -> bool:
    """Returns whether a cell below such a header holds a secret of ``least`` characters."""
    is_meant = is_opaque(value, least) or (least == _SHORT_LEAST and is_made_up(value))
    return is_meant and not is_placeholder(value) and not is_verdict(value)


def line_start(text: str, place: int) -> int:
    """Returns where the line with ``place`` begins."""
    start = text.rfind("\n", 0, place) + 1
    return max(start, text.rfind("\r", start, place) + 1)


def line_end(text: str, start: int) -> int:
    """Returns where the line ends, without its line break."""
    end = compiled(r"[\r\n]").search(text, start)
    return end.start() if end else len(text)


def next_line(text: str, end: int) -> int:
    """Returns where the line behind one that ends at ``end`` begins."""
    return end + 1 + text.startswith("\r\n", end)


def _cells(line: str, separator: str) -> list[tuple[int, int]]:
    """Returns start and end of the cells of a line, without blanks around; one in quotes may hold separators."""
    if '"' in line:
        places = [match.span(1) for match in _cell(separator).finditer(line)]
        return [(start, start + len(line[start:end].rstrip(" \t"))) for start, end in places]
    spans, end = [], -1
    for cell in line.split(separator):
        end += len(cell) + 1
        shown = cell.lstrip(" ")
        start = end - len(shown)
        spans.append((start, start + len(shown.rstrip(" \t"))))
    return spans


@cache
def _cell(separator: str) -> re.Pattern[str]:
    sign = re.escape(separator)
    return re.compile(rf"(?:\A|(?<={sign}))[ ]*(\"(?:[^\"\r\n]|\"\")*+\"|[^{sign}\r\n]*)", re.ASCII)
