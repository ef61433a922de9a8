"""What is left of known values where a text was cut: before its dots, behind them, or on both sides.

Robot Framework cuts long values and messages of more than 40 lines; Python, pytest and browsers leave out the middle.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from SteadyAPI.redaction.encoded_forms.encodings import nested_words
from SteadyAPI.redaction.index.places import CUT_LEAST, Places

_DOTS, _ELLIPSIS = "...", "\u2026"
_TORN_LONGEST = 24
_TORN_FIRST = frozenset("\\%&<\x1b")
_ESCAPE_LONGEST = 10
_LOOK = 240
# A secret with letters outside ASCII has some fifty words.
_ALIKE_MOST = 192


def may_be_cut(text: str) -> bool:
    """Returns whether ``text`` may have been cut. It is fast, because nearly every text is asked."""
    return _DOTS in text or _ELLIPSIS in text


class CutValues:
    """Words of secrets by their first and last characters."""

    def __init__(self) -> None:
        # Sorted when needed: few texts are cut.
        self._unsorted: list[str] = []
        self._unsorted_secrets: list[str] = []
        self._starts: dict[str, list[str]] = {}
        self._ends: dict[str, list[str]] = {}
        self._longest = 0

    def add(self, secret: str, words: Iterable[str]) -> None:
        """Adds a secret and its ``words``, in lower case."""
        self._unsorted += words
        self._unsorted_secrets.append(secret)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Finds what is left of secrets in a text in lower case, of which a part was cut off at three dots."""
        self._sort()
        last = 0
        # No part of a word is longer than the word.
        look = min(_LOOK, self._longest + _TORN_LONGEST)
        starts, ends = Places(text, self._starts), Places(text, self._ends)
        for cut in _cut().finditer(text):
            # The pattern goes over the first of three dots only, because the others may begin a cut, too.
            place = cut.start()
            if cut[1] is None:
                if lasts := ends.between(place + len(_DOTS), place + len(_DOTS) + look - CUT_LEAST + 1):
                    yield from self._tail_span(text, place + len(_DOTS), lasts)
                continue
            # Search back to the previous cut only.
            first, last = max(last, place - look), place + len(_DOTS)
            if place - first >= CUT_LEAST and (heads := starts.between(first, place - CUT_LEAST + 1)):
                yield from self._head_span(text, place, heads)
        yield from self._around(text, _left_out().finditer(text))
        if _ELLIPSIS in text:
            yield from self._around(text, _ellipsis().finditer(text))

    def _sort(self) -> None:
        while self._unsorted_secrets:
            self._unsorted += map(str.lower, nested_words(self._unsorted_secrets.pop()))
        while self._unsorted:
            word = self._unsorted.pop()
            self._longest = max(self._longest, len(word))
            for words_by_end, end in ((self._starts, word[:CUT_LEAST]), (self._ends, word[-CUT_LEAST:])):
                alike = words_by_end.get(end)
                if alike is None:
                    words_by_end[end] = [word]
                elif len(alike) < _ALIKE_MOST and word not in alike:
                    alike.append(word)

    def _around(self, text: str, cuts: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
        """Finds secrets whose middle was left out: the beginning stands before the dots, the end behind them."""
        last, starts = 0, Places(text, self._starts)
        for cut in cuts:
            first, last = max(last, cut.start() - _LOOK), cut.end()
            for start in starts.between(first, cut.start() - CUT_LEAST + 1):
                words = self._starts[text[start : start + CUT_LEAST]]
                head = text[start : cut.start()]
                end = max((_end_behind(text, last, word) for word in words if word.startswith(head)), default=0)
                if end:
                    yield start, end
                    break

    def _head_span(self, text: str, end: int, places: list[int]) -> Iterator[tuple[int, int]]:
        # The cut may go through an escape, which then can't be decoded, or through a filler.
        may_be_torn = not _TORN_FIRST.isdisjoint(text[max(0, end - _TORN_LONGEST) : end])
        torn = _torn_escape().search(text, max(0, end - _TORN_LONGEST), end) if may_be_torn else None
        ends = (end, torn.start()) if torn else (end,)
        for start in places:
            words = self._starts[text[start : start + CUT_LEAST]]
            if any(word.startswith(text[start:last]) for word in words for last in ends if last - start >= CUT_LEAST):
                yield start, end
                return

    def _tail_span(self, text: str, start: int, places: list[int]) -> Iterator[tuple[int, int]]:
        longest = range(start, min(len(text), start + _ESCAPE_LONGEST))
        starts = [first for first in longest if _torn_escape_end().fullmatch(text, start, first)]
        for last in reversed(places):
            end = last + CUT_LEAST
            words = self._ends[text[last:end]]
            if any(word.endswith(text[first:end]) for word in words for first in starts if end - first >= CUT_LEAST):
                yield start, end
                return


def _end_behind(text: str, start: int, word: str) -> int:
    """Returns where ``word`` ends whose last characters stand at ``start``; 0 if they don't."""
    tail, most = word[-CUT_LEAST:], start + min(len(word), _LOOK)
    # Not at every place: the characters of a word may come again and again.
    for last in (text.rfind(tail, start, most), text.find(tail, start, most)):
        end = last + CUT_LEAST
        if last >= 0 and word.endswith(text[start:end]):
            return end
    return 0


@cache
def _cut() -> re.Pattern[str]:
    """Returns the pattern of the first of three dots that end a line, which is its group, or that begin one."""
    return re.compile(r"\.(?=\.\.(?:(?=([\n\r]|\Z))|(?<=\A\.\.\.)|(?<=[\n\r]\.\.\.)))")


@cache
def _left_out() -> re.Pattern[str]:
    """Returns the pattern of three dots within a word."""
    return re.compile(r"\.\.\.(?<=[^\s.]\.\.\.)(?=[^\s.])")


@cache
def _ellipsis() -> re.Pattern[str]:
    return re.compile(r"\u2026(?<=\S\u2026)(?=\S)")


@cache
def _torn_escape() -> re.Pattern[str]:
    return re.compile(
        r"(?:\\++(?:[uUx]\{?[0-9a-fA-F]{0,7}|[0-7]{0,2})|%[%u0-9a-fA-F]{0,16}|&[#\w]{0,8}"
        r"|<[/a-z]{0,7}|\x1b[\[0-9;:]{0,16})\Z",
        re.ASCII,
    )


@cache
def _torn_escape_end() -> re.Pattern[str]:
    return re.compile(r"[0-9a-fA-F]{0,2}\\*+(?:[uUx]?[0-9a-fA-F]{0,7}|[nrtbf/\"']?|[#\w]{0,8};)", re.ASCII)
