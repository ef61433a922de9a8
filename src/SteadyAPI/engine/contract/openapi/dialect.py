"""Schemas of OpenAPI in the words of JSON Schema.

Version 3.0 has a dialect of its own (https://spec.openapis.org/oas/v3.0.4.html#schema-object): ``nullable``, limits
that are exclusive by a boolean, and references whose siblings don't count. Version 3.1 is JSON Schema 2020-12 as it is.
All versions know formats of numbers and Base64 (https://spec.openapis.org/registry/format).
"""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Any

_NO_SCHEMAS = frozenset({"example", "examples", "default", "enum", "const"})
_FLOAT, _DOUBLE = 3.4028234663852886e38, 1.7976931348623157e308
_LIMITS: dict[str, tuple[float, float]] = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)},
    "float": (-_FLOAT, _FLOAT),
    "double": (-_DOUBLE, _DOUBLE),
}

Change = Callable[[dict[str, Any]], dict[str, Any]]


def converted(node: Any, changes: Sequence[Change]) -> Any:
    """Returns a copy in which every object went through the changes, its parts first."""
    if isinstance(node, list):
        return [converted(item, changes) if isinstance(item, dict | list) else item for item in node]
    copy = {
        key: converted(value, changes) if isinstance(value, dict | list) and key not in _NO_SCHEMAS else value
        for key, value in node.items()
    }
    for change in changes:
        copy = change(copy)
    return copy


def draft4() -> list[Change]:
    """Returns the changes of version 3.0 for the validator of draft 4, which knows much of the dialect."""
    return [_limited, _nullable]


def draft2020() -> list[Change]:
    """Returns the changes of version 3.0 for the validator of draft 2020-12."""
    return [_alone, _exclusive, _limited, _nullable]


def current() -> list[Change]:
    """Returns the changes of versions 3.1 and later for the validator of draft 2020-12."""
    return [_limited]


def is_base64(text: str) -> bool:
    """Returns whether a text is Base64 (RFC 4648, section 4), which the format ``byte`` means."""
    try:
        base64.b64decode(text, validate=True)
    except binascii.Error:
        return False
    return True


def _limited(schema: dict[str, Any]) -> dict[str, Any]:
    """Writes the range of a number's format as limits, which validators know."""
    name = schema.get("format")
    if not isinstance(name, str) or name not in _LIMITS:
        return schema
    least, most = _LIMITS[name]
    limits = {"minimum": least, "maximum": most}
    if limits.keys().isdisjoint(schema):
        return schema | limits
    return schema | {"allOf": [*schema.get("allOf", ()), limits]}


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
