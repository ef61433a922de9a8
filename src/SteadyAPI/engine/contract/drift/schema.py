"""A learnt shape as a JSON Schema, to start a written contract from."""

from typing import Any

from SteadyAPI.engine.contract.drift.shape import Shape

_MANY = 10
_PER_VALUE = 2.5
_FORMATS = {"date-time": "date-time", "date": "date", "uuid": "uuid", "email": "email", "URL": "uri"}


def schema_of(shape: Shape) -> dict[str, Any]:
    """Returns the JSON Schema (draft 2020-12) of a shape: what was always there is required, null where it was seen."""
    kinds = [name for name in sorted(shape.types) if name != "null"]
    if "number" in kinds:
        kinds = [name for name in kinds if name != "integer"]
    parts = [_of_type(shape, kind) for kind in kinds]
    if "null" in shape.types:
        parts.append({"type": "null"})
    if not parts:
        return {}
    return parts[0] if len(parts) == 1 else {"anyOf": parts}


def _of_type(shape: Shape, kind: str) -> dict[str, Any]:
    if kind == "object":
        return _object(shape)
    if kind == "array":
        return {"type": "array", "items": schema_of(shape.items) if shape.items else {}}
    return _text(shape) if kind == "string" else {"type": kind}


def _object(shape: Shape) -> dict[str, Any]:
    if shape.is_map:
        return {"type": "object", "additionalProperties": schema_of(shape.each())}
    always = [name for name, part in shape.fields.items() if part.seen == shape.types["object"]]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: schema_of(part) for name, part in shape.fields.items()},
    }
    return schema | ({"required": always} if always else {})


def _text(shape: Shape) -> dict[str, Any]:
    texts = shape.types["string"]
    named = next((_FORMATS[name] for name, count in shape.formats.items() if count == texts and name in _FORMATS), "")
    if named:
        return {"type": "string", "format": named}
    if shape.values and texts >= _MANY and texts / len(shape.values) >= _PER_VALUE:
        return {"type": "string", "enum": sorted(shape.values)}
    return {"type": "string"}
