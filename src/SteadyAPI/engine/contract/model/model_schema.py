"""Pydantic's validators, made strict and closed except where a model says otherwise itself."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, Final, Literal, get_args

from pydantic import PydanticSchemaGenerationError, PydanticUndefinedAnnotation, PydanticUserError, TypeAdapter
from pydantic_core import SchemaValidator

from SteadyAPI.engine.contract.model.decimals import with_exact_decimals
from SteadyAPI.engine.contract.model.json_forms import nodes_of, with_inner, with_json_forms
from SteadyAPI.errors import SchemaError

_FORBID: Final = "forbid"
_ALLOW: Final = "allow"
_LAZY = "generator"
"""Pydantic checks the items of an ``Iterable`` when they are used, which is too late."""
_WITH_CONFIG = frozenset({"dataclass", "model", "typed-dict"})

Validate = Callable[[bytes], Any]
Extra = Literal["forbid", "allow"]


def validator_of(schema: Any, name: str, *, strict: bool, extra: str) -> Validate:
    """Returns the function that validates a JSON text and gives back the object.

    Args:
        schema: A Pydantic model, dataclass, TypedDict, a type built of them, or a ``TypeAdapter``.
        name: The schema's name for the message.
        strict: Whether nothing is converted, except where a model or field sets ``strict`` itself.
        extra: What unexpected fields are, except where a model sets ``extra`` itself: ``forbid``, ``ignore`` (the
            model decides) or ``allow``.

    Raises:
        SchemaError: When the schema is none that Pydantic can use.
    """
    if _is_of_pydantic_1(schema):
        raise SchemaError(
            f'"{name}" is a model of Pydantic 1 (pydantic.v1); expected one of Pydantic 2.\n'
            "  write: from pydantic import BaseModel"
        )
    try:
        return _validator(schema, strict, _FORBID if extra == _FORBID else _ALLOW if extra == _ALLOW else None)
    except (PydanticUserError, PydanticSchemaGenerationError, PydanticUndefinedAnnotation, TypeError) as error:
        reason = str(error).partition("\n")[0]
        raise SchemaError(f'"{name}" is no schema: {reason}{_hint(reason, schema)}') from error
    except ImportError as error:
        raise SchemaError(
            f'"{name}" needs a package that is not installed: {str(error).partition(chr(10))[0]}'
        ) from error


def _validator(schema: Any, strict: bool, extra: Extra | None) -> Validate:
    try:
        hash(schema)
    except TypeError:
        return _build(schema, strict, extra)
    return _cached(schema, strict, extra)


def _build(schema: Any, strict: bool, extra: Extra | None) -> Validate:
    adapter = schema if isinstance(schema, TypeAdapter) else TypeAdapter(schema)
    validate = _of_core(adapter, adapter.core_schema, strict, extra)
    if any(node.get("type") == "decimal" for node in nodes_of(adapter.core_schema)):
        return lambda text: with_exact_decimals(validate(text), text)
    return validate


def _of_core(adapter: TypeAdapter[Any], core: Any, strict: bool, extra: Extra | None) -> Validate:
    overruling = partial(adapter.validate_json, strict=strict or None, extra=extra)
    with_forms = with_json_forms(core) if strict else core
    if with_forms is core and not any(_needs_rewriting(node, strict, extra) for node in nodes_of(core)):
        return overruling
    # A call's own strict= and extra= overrule every model. Here at least one model says otherwise, so the defaults are
    # written into the nodes that say nothing. Prebuilt validators of nested models would not know of that.
    rewritten: Any = _rewritten(with_forms, strict, extra)
    try:
        validator = SchemaValidator(rewritten, {"strict": True} if strict else None, _use_prebuilt=False)
    except TypeError:
        # The argument is private to Pydantic: in a version without it, the models' settings can't be kept.
        return overruling
    return validator.validate_json


_cached = lru_cache(maxsize=256)(_build)


def _needs_rewriting(node: dict[str, Any], strict: bool, extra: Extra | None) -> bool:
    config = node.get("config") or {}
    # Pydantic writes "strict: false" into every tagged union; the author didn't.
    own = node.get("strict") if node.get("type") != "tagged-union" else None
    lax = own is False or config.get("strict") is False
    if node.get("type") == _LAZY:
        return True
    contradicts = extra is not None and config.get("extra_fields_behavior", extra) != extra
    return (strict and lax) or contradicts or (extra == _FORBID and bool(node.get("computed_fields")))


def _rewritten(node: dict[str, Any], strict: bool, extra: Extra | None) -> dict[str, Any]:
    copy = with_inner(node, lambda inner: _rewritten(inner, strict, extra))
    if node.get("type") in _WITH_CONFIG:
        defaults = ({"strict": True} if strict else {}) | ({"extra_fields_behavior": extra} if extra else {})
        copy["config"] = defaults | (node.get("config") or {})
        # Pydantic writes "ignore" into every plain TypedDict; the author didn't.
        copy.pop("extra_behavior", None)
    if node.get("type") == _LAZY:
        copy["type"] = "list"
    return _with_computed_fields(copy) if extra == _FORBID else copy


def _with_computed_fields(node: dict[str, Any]) -> dict[str, Any]:
    """Takes the computed fields of a model for fields: a service that uses the same model sends them."""
    if node.get("type") == "model-fields" and node.get("computed_fields"):
        fields = {each["property_name"]: _computed(each) for each in node["computed_fields"]}
        return node | {"fields": node["fields"] | fields}
    computed: Any = getattr(node["cls"], "__pydantic_computed_fields__", None) if node.get("type") == "model" else None
    names = list(computed or ())
    if not names:
        return node

    def forget(model: Any) -> Any:
        """Leaves the values out of the object, which computes them itself."""
        for name in names:
            model.__dict__.pop(name, None)
            model.__pydantic_fields_set__.discard(name)
        return model

    inner = {key: value for key, value in node.items() if key != "ref"}
    outer = {"type": "function-after", "function": {"type": "no-info", "function": forget}, "schema": inner}
    return outer | ({"ref": node["ref"]} if "ref" in node else {})


def _computed(field: dict[str, Any]) -> dict[str, Any]:
    name = field["property_name"]
    value = {"type": "default", "schema": field["return_schema"], "default": None}
    return {"type": "model-field", "schema": value, "validation_alias": [[field.get("alias", name)], [name]]}


def _is_of_pydantic_1(schema: Any) -> bool:
    if isinstance(schema, type):
        return any(each.__module__.startswith("pydantic.v1.") for each in schema.__mro__)
    return any(_is_of_pydantic_1(part) for part in get_args(schema))


def _hint(reason: str, schema: Any) -> str:
    if isinstance(schema, str | int | float):
        return (
            "\n  expected a class, a type such as list[models.Order], or a JSON Schema; write for example: models.Order"
        )
    if "typing_extensions.TypedDict" in reason:
        return "\n  write: from typing_extensions import TypedDict"
    return ""
