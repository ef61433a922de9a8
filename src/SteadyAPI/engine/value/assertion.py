"""Comparisons that getter keywords make: a value, an operator, and what is expected."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import Enum
from typing import Any

from SteadyAPI.errors import UsageError

_LONGEST = 200


class Comparison(Enum):
    """What an operator asks."""

    EQUAL = "to be"
    NOT_EQUAL = "not to be"
    LESS = "to be less than"
    LESS_OR_EQUAL = "to be at most"
    GREATER = "to be greater than"
    GREATER_OR_EQUAL = "to be at least"
    CONTAINS = "to contain"
    NOT_CONTAINS = "not to contain"
    STARTS = "to start with"
    ENDS = "to end with"
    MATCHES = "to match"
    NOT_MATCHES = "not to match"


_EMPTINESS = {"EMPTY": "to be empty", "NOT_EMPTY": "not to be empty"}
_EMPTY_OPERATORS = {"EMPTY": "is empty", "NOT_EMPTY": "is not empty"}
_LENGTH = "LENGTH_"
_NEGATIVE = {Comparison.NOT_EQUAL, Comparison.NOT_CONTAINS}
_CONTAINING = {Comparison.CONTAINS, Comparison.NOT_CONTAINS}
_ORDERING = {Comparison.LESS, Comparison.LESS_OR_EQUAL, Comparison.GREATER, Comparison.GREATER_OR_EQUAL}


def same(value: Any, expected: Any) -> bool:
    """Compares as JSON does: a truth value is no number, and whole numbers are equal whatever their notation."""
    if isinstance(value, list) and isinstance(expected, list):
        return len(value) == len(expected) and all(map(same, value, expected))
    if isinstance(value, dict) and isinstance(expected, Mapping):
        return value.keys() == expected.keys() and all(same(value[key], expected[key]) for key in value)
    if isinstance(value, bool) is not isinstance(expected, bool):
        return False
    return bool(value == expected)


_CHECKS: Mapping[Comparison, Callable[[Any, Any], bool]] = {
    Comparison.EQUAL: same,
    Comparison.NOT_EQUAL: lambda value, expected: not same(value, expected),
    Comparison.LESS: lambda value, expected: bool(value < expected),
    Comparison.LESS_OR_EQUAL: lambda value, expected: bool(value <= expected),
    Comparison.GREATER: lambda value, expected: bool(value > expected),
    Comparison.GREATER_OR_EQUAL: lambda value, expected: bool(value >= expected),
    Comparison.CONTAINS: lambda value, expected: expected in value,
    Comparison.NOT_CONTAINS: lambda value, expected: expected not in value,
    Comparison.STARTS: lambda value, expected: bool(value.startswith(expected)),
    Comparison.ENDS: lambda value, expected: bool(value.endswith(expected)),
    Comparison.MATCHES: lambda value, expected: re.search(expected, value) is not None,
    Comparison.NOT_MATCHES: lambda value, expected: re.search(expected, value) is None,
}


def mismatch(subject: str, value: Any, operator: str, expected: Any) -> str:
    """Compares, and returns what is wrong; an empty text when nothing is.

    Args:
        subject: What the value is, such as its path.
        value: What came.
        operator: The name of a ``Comparison``, the same behind ``LENGTH_``, ``EMPTY`` or ``NOT_EMPTY``.
        expected: What to compare with; a length may be written as text.

    Raises:
        UsageError: When the two can't be compared so.
    """
    if operator in _EMPTINESS:
        if expected is not None:
            raise UsageError(
                f"{_EMPTY_OPERATORS[operator]} takes nothing to compare with, got {shown(expected)}.\n"
                "  a text for the failure is written: message=..."
            )
        right = (_length(subject, value) == 0) is (operator == "EMPTY")
        return "" if right else f"{subject}: expected it {_EMPTINESS[operator]}, got {shown(value)}"
    if operator.startswith(_LENGTH):
        subject, value, expected = f"{subject} length", _length(subject, value), _whole(subject, expected)
    comparison = Comparison[operator.removeprefix(_LENGTH)]
    return "" if holds(value, comparison, expected) else difference(subject, value, comparison, expected)


def _length(subject: str, value: Any) -> int:
    if not isinstance(value, str | list | dict):
        raise UsageError(f"{subject}: expected a list, an object or a text, which have a length; got {shown(value)}.")
    return len(value)


def _whole(subject: str, expected: Any) -> int:
    """Reads a length; a text stands for its number, as a length is always one."""
    if isinstance(expected, int) and not isinstance(expected, bool):
        return expected
    if isinstance(expected, str) and expected.strip().isdecimal():
        return int(expected)
    raise UsageError(f"{subject} length: expected a whole number to compare with, got {shown(expected)}.")


def holds(value: Any, comparison: Comparison, expected: Any) -> bool:
    """Returns whether the comparison holds. Nothing is unlike a value that differs from it in its type only.

    Raises:
        UsageError: When the two can't be compared so.
    """
    if comparison in _NEGATIVE and type_hint(value, expected, comparison):
        return False
    try:
        return _CHECKS[comparison](value, expected)
    except re.error as error:
        raise UsageError(
            f'"{expected}" is no regular expression: {error}.\n  to look for the text as it is, write: contains'
        ) from error
    except (TypeError, AttributeError) as error:
        hint = type_hint(value, expected, comparison)
        raise UsageError(
            f"{shown(value)} can't be compared so: expected it {comparison.value} {shown(expected)}."
            + (f"\n  {hint}" if hint else "")
        ) from error


def difference(subject: str, value: Any, comparison: Comparison, expected: Any) -> str:
    """Says what was expected of the subject, and what came; a second line helps when only the types differ."""
    line = f"{subject}: expected {comparison.value} {shown(expected)}, got {shown(value)}"
    hint = type_hint(value, expected, comparison)
    return f"{line}\n  {hint}" if hint else line


def type_hint(value: Any, expected: Any, comparison: Comparison = Comparison.EQUAL) -> str:
    """Returns how to write what is expected, when only its type is wrong; otherwise an empty text.

    A text never stands for the number, truth value, null, list or object that is written like it: a test would pass
    when the service changes the type.
    """
    if comparison in _ORDERING:
        other = _parsed(expected)
        wrong = _is_number(value) and _is_number(other)
    elif comparison in _CONTAINING and isinstance(value, list):
        other = next((item for item in value if _written_alike(item, expected)), None)
        wrong = other is not None
    else:
        other, wrong = value, _written_alike(value, expected)
    return f"the types differ; {_how_to_write(other)}" if wrong else ""


def _written_alike(value: Any, expected: Any) -> bool:
    """Returns whether one of the two is a text that says the other, as Python or as JSON writes it."""
    if isinstance(value, str) is isinstance(expected, str):
        return False
    text, other = (value, expected) if isinstance(value, str) else (expected, value)
    return bool(text == str(other)) or same(_parsed(text), other)


def _parsed(text: Any) -> Any:
    """Returns the value that a JSON text says; ``_parsed`` itself, which equals nothing, when it says none."""
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return _parsed


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _how_to_write(value: Any) -> str:
    if isinstance(value, str):
        return f"a text is written without braces: {value}"
    if isinstance(value, list | dict):
        return f"such a value is written as an expression: ${{{{ {value} }}}}"
    return f"{'a number' if _is_number(value) else 'such a value'} is written with its braces: ${{{value}}}"


def shown(value: Any) -> str:
    """Returns a value as messages show it, with its type when the text alone leaves it open."""
    if isinstance(value, timedelta):
        seconds = value.total_seconds()
        return f"{seconds:g} s" if seconds >= 1 else f"{seconds * 1000:g} ms"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"{text} ({type(value).__name__})" if isinstance(value, str | int | float | bool) else text
