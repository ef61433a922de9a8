"""Values that travel as text, in headers, paths and queries, as the JSON values that their schemas speak of."""

import re
from collections.abc import Mapping
from typing import Any

_INTEGER = re.compile(r"-?[0-9]{1,300}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def value_of(text: str, schema: Mapping[str, Any]) -> Any:
    """Returns a text as the value its schema means; as it is, when it can't be that value.

    Args:
        text: What came; the items of an array are separated by commas (style ``simple``).
        schema: The schema of the value; a schema that names no type means text.
    """
    types = schema.get("type")
    for kind in types if isinstance(types, list) else [types]:
        if kind == "array":
            items = schema.get("items")
            return [value_of(part.strip(), items if isinstance(items, Mapping) else {}) for part in text.split(",")]
        value = _scalar(text, kind)
        if value is not text:
            return value
    return text


def _scalar(text: str, kind: Any) -> Any:
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if kind in {"integer", "number"} and _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if kind == "number" and _NUMBER.fullmatch(text) else text
