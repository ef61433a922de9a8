from collections.abc import Mapping
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.argument_binding import ArgumentBinding
from SteadyAPI.errors import UsageError
from SteadyAPI.robot_compat import Secret


class Colour(Enum):
    red = 1
    blue = 2


ARGUMENTS = [
    "url",
    ("count", 1),
    "*",
    ("limit", None),
    ("colour", None),
    ("headers", None),
    ("token", None),
    ("needed", None),
    ("strict", True),
    ("check", None),
]
TYPES = {
    "url": str,
    "count": int,
    "limit": timedelta | None,
    "colour": Colour | None,
    "headers": Mapping[str, Any] | None,
    "token": Secret | str | None,
    "needed": Any,
    "strict": bool,
    "check": bool | str | None,
}
OWNERS = {"verify": ["Create Session"]}


def bound(*args: Any, **named: Any) -> Any:
    return ArgumentBinding("Paint", ARGUMENTS, TYPES, lambda: OWNERS).bind(args, named)


def test_values_are_converted_by_their_types() -> None:
    named = {"limit": "2 seconds", "colour": "RED", "headers": "{'a': 1}"}
    assert bound(7, "3", **named) == (
        ["7", 3],
        {"limit": timedelta(seconds=2), "colour": Colour.red, "headers": {"a": 1}},
    )


@pytest.mark.parametrize(("written", "seconds"), [(5, 5), ("5", 5), (0.5, 0.5), ("500ms", 0.5), ("00:01:00", 60)])
def test_a_duration_may_be_a_number_or_a_time_of_robot_framework(written: Any, seconds: float) -> None:
    assert bound("/", limit=written) == (["/"], {"limit": timedelta(seconds=seconds)})


@pytest.mark.parametrize(("written", "value"), [("no", False), ("ON", True), ("", False), (1, True)])
def test_words_for_yes_and_no_are_truth_values(written: Any, value: bool) -> None:
    assert bool(bound("/", strict=written)[1]["strict"]) is value


def test_what_is_no_truth_value_is_refused_and_no_yes() -> None:
    with pytest.raises(UsageError, match=r'^strict: expected True or False; got "flase"\.$'):
        bound("/", strict="flase")
    assert bound("/", check="ca.pem") == (["/"], {"check": "ca.pem"})


@pytest.mark.parametrize("written", ["inf", "1e400", "999999999999999"])
def test_a_time_without_end_is_none(written: str) -> None:
    with pytest.raises(UsageError, match=f'^limit: expected a time such as 5s, 500ms or 2 minutes; got "{written}"'):
        bound("/", limit=written)


def test_values_of_the_right_type_and_values_of_any_type_stay() -> None:
    token, anything = Secret("x"), object()
    named = {"limit": None, "colour": Colour.blue, "token": token, "needed": anything}
    assert bound("/", 2, **named) == (["/", 2], named)


@pytest.mark.parametrize(("hint", "expected"), [(str, "a text"), (Path, "a path"), (int, "a whole number")])
def test_a_variable_that_holds_nothing_is_no_value_where_there_is_no_default(hint: Any, expected: str) -> None:
    binding = ArgumentBinding("Paint", ["url"], {"url": hint}, dict)
    for args, named in (([None], {}), ([], {"url": None})):
        with pytest.raises(UsageError) as failure:
            binding.bind(args, named)
        assert str(failure.value) == (
            f"url: expected {expected}; got None.\n  its variable holds nothing: look where it gets its value"
        )


def test_none_is_a_value_where_its_type_has_it() -> None:
    binding = ArgumentBinding("Paint", ["user"], {"user": str | None}, dict)
    assert binding.bind([None], {}) == ([None], {})


def test_a_type_that_robot_framework_does_not_know_leaves_the_value() -> None:
    binding = ArgumentBinding("Paint", ["brush"], {"brush": FakeBrush}, dict)
    assert binding.bind(["flat"], {}) == (["flat"], {})


class FakeBrush:
    """A type that Robot Framework can't convert to."""


def test_a_value_that_is_none_of_its_type_says_what_is() -> None:
    with pytest.raises(UsageError, match=r"^colour: expected red or blue; got .*$"):
        bound("/", colour="green")


def test_an_option_of_another_keyword_says_whose_it_is() -> None:
    message = r'^Paint: no option "verify"; give it to Create Session'
    with pytest.raises(UsageError, match=message):
        bound("/", 1, "verify=True")
    with pytest.raises(UsageError, match=message):
        bound("/", verify=True)


@pytest.mark.parametrize("value", ["a value", "not an identifier=1", "=1", 7])
def test_a_value_too_many_says_how_many_there_may_be(value: Any) -> None:
    with pytest.raises(UsageError, match=r"^Paint: expected 2 arguments without a name, got 3"):
        bound("/", 1, value)


@pytest.mark.parametrize(
    ("args", "named", "missing"),
    [((), {}, "url and needed"), (("/a",), {}, "needed"), ((), {"url": "/a"}, "needed"), ((), {"needed": 1}, "url")],
)
def test_a_missing_value_is_named(args: tuple[Any, ...], named: dict[str, Any], missing: str) -> None:
    arguments = [*ARGUMENTS[:-1], "needed"]
    with pytest.raises(UsageError) as failure:
        ArgumentBinding("Paint", arguments, TYPES, lambda: OWNERS).bind(args, named)
    assert str(failure.value) == (
        f"Paint: expected a value for {missing}, got none.\n  write: Paint    url=...    needed=..."
    )


def test_an_option_that_came_as_a_text_says_how_options_are_handed_on() -> None:
    with pytest.raises(UsageError) as failure:
        bound("/orders", 1, "limit=5s", needed=1)
    assert str(failure.value) == (
        "Paint: limit= came in a list, where it is a text and no option.\n"
        "  a keyword that hands options on takes them apart: [Arguments]    @{args}    &{options}"
    )


def test_a_keyword_that_takes_more_takes_all() -> None:
    binding = ArgumentBinding("Run", ["name", "*arguments"], {"name": str, "arguments": Any}, dict)
    assert binding.bind(["Log", "a=1", 2], {}) == (["Log", "a=1", 2], {})


def test_a_keyword_that_takes_any_names_takes_no_more_values() -> None:
    binding = ArgumentBinding("Count", ["things", "**numbers"], {}, dict)
    assert binding.bind([[1]], {"200": 1}) == ([[1]], {"200": 1})
    with pytest.raises(UsageError) as failure:
        binding.bind([[1], "a=b", 3], {})
    assert str(failure.value) == (
        'Count: expected 1 argument without a name, got 3; "a=b" is one too many.\n  write: name=...'
    )
    with pytest.raises(UsageError, match=r'"200" is one too many\.\n  write: 200=\.\.\.$'):
        binding.bind([[1], "200", 3], {})
    with pytest.raises(UsageError, match=r"^Count: expected a value for things, got none"):
        binding.bind([], {"200": 1})


def test_a_value_that_must_have_its_name_says_so() -> None:
    with pytest.raises(UsageError) as failure:
        ArgumentBinding("Repeat", ["url", "*", "times"], {}, dict).bind(["/", 20], {})
    assert str(failure.value) == (
        "Repeat: expected 1 argument without a name, got 2; 20 (int) is one too many.\n  write: times=..."
    )
