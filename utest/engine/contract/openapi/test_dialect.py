from typing import Any

import pytest

from SteadyAPI.engine.contract.openapi import dialect
from SteadyAPI.engine.contract.openapi.dialect import converted, is_base64


def draft4(schema: Any) -> Any:
    return converted(schema, dialect.draft4())


def draft2020(schema: Any) -> Any:
    return converted(schema, dialect.draft2020())


def test_a_copy_is_another_object_of_the_same_value() -> None:
    schema = {"items": {"nullable": True}}
    copy = converted(schema, dialect.current())
    assert copy == schema
    assert copy["items"] is not schema["items"]


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("int32", -2147483648, 2147483647), ("int64", -(2**63), 2**63 - 1), ("uint8", 0, 255), ("int8", -128, 127)],
)
def test_formats_of_integers_are_limits(name: str, least: int, most: int) -> None:
    assert draft4({"format": name}) == {"format": name, "minimum": least, "maximum": most}


def test_a_format_beside_limits_narrows_them() -> None:
    limits = {"minimum": -2147483648, "maximum": 2147483647}
    schema = {"format": "int32", "minimum": 1, "allOf": [{"multipleOf": 2}]}
    assert draft2020(schema)["allOf"] == [{"multipleOf": 2}, limits]


def test_a_format_of_single_precision_has_its_range() -> None:
    assert draft2020({"format": "float"})["maximum"] == pytest.approx(3.4028235e38)


@pytest.mark.parametrize("schema", [{"format": "date"}, {"format": ["int32"]}, {"type": "integer"}])
def test_other_formats_are_no_limits(schema: dict[str, Any]) -> None:
    assert draft2020(schema) == schema


@pytest.mark.parametrize(("text", "right"), [("aGk=", True), ("aGk", False), ("a k=", False), ("", True)])
def test_base64_has_its_alphabet_and_padding(text: str, right: bool) -> None:
    assert is_base64(text) is right


def test_nullable_becomes_a_type() -> None:
    assert draft4({"type": "string", "nullable": True}) == {"type": ["string", "null"]}


def test_an_enum_that_is_nullable_takes_null_too() -> None:
    assert draft4({"enum": ["a"], "nullable": True}) == {"anyOf": [{"enum": ["a"]}, {"type": "null"}]}


def test_what_is_not_nullable_stays() -> None:
    assert draft4({"type": "string", "nullable": False}) == {"type": "string", "nullable": False}


def test_nullable_beside_a_reference_does_not_count() -> None:
    schema = {"$ref": "#/x", "nullable": True}
    assert draft4(schema) == schema


def test_schemas_are_changed_at_every_depth() -> None:
    assert draft4({"items": [{"type": "string", "nullable": True}]}) == {"items": [{"type": ["string", "null"]}]}


def test_examples_are_no_schemas() -> None:
    schema = {"example": {"type": "string", "nullable": True}, "enum": [{"nullable": True}]}
    assert draft4(schema) == schema


def test_exclusive_limits_become_numbers() -> None:
    assert draft2020({"minimum": 1, "exclusiveMinimum": True, "maximum": 9, "exclusiveMaximum": False}) == {
        "exclusiveMinimum": 1,
        "maximum": 9,
    }


def test_exclusive_without_a_limit_means_nothing() -> None:
    assert draft2020({"exclusiveMinimum": True}) == {}


def test_a_reference_stands_alone() -> None:
    assert draft2020({"$ref": "#/x", "description": "y", "type": "string"}) == {"$ref": "#/x"}
