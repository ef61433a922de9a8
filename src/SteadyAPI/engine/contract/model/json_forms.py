"""JSON forms below a model's own validators.

A strict check of JSON text takes a date from a text and a tuple from an array. A ``before`` or ``wrap`` validator is a
Python function, and behind it Pydantic checks Python values: there a strict date is a ``date`` and nothing else. The
core schemas behind such functions are changed, so that they read the JSON forms as elsewhere.
"""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic_core import SchemaValidator, to_json

_PARTS = frozenset(
    {
        "arguments_schema",
        "definitions",
        "extras_keys_schema",
        "extras_schema",
        "choices",
        "fields",
        "items_schema",
        "json_schema",
        "keys_schema",
        "lax_schema",
        "schema",
        "steps",
        "strict_schema",
        "values_schema",
        "var_args_schema",
        "var_kwargs_schema",
    }
)
"""Where a core schema holds other core schemas; anything else in it is data and may look like a schema by accident."""
_BY_NAME = frozenset({"choices", "fields"})
_FUNCTIONS = frozenset({"function-before", "function-wrap"})
_READ_FROM_TEXT = frozenset({"bytes", "date", "datetime", "decimal", "time", "timedelta"})
_READ_FROM_ARRAYS = frozenset({"frozenset", "set", "tuple"})
_READ_FROM_NAMES = frozenset({"float", "int"})


def with_json_forms(core: Any) -> Any:
    """Returns a core schema that reads the JSON forms behind functions too; the same object when there are none."""
    if not any(node.get("type") in _FUNCTIONS for node in nodes_of(core)):
        return core
    shared = _shared_behind_functions(core)
    return _changed(core, shared, behind=False)


def nodes_of(node: Any) -> Iterator[dict[str, Any]]:
    """Yields every core schema in a core schema, itself included."""
    if isinstance(node, list | tuple):
        for item in node:
            yield from nodes_of(item)
    elif isinstance(node, dict):
        yield node
        for inner in inner_schemas(node):
            yield from nodes_of(inner)


def with_inner(node: dict[str, Any], change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    """Returns a copy of a core schema whose inner ones are changed."""
    copy = dict(node)
    for part in _PARTS.intersection(node):
        value = node[part]
        if part in _BY_NAME and isinstance(value, dict):
            copy[part] = {name: change(item) if isinstance(item, dict) else item for name, item in value.items()}
        else:
            copy[part] = _mapped(value, change)
    return copy


def _mapped(value: Any, change: Callable[[dict[str, Any]], Any]) -> Any:
    if isinstance(value, list | tuple):
        return type(value)(_mapped(item, change) for item in value)
    return change(value) if isinstance(value, dict) else value


def inner_schemas(node: dict[str, Any]) -> list[Any]:
    """Returns the core schemas that one holds directly, some of them in lists."""
    return [
        list(node[part].values()) if part in _BY_NAME and isinstance(node[part], dict) else node[part]
        for part in _PARTS.intersection(node)
    ]


def _shared_behind_functions(core: Any) -> set[str]:
    """Returns the names of the definitions that are used behind functions, themselves or through others."""
    definitions = {each["ref"]: each for each in core.get("definitions", ())}
    found: set[str] = set()
    waiting: list[tuple[Any, bool]] = [(core, False)]
    while waiting:
        node, behind = waiting.pop()
        if isinstance(node, list | tuple):
            waiting += [(item, behind) for item in node]
        elif isinstance(node, dict):
            name = str(node.get("schema_ref"))
            if behind and name in definitions and name not in found:
                found.add(name)
                waiting.append((definitions[name], True))
            behind = behind or node.get("type") in _FUNCTIONS
            waiting += [(inner, behind) for inner in inner_schemas(node)]
    return found


def _changed(node: dict[str, Any], shared: set[str], *, behind: bool) -> dict[str, Any]:
    kind = node.get("type")
    if _is_lax(node):
        return node
    behind = behind or node.get("ref") in shared
    if behind and kind in _READ_FROM_TEXT:
        return _from_text(node)
    copy = with_inner(node, lambda inner: _changed(inner, shared, behind=behind or kind in _FUNCTIONS))
    if behind and kind in _READ_FROM_ARRAYS:
        copy["strict"] = False
    if behind and kind == "dict" and copy.get("keys_schema", {}).get("type") in _READ_FROM_NAMES:
        copy["keys_schema"] = copy["keys_schema"] | {"strict": False}
    return copy


def _is_lax(node: dict[str, Any]) -> bool:
    """Returns whether the author of a model wants conversions; Pydantic itself marks every tagged union so."""
    own = node.get("strict") is False and node.get("type") != "tagged-union"
    return own or (node.get("config") or {}).get("strict") is False


def _from_text(node: dict[str, Any]) -> dict[str, Any]:
    strict: Any = node | {"strict": True}
    validator = SchemaValidator(strict)

    def read(value: Any) -> Any:
        """Validates a JSON text, number or boolean as JSON, and what is a Python object already as it is."""
        if isinstance(value, str | int | float):
            return validator.validate_json(to_json(value))
        return validator.validate_python(value)

    kept: dict[str, Any] = {key: node[key] for key in ("ref", "metadata", "serialization") if key in node}
    return {"type": "function-plain", "function": {"type": "no-info", "function": read}, **kept}
