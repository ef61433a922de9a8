"""The plain way to find secrets, which the quick one is held to: every fold with its map, every name, rule and word."""

import html
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache

from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.index.ngram import lower
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.shapes.collections import collection_spans
from SteadyAPI.redaction.shapes.documents.objects import object_spans
from SteadyAPI.redaction.shapes.documents.sections import section_spans
from SteadyAPI.redaction.shapes.fields import field_spans, value_names
from SteadyAPI.redaction.shapes.rules import DEFAULT_RULES
from SteadyAPI.redaction.shapes.tables.tables import table_spans

_ESCAPE = (
    r"\\+u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\+u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\+[ux]\{(?P<braced>[0-9a-fA-F]{1,6})\}|\\+(?P<octal>[0-3][0-7]{2})|\\+u(?P<unicode>[0-9a-fA-F]{4})|\\+U(?P<wide>00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})|\\+x(?P<byte>[0-9a-fA-F]{2})"
    r"|\\+(?P<control>[nrtbf])|\\+(?P<plain>[\x00-/:-@\[\]^`{-\x7f])|\\(?P<run>\\++)(?![\x80-\U0010ffff])"
    r"|%(?:25)*(?:(?P<percent>[0-9a-fA-F]{2})|u(?P<percent_unicode>[0-9a-fA-F]{4}))"
    r"|&(?:amp;){0,8}(?P<entity>\#[0-9]{1,7}(?=;)|\#[xX][0-9a-fA-F]{1,6}(?=;)|[a-zA-Z]{2,8}(?=;)"
    r"|\#[0-9]{1,7}(?![0-9;]|\.{3})|\#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F;]|\.{3})|(?:amp|lt|gt|quot)(?![a-zA-Z;]));?"
    r"|(?P<space>\+)"
)
_FIRST = (
    r"|\\*(?P<foreign>[^\x00-\x7f])"
    r"|(?P<wrap>(?:\n(?<=[\w+/-]{16}\n)|\r\n(?<=[\w+/-]{16}\r\n))[ \t]{0,40}+(?=[\w+/]))"
)
_AGAIN = (
    r"|\\+(?P<above>[\x80-\xff])"
    r"|(?P<wrap>(?:\n(?<=[\w /-]{16}\n)|\r\n(?<=[\w /-]{16}\r\n))[ \t]{0,40}+(?=[\w /]))"
)
# What has a line to itself, up to a closing sign
_ALONE = r"(?=[ \t]{0,40}+[\w+/.~-]*+={0,2}(?:[ \t]{0,40}[\r\n]|[\"'`<>\\&,;)\]}]|\Z))"
_FILLER = (
    "\0|<wbr>|</?b>|\x1b\\[[0-9;]*m|=\r?\n|\xad|\xc2\xad|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]"
)
_FILLER += "|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xa9]|\xef\xbb\xbf|\xef\xb8[\x8e\x8f]"
_HIDDEN_BREAK = r"\\\r?\n[ \t]{0,40}"
_SIGNS = (*"\\%&+\0\x1b", "=\n", "=\r")
_TAG_SIGNS = ("</", "wbr", "WBR")
_FOLDS = 4
_SHORT = 16


