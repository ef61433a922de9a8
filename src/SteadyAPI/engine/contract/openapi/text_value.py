"""Values that travel as text (parameters, headers, form fields, plain text) as the JSON values of their schemas.

A schema says its types in many ways: behind ``$ref``, in ``allOf``, ``anyOf``, ``oneOf`` and ``if``, by ``enum`` and
``const``. Where it allows several, a text has several readings, and the one that the schema accepts counts.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from SteadyAPI.engine.contract.json_schema.validator import mismatches
from SteadyAPI.engine.contract.union_mismatches import Finding
from SteadyAPI.engine.contract.violation import json_type

_INTEGER = re.compile(r"-?[0-9]{1,300}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_BOOLEANS = {
    **dict.fromkeys(("true", "1", "yes", "on", "t", "y"), True),
    **dict.fromkeys(("false", "0", "no", "off", "f", "n"), False),
}
"""No standard says how a boolean is written as text; servers and validators in wide use read these, in any case."""

Resolve = Callable[[str], Any]
"""Returns what a ``$ref`` leads to."""


def alternatives(schema: Any, resolve: Resolve, seen: frozenset[int] = frozenset()) -> Iterator[Mapping[str, Any]]:
    """Yields the schema and every one in it that may apply to the same value."""
    if not isinstance(schema, Mapping) or id(schema) in seen:
        return
    seen |= {id(schema)}
    yield schema
    if isinstance(schema.get("$ref"), str):
        yield from alternatives(resolve(schema["$ref"]), resolve, seen)
    for keyword in ("allOf", "anyOf", "oneOf", "if", "then", "else"):
        parts = schema.get(keyword)
        for part in parts if isinstance(parts, list) else [parts]:
            yield from alternatives(part, resolve, seen)


def types_of(schema: Any, resolve: Resolve) -> set[str]:
    """Returns the JSON types that a schema names; none when it takes any value."""
    types: set[str] = set()
    for each in alternatives(schema, resolve):
        named = each.get("type")
        types.update(named if isinstance(named, list) else [named] if isinstance(named, str) else ())
        types.update(json_type(value) for value in allowed_values(each))
        types.update(kind for kind, keyword in (("array", "items"), ("object", "properties")) if keyword in each)
    return types


def allowed_values(schema: Mapping[str, Any]) -> list[Any]:
    """Returns the values that ``enum`` or ``const`` of a schema allow; none when it has neither."""
    values = schema.get("enum")
    return values if isinstance(values, list) else [schema["const"]] if "const" in schema else []


def items_of(schema: Any, resolve: Resolve) -> Any:
    """Returns the schema of an array's items."""
    return _any_of([each["items"] for each in alternatives(schema, resolve) if "items" in each])


def properties_of(schema: Any, resolve: Resolve) -> dict[str, Any]:
    """Returns the schemas of an object's properties; one that several schemas describe has them all in ``anyOf``."""
    found: dict[str, list[Any]] = {}
    for each in alternatives(schema, resolve):
        properties = each.get("properties")
        for name, part in properties.items() if isinstance(properties, Mapping) else ():
            found.setdefault(name, []).append(part)
    return {name: _any_of(parts) for name, parts in found.items()}


def property_of(schema: Any, name: str, resolve: Resolve) -> Any:
    """Returns the schema of one property, by its name, by a pattern, or as one of the others; ``{}`` without any."""
    known = properties_of(schema, resolve)
    if name in known:
        return known[name]
    every = list(alternatives(schema, resolve))
    patterns = [item for each in every for item in _by_pattern(each) if _matches(item[0], name)]
    others = [each["additionalProperties"] for each in every if "additionalProperties" in each]
    return _any_of([part for _, part in patterns] or others)


def readings(raw: Any, schema: Any, resolve: Resolve) -> list[Any]:
    """Returns the values that a text, or a list or dictionary of texts, may stand for; the likeliest first."""
    typed = _typed(raw, schema, resolve)
    return [typed] if typed == raw and json_type(typed) == json_type(raw) else [typed, raw]


def _typed(raw: Any, schema: Any, resolve: Resolve) -> Any:
    if isinstance(raw, list):
        items = items_of(schema, resolve)
        first = [each["prefixItems"] for each in alternatives(schema, resolve) if "prefixItems" in each]
        return [
            _typed(item, _any_of([every[index] for every in first if index < len(every)]) or items, resolve)
            for index, item in enumerate(raw)
        ]
    if isinstance(raw, dict):
        parts = {name: property_of(schema, name, resolve) for name in raw}
        return {name: _typed(_listed(part, parts[name], resolve), parts[name], resolve) for name, part in raw.items()}
    return _scalar(raw, types_of(schema, resolve)) if isinstance(raw, str) else raw


def _listed(raw: Any, schema: Any, resolve: Resolve) -> Any:
    """Returns a list where a property is one: a name that stands once, and ``[]`` or numbers in brackets, are items."""
    types = types_of(schema, resolve)
    if "array" not in types:
        return raw
    if isinstance(raw, str) and "string" not in types:
        return [raw]
    if isinstance(raw, dict) and "object" not in types and all(not key or key.isdecimal() for key in raw):
        return [item for part in raw.values() for item in (part if isinstance(part, list) else [part])]
    return raw


def _by_pattern(schema: Mapping[str, Any]) -> list[tuple[str, Any]]:
    patterns = schema.get("patternProperties")
    return list(patterns.items()) if isinstance(patterns, Mapping) else []


def _matches(pattern: str, name: str) -> bool:
    try:
        return re.search(pattern, name) is not None
    except re.error:
        # Python doesn't know all of ECMAScript's patterns; the validator will judge.
        return False


def _scalar(text: str, types: set[str]) -> Any:
    if types & {"integer", "number"} and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text)
    return _BOOLEANS.get(text.lower(), text) if "boolean" in types else text


def _any_of(schemas: list[Any]) -> Any:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas} if schemas else {}


def text_mismatches(validator: Any, raws: list[Any], schema: Any, resolve: Resolve) -> Sequence[Finding]:
    """Returns the mismatches of what was written as text: none when the schema accepts one of its readings.

    Args:
        validator: The validator of the schema.
        raws: What was written, in each way that it may be taken apart: texts, lists and dictionaries of texts.
        schema: The schema as its author wrote it.
        resolve: Returns what a ``$ref`` leads to.
    """
    found: list[Sequence[Finding]] = []
    for raw in raws:
        for value in readings(raw, schema, resolve):
            found.append(mismatches(validator, value))
            if not found[-1]:
                return ()
    return found[0]
