from typing import Any

import pytest
from pydantic_core import ErrorDetails

from SteadyAPI.engine.contract.model.error_wording import expected, hint, is_own_rule, keys_hint


def detail(kind: str, message: str = "", **context: Any) -> ErrorDetails:
    return {"type": kind, "loc": (), "msg": message, "input": None, "ctx": context}


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (detail("int_type"), "integer"),
        (detail("model_type"), "object"),
        (detail("literal_error", expected="'a' or 'b'"), "'a' or 'b'"),
        (detail("greater_than", gt=0), "more than 0"),
        (detail("too_short", min_length=2), "at least 2 items"),
        (detail("value_error", "Value error, must be even"), "the model's rule: must be even"),
        (detail("assertion_error", "Assertion failed, odd"), "the model's rule: odd"),
        (detail("is_instance_of", "Input should be an instance of X"), "an instance of X"),
    ],
)
def test_errors_are_reported_in_the_words_of_json(error: ErrorDetails, words: str) -> None:
    assert expected(error) == words


def test_the_words_of_a_model_are_its_own() -> None:
    assert [is_own_rule(detail(kind)) for kind in ("value_error", "int_type", "enum")] == [True, False, False]


@pytest.mark.parametrize(
    ("value", "wanted", "words"),
    [
        (None, "integer", "null where the schema allows none"),
        ("7", "integer", "sent as text"),
        ("true", "boolean", "sent as text"),
        ("seven", "integer", ""),
        ('"7"', "integer", ""),
        ("9" * 50, "integer", ""),
        ("2024-01-31T10:00:00", "date such as 2024-01-31", "a date with a time"),
        ("2024-01-31x", "date such as 2024-01-31", ""),
        ("x", "date-time with a time zone, such as 2024-01-31T09:30:00Z", "no time zone"),
        ("PAID", "'new' or 'paid'", "another case of letters"),
        ("gone", "'new' or 'paid'", ""),
        ("new", "'new' or 'paid'", ""),
        (1700000000, "date-time such as 2024-01-31T09:30:00Z", "a number, perhaps of seconds"),
        (7, "string", "sent as a number"),
        (7.5, "object", ""),
        ([], "object", "a list where one object is expected"),
        ([], "string", ""),
        ({}, "string", ""),
        (True, "string", ""),
    ],
)
def test_hints_are_given_where_they_are_true(value: Any, wanted: str, words: str) -> None:
    assert hint(value, wanted) == words


def test_the_keys_that_are_there_are_listed() -> None:
    assert keys_hint("city", {"street": 1, "zip": 2}) == "keys there: street, zip"


def test_an_empty_object_has_no_keys() -> None:
    assert keys_hint("city", {}) == "keys there: none"


def test_many_keys_are_cut() -> None:
    assert keys_hint("city", {f"k{n}": n for n in range(10)}).endswith("k7, … 2 more")


def test_a_name_written_otherwise_is_recognised() -> None:
    assert keys_hint("customer_name", {"customerName": 1}) == 'there is "customerName"'


def test_among_very_many_names_none_is_looked_for() -> None:
    assert keys_hint("customer_name", {f"k{n}": n for n in range(300)} | {"customerName": 1}).startswith("keys there")


def test_an_array_tells_its_length() -> None:
    assert keys_hint(2, [1]) == "the array has 1 items"


def test_nothing_is_said_of_what_is_no_container() -> None:
    assert keys_hint("x", None) == ""


def test_a_missing_position_of_an_object_has_the_keys() -> None:
    assert keys_hint(1, {"a": 1}) == "keys there: a"
