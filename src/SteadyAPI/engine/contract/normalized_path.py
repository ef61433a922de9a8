"""JSON paths (RFC 9535, normalized but for the plain names) and walking them."""

import re
from typing import Any

_PLAIN_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
NOWHERE = object()
"""What stands where steps lead out of the value."""

Steps = tuple[str | int, ...]


def json_path(steps: Steps) -> str:
    """Writes steps as a JSON path: ``$.lines[1]['odd name']``."""
    return "$" + "".join(_segment(step) for step in steps)


def value_at(body: Any, steps: Steps) -> Any:
    """Returns the value at the end of the steps, or ``NOWHERE``."""
    for step in steps:
        body = child(body, step)
    return body


def child(value: Any, step: str | int) -> Any:
    """Returns the value one step further: a key of an object or an index of an array, or ``NOWHERE``."""
    if isinstance(step, str):
        return value.get(step, NOWHERE) if isinstance(value, dict) else NOWHERE
    return value[step] if isinstance(value, list) and 0 <= step < len(value) else NOWHERE


def _segment(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN_NAME.fullmatch(step):
        return f".{step}"
    return f"['{''.join(_ESCAPES.get(character, character) for character in step)}']"
