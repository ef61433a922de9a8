"""Checks a JSON text against a Pydantic model or any type Pydantic understands."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from SteadyAPI.engine.contract.body import why_not_json
from SteadyAPI.engine.contract.model.alias_paths import UNEXPECTED, absences
from SteadyAPI.engine.contract.model.error_wording import expected, hint, is_own_rule, keys_hint
from SteadyAPI.engine.contract.model.location import Position, position_of, position_of_missing
from SteadyAPI.engine.contract.model.model_schema import validator_of
from SteadyAPI.engine.contract.model.schema_code_errors import CODE_ERRORS, source_line
from SteadyAPI.engine.contract.normalized_path import Steps, json_path, value_at
from SteadyAPI.engine.contract.union_mismatches import Finding, likeliest
from SteadyAPI.engine.contract.violation import ABSENT, PRESENT, Verdict, Violation, received
from SteadyAPI.errors import SchemaError
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

_MISSING = frozenset(
    {"missing", "missing_argument", "missing_keyword_only_argument", "missing_positional_only_argument"}
)
_AGAINST_MEMBER = {"literal_error": 3, "enum": 2}


def check_json(schema: Any, name: str, text: bytes, *, strict: bool, extra: str) -> Verdict:
    """Validates a JSON text and names every mismatch.

    Args:
        schema: A Pydantic model, dataclass, TypedDict, or a type built of them.
        name: The schema's name for the message.
        text: The body; strictness is judged on JSON, so that dates and decimals may be texts.
        strict: Whether nothing is converted, except where a model or field sets ``strict`` itself.
        extra: What unexpected fields are, except where a model sets ``extra`` itself: ``forbid``, ``ignore`` (the
            model decides) or ``allow``.

    Raises:
        SchemaError: When the schema is none that Pydantic can use, or its own code fails.
    """
    validate = validator_of(schema, name, strict=strict, extra=extra)
    # Only JSON counts: Pydantic would take NaN for a number.
    if (b"NaN" in text or b"Infinity" in text) and (reason := why_not_json(text)):
        return Verdict(name, not_json=reason)
    try:
        return Verdict(name, validate(text))
    except ValidationError as error:
        details = error.errors(include_url=False)
    except CODE_ERRORS as error:
        raise SchemaError(
            f'the code of schema "{name}" fails: {type(error).__name__}: {error}\n  at {source_line(error)}\n'
            "  a validator says that a value is wrong by raising ValueError"
        ) from error
    if details[0]["type"] == "json_invalid" and not details[0]["loc"]:
        return Verdict(name, not_json=why_not_json(text, str(details[0].get("ctx", {}).get("error"))))
    body = from_json(text)
    absent, others = absences(schema, details, body)
    found = likeliest([*absent, *(_finding(detail, body) for detail in others)])
    return Verdict(name, violations=tuple(dict.fromkeys(_violation(finding) for finding in found)))


def _finding(detail: ErrorDetails, body: Any) -> Finding:
    location: Steps = detail["loc"]
    kind = detail["type"]
    if kind in _MISSING and location:
        position = position_of_missing(location, body, detail["input"])
        return _absence(position, value_at(body, position.steps[:-1]))
    if location and location[-1] == "[key]":
        return _wrong_key(detail, position_of(location[:-1], body, value_at(body, location[:-1])))
    position = position_of(location, body, detail["input"])
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        return _wrong_tag(detail, position)
    got = received(position.steps, detail["input"])
    if kind in UNEXPECTED:
        return Finding(*position, ABSENT, got)
    wanted = _expected(detail, position.steps)
    return Finding(*position, wanted, got, hint(detail["input"], wanted), _AGAINST_MEMBER.get(kind, 0))


def _expected(detail: ErrorDetails, steps: Steps) -> str:
    # A rule of the model's own may quote the value, and this value is a secret.
    if is_own_rule(detail) and any(isinstance(step, str) and names_a_secret(step) for step in steps):
        return "what the model's own rule asks for"
    return expected(detail)


def _absence(position: Position, parent: Any) -> Finding:
    return Finding(*position, PRESENT, ABSENT, keys_hint(position.steps[-1], parent))


def _wrong_key(detail: ErrorDetails, position: Position) -> Finding:
    """A name of an object that isn't one of those the schema allows."""
    return Finding(*position, f"a name that is {expected(detail)}", received((), detail["input"]))


def _wrong_tag(detail: ErrorDetails, position: Position) -> Finding:
    """A discriminated union whose discriminator names no member, or is absent; a function may stand for the name."""
    named = str(detail.get("ctx", {})["discriminator"]).partition("|")[0].strip()
    parent = detail["input"]
    if not (named.startswith("'") and isinstance(parent, dict)):
        return Finding(
            *position, "object" if not isinstance(parent, dict) else expected(detail), received(position.steps, parent)
        )
    steps = (*position.steps, named.strip("'"))
    if steps[-1] not in parent:
        return Finding(steps, position.skipped, PRESENT, ABSENT, keys_hint(steps[-1], parent))
    value = parent[steps[-1]]
    wanted = expected(detail)
    return Finding(steps, position.skipped, wanted, received(steps, value), hint(value, wanted))


def _violation(finding: Finding) -> Violation:
    return Violation(json_path(finding.steps), finding.expected, finding.got, finding.hint)
