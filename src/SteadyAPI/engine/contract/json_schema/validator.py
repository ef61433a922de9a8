"""Checks JSON values against JSON Schemas (all drafts), with every mismatch and its path."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema_rs

from SteadyAPI.engine.contract.body import json_text, parsed
from SteadyAPI.engine.contract.document import load_document
from SteadyAPI.engine.contract.json_schema.forbid_extra import ForbidExtra
from SteadyAPI.engine.contract.json_schema.keyword_wording import findings
from SteadyAPI.engine.contract.path import Steps, json_path
from SteadyAPI.engine.contract.union import Finding, likeliest
from SteadyAPI.engine.contract.violation import Verdict, Violation
from SteadyAPI.errors import SchemaError

Validator = Any
"""One of the validators of ``jsonschema_rs``: one class for each draft, with the same methods."""


def schema_validator(schema: Any, name: str, *, file: Path | None, close: bool) -> Validator:
    """Builds the validator of a JSON Schema; the draft is the one that ``$schema`` names, else 2020-12.

    Args:
        schema: The schema as a value.
        name: Its name for the message.
        file: Where it comes from, which relative references are resolved against.
        close: Whether fields that the schema doesn't name are mismatches, where it doesn't say so itself.

    Raises:
        SchemaError: When it is no JSON Schema, or a reference in it leads nowhere.
    """
    base = file.resolve().as_uri() if file else None
    if close:
        schema = _closed(schema, name)
    return build_validator(jsonschema_rs.validator_for, schema, name, base_uri=base, validate_formats=True)


def build_validator(make: Callable[..., Validator], schema: Any, name: str, **options: Any) -> Validator:
    """Builds a validator that never fetches anything.

    Raises:
        SchemaError: When the schema is none, or a reference leads nowhere; the message says which.
    """
    try:
        return make(schema, retriever=local_file, **options)
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError) as error:
        raise SchemaError(f'"{name}" is not a JSON Schema that can be used: {_reason(error)}') from error


def bad_pattern(error: BaseException | None) -> Steps:
    """Returns where the pattern stands that made an error because it is no regular expression, or nothing."""
    kind = getattr(error, "kind", None)
    is_pattern = getattr(kind, "format", "") == "regex"
    return tuple(getattr(error, "instance_path", ())) if is_pattern else ()


def local_file(uri: str) -> Any:
    """Returns what a reference to another file leads to.

    Raises:
        ValueError: When it isn't a file: the result of a check must not depend on a server.
    """
    parts = urlsplit(uri)
    if parts.scheme != "file":
        raise ValueError("it is not on this machine, and a $ref is never fetched; save it beside the schema")
    try:
        return load_document(Path(unquote(parts.path)))
    except SchemaError as error:
        raise ValueError(str(error)) from error


def check_text(validator: Validator, name: str, text: bytes) -> Verdict:
    """Validates a JSON text; the verdict's value is the parsed body."""
    try:
        value = parsed(json_text(text))
    except ValueError as error:
        return Verdict(name, not_json=str(error))
    return Verdict(name, value, violations_of(mismatches(validator, value)))


def mismatches(validator: Validator, value: Any) -> Sequence[Finding]:
    """Returns every mismatch of a value.

    Raises:
        SchemaError: When a pattern of the schema takes too long to match.
    """
    errors = list(validator.iter_errors(value))
    return likeliest(findings(errors, value)) if errors else ()


def violations_of(found: Iterable[Finding]) -> tuple[Violation, ...]:
    """Makes the violations of what was found, each once."""
    return tuple(dict.fromkeys(Violation(json_path(each.steps), each.expected, each.got, each.hint) for each in found))


def _closed(schema: Any, name: str) -> Any:
    draft = str(schema.get("$schema", "")) if isinstance(schema, dict) else ""
    if any(f"draft-0{number}" in draft for number in range(8)):
        raise SchemaError(
            f'"{name}" is of an old draft ({draft}) and can\'t be closed from outside.\n'
            "  expected draft 2019-09 or later; or write additionalProperties: false in the schema"
        )
    return ForbidExtra(schema).value(schema)


def _reason(error: Exception) -> str:
    path = getattr(error, "instance_path", None)
    said = str(getattr(error, "message", error)).partition("\n")[0]
    missing, _, why = said.partition(" is not present in a registry")
    if "Retrieving external resources" in why:
        said = f"{missing} is not at hand, and a $ref is never fetched; save it beside the document"
    return f"{said}\n  at {json_path(tuple(path))}" if path else said
