from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

import pytest

from SteadyAPI.engine.request.fields import field_pairs, text_of
from SteadyAPI.errors import UsageError


class Colour(StrEnum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x", "x"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (1.5, "1.5"),
        (Decimal("1E+2"), "100"),
        (Decimal("1.10"), "1.10"),
        (date(2024, 1, 2), "2024-01-02"),
        (datetime(2024, 1, 2, 3, 4), "2024-01-02T03:04:00"),  # noqa: DTZ001  as a suite may give it
        (time(3, 4), "03:04:00"),
        (UUID(int=5), "00000000-0000-0000-0000-000000000005"),
        (PurePosixPath("/a/b"), "/a/b"),
        (Colour.RED, "red"),
        (b"\xff", b"\xff"),
        (bytearray(b"x"), b"x"),
        (memoryview(b"x"), b"x"),
    ],
)
def test_a_value_has_one_text(value: Any, text: Any) -> None:
    assert text_of(value, "params", "a") == text


@pytest.mark.parametrize("value", [object(), timedelta(seconds=1), None])
def test_a_value_without_a_text_is_refused_without_showing_it(value: Any) -> None:
    with pytest.raises(UsageError, match=rf'the value of "a", got {type(value).__name__}\.$'):
        text_of(value, "params", "a")


@pytest.mark.parametrize(
    ("fields", "pairs"),
    [
        ({"a": [1, None, "x"], "b": None, "c": ""}, [("a", "1"), ("a", "x"), ("c", "")]),
        ([("a", 1), ["a", 2]], [("a", "1"), ("a", "2")]),
        ({"a": (), "b": {"x"}, 1: iter([True])}, [("b", "x"), ("1", "true")]),
        ({}, []),
        ([], []),
    ],
)
def test_fields_become_pairs(fields: Any, pairs: Any) -> None:
    assert field_pairs(fields, "data") == pairs


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"b": 1}, "a dictionary"),
        ([{"b": 1}], "a list that holds lists or dictionaries"),
        ([[1]], "a list that holds lists or dictionaries"),
    ],
)
@pytest.mark.parametrize(
    ("option", "advice"), [("params", "or JSON text as the value"), ("data", "JSON goes into json=")]
)
def test_nested_values_are_refused_with_advice(value: Any, kind: str, option: str, advice: str) -> None:
    with pytest.raises(UsageError, match=f'^{option}: the value of "a" is {kind}.*nested values') as refused:
        field_pairs({"a": value}, option)
    assert "filter[state]=open" in str(refused.value)
    assert advice in str(refused.value)


@pytest.mark.parametrize(
    ("fields", "kind"), [(["a", "b"], "a list of str"), ([{"a": 1}, 2], "a list of dict, int"), (5, "int")]
)
def test_what_is_neither_a_dictionary_nor_pairs_is_refused(fields: Any, kind: str) -> None:
    with pytest.raises(UsageError, match=f"got {kind}\\.\n  write for example: VAR    &{{params}}    page=2$"):
        field_pairs(fields, "params")
    with pytest.raises(UsageError, match="JSON goes into json="):
        field_pairs(fields, "data")
