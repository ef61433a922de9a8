"""One mismatch between a value and its schema, and the words for it."""

import json
from dataclasses import dataclass, field
from typing import Any

_LONGEST_VALUE = 60
_JSON_TYPES: dict[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    dict: "object",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """Where a value broke its schema: a JSON path (RFC 9535), what was expected, what came, and a hint that is true."""

    path: str
    expected: str
    got: str = field(repr=False)
    hint: str = ""

    @property
    def line(self) -> str:
        """The mismatch on one line."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.path}: expected {self.expected}, got {self.got}{hint}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check came to: the validated object, every mismatch, or that the text isn't JSON at all."""

    schema: str
    value: Any = field(default=None, repr=False)
    violations: tuple[Violation, ...] = ()
    is_json: bool = True


def json_type(value: Any) -> str:
    """Names a value's type in JSON's words."""
    return _JSON_TYPES.get(type(value), "array")


def shown(value: Any) -> str:
    """Returns a value as a message shows it: JSON, cut, with its type; of objects and arrays the type alone."""
    if isinstance(value, dict | list):
        return f"{json_type(value)} with {len(value)} {'keys' if isinstance(value, dict) else 'items'}"
    if value is None:
        return "null"
    text = json.dumps(value, ensure_ascii=False)
    cut = text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
    return f"{cut} ({json_type(value)})"
