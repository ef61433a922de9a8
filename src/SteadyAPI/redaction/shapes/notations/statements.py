"""Values that SQL inserts into columns whose name names a secret: ``INSERT INTO users (name, password) VALUES (...)``.

Also those that SQLAlchemy shows behind such a statement as its parameters, and the lines below ``COPY`` in a dump of
PostgreSQL.
"""

from collections.abc import Generator, Iterator

from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.tables.tables import is_secret_cell, secret_columns

_HEAD = r"into\s{1,9}[\w.$\"`\[\]]{1,200}\s{0,9}\((?P<columns>[^()]{1,2000})\)\s{0,9}values?\s{0,9}(?=\()"
_QUOTED = r"[neb]?(?P<q>\\?['\"])(?P<v>(?:(?!(?P=q))[^\\]|(?P=q)(?P=q)|\\(?!['\"])){0,4096}+)(?P=q)"
# A number, a call, a variable, the place of a parameter
_OTHER = r"[^,()'\"]{0,256}+(?:\([^()]{0,256}\))?"
_CELL = rf"\s{{0,9}}(?i:{_QUOTED}|{_OTHER})\s{{0,9}}(?P<end>[,)])"
_NEXT_ROW = r"\s{0,9},\s{0,9}(?=\()"
_COPY = r"copy\s{1,9}[\w.$\"]{1,200}\s{0,9}\((?P<columns>[^()]{1,2000})\)\s{1,9}from\s{1,9}stdin[^;\r\n]{0,200};\r?\n"
# Up to the line \. of which a view may have lost the backslash
_COPIED_LINE = r"(?!\\?\.(?:[\r\n]|\Z))([^\r\n]{1,20000})(?:\r?\n|\Z)"
_PARAMETERS = r"\]?\s{0,9}\[parameters: \[?(?=\()"


def statement_spans(text: str, lower: str, allowed: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yields start and end of every opaque value at the place of a secret's column.

    ``lower`` is ``text`` in lower case, of the same length; columns in ``allowed`` hold no secrets.
    """
    copies = list(compiled(_COPY).finditer(lower))
    # The lines of a table end at the next one at the latest, so that none is read for two tables.
    ends = [*(head.start() for head in copies[1:]), len(text)]
    for head, end in zip(copies, ends, strict=False):
        if columns := _columns(head["columns"], allowed):
            yield from _in_copied_lines(text, head.end(), end, columns)
    for head in compiled(_HEAD).finditer(lower):
        columns = _columns(head["columns"], allowed)
        if columns:
            end = yield from _in_rows(text, head.end(), columns)
            parameters = compiled(_PARAMETERS).match(text, end)
            if parameters:
                yield from _in_rows(text, parameters.end(), columns)


def _columns(names: str, allowed: frozenset[str]) -> dict[int, int]:
    return secret_columns([name.strip(' \t\r\n"`[]\\') for name in names.split(",")], allowed)


def _in_copied_lines(text: str, start: int, end: int, columns: dict[int, int]) -> Iterator[tuple[int, int]]:
    r"""Yields the secrets in the lines from ``start`` to ``end``, or to the one with ``\.``: columns between tabs."""
    while line := compiled(_COPIED_LINE).match(text, start, end):
        for number, cell in enumerate(line[1].split("\t")):
            if number in columns and is_secret_cell(cell, columns[number]):
                yield start, start + len(cell)
            start += len(cell) + 1
        start = line.end()


def _in_rows(text: str, start: int, columns: dict[int, int]) -> Generator[tuple[int, int], None, int]:
    """Yields the secrets in the rows from the bracket at ``start`` on; returns where the last one ends."""
    place, number = start + 1, 0
    while cell := compiled(_CELL).match(text, place):
        if number in columns and cell["v"] and is_secret_cell(cell["v"], columns[number]):
            yield cell.span("v")
        place, number = cell.end(), number + 1
        if cell["end"] == ")":
            row = compiled(_NEXT_ROW).match(text, place)
            if row is None:
                break
            place, number = row.end() + 1, 0
    return place
