"""Properties of one direction: ``readOnly`` ones are for responses, ``writeOnly`` ones for requests.

In the other direction ``required`` doesn't count for them (OAS 3.0.4, section 4.7.24, Schema Object). A property that
is ``writeOnly`` must not be in a response; one that is ``readOnly`` should not be in a request, which servers ignore.
"""

from typing import Any

from SteadyAPI.engine.contract.json_schema.error_wording import WRITE_ONLY
from SteadyAPI.engine.contract.openapi.dialect import converted
from SteadyAPI.engine.contract.openapi.text_value import Resolve, alternatives, properties_of

_IN_PLACE = frozenset({"allOf", "anyOf", "oneOf", "then", "else"})
_COMPOSED = _IN_PLACE | {"$ref"}
_SAYS_NAMES = frozenset({"dependentRequired", "dependentSchemas", "properties", "required"})
_ELSEWHERE = frozenset({"$ref", "allOf", "anyOf", "oneOf"})
_NAMES = frozenset({"$anchor", "$dynamicAnchor", "$id"})
_NOWHERE = {"not": WRITE_ONLY, "writeOnly": True}


class Direction:
    """Changes the schemas of a document for the values of one direction.

    Args:
        resolve: Returns what a ``$ref`` leads to.
        request: Whether the values are those of requests.
        alone: Whether nothing counts beside a ``$ref``, as in version 3.0.
    """

    def __init__(self, resolve: Resolve, *, request: bool, alone: bool) -> None:
        self._resolve = resolve
        self._request = request
        self._flag = "readOnly" if request else "writeOnly"
        self._alone = alone
        self._inside: set[str] = set()

    def schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Returns a schema without what the other direction requires, and without its ``writeOnly`` properties."""
        if not (_SAYS_NAMES & schema.keys() or any(map(schema.get, _IN_PLACE))):
            return schema
        hidden = self._hidden(schema)
        if not hidden:
            return schema
        properties = schema.get("properties")
        if not self._request and isinstance(properties, dict):
            changed = {name: _NOWHERE if name in hidden else part for name, part in properties.items()}
            schema = schema | {"properties": changed}
        return self._without(schema, hidden)

    def _hidden(self, schema: Any) -> set[str]:
        return {name for name, part in properties_of(schema, self._resolve).items() if self._flagged(part)}

    def _part(self, schema: Any, hidden: set[str]) -> Any:
        return self._without(schema, hidden) if isinstance(schema, dict) else schema

    def _without(self, schema: dict[str, Any], hidden: set[str]) -> dict[str, Any]:
        copy = _requiring_others(schema, hidden)
        for keyword in _IN_PLACE.intersection(schema):
            parts = schema[keyword]
            copy[keyword] = (
                [self._part(part, hidden) for part in parts] if isinstance(parts, list) else self._part(parts, hidden)
            )
        if isinstance(schema.get("dependentSchemas"), dict):
            named = schema["dependentSchemas"].items()
            copy["dependentSchemas"] = {name: self._part(part, hidden) for name, part in named}
        return self._in_place_of_reference(copy, hidden) if isinstance(schema.get("$ref"), str) else copy

    def _in_place_of_reference(self, schema: dict[str, Any], hidden: set[str]) -> dict[str, Any]:
        """Returns a schema with a copy of what it refers to, where that requires a name that only others describe."""
        reference = schema["$ref"]
        # Within its own copy a schema that has itself in a part or a property stays a reference.
        if reference in self._inside or not self._requires(self._resolve(reference), hidden, frozenset()):
            return schema
        self._inside.add(reference)
        target = converted(self._resolve(reference), [self.schema])
        part = self._without({key: value for key, value in target.items() if key not in _NAMES}, hidden)
        self._inside.remove(reference)
        rest = {} if self._alone else {key: value for key, value in schema.items() if key != "$ref"}
        return rest | {"allOf": [*rest.get("allOf", ()), part]}

    def _requires(self, schema: Any, hidden: set[str], seen: frozenset[int]) -> bool:
        """Returns whether a schema or a part of it requires one of the names, and doesn't say itself whose they are."""
        if not isinstance(schema, dict) or id(schema) in seen:
            return False
        dependent = schema.get("dependentRequired")
        lists = [schema.get("required"), *(dependent.values() if isinstance(dependent, dict) else ())]
        names = {name for each in lists if isinstance(each, list) for name in each if isinstance(name, str)}
        if names & hidden and names & hidden - self._hidden(schema):
            return True
        parts = [schema[keyword] for keyword in _COMPOSED.intersection(schema)]
        if isinstance(schema.get("dependentSchemas"), dict):
            parts += schema["dependentSchemas"].values()
        inner = [each for part in parts for each in (part if isinstance(part, list) else [part])]
        targets = [self._resolve(each) if isinstance(each, str) else each for each in inner]
        return any(self._requires(target, hidden, seen | {id(schema)}) for target in targets)

    def _flagged(self, part: Any) -> bool:
        if not isinstance(part, dict):
            return False
        # Most properties are plain: looking behind their references and unions takes time.
        if _ELSEWHERE.isdisjoint(part):
            return part.get(self._flag) is True
        return any(each.get(self._flag) is True for each in alternatives(part, self._resolve))


def _requiring_others(schema: dict[str, Any], hidden: set[str]) -> dict[str, Any]:
    """Returns a copy of a schema that requires other names than these, on its own account."""
    copy = dict(schema)
    required, dependent = schema.get("required"), schema.get("dependentRequired")
    if isinstance(required, list):
        copy["required"] = _others(required, hidden)
        if not copy["required"]:
            # Draft 4 wants at least one name there.
            del copy["required"]
    if isinstance(dependent, dict):
        copy["dependentRequired"] = {name: _others(names, hidden) for name, names in dependent.items()}
    return copy


def _others(names: Any, hidden: set[str]) -> Any:
    return [name for name in names if name not in hidden] if isinstance(names, list) else names
