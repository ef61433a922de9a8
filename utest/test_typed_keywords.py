from datetime import timedelta
from typing import Any

import pytest
from robot.api.deco import keyword
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.options import Options, with_options
from SteadyAPI.typed_keywords import TypedKeywordCore


class Paint(Options):
    """Options of a keyword whose own arguments are no free texts."""

    colour: str = "red"

    CLOSED = True


class Painter:
    """Keywords of every shape."""

    @keyword
    def paint_wall(self, wall: str, *, limit: timedelta | None = None) -> tuple[str, timedelta | None]:
        return wall, limit

    @keyword(name="GET")
    def fetch(self, wall: str, coats: int = 1) -> tuple[str, int]:
        return wall, coats

    @with_options(Paint, tag="Paints")
    def closed(self, wall: str, **options: Any) -> tuple[str, str]:
        return wall, Paint(**options).colour

    @keyword
    def wait(self, wall: str, expected_status: Any) -> tuple[str, Any]:
        return wall, expected_status

    @keyword
    def count(self, things: Any, **numbers: Any) -> dict[str, Any]:
        return numbers

    @keyword
    def run(self, name: str, *arguments: Any) -> tuple[Any, ...]:
        return name, *arguments


@pytest.fixture
def library() -> Any:
    return TypedKeywordCore([Painter()])


def running(monkeypatch: pytest.MonkeyPatch, *, dry: bool) -> None:
    monkeypatch.setattr(BuiltIn, "robot_running", True)
    monkeypatch.setattr(BuiltIn, "dry_run_active", dry)


def test_python_calls_keywords_with_plain_values(library: Any) -> None:
    assert library.paint_wall("north", limit=5) == ("north", timedelta(seconds=5))
    assert library.get("north", "2") == library.GET("north", 2) == library.fetch("north", 2) == ("north", 2)
    assert library.closed("north", colour="blue") == ("north", "blue")
    assert library.run("Log", "a=1") == ("Log", "a=1")


def test_an_option_that_is_none_is_refused(library: Any) -> None:
    with pytest.raises(UsageError, match=r'^Paint Wall: no option "coats"; give it to GET'):
        library.run_keyword("paint_wall", ["north", "coats=2"])
    with pytest.raises(UsageError, match=r'^GET: no option "limit"; give it to Paint Wall'):
        library.get("north", limit=1)


def test_an_argument_under_the_name_that_habit_gives_it_is_refused(library: Any) -> None:
    with pytest.raises(UsageError, match=r'^Wait: no option "status"; write: expected_status=$'):
        library.wait(wall="north", status=200)


def test_outside_a_run_arguments_and_types_are_what_they_are(library: Any) -> None:
    assert library.get_keyword_arguments("paint_wall") == ["wall", "*", ("limit", None)]
    assert set(library.get_keyword_types("paint_wall")) == {"wall", "limit", "return"}


def test_in_a_dry_run_too(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    running(monkeypatch, dry=True)
    assert library.get_keyword_arguments("GET") == ["wall", ("coats", 1)]
    assert library.get_keyword_types("GET")["coats"] is not None


def test_while_keywords_run_whatever_is_given_arrives(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    running(monkeypatch, dry=False)
    assert library.get_keyword_arguments("paint_wall") == [("wall", None), "*surplus", ("limit", None)]
    assert library.get_keyword_arguments("GET") == [("wall", None), ("coats", 1), "*surplus"]
    assert library.get_keyword_arguments("closed") == [
        ("wall", None),
        "*surplus",
        ("colour", "red"),
        ("coats", None),
        ("limit", None),
    ]
    assert library.get_keyword_arguments("wait") == [
        ("wall", None),
        ("expected_status", None),
        "*surplus",
        ("status", None),
    ]
    assert library.get_keyword_arguments("count") == [("things", None), "*surplus", "**numbers"]
    assert library.get_keyword_arguments("run") == ["name", "*arguments"]
    assert library.get_keyword_types("GET") is None
