"""From pydantic's error locations to JSON paths.

A location isn't a path: it also names union members, discriminator tags and ``[key]``. It is aligned with the body, and
the alignment whose value is the reported input wins.
"""

import re
from collections.abc import Iterator
from typing import Any

_PLAIN_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_NOWHERE = object()

Steps = tuple[str | int, ...]


def steps_to(location: Steps, body: Any, reported: Any) -> Steps:
    """Returns the steps through the body that a location stands for.

    Args:
        location: Pydantic's ``loc``.
        body: The parsed body.
        reported: The error's ``input``: the value at the end of the right path.
    """
    found = list(_alignments(location, body))
    exact = [steps for steps, value in found if _same(value, reported)]
    candidates = exact or [steps for steps, _ in found]
    return max(candidates, key=len)


def steps_to_missing(location: Steps, body: Any, parent: Any) -> Steps:
    """Returns the steps to a value that is absent; ``parent`` is what it is absent from."""
    return (*steps_to(location[:-1], body, parent), location[-1])


def value_at(body: Any, steps: Steps) -> Any:
    """Returns the value at the end of the steps, or ``None`` when they lead nowhere."""
    for step in steps:
        body = _child(body, step)
        if body is _NOWHERE:
            return None
    return body


def json_path(steps: Steps) -> str:
    """Writes steps as a JSON path (RFC 9535): ``$.lines[1]['odd name']``."""
    return "$" + "".join(_segment(step) for step in steps)


def _segment(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN_NAME.fullmatch(step):
        return f".{step}"
    escaped = step.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{escaped}']"


def _alignments(location: Steps, value: Any) -> Iterator[tuple[Steps, Any]]:
    """Yields every way to walk the location: a text element may be a key, or a name that isn't in the body."""
    if not location:
        yield (), value
        return
    head, rest = location[0], location[1:]
    child = _child(value, head)
    if child is not _NOWHERE:
        for steps, end in _alignments(rest, child):
            yield (head, *steps), end
    if isinstance(head, str):
        yield from _alignments(rest, value)
    elif child is _NOWHERE:
        yield (), value


def _child(value: Any, step: str | int) -> Any:
    if isinstance(step, str):
        return value.get(step, _NOWHERE) if isinstance(value, dict) else _NOWHERE
    return value[step] if isinstance(value, list) and 0 <= step < len(value) else _NOWHERE


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)
