r"""Views of a text in which every escape is undone, each with a map back to the text.

Escapes nest in logs: ``repr`` of JSON in an XML attribute puts many backslashes before one quote. Instead of listing
the ways a secret may be written, a text and a secret are folded alike and compared in that form. A wrong guess, say
``%41`` that was never an escape, is made on both sides and cancels.

From the first fold on, a character outside ASCII stands as its UTF-8 bytes, each byte as the character of that number:
``é``, ``%C3%A9``, ``\xc3\xa9`` and ``\u00e9`` fold to the same two characters.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

MAX_FOLDS = 4
_CODE_POINTS = 0x110000
_LINE_LEAST = 60
_REMEMBERED = 4096
_CONTROL = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_BYTES = frozenset(map(chr, range(0x80, 0x100)))
# First the one character by which C finds where an escape may begin, then what must follow it.
_BACKSLASH = (
    r"(?<=\\)\\*+(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\++u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u(?P<unicode>[0-9a-fA-F]{4})|U(?P<wide>00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})"
    r"|(?P<control>[nrtbf])|(?P<plain>[\x00-/:-@\[\]^`{-\x7f])|(?P<run>(?<=\\\\)(?![^\x00-\x7f]))"
)
_OTHERS = (
    r"(?<=%)(?:25)*(?P<percent>[0-9a-fA-F]{2})"
    r"|(?<=&)(?:amp;){0,8}(?:\#(?P<decimal>[0-9]{1,7})|\#[xX](?P<hexadecimal>[0-9a-fA-F]{1,6})|(?P<entity>[a-zA-Z]{2,8}));"
    r"|(?P<space>(?<=\+))"
)
_ABOVE_RAW, _ABOVE_AGAIN = r"|(?P<foreign>[^\x00-\x7f]))|(?P<itself>(?<=[^\x00-\x7f]))", r"|(?P<above>[\x80-\xff]))"
# A backslash, a percent sign, an ampersand, a plus sign, the end of a line or what isn't ASCII. Said by what it is not,
# because compiling a set of a million characters takes 2 ms.
_FIRST_RAW, _FIRST_AGAIN = r"[^\x00-\x09\x0b\x0c\x0e-$'-*,-\[\]-\x7f]", r"[\\%&+\r\n]"
# A line break in base64. In a view that was folded before, a plus sign is a blank.
_LINE_RAW, _LINE_AGAIN = r"[\w+/=-]{60}", r"[\w /=-]{60}"
_NEXT_RAW, _NEXT_AGAIN = r"(?=[\w+/])", r"(?=[\w /])"


class _Undone(dict[str, str]):
    """What escapes stand for, each worked out once; what is no escape stands for itself."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __missing__(self, escape: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        match = self._pattern.fullmatch(escape)
        # Of all that the pattern finds, only line breaks depend on what stands around them.
        self[escape] = undone = _undo(match) if match else ""
        return undone


@cache
def _escapes(*, raw: bool) -> tuple[re.Pattern[str], _Undone]:
    """Returns the pattern by which a text is split at its escapes, and what they stand for."""
    line, following = (_LINE_RAW, _NEXT_RAW) if raw else (_LINE_AGAIN, _NEXT_AGAIN)
    wrap = rf"(?P<wrap>(?<={line}\n){following}|(?<=\r)\n(?<={line}\r\n){following})"
    first = _FIRST_RAW if raw else _FIRST_AGAIN
    pattern = f"{first}(?:{_BACKSLASH}{_ABOVE_RAW if raw else _ABOVE_AGAIN}|{_OTHERS}|{wrap})"
    return _splitting(pattern), _Undone(re.compile(pattern, re.ASCII))


@cache
def _simple_escapes() -> re.Pattern[str]:
    """Returns the pattern for texts in ASCII or bytes that hold no backslash and no line of base64."""
    return _splitting(f"[%&+](?:{_OTHERS})")


def _splitting(pattern: str) -> re.Pattern[str]:
    return re.compile("(" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")", re.ASCII)


@cache
def _wrap(*, raw: bool) -> re.Pattern[str]:
    line, following = (_LINE_RAW, _NEXT_RAW) if raw else (_LINE_AGAIN, _NEXT_AGAIN)
    return re.compile(rf"\n{following}(?:(?<={line}\n)|(?<={line}\r\n))", re.ASCII)


