"""JSON Schemas closed: fields that a schema doesn't name become mismatches, where it doesn't say so itself.

``unevaluatedProperties`` sees through ``allOf``, ``anyOf``, ``oneOf`` and ``$ref``, so it is set where a value stands
(the root, a property, an item) and never inside of these: there, one branch would refuse the fields of the others.
"""

from collections.abc import Callable, Iterator
from typing import Any

from SteadyAPI.engine.contract.json_schema.error_wording import DESCRIBED_NAME
from SteadyAPI.engine.contract.json_schema.pointer import pointed_at

_BRANCHES = ("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas")
_BY_NAME = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})
_VALUES = ("properties", "patternProperties", "items", "prefixItems", "additionalProperties", "unevaluatedItems")
_SAYS_SO = frozenset({"additionalProperties", "unevaluatedProperties"})
_COMPOSED = frozenset({"$ref", "$dynamicRef", *_BRANCHES})
_NAMES = frozenset({"properties", "patternProperties"})
_IDENTIFIERS = frozenset({"$anchor", "$dynamicAnchor", "$id"})


class ForbidExtra:
    """Closes the schemas of one document; references are looked up in it."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._merging: list[list[Any]] = []

    def value(self, schema: Any) -> Any:
        """Returns a copy of a schema (draft 2019-09 or later) that stands for a value: it takes named fields only."""
        copy = self.part(schema)
        if isinstance(copy, dict) and not _SAYS_SO.intersection(copy) and self._names_fields(schema, frozenset()):
            if _COMPOSED.isdisjoint(copy):
                return copy | {"additionalProperties": False}
            return self._with_names(copy | {"unevaluatedProperties": False}, schema)
        return copy

    def _with_names(self, copy: dict[str, Any], schema: Any) -> dict[str, Any]:
        """Lists the names that any part of a composed schema describes.

        ``unevaluatedProperties`` says nothing reliable once a part fails; these names tell the strangers all the same.
        """
        names: set[str] = set()
        patterns: set[str] = set()
        if not self._collect(schema, names, patterns, set()):
            return copy
        allowed = [{"enum": sorted(names)}, *({"pattern": pattern} for pattern in sorted(patterns))]
        listed = {"propertyNames": {"anyOf": [*allowed, {"enum": [DESCRIBED_NAME]}]}}
        return copy | {"allOf": [*_listed(copy, "allOf"), listed]}

    def _collect(self, schema: Any, names: set[str], patterns: set[str], seen: set[str]) -> bool:
        """Adds the names and patterns of a schema and its parts; false when a part takes any name."""
        if not isinstance(schema, dict):
            return True
        names.update(_keys(schema.get("properties")))
        patterns.update(_keys(schema.get("patternProperties")))
        if any(schema.get(keyword, False) is not False for keyword in _SAYS_SO) or "$dynamicRef" in schema:
            return False
        parts = [part for key in _BRANCHES for part in _parts(schema.get(key), by_name=key in _BY_NAME)]
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            target = pointed_at(self._document, reference)
            if target is None:
                return False
            parts.append(target)
        return all(self._collect(part, names, patterns, seen) for part in parts)

    def part(self, schema: Any) -> Any:
        """Returns a copy whose inner values are closed, but which is open itself: others may extend it by ``allOf``.

        A property that several of its parts describe is closed once, for all of them: each would refuse the fields of
        the others.
        """
        if not isinstance(schema, dict):
            return schema
        shared = {name: parts for name, parts in self._described_twice(schema).items() if parts not in self._merging}
        if not shared:
            return self._with_closed_values(schema)
        copy = self._opened(schema, frozenset(shared), frozenset())
        merged: dict[str, Any] = {}
        for name, parts in shared.items():
            self._merging.append(parts)
            merged[name] = self.value({"allOf": parts})
            self._merging.remove(parts)
        return copy | {"allOf": [*_listed(copy, "allOf"), {"properties": merged}]}

    def _with_closed_values(self, schema: dict[str, Any]) -> dict[str, Any]:
        copy = dict(schema)
        for keys, change in ((("$defs", "definitions", *_BRANCHES), self.part), (_VALUES, self.value)):
            for key in keys:
                if key in schema:
                    copy[key] = _each(key, schema[key], change)
        return copy

    def _described_twice(self, schema: dict[str, Any]) -> dict[str, list[Any]]:
        """Returns the objects among the properties that several parts describe, each in its own way."""
        if "allOf" not in schema and not ("$ref" in schema and "properties" in schema):
            return {}
        found: dict[str, list[Any]] = {}
        for name, part in self._descriptions(schema, frozenset()):
            if part not in found.setdefault(name, []) and self._names_fields(part, frozenset()):
                found[name].append(part)
        return {name: parts for name, parts in found.items() if len(parts) > 1}

    def _descriptions(self, schema: Any, seen: frozenset[str]) -> Iterator[tuple[str, Any]]:
        """Yields the properties of a schema and of those that hold together with it."""
        if not isinstance(schema, dict):
            return
        yield from schema["properties"].items() if isinstance(schema.get("properties"), dict) else ()
        for part in _listed(schema, "allOf"):
            yield from self._descriptions(part, seen)
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            yield from self._descriptions(pointed_at(self._document, reference), seen | {reference})

    def _opened(self, schema: dict[str, Any], names: frozenset[str], seen: frozenset[str]) -> dict[str, Any]:
        """Returns a copy as ``part`` does, but with these properties open, in a copy of what it refers to as well."""
        copy = self._with_closed_values(schema)
        if isinstance(schema.get("properties"), dict):
            opened = {name: self.part(schema["properties"][name]) for name in names & schema["properties"].keys()}
            copy["properties"] |= opened
        parts = [
            self._opened(part, names, seen) if isinstance(part, dict) else part for part in _listed(schema, "allOf")
        ]
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            target = pointed_at(self._document, reference)
            if names & {name for name, _ in self._descriptions(target, frozenset())}:
                del copy["$ref"]
                bare = {key: value for key, value in target.items() if key not in _IDENTIFIERS}
                parts.append(self._opened(bare, names, seen | {reference}))
        return copy | ({"allOf": parts} if parts else {})

    def _names_fields(self, schema: Any, seen: frozenset[str]) -> bool:
        """Returns whether a schema says which fields there are: a free object has none to compare with."""
        if not isinstance(schema, dict):
            return False
        if _NAMES.intersection(schema):
            return True
        reference = schema.get("$ref")
        if isinstance(reference, str):
            inner = reference in seen or self._names_fields(pointed_at(self._document, reference), seen | {reference})
            return inner or any(self._names_fields(part, seen) for part in _listed(schema, "allOf"))
        alternatives = [*_listed(schema, "anyOf"), *_listed(schema, "oneOf")]
        objects = [part for part in alternatives if isinstance(part, dict) and part.get("type", "object") == "object"]
        if objects:
            return all(self._names_fields(part, seen) for part in objects)
        return any(self._names_fields(part, seen) for part in _listed(schema, "allOf"))


def _listed(schema: dict[str, Any], key: str) -> list[Any]:
    """Returns the schemas of a list; whatever else stands there is refused by the validator, in its own words."""
    parts = schema.get(key)
    return parts if isinstance(parts, list) else []


def _keys(value: Any) -> list[str]:
    return list(value) if isinstance(value, dict) else []


def _parts(value: Any, *, by_name: bool) -> list[Any]:
    """Returns the schemas under a keyword: one, a list, or by name."""
    if isinstance(value, list):
        return value
    return list(value.values()) if by_name and isinstance(value, dict) else [value]


def _each(key: str, value: Any, change: Callable[[Any], Any]) -> Any:
    if key in _BY_NAME:
        return {name: change(part) for name, part in value.items()} if isinstance(value, dict) else value
    return [change(part) for part in value] if isinstance(value, list) else change(value)
