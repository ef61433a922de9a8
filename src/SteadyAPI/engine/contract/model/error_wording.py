"""Pydantic's error types in the words of JSON: what was expected, and a hint where one is true."""

from collections.abc import Callable
from typing import Any

from pydantic_core import ErrorDetails, from_json

from SteadyAPI.engine.contract.violation import RULE

_ARRAY, _OBJECT = "array", "object"
_DATE = "date such as 2024-01-31"
_DATE_TIME = "date-time such as 2024-01-31T09:30:00Z"
_DURATION = "duration such as PT5M"
_TIME = "time such as 09:30:00"
_ZONED = "date-time with a time zone, such as 2024-01-31T09:30:00Z"
_DECIMAL = "decimal number"
_EXPECTED: dict[str, str] = {
    "int_type": "integer",
    "int_parsing": "integer",
    "int_parsing_size": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "finite number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "string_type": "string",
    "string_sub_type": "string",
    "string_unicode": "string",
    "bytes_type": "string",
    "list_type": _ARRAY,
    "set_type": _ARRAY,
    "frozen_set_type": _ARRAY,
    "tuple_type": _ARRAY,
    "iterable_type": _ARRAY,
    "dict_type": _OBJECT,
    "mapping_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "dataclass_type": _OBJECT,
    "arguments_type": "object or array",
    "none_required": "null",
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "datetime_type": _DATE_TIME,
    "datetime_parsing": _DATE_TIME,
    "datetime_from_date_parsing": _DATE_TIME,
    "datetime_object_invalid": _DATE_TIME,
    "timezone_aware": _ZONED,
    "timezone_naive": "date-time without a time zone, such as 2024-01-31T09:30:00",
    "time_type": _TIME,
    "time_parsing": _TIME,
    "time_delta_type": _DURATION,
    "time_delta_parsing": _DURATION,
    "uuid_type": "UUID",
    "uuid_parsing": "UUID",
    "url_type": "URL",
    "url_parsing": "URL",
    "url_syntax_violation": "URL",
    "decimal_type": _DECIMAL,
    "decimal_parsing": _DECIMAL,
    "invalid_key": "name as a string",
    "json_invalid": "JSON in a string",
    "json_type": "JSON in a string",
}
_BY_CONTEXT: dict[str, str] = {
    "enum": "{expected}",
    "literal_error": "{expected}",
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than": "less than {lt}",
    "less_than_equal": "{le} or less",
    "multiple_of": "a multiple of {multiple_of}",
    "string_pattern_mismatch": "text that matches {pattern}",
    "string_too_short": "at least {min_length} characters",
    "string_too_long": "at most {max_length} characters",
    "bytes_too_short": "at least {min_length} bytes",
    "bytes_too_long": "at most {max_length} bytes",
    "too_short": "at least {min_length} items",
    "too_long": "at most {max_length} items",
    "uuid_version": "UUID of version {expected_version}",
    "url_scheme": "URL with {expected_schemes}",
    "url_too_long": "URL of at most {max_length} characters",
    "date_past": "date in the past",
    "date_future": "date in the future",
    "datetime_past": "date-time in the past",
    "datetime_future": "date-time in the future",
    "decimal_max_digits": "at most {max_digits} digits",
    "decimal_max_places": "at most {decimal_places} decimal places",
    "decimal_whole_digits": "at most {whole_digits} digits before the decimal point",
}
FORMATS = {
    "date": _DATE,
    "date-time": _DATE_TIME,
    "duration": _DURATION,
    "email": "e-mail address",
    "time": _TIME,
    "uri": "URL",
    "uuid": "UUID",
}
"""What JSON Schema's ``format`` stands for."""
_NUMBERS = {"integer", "number", "boolean", _DECIMAL}
_DATES = {_DATE, _DATE_TIME, _TIME, _ZONED}
_INPUT = "Input should be "
_PREFIXES = ("Value error, ", "Assertion failed, ")
_LARGEST_PARSED = 40
_MOST_COMPARED = 200
_MOST_KEYS = 8


_WORDED = frozenset({*_EXPECTED, *_BY_CONTEXT, "union_tag_invalid"})
"""Kinds of errors whose words are ours."""


def expected(detail: ErrorDetails) -> str:
    """Says what the schema wants at the place of an error; for a rule of the model's own, in the model's words."""
    kind = detail["type"]
    if kind in _EXPECTED:
        return _EXPECTED[kind]
    if kind in _BY_CONTEXT:
        return _BY_CONTEXT[kind].format(**detail.get("ctx", {}))
    if kind == "union_tag_invalid":
        return " or ".join(str(detail.get("ctx", {})["expected_tags"]).rsplit(", ", 1))
    said = detail["msg"]
    if said.startswith(_INPUT):
        return said.removeprefix(_INPUT)
    for prefix in _PREFIXES:
        said = said.removeprefix(prefix)
    return f"{RULE}{said}"


def is_own_rule(detail: ErrorDetails) -> bool:
    """Returns whether the words are the model's, which may quote the value."""
    return detail["type"] not in _WORDED


def hint(value: Any, wanted: str) -> str:
    """Says what is likely to have happened, where a value and what was expected show it.

    Args:
        value: What came.
        wanted: What ``expected`` says.
    """
    if value is None:
        return "null where the schema allows none"
    rules: dict[type, Callable[[Any, str], str]] = {str: _of_text, int: _of_number, float: _of_number, list: _of_list}
    return rules[type(value)](value, wanted) if type(value) in rules else ""


def _of_text(value: str, wanted: str) -> str:
    if wanted in _NUMBERS and len(value) <= _LARGEST_PARSED and _is_scalar(value):
        return "sent as text"
    if wanted == _DATE and len(value) > len("2024-01-31") and value[10:11] in {"T", " "}:
        return "a date with a time"
    if wanted == _ZONED:
        return "no time zone"
    allowed = wanted.replace("'", "").replace(" or ", ", ").split(", ")
    if value not in allowed and value.lower() in {word.lower() for word in allowed}:
        return "another case of letters"
    return ""


def _of_number(_value: Any, wanted: str) -> str:
    if wanted in _DATES:
        return "a number, perhaps of seconds"
    return "sent as a number" if wanted == "string" else ""


def _of_list(_value: Any, wanted: str) -> str:
    return "a list where one object is expected" if wanted == _OBJECT else ""


def keys_hint(missing: str | int, parent: Any) -> str:
    """Says what is there where something is missing: the same name written otherwise, or the first keys."""
    if not isinstance(parent, dict):
        return f"the array has {len(parent)} items" if isinstance(parent, list) else ""
    if isinstance(missing, str) and len(parent) <= _MOST_COMPARED:
        wanted = _plain(missing)
        alike = next((key for key in parent if _plain(key) == wanted), None)
        if alike is not None:
            return f'there is "{alike}"'
    there = list(parent)[:_MOST_KEYS]
    more = f", … {len(parent) - _MOST_KEYS} more" if len(parent) > _MOST_KEYS else ""
    return f"keys there: {', '.join(there) or 'none'}{more}"


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").casefold()


def _is_scalar(text: str) -> bool:
    """Returns whether a text would be a JSON number or boolean without its quotes."""
    try:
        return isinstance(from_json(text.strip()), int | float)
    except ValueError:
        return False
