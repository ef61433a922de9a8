r"""Views of a text with its escapes undone. Each view can map positions back to the text.

Escapes nest in logs: ``repr`` of JSON in an XML attribute puts many backslashes before one quote. Instead of listing
the ways a secret may be written, the text and the secret are both folded and then compared. If ``%41`` isn't meant as
an escape, it is folded in both, so they still match.

From the first fold on, a character outside ASCII is replaced by its UTF-8 bytes, each as the character of that code:
``é``, ``%C3%A9``, ``\xc3\xa9`` and ``\u00e9`` fold to the same two characters.

What tools put between characters (fillers), such as ``<wbr>`` and terminal colours, is removed in a separate view.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate, compress
from operator import ne

from SteadyAPI.redaction.encoded_forms.escapes import (
    LINE_LEAST,
    Unescaped,
    escapes,
    fillers,
    hidden_breaks,
    line_alone,
    line_breaks,
    lines_alone,
    may_hold_fillers,
    simple_escapes,
    utf8_form,
)

MAX_FOLDS = 4
# Mails in quoted-printable break lines at 76 characters (RFC 2045, section 6.7).
_SOFT_LEAST = 60
_QUOTES = "\"'`"
_BYTES = frozenset(map(chr, range(0x80, 0x100)))
# A text that was folded, and what it was folded to: every second piece is an escape, the others are copied.
Pieces = tuple[list[str], list[str]]


def may_fold(text: str) -> bool:
    """Returns whether folding may change ``text``. It is fast, and never false if folding changes it."""
    if "\\" in text or "%" in text or "&" in text or "+" in text or ("\n" in text and len(text) > LINE_LEAST):
        return True
    return may_hold_fillers(text)


class View:
    """A folded text; ``source_span`` maps a stretch of it back to the text that was folded.

    ``revealed`` contains at least all characters that escapes stand for, or is ``None`` if something between characters
    was removed. A part of this view without any of these characters was already in the text that was folded.

    If nothing but line breaks was removed, ``going_on`` are the positions, in the text that was folded, of those that a
    value may go over: in quotes, or before a line that it has to itself. A value that only looks like a secret doesn't
    go over the others (see ``source_span_of_value``). It is ``None`` if anything else changed.
    """

    __slots__ = ("_before", "_map", "_pieces", "_source", "going_on", "revealed", "text")

    def __init__(
        self,
        text: str,
        before: str,
        revealed: frozenset[str] | None,
        source: "View | None",
        pieces: Callable[[], Pieces],
        *,
        going_on: frozenset[int] | None = None,
    ) -> None:
        self.text = text
        self._before = before
        self.revealed = revealed
        self.going_on = going_on
        self._source = source
        self._pieces = pieces
        self._map: tuple[list[int], list[int]] | None = None

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the stretch of the original text that ``[start, end)`` of this view was made from."""
        begin, finish = self._span_before(start, end)
        return (begin, finish) if self._source is None else self._source.source_span(begin, finish)

    def source_span_of_value(self, start: int, end: int) -> tuple[int, int]:
        """Like ``source_span``, but only up to a line break that was removed where no value goes on.

        A value that is known may go on anywhere. One that only looks like a secret ends with its line, unless nothing
        else stands in the next one.
        """
        begin, finish = self._span_before(start, end)
        if self.revealed is None and "\n" not in self.text[start:end]:
            finish = _end_of_value(self._before, begin, finish)
        return (begin, finish) if self._source is None else self._source.source_span_of_value(begin, finish)

    def is_joined_at(self, start: int, end: int) -> bool:
        """Returns whether a line break was removed in ``[start, end)``, or the next one is one that a value goes over.

        Asked of views that have ``going_on`` only.
        """
        folded, unfolded = self._segments()
        # An empty segment stands for what was removed: it begins where the next one does.
        joined = bisect_right(folded, start)
        if joined >= len(folded):
            return False
        return folded[joined] < end or unfolded[joined] in (self.going_on or ())

    def _segments(self) -> tuple[list[int], list[int]]:
        # Made when needed, because most views show no secret.
        if self._map is None:
            self._map = _segments(*self._pieces())
        return self._map

    def _span_before(self, start: int, end: int) -> tuple[int, int]:
        folded, unfolded = self._segments()
        first = bisect_right(folded, start) - 1
        last = bisect_right(folded, end - 1) - 1
        # Segments alternate: even ones are copied text, odd ones are escapes, which are mapped as a whole.
        begin = unfolded[first] + (0 if first % 2 else start - folded[first])
        finish = unfolded[last + 1] if last % 2 else unfolded[last] + end - folded[last]
        return begin, finish


def _end_of_value(text: str, start: int, end: int) -> int:
    place = text.find("\n", start, end)
    while place >= 0:
        line_end = place - text.startswith("\r", place - 1)
        if not _is_broken_on_purpose(text, line_end) and not line_alone().match(text, place):
            return line_end
        place = text.find("\n", place + 1, end)
    return end


def _is_broken_on_purpose(text: str, line_end: int) -> bool:
    """Tells a line that goes on behind its end from one whose value in base64 ends in an equals sign."""
    if text.endswith("=", 0, line_end):
        return line_end - text.rfind("\n", 0, line_end) > _SOFT_LEAST
    return text.endswith("\\", 0, line_end)


