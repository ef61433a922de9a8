"""A JSON value as HTML: pretty, cut by structure, so that what is shown is always whole."""

import json
from html import escape
from typing import Any

_MOST_ITEMS = 3
_MOST_KEYS = 40
_LONGEST_TEXT = 200
_SHORT_ARRAY = 60
_MOST_LINES = 60


def json_html(value: Any) -> str:
    """Returns the value as HTML text for a ``<pre>``: two spaces a level, keys in link colour, at most 60 lines."""
    return "\n".join(_Lines(_MOST_LINES).of(value))


class _Lines:
    """Writes a value line by line, cutting long arrays, texts and depths, never leaving a bracket open."""

    def __init__(self, budget: int) -> None:
        self._left = budget

    def of(self, value: Any, indent: str = "") -> list[str]:
        if isinstance(value, dict) and value:
            return self._object(value, indent)
        if isinstance(value, list) and value:
            return self._array(value, indent)
        return [_scalar(value)]

    def _object(self, value: dict[str, Any], indent: str) -> list[str]:
        inner = indent + "  "
        rows: list[list[str]] = []
        for key, item in list(value.items())[:_MOST_KEYS]:
            if self._left <= 0:
                break
            self._left -= 1
            lines = self.of(item, inner)
            lines[0] = f"{inner}<a>{escape(json.dumps(key, ensure_ascii=False), quote=False)}</a>: {lines[0]}"
            rows.append(lines)
        return [*_closed("{", rows, len(value), "keys", indent), indent + "}"]

    def _array(self, value: list[Any], indent: str) -> list[str]:
        if all(not isinstance(item, dict | list) for item in value):
            flat = ", ".join(_scalar(item) for item in value[:_SHORT_ARRAY])
            if len(flat) <= 2 * _SHORT_ARRAY and len(value) <= _SHORT_ARRAY:
                return [f"[{flat}]"]
        inner = indent + "  "
        rows = []
        for item in value[:_MOST_ITEMS]:
            if self._left <= 0:
                break
            self._left -= 1
            lines = self.of(item, inner)
            lines[0] = inner + lines[0]
            rows.append(lines)
        return [*_closed("[", rows, len(value), "items", indent), indent + "]"]


def _closed(bracket: str, rows: list[list[str]], count: int, noun: str, indent: str) -> list[str]:
    lines = [bracket]
    more = count - len(rows)
    for number, row in enumerate(rows):
        last = number == len(rows) - 1
        row[-1] += "" if last and not more else ","
        lines.extend(row)
    if more:
        lines.append(f"{indent}  … {more} more {noun}")
    return lines


def _scalar(value: Any) -> str:
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        shown = json.dumps(value[:_LONGEST_TEXT], ensure_ascii=False)
        return f"{escape(shown, quote=False)} … +{len(value) - _LONGEST_TEXT} chars"
    return escape(json.dumps(value, ensure_ascii=False), quote=False)