def may_fold(text: str) -> bool:
    """Tells whether folding can change ``text``; cheap, and wrong only towards yes."""
    return "\\" in text or "%" in text or "&" in text or "+" in text or ("\n" in text and len(text) > _LINE_LEAST)


class View:
    """A folded text; ``place`` maps a stretch of it back to the text that was folded.

    ``revealed`` are the characters that escapes were undone to, maybe some more, or ``None`` if parts of the text came
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

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Returns the stretch of the original text that ``[start, end)`` of this view was made from."""
        # Most views show no secret and never need a map.
        if self._map is None:
            self._map = _places(self._unfolded, raw=self._raw)
        folded, unfolded = self._map
        first = bisect_right(folded, start) - 1
        last = bisect_right(folded, end - 1) - 1
        # Segments alternate: even ones are copied text, odd ones are escapes, which count whole.
        begin = unfolded[first] + (0 if first % 2 else start - folded[first])
        finish = unfolded[last + 1] if last % 2 else unfolded[last] + end - folded[last]
        return (begin, finish) if self._source is None else self._source.place(begin, finish)


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


def utf8_form(text: str) -> str:
    """Returns the UTF-8 bytes of ``text``, each as the character of that number."""
    return text if text.isascii() else text.encode("utf-8", "surrogatepass").decode("latin-1")


def _fold(text: str, source: View | None, *, raw: bool) -> View | None:
    is_wrapped = "\n" in text and _wrap(raw=raw).search(text) is not None
    revealed: frozenset[str] | None
    if is_wrapped or "\\" in text:
        pattern, undone = _escapes(raw=raw)
        folded, revealed = _joined(pattern.split(text), undone)
        revealed = None if is_wrapped else revealed
    else:
        # Without backslashes no escape holds a character that another one begins with or that isn't ASCII.
        folded, revealed = _simply_folded(utf8_form(text) if raw else text)
        revealed = revealed if text.isascii() or not raw else revealed | _BYTES
    return None if folded == text else View(folded, revealed, text, source, raw=raw)


def _simply_folded(text: str) -> tuple[str, frozenset[str]]:
    if "%" in text or ("&" in text and ";" in text):
        return _joined(_simple_escapes().split(text), _escapes(raw=False)[1])
    return text.replace("+", " "), frozenset(" ")


def _joined(pieces: list[str], undone: _Undone) -> tuple[str, frozenset[str]]:
    """Returns pieces, of which every second is an escape, as one text; and all characters of what escapes became."""
    escapes = pieces[1::2]
    pieces[1::2] = map(undone.__getitem__, escapes)
    return "".join(pieces), frozenset("".join(map(undone.__getitem__, set(escapes))))


def _places(text: str, *, raw: bool) -> tuple[list[int], list[int]]:
    """Returns where copied segments and escapes begin, by turns, in the folded text and in ``text``."""
    pattern, undone = _escapes(raw=raw)
    folded, unfolded = [0], [0]
    length = done = 0
    for number, piece in enumerate(pattern.split(text)):
        after = undone[piece] if number % 2 else piece
        if after != piece:
            folded += (length, length + len(after))
            unfolded += (done, done + len(piece))
        length += len(after)
        done += len(piece)
    return folded, [*unfolded, done]


def _undo(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind in {"control", "plain", "above", "run", "space", "percent", "byte"}:
        return _undo_short(kind, match[kind])
    if kind in {"foreign", "itself"}:
        return utf8_form(match[0][-1])
    if kind == "entity":
        return _undo_entity(match)
    if kind == "low":
        return utf8_form(chr(0x10000 + ((int(match["high"], 16) - 0xD800) << 10) + int(match["low"], 16) - 0xDC00))
    number = int(match[kind], 10 if kind == "decimal" else 16)
    return utf8_form(chr(number)) if number < _CODE_POINTS else match[0]


def _undo_short(kind: str, value: str) -> str:
    if kind in {"percent", "byte"}:
        return chr(int(value, 16))
    return {"control": _CONTROL.get(value, ""), "plain": value, "above": value, "run": "\\", "space": " "}[kind]


def _undo_entity(match: re.Match[str]) -> str:
    name = match["entity"]
    if name in _ENTITIES:
        return _ENTITIES[name]
    from html import unescape  # noqa: PLC0415 - its table of 2,231 names is rarely needed

    reference = f"&{name};"
    undone = unescape(reference)
    # If it is no entity after all, only the ampersand was escaped, if anything.
    return reference if undone == reference else utf8_form(undone)
