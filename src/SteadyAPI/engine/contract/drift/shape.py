"""The shape of JSON values, learnt from samples: types, presence of fields, formats of texts, small sets of values."""

import re
from collections import Counter
from typing import Any, Self

from SteadyAPI.engine.contract.violation import json_type
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

DIGITS = "number as text"
"""Barely a format: codes and ids often consist of digits by chance."""
MOST_VALUES = 8
"""Texts of more different values than this are no small set."""
_MOST_FIELDS = 300
_FEWEST = 3
_WORD = re.compile(r"(?!(?:[^0-9]*[0-9]){4})[A-Za-z][A-Za-z0-9_-]{0,23}")
_KEY_OF_MAP = re.compile(r"\d.*|[0-9a-fA-F]{8}-.*|.{41,}")
_FORMATS = {
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "uuid": re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "URL": re.compile(r"[a-z][a-z0-9+.-]*://\S+"),
    DIGITS: re.compile(r"\d+"),
}


class Shape:
    """What has been seen at one place of a body.

    ``seen`` counts values, ``types`` their JSON types, ``formats`` and ``values`` what texts looked like; ``values`` is
    ``None`` once there are too many different ones, or where a name says that they are secret. ``fields`` and ``items``
    are the shapes one step further.
    """

    def __init__(self, *, secret: bool = False) -> None:
        self.seen = 0
        self.types: Counter[str] = Counter()
        self.formats: Counter[str] = Counter()
        self.values: Counter[str] | None = None if secret else Counter()
        self.fields: dict[str, Shape] = {}
        self.items: Shape | None = None

    def learn(self, value: Any) -> None:
        """Adds a sample."""
        self.seen += 1
        self.types[json_type(value)] += 1
        if isinstance(value, dict):
            for name, part in value.items():
                if name in self.fields or len(self.fields) < _MOST_FIELDS:
                    self.fields.setdefault(name, Shape(secret=names_a_secret(name))).learn(part)
        elif isinstance(value, list):
            for part in value:
                self.items = self.items or Shape()
                self.items.learn(part)
        elif isinstance(value, str):
            self._learn_text(value)

    @property
    def is_map(self) -> bool:
        """Returns whether the names of an object's fields are data: ids, dates, or other in every sample."""
        objects = self.types["object"]
        if not self.fields:
            return False
        if all(_KEY_OF_MAP.fullmatch(name) for name in self.fields):
            return True
        rare = all(2 * part.seen <= objects for part in self.fields.values())
        alike = len({frozenset(part.types) - {"null"} for part in self.fields.values()}) == 1
        return min(objects, len(self.fields)) >= _FEWEST and rare and alike

    def each(self) -> "Shape":
        """Returns the shape of a map's values, whatever their names."""
        merged = Shape()
        for part in self.fields.values():
            merged.merge(part)
        return merged

    def merge(self, other: "Shape") -> None:
        """Adds the samples of another shape."""
        self.seen += other.seen
        self.types += other.types
        self.formats += other.formats
        self.values = None if self.values is None or other.values is None else _small(self.values + other.values)
        for name, part in other.fields.items():
            self.fields.setdefault(name, Shape()).merge(part)
        if other.items is not None:
            self.items = self.items or Shape()
            self.items.merge(other.items)

    def to_json(self) -> dict[str, Any]:
        """Returns the shape as a JSON value; what was never seen is left out."""
        known: dict[str, Any] = {"seen": self.seen, "types": dict(sorted(self.types.items()))}
        if self.formats:
            known["formats"] = dict(sorted(self.formats.items()))
        if self.values is None:
            known["values"] = None
        elif self.values:
            known["values"] = dict(sorted(self.values.items()))
        if self.fields:
            known["fields"] = {name: part.to_json() for name, part in sorted(self.fields.items())}
        if self.items is not None:
            known["items"] = self.items.to_json()
        return known

    @classmethod
    def from_json(cls, known: dict[str, Any]) -> Self:
        """Reads what ``to_json`` wrote.

        Raises:
            KeyError: When a member is missing.
            TypeError: When a member is of another kind.
            AttributeError: When a member is of another kind.
        """
        shape = cls()
        shape.seen = known["seen"]
        shape.types = Counter(known["types"])
        shape.formats = Counter(known.get("formats", {}))
        values = known.get("values", {})
        shape.values = None if values is None else Counter(values)
        shape.fields = {name: cls.from_json(part) for name, part in known.get("fields", {}).items()}
        shape.items = cls.from_json(known["items"]) if "items" in known else None
        return shape

    def _learn_text(self, text: str) -> None:
        found = format_of(text)
        if found:
            self.formats[found] += 1
        if self.values is not None:
            self.values = _small(self.values + Counter([text])) if _WORD.fullmatch(text) else None


def format_of(text: str) -> str:
    """Names the format that a text has: ``date-time``, ``uuid`` and others, or nothing."""
    return next((name for name, pattern in _FORMATS.items() if pattern.fullmatch(text)), "")


def _small(values: Counter[str]) -> Counter[str] | None:
    return values if len(values) <= MOST_VALUES else None
