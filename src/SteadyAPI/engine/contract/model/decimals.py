"""Decimals as the body writes them: Pydantic reads a JSON number as a float first, so 1.10 becomes 1.1."""

import dataclasses
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

_FRACTION = re.compile(rb"[0-9][.eE]")


def with_exact_decimals(value: Any, text: bytes) -> Any:
    """Returns a validated value whose decimals have the digits of the JSON text.

    A decimal is replaced where the text has a number at the same position and Pydantic made of it what a float keeps;
    what a validator changed stays.
    """
    if not _FRACTION.search(text):
        return value
    return _exact(value, json.loads(text, parse_float=Decimal))


def _exact(value: Any, raw: Any) -> Any:
    if isinstance(value, Decimal):
        return raw if isinstance(raw, Decimal) and _is_float_of(value, raw) else value
    if isinstance(value, tuple) and isinstance(raw, list) and len(raw) == len(value):
        exact = [_exact(part, other) for part, other in zip(value, raw, strict=True)]
        return tuple(exact) if type(value) is tuple else value
    for owner, key, part in _parts(value, raw):
        owner[key] = _exact(owner[key], part)
    return value


def _parts(value: Any, raw: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Yields what holds a part of a value, the part's key in it, and the same part of the parsed text."""
    if isinstance(value, list) and isinstance(raw, list) and len(value) == len(raw):
        yield from ((value, index, part) for index, part in enumerate(raw))
    elif isinstance(value, RootModel):
        yield value.__dict__, "root", raw
    elif isinstance(raw, dict):
        if isinstance(value, BaseModel):
            keys = {name: _written(name, field) for name, field in type(value).model_fields.items()}
            yield from ((value.__dict__, name, raw[key]) for name, key in keys.items() if key in raw)
        elif isinstance(value, dict):
            yield from ((value, key, raw[str(key)]) for key in value if str(key) in raw)
        elif dataclasses.is_dataclass(value) and hasattr(value, "__dict__"):
            names = [field.name for field in dataclasses.fields(value)]
            yield from ((value.__dict__, name, raw[name]) for name in names if name in raw)


def _is_float_of(value: Decimal, raw: Decimal) -> bool:
    """Returns whether a value is what a float keeps of the text's number; one of many digits is written otherwise."""
    kept = Decimal(repr(float(raw)))
    return str(value) == str(kept) or (value == kept and value != raw)


def _written(name: str, field: FieldInfo) -> str:
    """Returns the name that a field has in the text."""
    alias = field.validation_alias
    return alias if isinstance(alias, str) else name
