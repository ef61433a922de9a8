"""JSON, cut by structure."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from SteadyAPI.report.log_entry.json_view import json_html, parse

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=8), inner, max_size=8),
    max_leaves=60,
)


def shown(text: str, room: int = 10_000) -> str:
    return json_html(parse(text), room)[0]


def test_an_object_is_indented_and_its_keys_are_in_link_colour() -> None:
    assert shown('{"id": 7, "address": {"city": "Oslo"}}') == (
        '{\n  <a>"id"</a>: 7,\n  <a>"address"</a>: {\n    <a>"city"</a>: "Oslo"\n  }\n}'
    )


def test_a_short_array_of_scalars_stands_on_one_line() -> None:
    assert shown('["a", 1, true, null]') == '["a", 1, true, null]'


def test_a_long_array_of_scalars_is_cut() -> None:
    assert shown(json.dumps(["x" * 30] * 5)).splitlines()[-2:] == ["  … 2 more items", "]"]


def test_an_array_of_very_many_scalars_is_cut() -> None:
    assert shown(json.dumps([1] * 101)).splitlines() == ["[", "  1,", "  1,", "  1", "  … 98 more items", "]"]


def test_an_array_of_objects_shows_the_first_three() -> None:
    assert shown(json.dumps([{"id": n} for n in range(2000)])).splitlines()[-2:] == ["  … 1997 more items", "]"]


def test_a_long_text_is_cut_inside_its_quotes() -> None:
    assert shown(json.dumps("x" * 250)) == f'"{"x" * 200}" … +50 chars'


def test_a_long_key_is_cut() -> None:
    assert f'<a>"{"k" * 200}" … +1 chars</a>: 1' in shown(json.dumps({"k" * 201: 1}))


def test_a_number_stays_as_it_was_written() -> None:
    assert shown('{"price": 1.10, "far": 1E400}') == '{\n  <a>"price"</a>: 1.10,\n  <a>"far"</a>: 1E400\n}'


def test_a_number_of_ten_thousand_digits_is_no_problem() -> None:
    assert shown("1" * 10_000) == f"{'1' * 200} … +9800 chars"


def test_empty_containers_stay_empty() -> None:
    assert shown('{"a": {}, "b": []}') == '{\n  <a>"a"</a>: {},\n  <a>"b"</a>: []\n}'


def test_what_is_nested_too_deep_is_counted() -> None:
    assert "{ … 1 keys }" in shown('{"a":' * 20 + "1" + "}" * 20)


def test_markup_in_keys_and_values_is_escaped() -> None:
    assert "<b>" not in shown('{"<b>": "<b>"}')


def test_what_does_not_fit_in_the_room_is_counted() -> None:
    assert shown(json.dumps({f"key{n}": "x" * 50 for n in range(30)}), room=300).splitlines()[-2:] == [
        "  … 26 more keys",
        "}",
    ]


@pytest.mark.parametrize(("value", "whole"), [({"a": [1, 2]}, True), ({"a": ["x" * 300]}, False)])
def test_it_tells_whether_all_is_there(value: object, whole: bool) -> None:
    assert json_html(parse(json.dumps(value)), 10_000)[1] is whole


@given(_VALUES)
def test_it_never_takes_more_than_sixty_lines(value: object) -> None:
    assert len(shown(json.dumps(value)).splitlines()) <= 60


@given(_VALUES)
def test_every_bracket_is_closed(value: object) -> None:
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", shown(json.dumps(value, ensure_ascii=False)))
    assert (bare.count("{"), bare.count("[")) == (bare.count("}"), bare.count("]"))
