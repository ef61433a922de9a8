from typing import Any

import jsonschema_rs
import pytest

from SteadyAPI.engine.contract.openapi.text_value import (
    alternatives,
    properties_of,
    readings,
    text_mismatches,
    types_of,
)

SHARED = {"#/Level": {"type": "integer", "enum": [1, 2]}, "#/Loop": {"allOf": [{"$ref": "#/Loop"}, {"type": "string"}]}}


INTEGERS = {"type": "array", "items": {"type": "integer"}}


def resolve(reference: str) -> Any:
    return SHARED.get(reference)


@pytest.mark.parametrize(
    ("text", "schema", "value"),
    [
        ("7", {"type": "integer"}, 7),
        ("x", {"type": "integer"}, "x"),
        ("7", {"type": "number"}, 7),
        ("7.5", {"type": "number"}, 7.5),
        ("-1.5e3", {"type": "number"}, -1500.0),
        ("1_000", {"type": "integer"}, "1_000"),
        (" 7", {"type": "integer"}, " 7"),
        ("nan", {"type": "number"}, "nan"),
        ("9" * 5000, {"type": "integer"}, "9" * 5000),
        ("true", {"type": "boolean"}, True),
        ("False", {"type": "boolean"}, False),
        ("maybe", {"type": "boolean"}, "maybe"),
        ("7", {"type": "string"}, "7"),
        ("7", {}, "7"),
        ("7", {"type": ["null", "integer"]}, 7),
        ("7", {"anyOf": [{"type": "integer"}, {"type": "null"}]}, 7),
        ("2", {"allOf": [{"$ref": "#/Level"}]}, 2),
        ("2", {"if": {"type": "integer"}, "then": {"minimum": 2}, "else": {"minLength": 2}}, 2),
        ("2", {"then": {"type": "integer"}}, 2),
        ("2", {"else": {"$ref": "#/Level"}}, 2),
        ("2", {"enum": [1, 2]}, 2),
        ("2", {"const": 2}, 2),
        (["1", "x"], {"type": "array", "items": {"type": "integer"}}, [1, "x"]),
        (["1", "2"], {"anyOf": [{"items": {"$ref": "#/Level"}}, {"type": "null"}]}, [1, 2]),
        (["1"], {"type": "array"}, ["1"]),
        ({"a": "1", "b": "2"}, {"properties": {"a": {"type": "integer"}}}, {"a": 1, "b": "2"}),
        ({"a": "1"}, {"additionalProperties": {"type": "integer"}}, {"a": 1}),
        ([{"a": 1}], {"items": {"type": "object"}}, [{"a": 1}]),
    ],
)
def test_a_text_becomes_the_value_its_schema_means(text: Any, schema: dict[str, Any], value: Any) -> None:
    assert readings(text, schema, resolve)[0] == value


@pytest.mark.parametrize(
    ("raw", "schema", "value"),
    [
        (["1", "2"], {"prefixItems": [{"type": "integer"}], "items": {"type": "string"}}, [1, "2"]),
        ({"x-a": "1"}, {"patternProperties": {"^x-": {"type": "integer"}}}, {"x-a": 1}),
        ({"a": "1"}, {"patternProperties": {"^x-": {"type": "integer"}}}, {"a": "1"}),
        ({"a": "1"}, {"patternProperties": {r"\p{L}": {"type": "integer"}}}, {"a": "1"}),
        ({"ids": "1"}, {"properties": {"ids": INTEGERS}}, {"ids": [1]}),
        ({"ids": {"": ["1", "2"]}}, {"properties": {"ids": INTEGERS}}, {"ids": [1, 2]}),
        ({"ids": {"0": "1", "1": "2"}}, {"properties": {"ids": INTEGERS}}, {"ids": [1, 2]}),
        ({"ids": {"a": "1"}}, {"properties": {"ids": INTEGERS}}, {"ids": {"a": "1"}}),
        ({"ids": "1"}, {"properties": {"ids": {"anyOf": [INTEGERS, {"type": "string"}]}}}, {"ids": "1"}),
    ],
)
def test_parts_of_lists_and_objects_become_what_their_schemas_mean(raw: Any, schema: Any, value: Any) -> None:
    assert readings(raw, schema, resolve)[0] == value


def test_a_text_stays_a_text_as_second_reading() -> None:
    assert readings("7", {"type": ["integer", "string"]}, resolve) == [7, "7"]


def test_an_equal_value_of_another_type_is_another_reading() -> None:
    assert readings("x", {"type": "integer"}, resolve) == ["x"]


def test_a_schema_that_refers_to_itself_ends() -> None:
    assert types_of({"$ref": "#/Loop"}, resolve) == {"string"}


def test_a_reference_that_leads_nowhere_says_nothing() -> None:
    assert len(list(alternatives({"$ref": "#/nowhere"}, resolve))) == 1


def test_types_are_collected_from_keywords_that_imply_them() -> None:
    assert types_of({"anyOf": [{"items": {}}, {"properties": {}}, {"const": None}]}, resolve) == {
        "array",
        "object",
        "null",
    }


def test_a_property_that_several_schemas_describe_has_all_of_them() -> None:
    parts = [{"properties": {"a": {"type": "integer"}}}, {"properties": {"a": {"minimum": 1}}}, {"properties": []}]
    assert properties_of({"allOf": parts}, resolve) == {"a": {"anyOf": [{"type": "integer"}, {"minimum": 1}]}}


def found(raws: list[Any], schema: dict[str, Any]) -> list[str]:
    validator = jsonschema_rs.Draft202012Validator(schema)
    return [each.expected for each in text_mismatches(validator, raws, schema, resolve)]


def test_the_reading_that_the_schema_accepts_counts() -> None:
    assert found(["7"], {"anyOf": [{"type": "integer", "minimum": 9}, {"enum": ["7"]}]}) == []


def test_the_way_that_the_schema_accepts_counts() -> None:
    assert found([["7"], "7"], {"type": "integer"}) == []


def test_mismatches_are_those_of_the_likeliest_reading() -> None:
    assert found(["7"], {"type": "integer", "minimum": 9}) == ["9 or more"]
