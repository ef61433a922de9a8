r"""Texts written as the numbers of their bytes, or one character at a time: ``[115, 51]``, ``0x73, 0x33``, hex dumps.

Each notation has a cheap sign in the middle of a run; only where it stands is the whole run read. Every pattern is
bounded or possessive, and the search goes on behind a run, so the time is linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

_ITEMS_LEAST = 6
_NUMBER = r"(?:0[xX][0-9a-fA-F]{1,2}|-?\d{1,3})(?![\w.])"
# As a character, or as the hex of a byte
_CHARACTER = r"'(?:[^'\r\n]|(?:0x)?[0-9a-fA-F]{2})'|\"(?:[^\"\r\n]|(?:0x)?[0-9a-fA-F]{2})\""
_ITEM = rf"(?:{_NUMBER}|{_CHARACTER})"
_QUOTED_CHARACTER = 3
_LOOK_BACK = 6
# The offset at the start of each line of xxd, hexdump -C and od
_DUMP_SIGN = "0000000"
_GROUP = r"(?:[0-9a-fA-F]{2}){1,8}"
_DUMP_LINE = (
    r"(?<![\w-])(?:[0-9a-fA-F]{8}|[0-7]{7}):?[ \t]{1,3}"
    r"(?:(?P<canonical>(?:[0-9a-fA-F]{2} {1,2}){1,16}) {0,60}\|"
    r"|(?P<octal>[0-3][0-7]{2}(?: [0-3][0-7]{2}){0,31}+)(?!\S)"
    rf"|(?P<hex>{_GROUP}(?: {_GROUP}){{0,31}}+)(?!\S))[^\r\n]{{0,100}}"
)
_OCTAL = 8


class Run:
    """A text that was written in another way, and where each of its characters stands."""

    __slots__ = ("_places", "text")

    def __init__(self, text: str, places: list[tuple[int, int]]) -> None:
        self.text = text
        self._places = places

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the stretch that ``[start, end)`` of ``text`` was read from."""
        return self._places[start][0], self._places[end - 1][1]


class _Notation:
    """How items of a run are written.

    ``gate`` is in every text that has a run; ``sign`` matches between two of its items, or ``opening`` characters
    before the first.
    """

    def __init__(
        self, gate: str, sign: str, item: str, between: str, read: Callable[[str], str], *, opening: int | None = None
    ) -> None:
        self.gate = gate
        self.find_sign = re.compile(sign).search
        self._item = re.compile(item)
        self._before = re.compile(rf"(?:{item})\Z")
        self._opening = opening
        self._run = re.compile(rf"\s{{0,3}}(?:{item})(?:(?:{between})(?:{item}))*+")
        self._read = read

    def runs(self, text: str, sign: re.Match[str] | None) -> Iterator[Run]:
        """Yields the runs in ``text``, the first of which has ``sign``."""
        while sign:
            run = self._run.match(text, self._first(text, sign.start()))
            if run:
                items = list(self._item.finditer(text, run.start(), run.end()))
                if len(items) >= _ITEMS_LEAST:
                    yield Run("".join([self._read(item.group()) for item in items]), [item.span() for item in items])
            sign = self.find_sign(text, max(sign.end() - 1, run.end() if run else 0))

    def _first(self, text: str, sign: int) -> int:
        if self._opening is not None:
            return sign + self._opening
        before = self._before.search(text, max(0, sign - _LOOK_BACK), sign)
        return before.start() if before else sign + 1


def _of_item(item: str) -> str:
    if item[0] in "'\"":
        return item[1] if len(item) == _QUOTED_CHARACTER else chr(int(item[1:-1], 16))
    number = int(item, 16 if item[:2] in {"0x", "0X"} else 10)
    # Java shows bytes with a sign.
    return chr(number + 256 if number < 0 else number)


def _of_css(item: str) -> str:
    number = int(item[1:], 16)
    return chr(number) if number < 0x110000 else "?"  # noqa: PLR2004 - the end of Unicode


@cache
def _notations() -> tuple[_Notation, ...]:
    between = r",\s{0,80}|\s{1,9}"
    return (
        # No item is longer than six characters, and most of what stands between two commas is.
        _Notation(",", rf",\s{{0,80}}+(?=.{{1,6}},){_ITEM},", _ITEM, between, _of_item),
        # Go shows bytes without commas.
        _Notation("[", r"\[\s{0,2}\d{1,3}\s{1,3}\d", _NUMBER, between, _of_item, opening=1),
        _Notation(" 0x", r" 0x[0-9a-fA-F]{1,2} ", _NUMBER, between, _of_item),
        # Lists in a log of Robot Framework
        _Notation(" | ", r" \| [^\s|] \| ", r"[^\s|]", r" \| ", str),
        _Notation("\\", r"\\[0-9a-fA-F]{2,6} ?\\[0-9a-fA-F]{2}", r"\\[0-9a-fA-F]{1,6}", r"[ \t]?", _of_css, opening=0),
    )


@cache
def _dump_line() -> re.Pattern[str]:
    return re.compile(_DUMP_LINE)


def runs(text: str) -> list[Run]:
    """Returns what ``text`` shows as numbers or single characters, as text; a byte is the character of its code."""
    # No generator, because most texts have no run.
    found: list[Run] = []
    for notation in _notations():
        if notation.gate in text and (sign := notation.find_sign(text)):
            found += notation.runs(text, sign)
    if _DUMP_SIGN in text:
        found.append(_dump(text))
    return found


def _dump(text: str) -> Run:
    """Returns all lines of dumps as one text. What shows a byte is its whole line, because it shows it twice."""
    shown: list[str] = []
    places: list[tuple[int, int]] = []
    for line in _dump_line().finditer(text):
        kind = line.lastgroup or ""
        groups = line[kind].split()
        read = bytes([int(group, _OCTAL) for group in groups] if kind == "octal" else bytes.fromhex("".join(groups)))
        shown.append(read.decode("latin-1"))
        places += [(line.start(kind), line.end())] * len(read)
    return Run("".join(shown), places)
