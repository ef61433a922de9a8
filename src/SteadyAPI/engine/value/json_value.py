"""JSON values as suites write them and as messages show them."""

import json
from typing import Any

ABSENT = object()
"""What a path leads to when the value isn't there."""


def equals(value: Any, expected: Any) -> bool:
    """Tells whether a JSON value is the expected one; a text also stands for what is written like it in JSON.

    ``3``, ``true`` and ``null`` as text are the number, the boolean and null as well: that is how suites write them.
    """
    if isinstance(value, bool) is isinstance(expected, bool) and value == expected:
        return True
    return isinstance(expected, str) and not isinstance(value, str) and value is not ABSENT and _json(value) == expected


def shown(value: Any, longest: int = 60) -> str:
    """Writes a JSON value for a message, cut."""
    if value is ABSENT:
        return "absent"
    text = _json(value)
    return text if len(text) <= longest else f"{text[:longest]}…"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
