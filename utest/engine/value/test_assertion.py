from datetime import timedelta
from typing import Any

import pytest

from SteadyAPI.engine.value.assertion import Comparison, difference, holds, mismatch, shown
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize(
    ("value", "comparison", "expected"),
    [
        (7, Comparison.EQUAL, 7),
        (7, Comparison.EQUAL, 7.0),
        (True, Comparison.EQUAL, True),
        (7, Comparison.NOT_EQUAL, "8"),
        (None, Comparison.EQUAL, None),
        ([1, {"a": [True]}], Comparison.EQUAL, [1, {"a": [True]}]),
        ("absent", Comparison.NOT_EQUAL, 7),
        (1, Comparison.NOT_EQUAL, True),
        (1, Comparison.LESS, 2),
        (2, Comparison.LESS_OR_EQUAL, 2),
        (timedelta(seconds=1), Comparison.GREATER, timedelta(milliseconds=1)),
        (2, Comparison.GREATER_OR_EQUAL, 2),
        ("notebook", Comparison.CONTAINS, "book"),
        ([1, 2], Comparison.CONTAINS, 2),
        ([1, 2], Comparison.NOT_CONTAINS, 3),
        ("notebook", Comparison.STARTS, "note"),
        ("notebook", Comparison.ENDS, "book"),
        ("notebook", Comparison.MATCHES, "^n.*k$"),
        ("notebook", Comparison.NOT_MATCHES, "x"),
    ],
)
def test_a_comparison_holds(value: Any, comparison: Comparison, expected: Any) -> None:
    assert holds(value, comparison, expected)


@pytest.mark.parametrize(
    ("value", "comparison", "expected"),
    [
        (7, Comparison.EQUAL, "7"),
        (1, Comparison.EQUAL, True),
        ([1], Comparison.EQUAL, [True]),
        ([1], Comparison.EQUAL, [1, 2]),
        ({"a": 0}, Comparison.EQUAL, {"a": False}),
        ({"a": 0}, Comparison.EQUAL, {"b": 0}),
        ("a", Comparison.MATCHES, "b"),
        (2, Comparison.LESS, 2),
        (7, Comparison.NOT_EQUAL, "7"),
        ([7], Comparison.NOT_CONTAINS, "7"),
    ],
)
def test_a_comparison_does_not_hold(value: Any, comparison: Comparison, expected: Any) -> None:
    assert not holds(value, comparison, expected)


@pytest.mark.parametrize(
    ("value", "comparison", "expected"),
    [
        ("a", Comparison.LESS, 1),
        (7, Comparison.CONTAINS, 7),
        (7, Comparison.STARTS, "7"),
    ],
)
def test_what_cannot_be_compared_is_refused(value: Any, comparison: Comparison, expected: Any) -> None:
    with pytest.raises(UsageError, match="can't be compared so"):
        holds(value, comparison, expected)


def test_a_difference_names_subject_expectation_and_value() -> None:
    assert difference("$.id", 8, Comparison.EQUAL, 7) == "$.id: expected to be 7 (int), got 8 (int)"


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match=r'^"\(" is no regular expression: missing \), unterminated subpattern'):
        holds("a", Comparison.MATCHES, "(")


@pytest.mark.parametrize(
    ("value", "comparison", "expected", "hint"),
    [
        (7, Comparison.EQUAL, "7", "a number is written with its braces: ${7}"),
        (3.5, Comparison.EQUAL, "3.50", "a number is written with its braces: ${3.5}"),
        ("7", Comparison.EQUAL, 7, "a text is written without braces: 7"),
        (True, Comparison.EQUAL, "true", "such a value is written with its braces: ${True}"),
        (None, Comparison.EQUAL, "None", "such a value is written with its braces: ${None}"),
        (["a"], Comparison.EQUAL, '["a"]', "such a value is written as an expression: ${{ ['a'] }}"),
        (7, Comparison.NOT_EQUAL, "7", "a number is written with its braces: ${7}"),
        ([1, 7], Comparison.CONTAINS, "7", "a number is written with its braces: ${7}"),
    ],
)
def test_a_difference_of_types_alone_says_how_to_write_the_value(
    value: Any, comparison: Comparison, expected: Any, hint: str
) -> None:
    assert difference("$.id", value, comparison, expected).endswith(f"\n  the types differ; {hint}")


