"""Query parameters, form fields, headers and cookies: how their values are written as text."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any
from uuid import UUID

from SteadyAPI.errors import UsageError

Text = str | bytes
_PAIR = 2
_BYTES = (bytes, bytearray, memoryview)
_AS_PYTHON_WRITES_IT = (int, float, UUID, PurePath)
_JSON = "    (JSON goes into json=)"
_NESTED = {
    "params": "a query has no nested values.\n  write the name that the service reads, for example filter[state]=open "
    "or filter.state=open, or JSON text as the value",
    "data": "a form has no nested values.\n  write the name that the service reads, for example filter[state]=open "
    "or filter.state=open; JSON goes into json=",
}


def text_of(value: Any, option: str, name: object) -> Text:
    """Returns a single value as text; bytes stay bytes.

    Booleans are written as in JSON, numbers as Python writes them, dates and times by ISO 8601.

    Args:
        value: The value.
        option: The option it was given in, for the message.
        name: The name of its field, for the message.

    Raises:
        UsageError: When it has no such text. The value isn't shown: it may be secret.
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, _BYTES):
        return bytes(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, _AS_PYTHON_WRITES_IT):
        return str(value)
    raise UsageError(
        f'{option}: expected text, a number, a boolean, a date or a UUID as the value of "{name}", '
        f"got {type(value).__name__}."
    )


def field_pairs(fields: Any, option: str) -> list[tuple[Text, Text]]:
    """Returns parameters or form fields as pairs of name and text: one for each item of a list, none for ``None``.

    Args:
        fields: A mapping, or a list of pairs.
        option: The option they were given in: ``params`` or ``data``.

    Raises:
        UsageError: When they are something else, or hold nested values.
    """
    if isinstance(fields, Mapping):
        pairs: Iterable[Any] = fields.items()
    elif _are_pairs(fields):
        pairs = fields
    else:
        raise UsageError(
            f"{option}: expected a dictionary, a list of pairs, or text; got {_described(fields)}.\n"
            f"  write for example: VAR    &{{{option}}}    page=2{_JSON if option == 'data' else ''}"
        )
    return [(text_of(name, option, name), text) for name, value in pairs for text in _texts(value, option, name)]


def _are_pairs(fields: Any) -> bool:
    return isinstance(fields, list | tuple) and all(
        isinstance(pair, list | tuple) and len(pair) == _PAIR for pair in fields
    )


def _described(fields: Any) -> str:
    if not isinstance(fields, list | tuple):
        return type(fields).__name__
    return f"a list of {', '.join(dict.fromkeys(type(item).__name__ for item in fields))}"


def _texts(value: Any, option: str, name: object) -> Iterator[Text]:
    """Yields the text of a value, or those of the items of a list."""
    items = [value] if not _is_collection(value) else list(value)
    if isinstance(value, Mapping) or any(map(_is_collection, items)):
        kind = "a dictionary" if isinstance(value, Mapping) else "a list that holds lists or dictionaries"
        raise UsageError(f'{option}: the value of "{name}" is {kind}, and {_NESTED[option]}')
    for item in items:
        if item is not None:
            yield text_of(item, option, name)


def _is_collection(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, (str, *_BYTES, type))
