"""The examples are those of OAS 3.1.1, section 4.8.12.6 (Style Examples)."""

from typing import Any

import pytest

from SteadyAPI.engine.contract.openapi.parameter_style import Serialization

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": "100", "G": "200", "B": "150"}


def raw(where: str, style: str | None, explode: bool | None, pairs: list[tuple[str, str]], *types: str) -> Any:
    description = {"style": style, "explode": explode}
    return Serialization("color", where, description, pairs).raw_values(set(types), ["R", "G", "B"])


@pytest.mark.parametrize(
    ("style", "explode", "text", "value"),
    [
        ("simple", False, "blue", "blue"),
        ("simple", False, "blue,black,brown", ARRAY),
        ("simple", True, "blue,black,brown", ARRAY),
        ("simple", False, "R,100,G,200,B,150", OBJECT),
        ("simple", True, "R=100,G=200,B=150", OBJECT),
        ("label", False, ".blue", "blue"),
        ("label", False, ".blue,black,brown", ARRAY),
        ("label", False, ".blue.black.brown", ARRAY),
        ("label", True, ".blue.black.brown", ARRAY),
        ("label", False, ".R,100,G,200,B,150", OBJECT),
        ("label", True, ".R=100.G=200.B=150", OBJECT),
        ("matrix", False, ";color=blue", "blue"),
        ("matrix", False, ";color", ""),
        ("matrix", False, ";color=blue,black,brown", ARRAY),
        ("matrix", True, ";color=blue;color=black;color=brown", ARRAY),
        ("matrix", False, ";color=R,100,G,200,B,150", OBJECT),
        ("matrix", True, ";R=100;G=200;B=150", OBJECT),
    ],
)
def test_a_segment_of_a_path_is_read_by_its_style(style: str, explode: bool, text: str, value: Any) -> None:
    kind = "string" if isinstance(value, str) else "array" if isinstance(value, list) else "object"
    assert raw("path", style, explode, [("color", text)], kind) == [value]


@pytest.mark.parametrize(
    ("style", "explode", "query", "value"),
    [
        ("form", False, [("color", "blue,black,brown")], ARRAY),
        ("form", True, [("color", each) for each in ARRAY], ARRAY),
        (None, None, [("color", "blue,black")], ["blue,black"]),
        ("form", False, [("color", "R,100,G,200,B,150")], OBJECT),
        ("form", True, [*OBJECT.items(), ("page", "2")], OBJECT),
        ("form", True, [("R", "1"), ("R", "2")], {"R": ["1", "2"]}),
        ("spaceDelimited", False, [("color", "blue black brown")], ARRAY),
        ("spaceDelimited", False, [("color", "R 100 G 200 B 150")], OBJECT),
        ("pipeDelimited", False, [("color", "blue|black|brown")], ARRAY),
        ("pipeDelimited", False, [("color", "R|100|G|200|B|150")], OBJECT),
        ("pipeDelimited", False, [("color", "blue"), ("color", "black")], ["blue", "black"]),
        ("deepObject", True, [(f"color[{name}]", value) for name, value in OBJECT.items()], OBJECT),
        (
            "deepObject",
            True,
            [("color[a][b]", "1"), ("other[a]", "2"), ("color", "x"), ("color[c", "y")],
            {"a": {"b": "1"}},
        ),
        ("deepObject", True, [("color[a]", "1"), ("color[a][b]", "2")], {"a": "1"}),
    ],
)
def test_a_query_is_read_by_its_style(style: str | None, explode: bool | None, query: Any, value: Any) -> None:
    assert raw("query", style, explode, query, "array" if isinstance(value, list) else "object") == [value]


def test_a_schema_of_any_type_is_a_text() -> None:
    assert raw("query", None, None, [("color", "blue")]) == ["blue"]


def test_a_union_has_several_ways() -> None:
    assert raw("query", None, None, [("color", "a")], "array", "string") == [["a"], "a"]


@pytest.mark.parametrize("kind", ["string", "array", "object"])
def test_what_is_absent_is_nothing(kind: str) -> None:
    assert [raw("query", None, explode, [("other", "x")], kind) for explode in (True, False)] == [[], []]


def test_a_deep_object_without_a_type_is_an_object() -> None:
    assert raw("query", "deepObject", None, [("color[a]", "1")]) == [{"a": "1"}]


def test_a_free_object_among_other_parameters_may_be_there() -> None:
    assert Serialization("extra", "query", {}, [("page", "1")]).raw_values({"object"}, []) == [{}]


def test_a_later_text_of_the_same_name_wins() -> None:
    assert raw("query", None, None, [("color", "a"), ("color", "b")], "string") == ["b"]