class WordList:
    """An index that looks for one word after another."""

    def __init__(self) -> None:
        self._words: list[str] = []

    def add(self, added: Iterable[str]) -> None:
        """Adds words."""
        self._words += added

    def is_silent(self, part: str) -> bool:
        """Returns False, because nothing is remembered."""
        del part
        return False

    def occurrences(self, text: str, parts: list[str] | None = None) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence."""
        return [
            (found.start(), word)
            for word in self._words
            for found in re.finditer(f"(?={re.escape(word)})", lower(text))
        ]


class PlainView:
    """A text, or a fold that knows for each of its characters from where to where it stood in the one before it."""

    revealed = None

    def __init__(
        self, text: str, places: list[tuple[int, int]] | None = None, before: "PlainView | None" = None
    ) -> None:
        self.text = text
        self._places = places or []
        self._before = before

    def source_span(self, start: int, end: int, *, is_value: bool = False) -> tuple[int, int]:
        """Returns the stretch of the text that ``[start, end)`` was made from; a value ends with its line."""
        if self._before is None:
            return start, end
        first, last = self._places[start][0], self._places[end - 1][1]
        breaks = re.compile(rf"(?:(?<![\\=\r])|(?<==)(?<![^\n]{{59}}=))\r?\n(?!{_ALONE})", re.ASCII).finditer(
            self._before.text, first
        )
        if is_value and "\n" not in self.text[start:end]:
            last = min([last, *(found.start() for found in breaks)])
        return self._before.source_span(first, last, is_value=is_value)


def plain_spans(text: str, *secrets: str) -> set[tuple[int, int]]:
    """Returns start and end of all that is to be masked in ``text``."""
    matcher = Matcher(WordList())
    for secret in secrets:
        matcher.add(secret)
    folds = list(plain_folds(text))
    # Each view by itself, as if it were a text without folds.
    views = [PlainView(text), *folds]
    known = [(view, span, False) for view in views for span in matcher.spans(view.text, ())]
    shapes = [(view, span, True) for view in views for span in _shapes(view.text)]
    shown = [(view, span, is_value) for view, span, is_value in known + shapes if span[0] < span[1]]
    return {view.source_span(*span, is_value=is_value) for view, span, is_value in shown}


def plain_folds(text: str) -> Iterator[PlainView]:
    """Yields the folds of ``text``; with what a backslash at the end of a line may hide, and without."""
    view = PlainView(text)
    yield from _folds(view)
    without = _folded(view, re.compile(_HIDDEN_BREAK))
    if without.text != text:
        yield without
        yield from _folds(without)


def _folds(view: PlainView) -> Iterator[PlainView]:
    for number in range(_FOLDS):
        before = view
        for pattern in (re.compile(_FILLER), re.compile(_ESCAPE + (_AGAIN if number else _FIRST), re.ASCII)):
            folded = _folded(view, pattern) if _may_fold(view.text) else view
            if folded.text != view.text:
                view = folded
                yield view
        if view is before:
            return


def _may_fold(text: str) -> bool:
    if any(sign in text for sign in _SIGNS) or re.search(_FILLER, text) or ("\n" in text and len(text) > _SHORT):
        return True
    return ">" in text and any(sign in text for sign in _TAG_SIGNS)


def _folded(view: PlainView, pattern: re.Pattern[str]) -> PlainView:
    text = view.text
    folded: list[str] = []
    origins: list[tuple[int, int]] = []
    done = 0
    for found in pattern.finditer(text):
        undone = _undone(found)
        if undone == found[0]:
            continue
        folded += [*text[done : found.start()], *undone]
        origins += [(place, place + 1) for place in range(done, found.start())]
        origins += [found.span()] * len(undone)
        done = found.end()
    origins += [(place, place + 1) for place in range(done, len(text))]
    return PlainView("".join([*folded, text[done:]]), origins, view)


def _undone(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if not kind:
        return ""
    value = found[kind]
    if kind in {"entity", "low"}:
        return _undone_character(found)
    if kind in {"unicode", "wide", "braced", "percent_unicode"}:
        return utf8_form(chr(int(value, 16))) if int(value, 16) <= sys.maxunicode else found[0]
    if kind == "octal":
        return chr(int(value, 8))
    if kind in {"byte", "percent"}:
        return chr(int(value, 16))
    controls = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
    others = {"control": controls.get(value, ""), "run": "\\", "space": " ", "wrap": "", "above": value}
    return others.get(kind, utf8_form(value))


def _undone_character(found: re.Match[str]) -> str:
    reference = found["entity"]
    if reference is None:
        return utf8_form(bytes.fromhex(found["high"] + found["low"]).decode("utf-16-be"))
    if not reference.startswith("#"):
        return utf8_form(html.unescape(f"&{reference};"))
    number = int(f"0{reference[1:]}", 0) if reference[1] in "xX" else int(reference[1:])
    return utf8_form(chr(number)) if number <= sys.maxunicode else found[0]


def _shapes(text: str) -> Iterator[tuple[int, int]]:
    lower = "".join(char.lower()[:1] for char in text)
    yield from field_spans(text, lower, value_names(lower))
    yield from collection_spans(text, lower)
    yield from table_spans(text, lower)
    yield from section_spans(text, lower)
    yield from object_spans(text)
    for rule in DEFAULT_RULES:
        # Objects of JSON have no pattern.
        for found in _pattern(rule.pattern or "(?!)(?P<v>)").finditer(text):
            if rule.needs in text and rule.is_secret(found["v"]):
                yield found.span("v")


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    # There are more rules than ``re`` remembers patterns.
    return re.compile(pattern, re.ASCII)
