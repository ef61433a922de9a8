r"""Texts written as the numbers of their bytes, or one character at a time: ``[115, 51]``, ``0x73, 0x33``.

Each notation has a cheap sign in the middle of a run; only where it stands is the whole run read. Every pattern is
bounded or possessive, and the search goes on behind a run, so the time is linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from SteadyAPI.redaction.encoded_forms.dumps import DUMP_SIGN, SHORT_DUMP_SIGN, Run, dumps

_ITEMS_LEAST = 6
_NUMBER = r"(?:0[xX][0-9a-fA-F]{1,2}|-?\d{1,3})(?![\w.])"
# As a character, its bytes in UTF-8 (which folding makes of ``\u00e9``), a quote, or the hex of a byte
_QUOTED = r"[\xc2-\xf4][\x80-\xbf]{1,3}|[^\r\n]|(?:0x)?[0-9a-fA-F]{2}"
_CHARACTER = rf"'(?:{_QUOTED})'|\"(?:{_QUOTED})\""
_ITEM = rf"(?:{_NUMBER}|{_CHARACTER})"
# Code points, in a run that has numbers of bytes, too
_ANY_ITEM = rf"(?:(?:0[xX][0-9a-fA-F]{{1,6}}|-?\d{{1,7}})(?![\w.])|{_CHARACTER})"
_CODE_POINTS = 0x110000
_BYTE_IN_HEX = re.compile(r"(?:0x)?([0-9a-fA-F]{2})")
_CAST = rf"\(byte\) ?{_NUMBER}"
_LOOK_BACK = 6
_STYLED = r"\\[0-9a-fA-F]{2,6} ?\\[0-9a-fA-F]{2}"


class _Notation:
    """How items of a run are written.

    ``sign`` matches between two items of a run, or ``opening`` characters before the first.
    """

    def __init__(
        self, sign: str, item: str, between: str, read: Callable[[str], str], *, opening: int | None = None
    ) -> None:
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
                    shown = [self._read(item.group()) for item in items]
                    places = [item.span() for item, read in zip(items, shown, strict=True) for _ in read]
                    yield Run("".join(shown), places)
            sign = self.find_sign(text, max(sign.end() - 1, run.end() if run else 0))

    def _first(self, text: str, sign: int) -> int:
        if self._opening is not None:
            return sign + self._opening
        before = self._before.search(text, max(0, sign - _LOOK_BACK), sign)
        return before.start() if before else sign + 1


def _of_item(item: str) -> str:
    if item[0] in "'\"":
        in_hex = _BYTE_IN_HEX.fullmatch(item, 1, len(item) - 1)
        return chr(int(in_hex[1], 16)) if in_hex else item[1:-1]
    number = int(item, 16 if item[:2] in {"0x", "0X"} else 10)
    # Java shows bytes with a sign.
    number += 256 if number < 0 else 0
    return chr(number) if 0 <= number < _CODE_POINTS else "?"


def _of_cast(item: str) -> str:
    return _of_item(item.rpartition(")")[2].lstrip())


def _of_css(item: str) -> str:
    number = int(item[1:], 16)
    return chr(number) if number < _CODE_POINTS else "?"


@cache
def _notations() -> tuple[tuple[str, _Notation], ...]:
    """Returns each notation with what is in every text that has a run of it."""
    between = r",\s{0,80}|\s{1,9}"
    return (
        # No item is longer than six characters, and most of what stands between two commas is.
        (",", _Notation(rf",\s{{0,80}}+(?=.{{1,6}},){_ITEM},", _ANY_ITEM, between, _of_item)),
        # Java shows characters without quotes, Go bytes without commas.
        (",", _Notation(r", [^\s,], [^\s,], ", r"[^\s,]", r", ", str)),
        ("[", _Notation(r"\[\s{0,2}\d{1,3}\s{1,3}\d", _NUMBER, between, _of_item, opening=1)),
        (" 0x", _Notation(r" 0x[0-9a-fA-F]{1,2} ", _NUMBER, between, _of_item)),
        # Java: (byte) 0x73, (byte) 0x33
        ("(byte)", _Notation(_CAST, _CAST, r",\s{0,80}", _of_cast, opening=0)),
        # Lists in a log of Robot Framework
        ("|", _Notation(r" \| [^\s|] \| ", r"[^\s|]", r" \| ", str)),
        ("\\", _Notation(_STYLED, r"\\[0-9a-fA-F]{1,6}", r"[ \t]?", _of_css, opening=0)),
    )


def runs(text: str) -> list[Run]:
    """Returns what ``text`` shows as numbers or single characters, as text; a byte is the character of its code."""
    # No generator, because most texts have no run.
    found: list[Run] = []
    for gate, notation in _notations():
        if gate in text and (sign := notation.find_sign(text)):
            found += notation.runs(text, sign)
    # What stands in one line of a short offset needs no dump to be found.
    if DUMP_SIGN in text or ("\n" in text and SHORT_DUMP_SIGN in text):
        found += dumps(text)
    return found
