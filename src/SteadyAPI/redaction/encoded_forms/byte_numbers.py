r"""Texts written as the numbers of their bytes, or one character at a time: ``[115, 51]``, ``0x73, 0x33``.

Each notation has a cheap sign in the middle of a run; only where it stands is the whole run read. Every pattern is
bounded or possessive, and the search goes on behind a run, so the time is linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

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
# JSON of an array with its indices, as JSON.stringify writes a Uint8Array; PHP shows each in a line of its own.
_INDEXED = rf"[\"']\d{{1,5}}[\"']\s{{0,3}}:\s{{0,9}}(?:\d{{1,3}}(?![\w.])|{_CHARACTER})"
_OF_PHP = r"\[\d{1,5}\] ?=>\s{1,20}(?:int\(\d{1,3}\)|string\(1\) \"[^\r\n]\"|\d{1,3}(?=\s|\Z)|[^\r\n](?=\s|\Z))"
_NEXT_LINE = r"\r?\n[ \t]{0,20}(?:- )?"
# What a browser is told of each key that is pressed (WebDriver, CDP), what libraries and their logs say of it; between
# two of them may be its release and the beginning of a line.
_KEY = r"(?:\\[\"'\\]|[^\r\n])(?=\\{0,4}[\"']|\Z)"
_KEY_DOWN = rf"keyDown\\{{0,4}}[\"'],\s?\\{{0,4}}[\"']value\\{{0,4}}[\"']:\s?\\{{0,4}}[\"']{_KEY}"
_BETWEEN_KEYS = r"(?s:(?!keyDown).){1,240}+"
_KEY_EVENT = rf"text\\{{0,4}}[\"']\s?:\s?\\{{0,4}}[\"']{_KEY}"
_BETWEEN_EVENTS = r"(?s:(?!text).){1,900}+"
_PRESS = r"ress(?:ed|ing|Key)?(?: key)?(?:\(| {1,8}|: ?)[\"'`]?(?:\\[\"'\\]|[^\r\n])(?=[\"'`)\s]|\Z)"
_BETWEEN_PRESSES = r"(?s:(?![Pp]ress).){1,160}+"
# It begins with one character, which ``re`` searches fast.
_IN_LINES = rf"\n[ \t]{{0,20}}+(?:- )?\d{{1,3}}{_NEXT_LINE}\d{{1,3}}\r?\n"


class _Notation:
    """How items of a run are written.

    ``sign`` matches between two items of a run, or ``opening`` characters before the first.
    """

    def __init__(
        self, sign: str, item: str, between: str, read: Callable[[str], str], *, opening: int | None = None
    ) -> None:
        self.find_sign = re.compile(sign).search
        self._item = re.compile(item)
        self._before = re.compile(rf"(?:{item})\r?\Z")
        self._opening = opening
        # Before the first there may be the indentation and the dash of a list of YAML.
        self._run = re.compile(rf"(?:\s{{0,3}}|[ \t]{{0,20}}(?:- )?)(?:{item})(?:(?:{between})(?:{item}))*+")
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


def _of_index(item: str) -> str:
    return _of_item(item.partition(":")[2].lstrip())


def _of_php(item: str) -> str:
    shown = item.partition("=>")[2].strip()
    if shown.startswith(("int(", "string(1)")):
        return _of_item(shown[4:-1] if shown[0] == "i" else shown[-3:])
    # A digit may be a character or a byte; no byte of a secret is that small.
    return shown if len(shown) <= 1 else _of_item(shown)


def _of_key(item: str) -> str:
    return item[-1]


def _of_css(item: str) -> str:
    number = int(item[1:], 16)
    return chr(number) if number < _CODE_POINTS else "?"


@cache
def _notations() -> tuple[tuple[str, str, _Notation], ...]:
    """Returns all notations, each behind marks, one of which every run has, and what every text with a run has."""
    between = r",\s{0,80}|\s{1,9}"
    of_php = _Notation(rf"{_OF_PHP}\s", _OF_PHP, r"\s{1,40}", _of_php, opening=0)
    indexed = _Notation(rf"{_INDEXED}\s{{0,3}},", _INDEXED, r"\s{0,3},\s{0,80}", _of_index, opening=0)
    return (
        # No item is longer than six characters, and most of what stands between two commas is.
        (",", ",", _Notation(rf",\s{{0,80}}+(?=.{{1,6}},){_ITEM},", _ANY_ITEM, between, _of_item)),
        # Java shows characters without quotes, Go bytes without commas.
        (",", ",", _Notation(r", ?[^\s,], ?[^\s,], ?", r"[^\s,]", r", ?", str)),
        ("[", "[", _Notation(r"\[\s{0,2}\d{1,3}\s{1,3}\d", _NUMBER, between, _of_item, opening=1)),
        ("", " 0x", _Notation(r" 0x[0-9a-fA-F]{1,2} ", _NUMBER, between, _of_item)),
        # Java: (byte) 0x73, (byte) 0x33
        (",", "(byte)", _Notation(_CAST, _CAST, r",\s{0,80}", _of_cast, opening=0)),
        # Lists in a log of Robot Framework
        ("|", "|", _Notation(r" \| [^\s|] \| ", r"[^\s|]", r" \| ", str)),
        ('"', '"1"', indexed),
        ("'", "'1'", indexed),
        ("[", "] =>", of_php),
        ("[", "]=>", of_php),
        ("\n", "\n", _Notation(_IN_LINES, r"\d{1,3}(?!\w)", _NEXT_LINE, _of_item)),
        ("\\", "\\", _Notation(_STYLED, r"\\[0-9a-fA-F]{1,6}", r"[ \t]?", _of_css, opening=0)),
        ("\"'", "keyDown", _Notation(_KEY_DOWN, _KEY_DOWN, _BETWEEN_KEYS, _of_key, opening=0)),
        ("\"'", "dispatchKeyEvent", _Notation(_KEY_EVENT, _KEY_EVENT, _BETWEEN_EVENTS, _of_key, opening=0)),
        ("", "press", _Notation("p" + _PRESS, "p" + _PRESS, _BETWEEN_PRESSES, _of_key, opening=0)),
        ("", "Press", _Notation("P" + _PRESS, "P" + _PRESS, _BETWEEN_PRESSES, _of_key, opening=0)),
    )


@lru_cache(maxsize=1024)
def _notations_by(marks: frozenset[str]) -> tuple[tuple[str, _Notation], ...]:
    return tuple((gate, notation) for some, gate, notation in _notations() if not some or not marks.isdisjoint(some))


def runs(text: str, marks: frozenset[str]) -> list[Run]:
    """Returns what ``text`` shows as numbers or single characters, as text; a byte is the character of its code.

    ``marks`` are those of ``text``.
    """
    # No generator, because most texts have no run.
    found: list[Run] = []
    for gate, notation in _notations_by(marks):
        if gate in text and (sign := notation.find_sign(text)):
            found += notation.runs(text, sign)
    # What stands in one line of a short offset needs no dump to be found.
    if DUMP_SIGN in text or ("\n" in marks and SHORT_DUMP_SIGN in text):
        found += dumps(text)
    return found
