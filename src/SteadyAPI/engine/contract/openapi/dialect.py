"""Schemas of OpenAPI 3.0 in the words of JSON Schema.

Version 3.0 has a dialect of its own (https://spec.openapis.org/oas/v3.0.4.html#schema-object): ``nullable``, limits
that are exclusive by a boolean, and references whose siblings don't count. Version 3.1 is JSON Schema 2020-12 as it is.
"""

from collections.abc import Callable
from typing import Any

_NO_SCHEMAS = frozenset({"example", "examples", "default", "enum", "const"})


def copied(node: Any) -> Any:
    """Returns a copy as it is."""
    return _changed(node, lambda schema: schema)


def draft4(node: Any) -> Any:
    """Returns a copy for the validator of draft 4, which knows all of the dialect but ``nullable``."""
    return _changed(node, _nullable)


def draft2020(node: Any) -> Any:
    """Returns a copy for the validator of draft 2020-12."""
    return _changed(node, lambda schema: _nullable(_exclusive(_alone(schema))))


def _changed(node: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    if isinstance(node, list):
        return [_changed(item, change) for item in node]
    if not isinstance(node, dict):
        return node
    return change({key: value if key in _NO_SCHEMAS else _changed(value, change) for key, value in node.items()})


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if schema.get("nullable") is not True or "$ref" in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key != "nullable"}
    if isinstance(rest.get("type"), str) and "enum" not in rest:
        return rest | {"type": [rest["type"], "null"]}
    # An enum without null, or an allOf, would refuse the null that the author asks for.
    return {"anyOf": [rest, {"type": "null"}]}


def _exclusive(schema: dict[str, Any]) -> dict[str, Any]:
    for exclusive, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(schema.get(exclusive), bool):
            own = schema.pop(exclusive)
            if own and limit in schema:
                schema[exclusive] = schema.pop(limit)
    return schema


def _alone(schema: dict[str, Any]) -> dict[str, Any]:
    return {"$ref": schema["$ref"]} if isinstance(schema.get("$ref"), str) else schema