def views(text: str, source: View | None = None) -> Iterator[View]:
    """Yields the folds of ``text``, each made from the one before, until nothing changes.

    Escapes are undone up to four times; before each time, fillers are removed.

    A backslash at the end of a line may be an escape of the line break or hide it, so there are views without such
    line breaks, too. If ``text`` is a view already, it is the ``source``.
    """
    yield from _chain(text, source, as_bytes=False)
    may_hide = "\\\n" in text or "\\\r\n" in text
    if may_hide and (view := replaced(text, hidden_breaks(), None, source)):
        yield view
        yield from _chain(view.text, view, as_bytes=False)


def replaced(
    text: str, pattern: re.Pattern[str], undo: Callable[[re.Match[str]], str] | None, source: View | None = None
) -> View | None:
    """Returns the view in which ``undo`` replaced all that ``pattern`` finds, ``None`` removed it.

    Returns no view if nothing changes.
    """
    changed = pattern.sub(undo or "", text)
    # ``None``: characters that were separated are now adjacent.
    return None if changed == text else View(changed, text, None, source, lambda: _changed_pieces(text, pattern, undo))


def _chain(text: str, source: View | None, *, as_bytes: bool) -> Iterator[View]:
    for number in range(MAX_FOLDS):
        before = text
        for is_raw in (None, not number and not as_bytes):
            if not may_fold(text):
                return
            view = _without_fillers(text, source) if is_raw is None else _fold(text, source, raw=is_raw)
            if view is not None:
                yield view
                source, text = view, view.text
        if text == before:
            return


class Folds:
    """The views of one text. Each is made when it is first needed, and then reused."""

    def __init__(self, text: str) -> None:
        self._made: list[View] = []
        self._more = views(text)

    def __iter__(self) -> Iterator[View]:
        yield from self._made
        for view in self._more:
            self._made.append(view)
            yield view


def normal_form(text: str, *, as_bytes: bool = False) -> str:
    """Returns the last view of ``text``; every character stands for a byte."""
    folded = text if as_bytes else utf8_form(text)
    for view in _chain(text, None, as_bytes=as_bytes):
        folded = view.text
    return folded


def _fold(text: str, source: View | None, *, raw: bool) -> View | None:
    is_wrapped = "\n" in text and line_breaks(raw=raw).search(text) is not None
    if is_wrapped or "\\" in text:
        pattern, unescaped = escapes(raw=raw)
        folded, revealed = _joined(pattern.split(text), unescaped)
    else:
        # Without backslashes, no escape contains the beginning of another escape or a character outside ASCII.
        folded, revealed = _simply_folded(utf8_form(text) if raw else text)
        revealed = revealed if text.isascii() or not raw else revealed | _BYTES
    if folded == text:
        return None
    going_on = frozenset(_going_on(text, raw=raw)) if is_wrapped and not revealed else None
    pieces = partial(_escaped_pieces, text, raw=raw)
    return View(folded, text, None if is_wrapped else revealed, source, pieces, going_on=going_on)


def _going_on(text: str, *, raw: bool) -> Iterator[int]:
    """Yields the line breaks in base64 behind which a value may go on: alone, or up to the quote's end."""
    ends = [end.start() for end in lines_alone(raw=raw).finditer(text)]
    if quotes := [quote for quote in _QUOTES if quote in text]:
        for found in line_breaks(raw=raw).finditer(text):
            end = found.start()
            line = text[text.rfind("\n", 0, end) + 1 : end]
            if any(line.count(quote) % 2 for quote in quotes):
                ends.append(end)
    # A carriage return is removed with the line feed behind it.
    return (end - text.startswith("\r", end - 1) for end in ends)


def _without_fillers(text: str, source: View | None) -> View | None:
    return replaced(text, fillers(), None, source) if may_hold_fillers(text) else None


def _simply_folded(text: str) -> tuple[str, frozenset[str]]:
    if "%" in text or ("&" in text and (";" in text or "&#" in text or _has_oldest_entity(text))):
        return _joined(simple_escapes().split(text), escapes(raw=False)[1])
    return text.replace("+", " "), frozenset(" ")


def _has_oldest_entity(text: str) -> bool:
    return "&amp" in text or "&lt" in text or "&gt" in text or "&quot" in text


def _joined(pieces: list[str], unescaped: Unescaped) -> tuple[str, frozenset[str]]:
    """Joins pieces, every second of which is an escape, to the folded text; also returns the revealed characters."""
    found = pieces[1::2]
    pieces[1::2] = map(unescaped.__getitem__, found)
    return "".join(pieces), frozenset("".join(map(unescaped.__getitem__, set(found))))


def _escaped_pieces(text: str, *, raw: bool) -> Pieces:
    pattern, unescaped = escapes(raw=raw)
    before = pattern.split(text)
    after = before[:]
    after[1::2] = map(unescaped.__getitem__, before[1::2])
    return before, after


def _changed_pieces(text: str, pattern: re.Pattern[str], undo: Callable[[re.Match[str]], str] | None) -> Pieces:
    before: list[str] = []
    after: list[str] = []
    done = 0
    for found in pattern.finditer(text):
        copied = text[done : found.start()]
        before += (copied, found.group())
        after += (copied, undo(found) if undo else "")
        done = found.end()
    before.append(text[done:])
    return before, after


def _segments(before: list[str], after: list[str]) -> tuple[list[int], list[int]]:
    """Returns the starts of copied segments and escapes, alternating, in the folded text and in the one before it."""
    # An escape that stands for itself belongs to the copied segment around it. Each begins and ends a segment.
    changed = [is_changed for each in map(ne, before[1::2], after[1::2]) for is_changed in (each, each)]
    folded = compress(accumulate(map(len, after)), changed)
    unfolded = compress(accumulate(map(len, before)), changed)
    return [0, *folded], [0, *unfolded, sum(map(len, before))]
