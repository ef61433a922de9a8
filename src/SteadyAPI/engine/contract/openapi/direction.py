"""Properties of one direction: ``readOnly`` ones are for responses, ``writeOnly`` ones for requests.

In the other direction ``required`` doesn't count for them (OAS 3.0.4, section 4.7.24, Schema Object). A property that
is ``writeOnly`` must not be in a response; one that is ``readOnly`` should not be in a request, which servers ignore.
"""

from typing import Any

from SteadyAPI.engine.contract.json_schema.error_wording import WRITE_ONLY
from SteadyAPI.engine.contract.openapi.text_value import Resolve, alternatives, properties_of

_IN_PLACE = ("allOf", "anyOf", "oneOf")
_ELSEWHERE = frozenset({"$ref", *_IN_PLACE})
_NOWHERE = {"not": WRITE_ONLY, "writeOnly": True}


class Direction:
    """Changes the schemas of a document for the values of one direction.

    Args:
        resolve: Returns what a ``$ref`` leads to.
        request: Whether the values are those of requests.
    """

    def __init__(self, resolve: Resolve, *, request: bool) -> None:
        self._resolve = resolve
        self._request = request
        self._flag = "readOnly" if request else "writeOnly"

    def schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Returns a schema without what the other direction requires, and without its ``writeOnly`` properties."""
        if not ({"required", "properties"} & schema.keys() or any(keyword in schema for keyword in _IN_PLACE)):
            return schema
        hidden = {name for name, part in properties_of(schema, self._resolve).items() if self._flagged(part)}
        if not hidden:
            return schema
        properties = schema.get("properties")
        if not self._request and isinstance(properties, dict):
            changed = {name: _NOWHERE if name in hidden else part for name, part in properties.items()}
            schema = schema | {"properties": changed}
        return self._without(schema, hidden)

    def _without(self, schema: dict[str, Any], hidden: set[str]) -> dict[str, Any]:
        copy = dict(schema)
        required = schema.get("required")
        if isinstance(required, list):
            copy["required"] = [name for name in required if name not in hidden]
            if not copy["required"]:
                # Draft 4 wants at least one name there.
                del copy["required"]
        for keyword in _IN_PLACE:
            parts = schema.get(keyword)
            if isinstance(parts, list):
                copy[keyword] = [self._without(part, hidden) if isinstance(part, dict) else part for part in parts]
        return copy

    def _flagged(self, part: Any) -> bool:
        if not isinstance(part, dict):
            return False
        # Most properties are plain: looking behind their references and unions takes time.
        if _ELSEWHERE.isdisjoint(part):
            return part.get(self._flag) is True
        return any(each.get(self._flag) is True for each in alternatives(part, self._resolve))