def test_a_number_compared_with_a_text_says_how_to_write_it() -> None:
    with pytest.raises(UsageError, match=r"at least \"0\" \(str\)\.\n  the types differ; a number is .*: \$\{0}$"):
        holds(7, Comparison.GREATER_OR_EQUAL, "0")


@pytest.mark.parametrize(
    ("value", "comparison", "expected"),
    [(7, Comparison.EQUAL, "x"), ([1], Comparison.CONTAINS, "2"), ("a", Comparison.EQUAL, "[" * 100_000)],
)
def test_another_difference_has_no_hint(value: Any, comparison: Comparison, expected: Any) -> None:
    assert "\n" not in difference("$.id", value, comparison, expected)


def test_a_long_value_is_cut() -> None:
    assert shown("x" * 300) == '"' + "x" * 199 + "… (str)"


@pytest.mark.parametrize(("seconds", "text"), [(0.0104, "10.4 ms"), (0.0, "0 ms"), (1.0, "1 s"), (61.5, "61.5 s")])
def test_a_time_is_shown_with_its_unit(seconds: float, text: str) -> None:
    assert shown(timedelta(seconds=seconds)) == text


def test_a_list_is_shown_without_its_type() -> None:
    assert shown([1]) == "[1]"


@pytest.mark.parametrize(
    ("value", "expected", "hint"),
    [
        (7, "7", "a number is written with its braces: ${7}"),
        ("7", 7, "a text is written without braces: 7"),
        (True, "True", "such a value is written with its braces: ${True}"),
        (None, "None", "such a value is written with its braces: ${None}"),
    ],
)
def test_values_that_look_alike_are_told_apart_by_how_they_are_written(value: Any, expected: Any, hint: str) -> None:
    assert difference("$.id", value, Comparison.EQUAL, expected).endswith(f"\n  the types differ; {hint}")


@pytest.mark.parametrize(
    ("value", "operator", "expected"),
    [
        ([1, 2], "LENGTH_EQUAL", "2"),
        ({"a": 1}, "LENGTH_EQUAL", 1),
        ("abc", "LENGTH_GREATER", " 2"),
        ([], "EMPTY", None),
        ("", "EMPTY", None),
        ({"a": 1}, "NOT_EMPTY", None),
        (7, "EQUAL", 7),
    ],
)
def test_what_is_right_has_no_mismatch(value: Any, operator: str, expected: Any) -> None:
    assert mismatch("$.a", value, operator, expected) == ""


@pytest.mark.parametrize(
    ("value", "operator", "expected", "words"),
    [
        ([1, 2], "LENGTH_EQUAL", 3, "$.a length: expected to be 3 (int), got 2 (int)"),
        ("abc", "LENGTH_LESS", "3", "$.a length: expected to be less than 3 (int), got 3 (int)"),
        ([1], "EMPTY", None, "$.a: expected it to be empty, got [1]"),
        ("", "NOT_EMPTY", None, '$.a: expected it not to be empty, got "" (str)'),
        (7, "EQUAL", 8, "$.a: expected to be 8 (int), got 7 (int)"),
    ],
)
def test_a_mismatch_is_told(value: Any, operator: str, expected: Any, words: str) -> None:
    assert mismatch("$.a", value, operator, expected) == words


@pytest.mark.parametrize(
    ("value", "operator", "expected", "words"),
    [
        (7, "LENGTH_EQUAL", 1, r"^\$.a: expected a list, an object or a text, which have a length; got 7 \(int\)\.$"),
        (None, "EMPTY", None, "which have a length; got None"),
        ([], "LENGTH_EQUAL", "many", r'^\$.a length: expected a whole number to compare with, got "many" \(str\)\.$'),
        ([], "LENGTH_EQUAL", True, "expected a whole number to compare with, got True"),
        ([], "EMPTY", "x", r'^is empty takes nothing to compare with, got "x" \(str\)\.\n  a text for the failure'),
    ],
)
def test_what_has_no_length_is_refused(value: Any, operator: str, expected: Any, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        mismatch("$.a", value, operator, expected)
