r"""Views of a text in which every escape is undone, each with a map back to the text.

Escapes nest in logs: ``repr`` of JSON in an XML attribute puts many backslashes before one quote. Instead of listing
the ways a secret may be written, a text and a secret are folded alike and compared in that form. A wrong guess, say
``%41`` that was never an escape, is made on both sides and cancels.

From the first fold on, a character outside ASCII stands as its UTF-8 bytes, each byte as the character of that number:
``é``, ``%C3%A9``, ``\xc3\xa9`` and ``\u00e9`` fold to the same two characters.
"""

from bisect import bisect_right
from collections.abc import Iterator

from SteadyAPI.redaction.forms.escapes import Unescaped, escapes, line_breaks, simple_escapes, utf8_form

MAX_FOLDS = 4
_LINE_LEAST = 60
_BYTES = frozenset(map(chr, range(0x80, 0x100)))


def may_fold(text: str) -> bool:
    """Tells whether folding can change ``text``; cheap, and wrong only towards yes."""
    return "\\" in text or "%" in text or "&" in text or "+" in text or ("\n" in text and len(text) > _LINE_LEAST)


class View:
    """A folded text; ``source_span`` maps a stretch of it back to the text that was folded.

    ``revealed`` are the characters that escapes stand for, maybe some more, or ``None`` if parts of the text came
    together that were apart. What holds none of them stood already in the text that was folded.
    """

    __slots__ = ("_map", "_raw", "_source", "_unfolded", "revealed", "text")

    def __init__(
        self, text: str, revealed: frozenset[str] | None, unfolded: str, source: "View | None", *, raw: bool
    ) -> None:
        self.text = text
        self.revealed = revealed
        self._unfolded = unfolded
        self._source = source
        self._raw = raw
        self._map: tuple[list[int], list[int]] | None = None

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the stretch of the original text that ``[start, end)`` of this view was made from."""
        # Most views show no secret and never need a map.
        if self._map is None:
            self._map = _segments(self._unfolded, raw=self._raw)
        folded, unfolded = self._map
        first = bisect_right(folded, start) - 1
        last = bisect_right(folded, end - 1) - 1
        # Segments alternate: even ones are copied text, odd ones are escapes, which count whole.
        begin = unfolded[first] + (0 if first % 2 else start - folded[first])
        finish = unfolded[last + 1] if last % 2 else unfolded[last] + end - folded[last]
        return (begin, finish) if self._source is None else self._source.source_span(begin, finish)


def views(text: str, *, as_bytes: bool = False) -> Iterator[View]:
    """Yields the folds of ``text``, each made from the one before, until nothing changes or four are made.

    With ``as_bytes`` the characters of ``text`` already stand for bytes.
    """
    source: View | None = None
    for _ in range(MAX_FOLDS):
        if not may_fold(text):
            return
        view = _fold(text, source, raw=source is None and not as_bytes)
        if view is None:
            return
        yield view
        source, text = view, view.text


class Folds:
    """The views of one text, each made when the first asks for it and kept for the next."""

    def __init__(self, text: str) -> None:
        self._made: list[View] = []
        self._more = views(text)

    def __iter__(self) -> Iterator[View]:
        yield from self._made
        for view in self._more:
            self._made.append(view)
            yield view


def normal_form(text: str, *, as_bytes: bool = False) -> str:
    """Returns ``text`` folded as often as a view can be, each byte as one character."""
    folded = text if as_bytes else utf8_form(text)
    for view in views(text, as_bytes=as_bytes):
        folded = view.text
    return folded


def _fold(text: str, source: View | None, *, raw: bool) -> View | None:
    is_wrapped = "\n" in text and line_breaks(raw=raw).search(text) is not None
    revealed: frozenset[str] | None
    if is_wrapped or "\\" in text:
        pattern, unescaped = escapes(raw=raw)
        folded, revealed = _joined(pattern.split(text), unescaped)
        revealed = None if is_wrapped else revealed
    else:
        # Without backslashes no escape holds a character that another one begins with or that isn't ASCII.
        folded, revealed = _simply_folded(utf8_form(text) if raw else text)
        revealed = revealed if text.isascii() or not raw else revealed | _BYTES
    return None if folded == text else View(folded, revealed, text, source, raw=raw)


def _simply_folded(text: str) -> tuple[str, frozenset[str]]:
    if "%" in text or ("&" in text and ";" in text):
        return _joined(simple_escapes().split(text), escapes(raw=False)[1])
    return text.replace("+", " "), frozenset(" ")


def _joined(pieces: list[str], unescaped: Unescaped) -> tuple[str, frozenset[str]]:
    """Returns pieces, of which every second is an escape, as one text; and all characters of what escapes became."""
    found = pieces[1::2]
    pieces[1::2] = map(unescaped.__getitem__, found)
    return "".join(pieces), frozenset("".join(map(unescaped.__getitem__, set(found))))


def _segments(text: str, *, raw: bool) -> tuple[list[int], list[int]]:
    """Returns where copied segments and escapes begin, by turns, in the folded text and in ``text``."""
    pattern, unescaped = escapes(raw=raw)
    folded, unfolded = [0], [0]
    length = done = 0
    for number, piece in enumerate(pattern.split(text)):
        after = unescaped[piece] if number % 2 else piece
        if after != piece:
            folded += (length, length + len(after))
            unfolded += (done, done + len(piece))
        length += len(after)
        done += len(piece)
    return folded, [*unfolded, done]
