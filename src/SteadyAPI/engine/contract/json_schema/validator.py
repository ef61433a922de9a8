"""Checks JSON values against JSON Schemas (all drafts), with every mismatch and its path."""

import copy
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema_rs

from SteadyAPI.engine.contract.body import json_text, parsed
from SteadyAPI.engine.contract.json_schema.bundle import FILES, bundled
from SteadyAPI.engine.contract.json_schema.error_wording import expected, findings
from SteadyAPI.engine.contract.json_schema.forbid_extra import ForbidExtra
from SteadyAPI.engine.contract.json_schema.references import References
from SteadyAPI.engine.contract.normalized_path import Steps, json_path, steps_in, value_at
from SteadyAPI.engine.contract.union_mismatches import Finding, likeliest
from SteadyAPI.engine.contract.violation import Verdict, Violation, json_type
from SteadyAPI.errors import SchemaError

_FAILED = " and retrieving it failed: ValueError: "
_UNKNOWN_DRAFT = re.compile(r"Unknown meta-schema: '([^']*)'")
_AGAINST_URN = re.compile(r"Failed to resolve '([^']*)' against '(urn:[^']*)'")

_NEWEST = (
    "duration",
    "idn-hostname",
    "iri",
    "iri-reference",
    "json-pointer",
    "relative-json-pointer",
    "uri-reference",
    "uri-template",
    "uuid",
)
NEWER_FORMATS: dict[str, Callable[[str], bool]] = {
    name: jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True).is_valid for name in _NEWEST
}
"""Formats that drafts 4 to 7 don't know all of, and that schemas of these drafts use all the same."""

Validator = Any
"""One of the validators of ``jsonschema_rs``: one class for each draft, with the same methods."""


class SchemaValidator(NamedTuple):
    """A compiled schema, and the patterns in it that are no regular expressions and aren't checked."""

    validator: Validator
    left_out: tuple[str, ...] = ()


def schema_validator(
    schema: Any, name: str, *, file: Path | None, close: bool, folders: Sequence[Path] = ()
) -> SchemaValidator:
    """Builds the validator of a JSON Schema; the draft is the one that ``$schema`` names, else 2020-12.

    Args:
        schema: The schema as a value.
        name: Its name for the message.
        file: Where it comes from, which relative references are resolved against.
        close: Whether fields that the schema doesn't name are mismatches, where it doesn't say so itself.
        folders: Where files that it refers to may be, besides its own folder.

    Raises:
        SchemaError: When it is no JSON Schema, or a reference in it leads nowhere.
    """
    base = file.resolve().as_uri() if file else None
    formats = NEWER_FORMATS if _is_old(schema) else {}
    references = References(schema, file, folders)
    if close:
        schema = _closed(schema, name, base, references)
    left_out: list[str] = []
    while True:
        try:
            validator = build_validator(
                jsonschema_rs.validator_for, schema, name, references, base_uri=base, formats=formats
            )
        except SchemaError as error:
            steps = bad_pattern(error.__cause__, schema)
            # A copy: the document is cached, and others read it.
            schema = copy.deepcopy(schema)
            if not without_pattern(schema, steps):
                raise
            left_out.append(f"{json_path(steps)} is no regular expression")
        else:
            return SchemaValidator(validator, tuple(left_out))


def build_validator(
    make: Callable[..., Validator], schema: Any, name: str, references: References, **options: Any
) -> Validator:
    """Builds a validator that never fetches anything.

    Raises:
        SchemaError: When the schema is none, or a reference leads nowhere; the message says which.
    """
    try:
        return make(schema, retriever=references, validate_formats=True, **options)
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError) as error:
        reason = _reason(error, schema, quote=not references.loaded)
        raise SchemaError(f'"{name}" is not a JSON Schema that can be used: {reason}') from error


