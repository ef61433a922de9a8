import json
from typing import Any

import pytest

from SteadyAPI.engine.contract.drift.shape import Shape, format_of


def learnt(*samples: Any) -> Shape:
    shape = Shape()
    for sample in samples:
        shape.learn(sample)
    return shape


def test_types_are_counted() -> None:
    assert learnt(1, 2, None).types == {"integer": 2, "null": 1}


def test_fields_are_counted_where_they_are() -> None:
    fields = learnt({"a": 1}, {"a": 2, "b": 3}).fields
    assert {name: part.seen for name, part in fields.items()} == {"a": 2, "b": 1}


def test_all_items_of_arrays_have_one_shape() -> None:
    items = learnt([1, "x"], [2], []).items
    assert items is not None
    assert items.types == {"integer": 2, "string": 1}


def test_small_sets_of_words_are_kept() -> None:
    assert learnt("EUR", "USD", "EUR").values == {"EUR": 2, "USD": 1}


def test_many_different_words_are_not_kept() -> None:
    assert learnt(*(f"word{number}" for number in range(9))).values is None


def test_texts_that_are_no_words_are_not_kept() -> None:
    assert learnt("EUR", "Ada Lovelace, London").values is None


@pytest.mark.parametrize("text", ["s3cr3tT0k3n1", "a" * 25, "4711", "two words"])
def test_what_may_be_a_secret_is_no_word(text: str) -> None:
    assert learnt(text).values is None


@pytest.mark.parametrize("text", ["EUR", "in_stock", "v2", "http404", "utf-8"])
def test_words_of_small_sets_are_kept(text: str) -> None:
    assert learnt(text).values == {text: 1}


def test_values_under_a_secret_name_are_not_kept() -> None:
    assert "hunter2" not in json.dumps(learnt({"password": "hunter2"}, {"password": "hunter2"}).to_json())


def test_an_object_of_very_many_fields_is_cut() -> None:
    assert len(learnt({f"f{number}": 1 for number in range(400)}).fields) == 300


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024-01-31T09:30:00Z", "date-time"),
        ("2024-01-31", "date"),
        ("0f8fad5b-d9cb-469f-a165-70867728950e", "uuid"),
        ("ada@example.com", "email"),
        ("https://shop.test/x", "URL"),
        ("12345", "number as text"),
        ("12.50", ""),
        ("1.2.3", ""),
        ("paid", ""),
    ],
)
def test_formats_are_recognised(text: str, name: str) -> None:
    assert format_of(text) == name


def test_formats_are_counted() -> None:
    assert learnt("2024-01-31", "2024-02-01", "soon").formats == {"date": 2}


def test_an_object_with_ids_for_names_is_a_map() -> None:
    assert learnt({"17": {"x": 1}, "18": {"x": 2}}).is_map


def test_an_object_whose_names_vary_is_a_map() -> None:
    assert learnt({"red": 1}, {"blue": 2}, {"green": 3}).is_map


def test_an_object_with_a_constant_name_is_no_map() -> None:
    assert not learnt({"id": 1, "red": 1}, {"id": 2, "blue": 2}, {"id": 3, "green": 3}).is_map


def test_optional_fields_of_different_types_are_no_map() -> None:
    assert not learnt({"a": 1}, {"b": "x"}, {"c": []}).is_map


def test_few_samples_make_no_map() -> None:
    assert not learnt({"red": 1}, {"blue": 2}).is_map


def test_an_object_without_fields_is_no_map() -> None:
    assert not learnt({}, {}).is_map


def test_the_values_of_a_map_have_one_shape() -> None:
    each = learnt({"17": {"x": [1], "c": "EUR"}, "18": {"x": ["a"], "y": 1, "c": "USD"}}).each()
    items = each.fields["x"].items
    assert items is not None
    assert (each.seen, items.types, each.fields["y"].seen) == (2, {"integer": 1, "string": 1}, 1)


def test_values_that_are_not_kept_stay_so_when_shapes_are_merged() -> None:
    assert learnt({"17": "no word at all", "18": "EUR"}).each().values is None


def test_a_shape_is_written_and_read_back() -> None:
    shape = learnt({"a": [1, None], "s": "2024-01-31", "w": "EUR", "l": "two words", "e": []}, {"a": []})
    assert Shape.from_json(json.loads(json.dumps(shape.to_json()))).to_json() == shape.to_json()
