"""What a body has that its learnt shape had not, and what it lacks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from SteadyAPI.engine.contract.drift.shape import DIGITS, Shape, format_of
from SteadyAPI.engine.contract.normalized_path import json_path
from SteadyAPI.engine.contract.violation import ABSENT, Violation, json_type, received

_ENOUGH = 5
"""From fewer samples nothing is said for sure about what is always there and never null."""
_MANY = 20
_PER_VALUE = 2.5

Steps = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: its ``kind`` in words, what was learnt, what came.

    ``path`` has ``[*]`` for every item of an array and every key of a map.
    """

    path: str
    kind: str
    before: str
    now: str = field(repr=False)
    breaking: bool = True

    @property
    def violation(self) -> Violation:
        """The change as a mismatch with what was learnt."""
        return Violation(self.path, self.before, self.now, self.kind)


def changes(shape: Shape, body: Any) -> list[Change]:
    """Returns what changed, breaking or not, each once."""
    return list(dict.fromkeys(_changes(shape, body, ())))


def _changes(shape: Shape, value: Any, steps: Steps) -> Iterator[Change]:
    kind = json_type(value)
    if kind not in shape.types and not (kind == "integer" and "number" in shape.types):
        yield _other_type(shape, value, steps)
    elif isinstance(value, dict):
        yield from _object(shape, value, steps)
    elif isinstance(value, list) and shape.items is not None:
        for item in value:
            yield from _changes(shape.items, item, (*steps, "[*]"))
    elif isinstance(value, str):
        yield from _text(shape, value, steps)


def _other_type(shape: Shape, value: Any, steps: Steps) -> Change:
    before = " or ".join(sorted(shape.types, key=lambda name: (name == "null", name)))
    now = received(steps, value)
    if value is None:
        return Change(_path(steps), "null for the first time", before, now, shape.seen >= _ENOUGH)
    if set(shape.types) == {"null"}:
        return Change(_path(steps), "had always been null", before, now, breaking=False)
    if isinstance(value, float) and "integer" in shape.types:
        return Change(_path(steps), "a fraction for the first time", before, now, shape.seen >= _MANY)
    return Change(_path(steps), "another type", before, now)


def _object(shape: Shape, value: dict[str, Any], steps: Steps) -> Iterator[Change]:
    if shape.is_map:
        each = shape.each()
        for part in value.values():
            yield from _changes(each, part, (*steps, "[*]"))
        return
    objects = shape.types["object"]
    for name, known in shape.fields.items():
        if name in value:
            yield from _changes(known, value[name], (*steps, name))
        elif known.seen == objects:
            kind = "had always been there"
            yield Change(_path((*steps, name)), kind, _types(known), ABSENT, objects >= _ENOUGH)
    for name, part in value.items():
        if name not in shape.fields:
            inner = (*steps, name)
            yield Change(_path(inner), "new field", ABSENT, received(inner, part), breaking=False)


def _text(shape: Shape, value: str, steps: Steps) -> Iterator[Change]:
    texts = shape.types["string"]
    always = next((name for name, count in shape.formats.items() if count == texts and texts >= _enough(name)), "")
    if always:
        # A version such as 7 may become 7.1: digits are lost when letters come.
        if format_of(value) != always and (always != DIGITS or any(map(str.isalpha, value))):
            yield Change(_path(steps), "format lost", always, received(steps, value))
    elif shape.values and value not in shape.values and texts >= _MANY and texts / len(shape.values) >= _PER_VALUE:
        yield Change(_path(steps), "new value", " or ".join(shape.values), received(steps, value), breaking=False)


def _enough(name: str) -> int:
    return _MANY if name == DIGITS else _ENOUGH


def _types(shape: Shape) -> str:
    return " or ".join(sorted(shape.types))


def _path(steps: Steps) -> str:
    return json_path(steps).replace("['[*]']", "[*]")
