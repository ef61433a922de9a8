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
_CONTROL = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPE = (
    r"\\++u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\++u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\++u(?P<unicode>[0-9a-fA-F]{4})|\\++U(?P<wide>00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})|\\++x(?P<byte>[0-9a-fA-F]{2})"
    r"|\\++(?P<control>[nrtbf])|\\++(?P<plain>[\x00-/:-@\[\]^`{-\x7f])|\\(?P<run>\\++)(?![^\x00-\x7f])"
    r"|%(?:25)*(?P<percent>[0-9a-fA-F]{2})"
    r"|&(?:amp;){0,8}(?:\#(?P<decimal>[0-9]{1,7})|\#[xX](?P<hexadecimal>[0-9a-fA-F]{1,6})|(?P<entity>[a-zA-Z]{2,8}));"
    r"|(?P<space>\+)"
)
# A backslash, a percent sign, an ampersand, a plus sign, the end of a line or what isn't ASCII. Said by what it is not,
# because compiling a set of a million characters takes 2 ms.
_BEGINNING = r"(?=[^\x00-\x09\x0b\x0c\x0e-$'-*,-\[\]-\x7f])"
# A line break in base64. In a view that was folded before, a plus sign is a blank.
_FIRST = r"|\\*+(?P<foreign>[^\x00-\x7f])|(?P<wrap>\n(?<=[\w+/=-]{60}\n)(?=[\w+/])|\r\n(?<=[\w+/=-]{60}\r\n)(?=[\w+/]))"
_AGAIN = r"|\\++(?P<above>[\x80-\xff])|(?P<wrap>\n(?<=[\w /=-]{60}\n)(?=[\w /])|\r\n(?<=[\w /=-]{60}\r\n)(?=[\w /]))"


@cache
def _escapes(*, raw: bool) -> re.Pattern[str]:
    # The look ahead says no at once where no escape begins: masking a log entry takes a third of the time so.
    return re.compile(f"{_BEGINNING}(?:{_ESCAPE}{_FIRST if raw else _AGAIN})", re.ASCII)


def may_fold(text: str) -> bool:
    """Tells whether folding can change ``text``; cheap, and wrong only towards yes."""
    return "\\" in text or "%" in text or "&" in text or "+" in text or ("\n" in text and len(text) > _LINE_LEAST)


class View:
    """A folded text; ``place`` maps a stretch of it back to the text that was folded."""

    __slots__ = ("_folded", "_raw", "_source", "text")

    def __init__(self, text: str, folded: list[int], raw: list[int], source: "View | None") -> None:
        self.text = text
        self._folded = folded
        self._raw = raw
        self._source = source

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Returns the stretch of the original text that ``[start, end)`` of this view was made from."""
        first = bisect_right(self._folded, start) - 1
        last = bisect_right(self._folded, end - 1) - 1
        # Segments alternate: even ones are copied text, odd ones are escapes, which count whole.
        begin = self._raw[first] + (0 if first % 2 else start - self._folded[first])
        finish = self._raw[last + 1] if last % 2 else self._raw[last] + end - self._folded[last]
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
    parts: list[str] = []
    folded, starts = [0], [0]
    done = length = 0
    for match in _escapes(raw=raw).finditer(text):
        undone = _undo(match)
        if undone is None:
            continue
        start, end = match.span()
        parts.append(text[done:start])
        length += start - done
        folded.append(length)
        starts.append(start)
        parts.append(undone)
        length += len(undone)
        folded.append(length)
        starts.append(end)
        done = end
    if not done:
        return None
    parts.append(text[done:])
    starts.append(len(text))
    return View("".join(parts), folded, starts, source)


def _undo(match: re.Match[str]) -> str | None:
    kind = match.lastgroup or ""
    value = match[kind]
    if kind in {"control", "plain", "above", "run", "space", "wrap", "percent", "byte"}:
        return _undo_short(kind, value)
    if kind == "foreign":
        return utf8_form(value)
    if kind == "entity":
        return _undo_entity(match, value)
    if kind == "low":
        return utf8_form(chr(0x10000 + ((int(match["high"], 16) - 0xD800) << 10) + int(value, 16) - 0xDC00))
    number = int(value, 10 if kind == "decimal" else 16)
    return utf8_form(chr(number)) if number < _CODE_POINTS else None


def _undo_short(kind: str, value: str) -> str:
    if kind in {"percent", "byte"}:
        return chr(int(value, 16))
    return {"control": _CONTROL.get(value, ""), "plain": value, "above": value, "run": "\\", "space": " ", "wrap": ""}[
        kind
    ]


def _undo_entity(match: re.Match[str], name: str) -> str | None:
    if name in _ENTITIES:
        return _ENTITIES[name]
    from html import unescape  # noqa: PLC0415 - its table of 2,231 names is rarely needed

    reference = f"&{name};"
    undone = unescape(reference)
    if undone != reference:
        return utf8_form(undone)
    # No entity after all: only the ampersand was escaped, if anything.
    return reference if match[0] != reference else None
