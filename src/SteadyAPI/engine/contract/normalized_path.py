"""JSON paths (RFC 9535, normalized but for the plain names) and walking them."""

import re
from collections.abc import Iterable
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


def steps_in(value: Any, path: Iterable[str | int]) -> Steps:
    """Returns the steps of a path that has numbers in the place of names such as ``17``, as jsonschema-rs gives it."""
    steps: list[str | int] = []
    for step in path:
        steps.append(_name_of(step, value) if isinstance(step, int) and isinstance(value, dict) else step)
        value = child(value, steps[-1])
    return tuple(steps)


def _name_of(number: int, owner: dict[str, Any]) -> str:
    written = str(number)
    return written if written in owner else next((name for name in owner if _is_number(name, written)), written)


def _is_number(name: str, written: str) -> bool:
    return bool(name) and (name.removeprefix("+").lstrip("0") or "0") == written


def _segment(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN_NAME.fullmatch(step):
        return f".{step}"
    return f"['{''.join(_ESCAPES.get(character, character) for character in step)}']"