def bad_pattern(error: BaseException | None, document: Any) -> Steps:
    """Returns where in a document the pattern is that made an error because it is no regular expression, or nothing."""
    kind = getattr(error, "kind", None)
    is_pattern = getattr(kind, "format", "") == "regex"
    return steps_in(document, getattr(error, "instance_path", ())) if is_pattern else ()


def without_pattern(document: Any, steps: Steps) -> bool:
    """Removes a pattern from a document; false when there is none."""
    owner = value_at(document, steps[:-1]) if steps else None
    if not isinstance(owner, dict) or steps[-1] not in owner:
        return False
    del owner[steps[-1]]
    return True


def check_text(validator: SchemaValidator, name: str, text: bytes) -> Verdict:
    """Validates a JSON text; the verdict's value is the parsed body."""
    try:
        value = parsed(json_text(text))
    except ValueError as error:
        return Verdict(name, not_json=str(error))
    return Verdict(name, value, violations_of(mismatches(validator.validator, value)), left_out=validator.left_out)


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


def _closed(schema: Any, name: str, base: str | None, references: References) -> Any:
    if _is_old(schema):
        raise SchemaError(
            f'"{name}" is of an old draft ({schema["$schema"]}) and can\'t be closed from outside.\n'
            "  expected draft 2019-09 or later; or write additionalProperties: false in the schema"
        )
    whole = _with_files(schema, base, references) if base else schema
    closing = ForbidExtra(whole)
    closed = closing.value(whole)
    if whole is not schema:
        closed[FILES] = {file: closing.part(content) for file, content in whole[FILES].items()}
    return closed


def _with_files(schema: Any, base: str, references: References) -> Any:
    """Returns a schema with the files that it refers to, so that these are closed too.

    Where an ``$id`` says what references mean, and where a file can't be read, it stays as it is.
    """
    if not isinstance(schema, dict) or "$id" in schema:
        return schema
    try:
        whole = bundled(schema, base, references)
    except ValueError:
        return schema
    has_ids = any(isinstance(content, dict) and "$id" in content for content in whole.get(FILES, {}).values())
    return schema if has_ids else whole


def _is_old(schema: Any) -> bool:
    """Returns whether a schema names a draft before 2019-09."""
    draft = str(schema.get("$schema", "")) if isinstance(schema, dict) else ""
    return any(f"draft-0{number}" in draft for number in range(8))


def _reason(error: Exception, schema: Any, *, quote: bool) -> str:
    """Says why a schema can't be used; what another file contains is never quoted."""
    path = getattr(error, "instance_path", None)
    said = str(getattr(error, "message", error)).partition("\n")[0]
    if not quote and isinstance(error, jsonschema_rs.ValidationError):
        said = f"expected {expected(error)}, got {json_type(error.instance)}"
    missing, _, why = said.partition(" is not present in a registry")
    if "Retrieving external resources" in why:
        said = f"{missing} is not at hand, and a $ref is never fetched; save it beside the document"
    if why.startswith(_FAILED):
        said = f"{missing}: {why.removeprefix(_FAILED)}"
    if why.endswith("No base URI is available"):
        said = (
            f"{missing.replace('Resource ', '')} can't be resolved: this schema stands in no file, and has no folder.\n"
            "  give the schema as a file, or refer to a part of it: #/$defs/..."
        )
    if unresolved := _AGAINST_URN.search(said):
        said = (
            f'"{unresolved[1]}" can\'t be resolved: the $id "{unresolved[2]}" is a name and has no folder.\n'
            "  write the $id as a URL, or refer to the other schema by its own $id"
        )
    if draft := _UNKNOWN_DRAFT.search(said):
        said = (
            f'$schema: expected draft 4, 6, 7, 2019-09 or 2020-12, got "{draft[1]}".\n'
            '  write for example: "$schema": "https://json-schema.org/draft/2020-12/schema"'
        )
    return f"{said}\n  at {json_path(steps_in(schema, path))}" if path else said
