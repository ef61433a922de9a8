from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.argument_errors import surplus_argument, unknown_option, unusable
from SteadyAPI.arguments import AssertionOperator, RetryPreset, RetrySettings, SessionScope

RETRY = RetryPreset | RetrySettings | None


@pytest.mark.parametrize(
    ("name", "hint", "value", "message"),
    [
        ("scope", SessionScope, "suit", 'scope: expected run, suite or test; got "suit".\n  did you mean suite?'),
        ("scope", SessionScope, "x" * 70, f'scope: expected run, suite or test; got "{"x" * 60}…".'),
        ("limit", timedelta | None, "soon", 'limit: expected a time such as 5s, 500ms or 2 minutes; got "soon".'),
        ("count", int, "many", 'count: expected a whole number; got "many".'),
        (
            "count",
            int,
            None,
            "count: expected a whole number; got None.\n  its variable holds nothing: look where it gets its value",
        ),
        ("ratio", float | bool, "x", 'ratio: expected a number or True or False; got "x".'),
        ("path", Path, 7, "path: expected a path; got 7 (int)."),
        ("parts", list[str], {}, "parts: expected a list; got a dictionary."),
        ("thing", frozenset, "x", 'thing: expected a frozenset; got "x".'),
        (
            "fields",
            Mapping[str, Any],
            7,
            "fields: expected a dictionary; got 7 (int).\n  write for example: VAR    &{fields}    tenant=acme",
        ),
        ("table", dict[str, Any], "x", "table: expected a dictionary; got a text."),
        (
            "retry",
            RETRY,
            "off",
            (
                'retry: expected default, classic, none or a dictionary of settings; got "off".\n'
                "  for no retries write: retry=none"
            ),
        ),
        (
            "retry",
            RETRY,
            "5",
            (
                'retry: expected default, classic, none or a dictionary of settings; got "5".\n'
                "  for another number of attempts write: VAR    &{retry}    attempts=${5}"
            ),
        ),
    ],
)
def test_a_value_says_what_was_expected_and_how_to_write_it(name: str, hint: Any, value: Any, message: str) -> None:
    assert str(unusable(name, hint, value)) == message


@pytest.mark.parametrize("value", [{"atempts": 3}, "{'atempts': 3}"])
def test_settings_say_what_is_wrong_in_them_and_which_there_are(value: Any) -> None:
    message = str(unusable("retry", RETRY, value))
    assert message.startswith("retry: expected default, classic, none or a dictionary of settings; got ")
    assert "\n  Item 'atempts' not allowed\n  its settings: preset, attempts, deadline" in message


def test_settings_that_cannot_be_read_are_listed() -> None:
    assert 'got "{oops".\n  Invalid expression\n  its settings: preset, attempts' in str(
        unusable("retry", RETRY, "{oops")
    )


def test_a_long_list_stands_below() -> None:
    message = str(unusable("assertion_operator", AssertionOperator | None, "is"))
    first, second = message.splitlines()
    assert first == 'assertion_operator: expected one of those below, got "is".'
    assert second.startswith("  write: ==, !=, <,")


@pytest.mark.parametrize(("written", "meant"), [("=", "=="), ("len", "length"), ("containz", "contains")])
def test_the_beginning_of_a_word_means_that_word(written: str, meant: str) -> None:
    message = str(unusable("assertion_operator", AssertionOperator | None, written))
    assert message.endswith(f"\n  did you mean {meant}?")


def test_an_empty_text_means_no_word() -> None:
    assert "did you mean" not in str(unusable("assertion_operator", AssertionOperator | None, ""))


def test_a_text_that_may_hold_a_secret_is_not_shown() -> None:
    hint = Mapping[str, Any] | None
    message = str(unusable("headers", hint, "Authorization=Bearer abc"))
    assert message == (
        'headers: expected a dictionary; got the text "Authorization=...".\n'
        "  write for example: VAR    &{headers}    Accept=application/json"
    )
    assert "abc" not in str(unusable("headers", hint, "abc" * 50 + "=x"))


OPTIONS = ["params", "expected_status", "message", "username"]
OWNERS = {"verify": ["Update Session", "Create Session"], "count": ["Read Events"], "timeout": ["GET", "POST"]}


@pytest.mark.parametrize(
    ("option", "advice"),
    [
        ("verify", "; give it to Create Session."),
        ("timeout", "; give it to GET."),
        ("count", "; give it to Read Events."),
        ("msg", "; write: message="),
        ("expectd_status", "; did you mean expected_status=?"),
        ("user", "; did you mean username=?"),
        ("brush", "."),
        ("max_retries", "."),
    ],
)
def test_an_option_that_is_none_says_what_to_do(option: str, advice: str) -> None:
    line = f'GET: no option "{option}"{advice}\n  its options: params, expected_status, message, username'
    assert str(unknown_option("GET", option, ["url"], OPTIONS, OWNERS)) == line


def test_an_argument_under_another_name_is_named() -> None:
    line = 'Wait Until Status: no option "status"; write: expected_status='
    assert str(unknown_option("Wait Until Status", "status", ["url", "expected_status"], [], {})) == line


def test_a_keyword_without_options_lists_none() -> None:
    assert str(unknown_option("Close Session", "brush", [], [], {})) == 'Close Session: no option "brush".'


@pytest.mark.parametrize(
    ("most", "options", "message"),
    [
        (1, [], 'GET: expected 1 argument without a name, got 3; "x" is one too many.'),
        (0, [], 'GET: expected no argument without a name, got 3; "x" is one too many.'),
        (
            2,
            ["a", "b"],
            (
                'GET: expected 2 arguments without a name, got 3; "x" is one too many.\n'
                "  further ones are written with their names: a=, b="
            ),
        ),
    ],
)
def test_a_value_too_many_says_where_it_belongs(most: int, options: list[str], message: str) -> None:
    assert str(surplus_argument("GET", most, 3, "x", options)) == message


@pytest.mark.parametrize("url", ["/products", "https://shop.test/x"])
def test_a_session_in_front_of_the_url_says_which_keyword_takes_it(url: str) -> None:
    message = str(surplus_argument("GET", 1, 2, url, ["params"]))
    assert message.endswith("\n  to name a session, write: GET On Session    shop    /orders")
    assert "On Session    shop    /orders" not in str(surplus_argument("Use Token", 1, 2, url, ["source"]))


def test_a_body_without_its_name_says_how_to_write_it() -> None:
    message = str(surplus_argument("POST", 1, 2, {"id": 7}, ["params", "json"]))
    assert message == (
        "POST: expected 1 argument without a name, got 2; a dictionary is one too many.\n"
        "  a body is written with its name: json=${value}"
    )
