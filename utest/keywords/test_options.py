import inspect
from typing import Any

import pytest

from SteadyAPI.keywords.options import Options, taking


class Paint(Options):
    """What every keyword that paints takes."""

    colour: str = "red"
    coats: int | None = None

    DOCS = """\
    colour: The {what}'s colour.
    coats: How many layers,
        each of them thin."""


class Painter:
    """A group with keywords of both kinds."""

    @taking(Paint, tag="Paints", what="wall")
    def paint_wall(self, wall: str, ladder: bool = False, *, hurry: bool = False, **options: Any) -> str:
        """Paints a {what}.

        Args:
            wall: Which.
            **options: Paint.
        """
        return f"{wall} {ladder} {hurry} {Paint(**options).colour}"


def painting(thing: str) -> Any:
    def paint(_self: Any, **options: Any) -> str:
        return f"{thing} {Paint(**options).colour}"

    paint.__doc__ = "Paints a {what}."
    return taking(Paint, tag="Paints", name=f"Paint {thing}", what=thing)(paint)


def test_a_keyword_shows_its_own_arguments_first_and_every_option_by_name() -> None:
    parameters = list(inspect.signature(Painter.paint_wall).parameters.values())
    assert [parameter.name for parameter in parameters] == ["self", "wall", "ladder", "hurry", "colour", "coats"]
    assert {parameter.kind for parameter in parameters[3:]} == {inspect.Parameter.KEYWORD_ONLY}
    assert [parameter.default for parameter in parameters[2:]] == [False, False, "red", None]


def test_a_keyword_knows_the_types_of_its_arguments_and_options() -> None:
    types = Painter.paint_wall.robot_types  # type: ignore[attr-defined]  # Robot Framework's mark
    assert types == {"wall": str, "ladder": bool, "hurry": bool, "return": str, "colour": str, "coats": int | None}


def test_the_documentation_of_the_options_stands_in_the_keywords() -> None:
    assert inspect.getdoc(Painter.paint_wall) == (
        "Paints a wall.\n\nArgs:\n    wall: Which.\n    colour: The wall's colour.\n    coats: How many layers,\n"
        "        each of them thin."
    )


def test_a_keyword_gets_what_was_given() -> None:
    assert Painter().paint_wall("north", hurry=True, colour="blue") == "north False True blue"
    assert Painter().paint_wall("north", True) == "north True False red"


def test_keywords_of_one_def_differ_in_name_and_words() -> None:
    door, gate = painting("door"), painting("gate")
    assert (door.robot_name, gate.robot_name) == ("Paint door", "Paint gate")
    assert (door.__doc__, gate.__doc__) == ("Paints a door.", "Paints a gate.")
    assert (door(None), gate(None, colour="blue")) == ("door red", "gate blue")


def test_a_keyword_without_documentation_gets_none() -> None:
    def bare(_self: Any, **options: Any) -> Any:
        return options

    assert taking(Paint, tag="Paints")(bare).__doc__ == ""


def test_options_that_are_not_given_have_their_defaults() -> None:
    options = Paint(coats=2)
    assert (options.colour, options.coats) == ("red", 2)


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(TypeError, match="no such options: brush, primer"):
        Paint(primer=1, brush=2)


@pytest.mark.parametrize(("given", "untouched"), [({}, True), ({"colour": "red"}, True), ({"coats": 1}, False)])
def test_options_are_untouched_while_each_has_its_default(given: dict[str, Any], untouched: bool) -> None:
    assert Paint(**given).untouched is untouched
