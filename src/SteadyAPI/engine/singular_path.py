"""Paths that lead to one value in a JSON body: singular queries (RFC 9535, section 2.3.5.1)."""

import json
import re
from typing import Any

from SteadyAPI.errors import UsageError

_STEP = (
    r"\.(?P<name>[A-Za-z_\u0080-\U0010ffff][\w\u0080-\U0010ffff]*)"
    r"|\[(?P<index>-?\d+)\]"
    r"|\['(?P<single>(?:[^'\\]|\\.)*)'\]"
    r'|\["(?P<double>(?:[^"\\]|\\.)*)"\]'
)

ABSENT = object()
"""What a path leads to when the value isn't there."""


class SingularPath:
    """A path such as ``$.order.lines[0]['unit price']``."""

    def __init__(self, text: str) -> None:
        """Reads the path.

        Raises:
            UsageError: When it is none, or could lead to several values.
        """
        self.text = text
        self._steps = tuple(_steps(text))

    def of(self, value: Any) -> Any:
        """Returns the value at the end of the path, or ``ABSENT``."""
        for step in self._steps:
            value = _child(value, step)
            if value is ABSENT:
                break
        return value


def _steps(text: str) -> list[str | int]:
    steps: list[str | int] = []
    position = 1
    pattern = re.compile(_STEP)
    while position < len(text):
        found = pattern.match(text, position)
        if found is None:
            break
        steps.append(_step(found))
        position = found.end()
    if not text.startswith("$") or position < len(text):
        raise UsageError(
            f"path: expected the path of one value, such as $.status or $.lines[0]['unit price']; got {text!r}."
        )
    return steps


def _step(found: "re.Match[str]") -> str | int:
    if found["index"] is not None:
        return int(found["index"])
    for quoted in (found["single"], found["double"]):
        if quoted is not None:
            return re.sub(r"\\(.)", r"\1", quoted)
    return found["name"]


def _child(value: Any, step: str | int) -> Any:
    if isinstance(step, str):
        return value.get(step, ABSENT) if isinstance(value, dict) else ABSENT
    if not isinstance(value, list) or not -len(value) <= step < len(value):
        return ABSENT
    return value[step]


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
