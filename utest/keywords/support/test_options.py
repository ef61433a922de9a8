from typing import Any

import pytest
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.keyword_core import KeywordCore
from SteadyAPI.keywords.support.options import Options, with_options


class Paint(Options):
    """What every keyword that paints takes."""

    colour: str = "red"
    coats: int | None = None

    DOCS = """\
    colour: The {what}'s colour.
    coats: How many layers,
        each of them thin."""


class Drying(Options):
    """What may follow the own arguments of a keyword without a name."""

    hours: int = 1
    place: str = "shed"
    door: bool = False

    POSITIONAL = ("hours", "place")


def painting(thing: str) -> Any:
    def paint(_self: Any, **options: Any) -> str:
        return f"{thing} {Paint(**options).colour}"

    paint.__doc__ = "Paints a {what}."
    return with_options(Paint, tag="Paints", name=f"Paint {thing}", what=thing)(paint)


class Painter:
    """A group with keywords of both kinds."""

    @with_options(Paint, tag="Paints", what="wall")
    def paint_wall(self, wall: str, ladder: bool = False, *, hurry: bool = False, **options: Any) -> str:
        """Paints a {what}.

        Args:
            wall: Which.
            **options: Paint.
        """
        return f"{wall} {ladder} {hurry} {Paint(**options).colour}"

    @with_options(Paint, tag="Paints")
    def bare(self, **options: Any) -> Any:
        return options

    @with_options(Drying, tag="Paints")
    def dry(self, wall: str, *, warm: bool = False, **options: Any) -> Any:
        given = Drying(**options)
        return wall, warm, given.hours, given.place, given.door

    http = painting("door")
    gate = painting("gate")


def told() -> Any:
    """Returns a library that tells Robot Framework the painter's keywords."""
    return KeywordCore([Painter()])


def test_a_keyword_shows_its_own_arguments_first_and_every_option_by_name() -> None:
    arguments = told().get_keyword_arguments("paint_wall")
    assert arguments == ["wall", ("ladder", False), "*", ("hurry", False), ("colour", "red"), ("coats", None)]


def test_options_stand_behind_a_star_where_the_keyword_has_none_of_its_own_by_name() -> None:
    assert told().get_keyword_arguments("Paint door") == ["*", ("colour", "red"), ("coats", None)]


def test_positional_options_follow_the_own_arguments() -> None:
    expected = ["wall", ("hours", 1), ("place", "shed"), "*", ("warm", False), ("door", False)]
    assert told().get_keyword_arguments("dry") == expected


def test_positional_options_are_given_with_or_without_their_names() -> None:
    assert Painter().dry("north", 2, "barn", door=True) == ("north", False, 2, "barn", True)
    assert Painter().dry("north", 2, warm=True, place="barn") == ("north", True, 2, "barn", False)
    assert Painter().dry(wall="north", hours=3) == ("north", False, 3, "shed", False)


def test_a_positional_argument_too_many_is_refused() -> None:
    with pytest.raises(TypeError, match="takes 2 positional arguments but 3"):
        Painter().dry("north", 2, "barn", True)


def test_a_keyword_knows_the_types_of_its_arguments_and_options() -> None:
    types = told().get_keyword_types("paint_wall")
    assert {name: str(hint).removeprefix("<class '").removesuffix("'>") for name, hint in types.items()} == {
        "wall": "str",
        "ladder": "bool",
        "hurry": "bool",
        "return": "str",
        "colour": "str",
        "coats": "int | None",
    }


def test_types_that_are_taken_out_of_one_response_stand_in_the_next() -> None:
    library = told()
    library.get_keyword_types("paint_wall").clear()
    assert "colour" in library.get_keyword_types("paint_wall")


def test_the_documentation_of_the_options_stands_in_the_keywords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("SteadyAPI.keyword_core.READS_SECTIONS", True)
    assert told().get_keyword_documentation("paint_wall") == (
        "Paints a wall.\n\nArgs:\n    wall: Which.\n    colour: The wall's colour.\n    coats: How many layers,\n"
        "        each of them thin."
    )


def test_a_keyword_gets_what_was_given() -> None:
    assert Painter().paint_wall("north", hurry=True, colour="blue") == "north False True blue"
    assert Painter().paint_wall("north", True) == "north True False red"


def test_keywords_of_one_def_differ_in_name_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    library = told()
    names = ["Paint door", "Paint gate"]
    assert [library.get_keyword_documentation(name) for name in names] == ["Paints a door.", "Paints a gate."]
    monkeypatch.setattr(BuiltIn, "robot_running", True)
    assert [library.get_keyword_documentation(name) for name in names] == ["Paints a door.", "Paints a gate."]
    assert (Painter().http(), Painter().gate(colour="blue")) == ("door red", "gate blue")


def test_a_keyword_without_documentation_gets_none() -> None:
    assert told().get_keyword_documentation("bare") == ""


def test_options_that_are_not_given_have_their_defaults() -> None:
    options = Paint(coats=2)
    assert (options.colour, options.coats) == ("red", 2)


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(TypeError, match="no such options: brush, primer"):
        Paint(primer=1, brush=2)


@pytest.mark.parametrize(("given", "untouched"), [({}, True), ({"colour": "red"}, True), ({"coats": 1}, False)])
def test_options_are_untouched_while_each_has_its_default(given: dict[str, Any], untouched: bool) -> None:
    assert Paint(**given).untouched is untouched
