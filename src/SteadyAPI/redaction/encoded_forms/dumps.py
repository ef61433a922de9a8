r"""Dumps of bytes with an offset in each line.

``xxd``, ``hexdump``, ``od``, ``tcpdump -X``, ``curl --trace``, ``openssl s_client -msg``, Wireshark and Netty write
them.
"""

import re
from collections.abc import Iterator
from functools import cache

# The first offset of every dump
DUMP_SIGN, SHORT_DUMP_SIGN = "000000", "0000"
_OCTAL = 8
_CELL = 4
_CONTROLS = {"\\0": 0, "\\a": 7, "\\b": 8, "\\t": 9, "\\n": 10, "\\v": 11, "\\f": 12, "\\r": 13}
_GROUP = r"(?:[0-9a-fA-F]{2}){1,8}"
_PAIR = "[0-9a-fA-F]{2}"
_LINE_END = r"(?=[\r\n]|\Z)"
_UNSIGNED = r" {3}\d| {2}\d\d| \d{3}"
_SIGNED = r" {4}\d| {3}(?:\d\d|-\d)| {2}(?:\d{3}|-\d\d)| -\d{3}"


class Run:
    """A text that was written in another way, and where each of its characters stands."""

    __slots__ = ("_places", "text")

    def __init__(self, text: str, places: list[tuple[int, int]]) -> None:
        self.text = text
        self._places = places

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the stretch that ``[start, end)`` of ``text`` was read from."""
        return self._places[start][0], self._places[end - 1][1]


@cache
def _first_offset() -> re.Pattern[str]:
    """Returns the pattern of the first offset; without its end, four zeros are in many numbers."""
    return re.compile(r"0000(?:00|:| -|  )")


@cache
def _line() -> re.Pattern[str]:
    """Returns the pattern of a line.

    With a short offset, of ``od -c`` or ``od -b``, ``od -t u1``, ``hexdump -C`` or Netty, ``od``, or of all others.
    Behind a short offset, a single blank may be before the text, so no more than 16 bytes are read.
    """
    return re.compile(
        rf"(?<![\w-])(?:(?:0x)?[0-9a-fA-F]{{4,5}}(?::| -|(?= {{2}}))[ \t]{{1,3}}"
        rf"(?P<short>{_PAIR}(?:[ -] ?{_PAIR}){{0,15}}+(?=-?(?!\S))|{_PAIR}{_PAIR}(?: (?:{_PAIR}){{1,2}}){{0,7}}+(?!\S))"
        r"|[0-9a-fA-F]{6,8}[:|]?"
        rf"(?:(?P<cells>(?: {{3}}[ -~]| {{2}}\\[0abfnrtv]| [0-7]{{3}}){{1,32}}+){_LINE_END}"
        rf"|(?P<decimal>(?:{_UNSIGNED}){{1,32}}+|(?:{_SIGNED}){{1,32}}+){_LINE_END}"
        r"|[ \t]{1,3}(?:(?P<canonical>(?:[0-9a-fA-F]{2} {1,2}){1,16}) {0,60}\|"
        r"|(?P<octal>[01][0-7]{5}(?: [01][0-7]{5}){0,15}+)(?!\S)"
        rf"|(?P<hex>{_GROUP}(?: {_GROUP}){{0,31}}+)(?!\S))))[^\r\n]{{0,100}}"
    )


def dumps(text: str) -> list[Run]:
    """Returns all lines of dumps as one text; a second time, if their groups may begin with the last byte.

    What shows a byte is its whole line, because most dumps show it twice.
    """
    if not _first_offset().search(text):
        return []
    lines = list(_line().finditer(text))
    is_decimal = any(line.lastgroup == "decimal" for line in lines)
    shown: list[bytes] = []
    swapped: list[bytes] = []
    places: list[tuple[int, int]] = []
    for line in lines:
        kind = line.lastgroup or ""
        groups = list(_groups(kind, line[kind], is_decimal=is_decimal))
        shown.append(b"".join(groups))
        swapped.append(b"".join([group[::-1] for group in groups]))
        places += [(line.start(kind), line.end())] * len(shown[-1])
    orders = (shown,) if shown == swapped else (shown, swapped)
    return [Run(b"".join(order).decode("latin-1"), places) for order in orders] if places else []


def _groups(kind: str, shown: str, *, is_decimal: bool) -> Iterator[bytes]:
    if is_decimal and kind in {"cells", "decimal"}:
        # A line of three digits each may also be read as octal.
        yield from [bytes([int(number) & 0xFF]) for number in shown.split() if number.lstrip("-").isdigit()]
    elif kind == "cells":
        yield from [_of_cell(shown[place : place + _CELL]) for place in range(0, len(shown), _CELL)]
    elif kind == "octal":
        yield from [int(group, _OCTAL).to_bytes(2, "big") for group in shown.split()]
    else:
        yield from map(bytes.fromhex, shown.replace("-", " ").split())


def _of_cell(cell: str) -> bytes:
    """Returns the byte that ``od -c`` shows so."""
    shown = cell.lstrip(" ")
    if len(shown) == _CELL - 1:
        return bytes([int(shown, _OCTAL) & 0xFF])
    return bytes([_CONTROLS[shown] if len(shown) > 1 else ord(cell[-1])])
