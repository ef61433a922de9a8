"""A JSON value as indented HTML, cut only between items, so that every item shown is whole."""

import json
from json.encoder import encode_basestring
from typing import Any

from SteadyAPI.report.plain_text import html_text

_MOST_LINES = 60
_MOST_ITEMS = 3
_LONGEST_TEXT = 200
_WIDEST_ARRAY = 100
_DEEPEST = 12
_TAGS = 19
"""Characters that the tags around a key take in output.xml, where every angle bracket becomes four."""


class Number(str):
    """A number as it was written: ``1.10`` keeps its zero, and a thousand digits stay exact."""

    __slots__ = ()


_DECODER = json.JSONDecoder(parse_float=Number, parse_int=Number, parse_constant=Number)


def parse(text: str) -> Any:
    """Reads JSON to be shown.

    Raises:
        ValueError: When it isn't JSON.
        RecursionError: When it is too deep.
    """
    return _DECODER.decode(text)


def json_html(value: Any, room: int) -> tuple[str, bool]:
    """Returns HTML for a ``<pre>``, and whether nothing was cut.

    Args:
        value: What ``parse`` returned.
        room: About how many characters it may take in output.xml; it takes at most 60 lines too.
    """
    view = _View(room)
    lines = view.of(value, "")
    return "\n".join(lines), not view.is_cut


class _View:
    """Writes a value line by line within its room; every bracket is closed."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._lines = _MOST_LINES - 1
        self.is_cut = False

    def of(self, value: Any, indent: str) -> list[str]:
        if isinstance(value, dict) and value:
            return self._block("{}", value, len(value), "keys", indent)
        if isinstance(value, list) and value:
            flat = self._flat(value)
            return [flat] if flat else self._block("[]", value, _MOST_ITEMS, "items", indent)
        return [self._text(value)]

    def _block(self, brackets: str, value: Any, most: int, noun: str, indent: str) -> list[str]:
        """Writes an object or array, and of that at most so many rows."""
        count, inner = len(value), indent + "  "
        if len(inner) > 2 * _DEEPEST or self._lines <= 1:
            self.is_cut = True
            return [f"{brackets[0]} … {count} {noun} {brackets[1]}"]
        # Room for the closing bracket and the line that says what is missing is reserved first.
        self._lines -= 2
        lines = [brackets[0]]
        is_object = isinstance(value, dict)
        shown = 0
        for name in value:
            if shown == most or self._lines <= 0 or self._room <= 0:
                break
            self._lines -= 1
            head, item = (f"{inner}<a>{self._text(name)}</a>: ", value[name]) if is_object else (inner, name)
            self._room -= len(head) + (_TAGS if is_object else 1)
            if shown:
                lines[-1] += ","
            if isinstance(item, dict | list):
                first, *rest = self.of(item, inner)
                lines += (head + first, *rest)
            else:
                lines.append(head + self._text(item))
            shown += 1
        if shown < count:
            self.is_cut = True
            lines.append(f"{inner}… {count - shown} more {noun}")
        return [*lines, indent + brackets[1]]

    def _flat(self, items: list[Any]) -> str:
        """Returns a short array of scalars on one line, or nothing."""
        if len(items) > _WIDEST_ARRAY or any(isinstance(item, dict | list) for item in items):
            return ""
        flat = ", ".join(_scalar(item) for item in items)
        if len(flat) > _WIDEST_ARRAY:
            return ""
        self._room -= len(flat)
        return f"[{html_text(flat)}]"

    def _text(self, value: Any) -> str:
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            self.is_cut = True
            text = html_text(_scalar(type(value)(value[:_LONGEST_TEXT])))
            self._room -= len(text)
            return f"{text} … +{len(value) - _LONGEST_TEXT} chars"
        text = html_text(_scalar(value))
        self._room -= len(text)
        return text


def _scalar(value: Any) -> str:
    if isinstance(value, Number):
        return str(value)
    return encode_basestring(value) if isinstance(value, str) else json.dumps(value)
