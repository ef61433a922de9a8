"""Comparisons that getter keywords make: a value, an operator, and what is expected."""

import re
from collections.abc import Callable, Mapping
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


def _same(value: Any, expected: Any) -> bool:
    """Compares as JSON does: a truth value is no number, and whole numbers are equal whatever their notation."""
    if isinstance(value, bool) is not isinstance(expected, bool):
        return False
    return bool(value == expected)


_CHECKS: Mapping[Comparison, Callable[[Any, Any], bool]] = {
    Comparison.EQUAL: _same,
    Comparison.NOT_EQUAL: lambda value, expected: not _same(value, expected),
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


def holds(value: Any, comparison: Comparison, expected: Any) -> bool:
    """Tells whether the comparison holds.

    Raises:
        UsageError: When the two can't be compared so.
    """
    try:
        return _CHECKS[comparison](value, expected)
    except (TypeError, AttributeError, re.error) as error:
        raise UsageError(
            f"{shown(value)} can't be compared so: expected it {comparison.value} {shown(expected)}.\n  {error}"
        ) from error


def difference(subject: str, value: Any, comparison: Comparison, expected: Any) -> str:
    """Says what was expected of the subject, and what came; a second line helps when only the types differ."""
    line = f"{subject}: expected {comparison.value} {shown(expected)}, got {shown(value)}"
    if comparison is Comparison.EQUAL and str(value) == str(expected):
        return f"{line}\n  the types differ; {_how_to_write(value)}"
    return line


def _how_to_write(value: Any) -> str:
    if isinstance(value, str):
        return f"a text is written without braces: {value}"
    what = "a number" if isinstance(value, int | float) and not isinstance(value, bool) else "such a value"
    return f"{what} is written with its braces: ${{{value}}}"


def shown(value: Any) -> str:
    """Returns a value as messages show it, with its type when the text alone leaves it open."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"{text} ({type(value).__name__})" if isinstance(value, str | int | float | bool) else text
