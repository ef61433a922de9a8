"""Errors of JSON Schema keywords in the same words as those of models."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from SteadyAPI.engine.contract.model.error_wording import FORMATS, hint, keys_hint
from SteadyAPI.engine.contract.normalized_path import Steps, steps_in, value_at
from SteadyAPI.engine.contract.union_mismatches import Finding
from SteadyAPI.engine.contract.violation import ABSENT, PRESENT, received

_LIMITS = {
    "exclusiveMaximum": "less than {}",
    "exclusiveMinimum": "more than {}",
    "maxItems": "at most {} items",
    "maxLength": "at most {} characters",
    "maxProperties": "at most {} keys",
    "maximum": "{} or less",
    "minItems": "at least {} items",
    "minLength": "at least {} characters",
    "minProperties": "at least {} keys",
    "minimum": "{} or more",
}
_PLAIN = {
    "contains": "an item of the kind that the schema asks for",
    "not": "anything but what came",
    "oneOf": "exactly one of the shapes, and several match",
    "uniqueItems": "items that differ from each other",
}
_MOST_OPTIONS = 8
_NO_VALUE = "no value at all"
_UNEVALUATED = "unevaluatedProperties"
_LISTING = frozenset({"const", "enum"})
TAG_CONDITION = "x-steadyapi-tag"
"""Marks the first of two ``anyOf`` schemas that mean "if the tag is another one": then only the second can fail."""
WRITE_ONLY = {"title": "writeOnly"}
"""A schema that takes anything; under ``not`` it forbids a ``writeOnly`` property of a response."""
DESCRIBED_NAME = "x-steadyapi-described"
"""Marks ``propertyNames`` that list the names an object may have; see ``ForbidExtra``."""

Skipped = tuple[tuple[int, str | int], ...]


def findings(errors: Iterable[Any], body: Any) -> list[Finding]:
    """Returns the mismatches that a validator's errors mean; those of ``anyOf`` and ``oneOf`` with their branch."""
    return list(dict.fromkeys(_findings(errors, body, ())))


def _findings(errors: Iterable[Any], body: Any, skipped: Skipped) -> Iterator[Finding]:
    for error in _without_consequences(list(errors)):
        branches: Any = getattr(error.kind, "context", None)
        keyword = error.kind.name
        steps = steps_in(body, error.instance_path)
        if keyword == "required":
            # The error's own copy of the object has lost the order of its keys.
            hint_of = keys_hint(error.kind.property, value_at(body, steps))
            yield Finding((*steps, error.kind.property), skipped, PRESENT, ABSENT, hint_of)
        elif keyword in _SPECIAL:
            yield from _SPECIAL[keyword](error, steps, skipped)
        elif keyword == "anyOf" and _is_tag_condition(branches[0]):
            yield from _findings(branches[1], body, skipped)
        elif branches and any(branches):
            for number, branch in enumerate(branches):
                yield from _findings(branch, body, (*skipped, (len(steps), f"{keyword} {number}")))
        else:
            yield _finding(error, steps, skipped)


def _is_tag_condition(branch: list[Any]) -> bool:
    return len(branch) == 1 and branch[0].kind.name == "not" and TAG_CONDITION in branch[0].kind.schema


def _without_consequences(errors: list[Any]) -> list[Any]:
    """Leaves out unexpected fields of an object that is wrong itself or further in, and types beside listed values.

    What failed has evaluated nothing, so all of its fields seem unexpected.
    """
    broken = {
        tuple(error.instance_path[:depth])
        for error in errors
        for depth in range(len(error.instance_path) + (not _is_about_strangers(error)))
    }
    listed = {tuple(error.instance_path) for error in errors if error.kind.name in _LISTING}
    consequences = {_UNEVALUATED: broken, "type": listed}
    return [error for error in errors if tuple(error.instance_path) not in consequences.get(error.kind.name, ())]


def _is_about_strangers(error: Any) -> bool:
    return error.kind.name == _UNEVALUATED or (error.kind.name == "propertyNames" and _lists_described_names(error))


def _lists_described_names(error: Any) -> bool:
    """Returns whether an error of ``propertyNames`` is one of those that ``ForbidExtra`` adds."""
    context: Any = getattr(error.kind.error.kind, "context", None)
    return bool(context) and getattr(context[-1][0].kind, "options", None) == [DESCRIBED_NAME]


def _finding(error: Any, steps: Steps, skipped: Skipped) -> Finding:
    wanted = expected(error)
    rank = {"const": 3, "enum": 2}.get(error.kind.name, 0)
    return Finding(steps, skipped, wanted, received(steps, error.instance), hint(error.instance, wanted), rank)


def expected(error: Any) -> str:
    """Says what a schema's keyword asks for, in words that follow "expected"."""
    kind, keyword = error.kind, error.kind.name
    value = kind.as_dict()
    if keyword in _LIMITS:
        return _LIMITS[keyword].format(value["limit"])
    writers: dict[str, Callable[[], str]] = {
        "const": lambda: _option(value["expected_value"]),
        "enum": lambda: _options(value["options"]),
        "format": lambda: FORMATS.get(value["format"], str(value["format"])),
        "multipleOf": lambda: f"a multiple of {value['multiple_of']:g}",
        "pattern": lambda: f"text that matches {value['pattern']}",
        "type": lambda: " or ".join(sorted((str(name) for name in value["types"]), key="null".__eq__)),
    }
    if keyword in writers:
        return writers[keyword]()
    return _PLAIN.get(keyword, str(error.message).partition("\n")[0])


def _unexpected(error: Any, steps: Steps, skipped: Skipped) -> Iterator[Finding]:
    for name in error.kind.unexpected:
        inner: Steps = (*steps, name)
        yield Finding(inner, skipped, ABSENT, received(inner, error.instance[name]))


def _forbidden(error: Any, steps: Steps, skipped: Skipped) -> Iterator[Finding]:
    if error.schema_path[-1:] == ["additionalProperties"]:
        # The one keyword whose error stands at the object and not at the field.
        yield Finding(steps, skipped, "object without fields", "object with fields")
    else:
        yield Finding(steps, skipped, ABSENT if steps else _NO_VALUE, received(steps, error.instance))


def _negated(error: Any, steps: Steps, skipped: Skipped) -> Iterator[Finding]:
    if error.kind.schema == WRITE_ONLY:
        yield Finding(steps, skipped, ABSENT, received(steps, error.instance), "writeOnly: for requests alone")
    else:
        yield _finding(error, steps, skipped)


def _wrong_names(error: Any, steps: Steps, skipped: Skipped) -> Iterator[Finding]:
    inner = error.kind.error
    if _lists_described_names(error):
        field: Steps = (*steps, inner.instance)
        yield Finding(field, skipped, ABSENT, received(field, error.instance[inner.instance]))
        return
    yield Finding(steps, skipped, f"names that are {expected(inner)}", received((), inner.instance))


_SPECIAL: dict[str, Callable[[Any, Steps, Skipped], Iterator[Finding]]] = {
    "additionalProperties": _unexpected,
    "falseSchema": _forbidden,
    "not": _negated,
    "propertyNames": _wrong_names,
    _UNEVALUATED: _unexpected,
}


def _options(options: list[Any]) -> str:
    names = [_option(option) for option in options[:_MOST_OPTIONS]]
    more = len(options) - _MOST_OPTIONS
    if more > 0:
        return f"{', '.join(names)} … {more} more"
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names) or _NO_VALUE


def _option(option: Any) -> str:
    return f"'{option}'" if isinstance(option, str) else json.dumps(option, ensure_ascii=False)
