"""Pydantic's validators, made strict and closed except where a model says otherwise itself."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any

from pydantic import PydanticSchemaGenerationError, PydanticUndefinedAnnotation, PydanticUserError, TypeAdapter
from pydantic_core import SchemaValidator

from SteadyAPI.errors import SchemaError

_CLOSED = "forbid"
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
_WITH_CONFIG = frozenset({"dataclass", "model", "typed-dict"})

Validate = Callable[[bytes], Any]


def validator_of(schema: Any, name: str, *, strict: bool, closed: bool) -> Validate:
    """Returns the function that validates a JSON text and gives back the object.

    Args:
        schema: A Pydantic model, dataclass, TypedDict, a type built of them, or a ``TypeAdapter``.
        name: The schema's name for the message.
        strict: Whether nothing is converted, except where a model or field sets ``strict`` itself.
        closed: Whether unexpected fields are mismatches, except where a model sets ``extra`` itself.

    Raises:
        SchemaError: When the schema is none that Pydantic can use.
    """
    try:
        return _validator(schema, strict, closed)
    except (PydanticUserError, PydanticSchemaGenerationError, PydanticUndefinedAnnotation, TypeError) as error:
        reason = str(error).partition("\n")[0]
        raise SchemaError(f'"{name}" is not a schema: {reason}{_hint(reason)}') from error
    except ImportError as error:
        raise SchemaError(
            f'"{name}" needs a package that is not installed: {str(error).partition(chr(10))[0]}'
        ) from error


def _validator(schema: Any, strict: bool, closed: bool) -> Validate:
    try:
        hash(schema)
    except TypeError:
        return _build(schema, strict, closed)
    return _cached(schema, strict, closed)


def _build(schema: Any, strict: bool, closed: bool) -> Validate:
    adapter = schema if isinstance(schema, TypeAdapter) else TypeAdapter(schema)
    core = adapter.core_schema
    overruling = partial(adapter.validate_json, strict=strict or None, extra="forbid" if closed else None)
    if not any(_contradicts(node, strict=strict, closed=closed) for node in _nodes(core)):
        return overruling
    # A call's own strict= and extra= overrule every model. Here at least one model says otherwise, so the defaults are
    # written into the nodes that say nothing. Prebuilt validators of nested models would not know of that.
    rewritten = _rewritten(core, strict=strict, closed=closed)
    try:
        validator = SchemaValidator(rewritten, {"strict": True} if strict else None, _use_prebuilt=False)
    except TypeError:
        # The argument is private to Pydantic: in a version without it, the models' settings can't be kept.
        return overruling
    return validator.validate_json


_cached = lru_cache(maxsize=256)(_build)


def _contradicts(node: dict[str, Any], *, strict: bool, closed: bool) -> bool:
    config = node.get("config") or {}
    # Pydantic writes "strict: false" into every tagged union; the author didn't.
    own = node.get("strict") if node.get("type") != "tagged-union" else None
    lax = own is False or config.get("strict") is False
    return (strict and lax) or (closed and config.get("extra_fields_behavior", _CLOSED) != _CLOSED)


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Yields every core schema in a core schema."""
    if isinstance(node, list | tuple):
        for item in node:
            yield from _nodes(item)
    elif isinstance(node, dict):
        yield node
        for part in _PARTS.intersection(node):
            yield from _nodes(_items(part, node[part]))


def _items(part: str, value: Any) -> Any:
    return list(value.values()) if part in _BY_NAME and isinstance(value, dict) else value


def _rewritten(node: Any, *, strict: bool, closed: bool) -> Any:
    if isinstance(node, list | tuple):
        return type(node)(_rewritten(item, strict=strict, closed=closed) for item in node)
    if not isinstance(node, dict):
        return node
    copy = dict(node)
    for part in _PARTS.intersection(node):
        value = node[part]
        if part in _BY_NAME and isinstance(value, dict):
            copy[part] = {name: _rewritten(item, strict=strict, closed=closed) for name, item in value.items()}
        else:
            copy[part] = _rewritten(value, strict=strict, closed=closed)
    if node.get("type") in _WITH_CONFIG:
        defaults = ({"strict": True} if strict else {}) | ({"extra_fields_behavior": _CLOSED} if closed else {})
        copy["config"] = defaults | (node.get("config") or {})
        # Pydantic writes "ignore" into every plain TypedDict; the author didn't.
        copy.pop("extra_behavior", None)
    return copy


def _hint(reason: str) -> str:
    if "typing_extensions.TypedDict" in reason:
        return "\n  write: from typing_extensions import TypedDict"
    return ""
