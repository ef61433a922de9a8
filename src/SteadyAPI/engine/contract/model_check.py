"""Checks a JSON text against a Pydantic model or any type Pydantic understands."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pydantic import (
    PydanticSchemaGenerationError,
    PydanticUndefinedAnnotation,
    PydanticUserError,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import ErrorDetails, from_json

from SteadyAPI.engine.contract.path import Steps, json_path, steps_to, steps_to_missing, value_at
from SteadyAPI.engine.contract.violation import Verdict, Violation, shown
from SteadyAPI.engine.credentials import names_secret
from SteadyAPI.errors import SchemaError
from SteadyAPI.redaction.masking import MASK

_EXPECTED = {
    "int_type": "integer",
    "int_parsing": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "float_parsing": "number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "string_type": "string",
    "list_type": "array",
    "set_type": "array",
    "tuple_type": "array",
    "dict_type": "object",
    "model_type": "object",
    "model_attributes_type": "object",
    "dataclass_type": "object",
    "none_required": "null",
}
_ABSENT = {"missing", "missing_argument", "missing_keyword_only_argument"}
_UNEXPECTED = {"extra_forbidden", "unexpected_keyword_argument"}


def check_json(schema: Any, name: str, text: bytes, *, strict: bool | None, forbid_extra: bool | None) -> Verdict:
    """Validates a JSON text.

    Args:
        schema: A Pydantic model, dataclass, TypedDict, or a type built of them.
        name: The schema's name for the message.
        text: The body; strictness is judged on JSON, so that dates and decimals may be texts.
        strict: True for no conversions; ``None`` leaves it to the model.
        forbid_extra: True for no unexpected fields at any depth; ``None`` leaves it to the models.

    Raises:
        SchemaError: When the schema is none that Pydantic can use.
    """
    adapter = _adapter(schema, name)
    try:
        value = adapter.validate_json(text, strict=strict, extra="forbid" if forbid_extra else None)
    except ValidationError as error:
        details = error.errors(include_url=False)
        if details[0]["type"] == "json_invalid":
            return Verdict(name, is_json=False)
        return Verdict(name, violations=_violations(details, from_json(text)))
    return Verdict(name, value)


def _adapter(schema: Any, name: str) -> TypeAdapter[Any]:
    try:
        return _cached_adapter(schema)
    except (PydanticUserError, PydanticSchemaGenerationError, PydanticUndefinedAnnotation, TypeError) as error:
        reason = str(error).partition("\n")[0]
        raise SchemaError(f'"{name}" is not a schema: {reason}') from error


@lru_cache(maxsize=256)
def _cached_adapter(schema: Any) -> TypeAdapter[Any]:
    return TypeAdapter(schema)


def _violations(details: Sequence[ErrorDetails], body: Any) -> tuple[Violation, ...]:
    return tuple(_violation(detail, body) for detail in details)


def _violation(detail: ErrorDetails, body: Any) -> Violation:
    location: Steps = detail["loc"]
    if detail["type"] in _ABSENT:
        steps = steps_to_missing(location, body, detail["input"])
        parent = value_at(body, steps[:-1])
        there = ", ".join(parent) if isinstance(parent, dict) else ""
        return Violation(json_path(steps), "present", "absent", f"keys there: {there or 'none'}")
    steps = steps_to(location, body, detail["input"])
    path = json_path(steps)
    came = _came(steps, detail["input"])
    if detail["type"] in _UNEXPECTED:
        return Violation(path, "absent", came)
    return Violation(path, _expected(detail), came, _hint(detail))


def _came(steps: Steps, value: Any) -> str:
    named = next((step for step in reversed(steps) if isinstance(step, str)), "")
    return MASK if names_secret(named) else shown(value)


def _expected(detail: ErrorDetails) -> str:
    known = _EXPECTED.get(detail["type"])
    if known:
        return known
    expected = detail.get("ctx", {}).get("expected")
    return str(expected) if expected else detail["msg"].removeprefix("Input should be ").removeprefix("Value error, ")


def _hint(detail: ErrorDetails) -> str:
    if detail["input"] is None:
        return "null where the schema allows none"
    if isinstance(detail["input"], str) and _EXPECTED.get(detail["type"]) in {"integer", "number", "boolean"}:
        return "sent as text"
    return ""
