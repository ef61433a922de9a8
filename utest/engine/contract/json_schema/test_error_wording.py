from typing import Any

import jsonschema_rs
import pytest

from SteadyAPI.engine.contract.json_schema.error_wording import findings
from SteadyAPI.engine.contract.union_mismatches import Finding


def found(schema: Any, value: Any) -> list[Finding]:
    return findings(jsonschema_rs.Draft202012Validator(schema, validate_formats=True).iter_errors(value), value)


@pytest.mark.parametrize(
    ("schema", "value", "wanted"),
    [
        ({"type": "integer"}, "x", "integer"),
        ({"type": ["null", "string"]}, 1, "string or null"),
        ({"enum": ["a"]}, "x", "'a'"),
        ({"enum": ["a", 2, None]}, "x", "'a', 2 or null"),
        ({"enum": list(range(10))}, "x", "0, 1, 2, 3, 4, 5, 6, 7 … 2 more"),
        ({"enum": []}, "x", "no value at all"),
        ({"const": "a"}, "x", "'a'"),
        ({"format": "date-time"}, "x", "date-time such as 2024-01-31T09:30:00Z"),
        ({"format": "ipv4"}, "x", "ipv4"),
        ({"pattern": "^a"}, "x", "text that matches ^a"),
        ({"minLength": 2}, "x", "at least 2 characters"),
        ({"maximum": 2}, 3, "2 or less"),
        ({"exclusiveMinimum": 2}, 2, "more than 2"),
        ({"multipleOf": 0.5}, 0.7, "a multiple of 0.5"),
        ({"minProperties": 2}, {}, "at least 2 keys"),
        ({"uniqueItems": True}, [1, 1], "items that differ from each other"),
        ({"contains": {"const": 1}}, [2], "an item of the kind that the schema asks for"),
        ({"not": {"type": "string"}}, "x", "anything but what came"),
        ({"oneOf": [{"type": "integer"}, {"minimum": 0}]}, 1, "exactly one of the shapes, and several match"),
        ({"items": False}, [1], "absent"),
        ({"propertyNames": {"maxLength": 1}}, {"ab": 1}, "names that are at most 1 characters"),
        ({"unevaluatedItems": False}, [1], "Unevaluated items are not allowed ('1' was unexpected)"),
    ],
)
def test_what_was_expected_is_reported(schema: Any, value: Any, wanted: str) -> None:
    assert [each.expected for each in found(schema, value)] == [wanted]


def test_a_required_field_is_missing_at_its_own_place() -> None:
    assert found({"required": ["id"]}, {"ID": 1}) == [Finding(("id",), (), "present", "absent", 'there is "ID"')]


def test_the_keys_that_are_there_keep_their_order() -> None:
    assert found({"required": ["id"]}, {"b": 1, "a": 2})[0].hint == "keys there: b, a"


def test_every_unexpected_field_is_named() -> None:
    schema = {"properties": {}, "additionalProperties": False}
    assert [(each.steps, each.expected) for each in found(schema, {"a": 1, "b": 2})] == [
        (("a",), "absent"),
        (("b",), "absent"),
    ]


def test_where_no_field_is_allowed_the_object_is_named() -> None:
    assert found({"additionalProperties": False}, {"a": 1}) == [
        Finding((), (), "object without fields", "object with fields")
    ]


def test_a_forbidden_field_is_named() -> None:
    assert found({"properties": {"a": False}}, {"a": 1})[0].expected == "absent"


def test_a_secret_is_masked() -> None:
    assert found({"properties": {"password": {"type": "integer"}}}, {"password": "hunter2"})[0].got == "[redacted]"


def test_findings_know_their_branch() -> None:
    schema = {"properties": {"a": {"anyOf": [{"type": "string"}, {"items": {"type": "string"}, "type": "array"}]}}}
    assert [(each.steps, each.skipped) for each in found(schema, {"a": [1]})] == [
        (("a",), ((1, "anyOf 0"),)),
        (("a", 0), ((1, "anyOf 1"),)),
    ]


def test_another_constant_speaks_against_a_branch() -> None:
    assert [each.rank for each in found({"properties": {"a": {"const": 1}, "b": {"enum": [1]}}}, {"a": 2, "b": 2})] == [
        3,
        2,
    ]


def test_a_branch_that_fails_does_not_make_all_fields_unexpected() -> None:
    schema = {"oneOf": [{"properties": {"a": {"type": "integer"}}}], "unevaluatedProperties": False}
    assert [each.steps for each in found(schema, {"a": "x", "b": 1})] == [("a",)]


def test_unexpected_fields_of_other_objects_stay() -> None:
    closed = {"oneOf": [{"properties": {"a": {"type": "integer"}}}], "unevaluatedProperties": False}
    schema = {"properties": {"one": closed, "two": closed}}
    value = {"one": {"a": "x"}, "two": {"a": 1, "z": 1}}
    assert [each.steps for each in found(schema, value)] == [("one", "a"), ("two", "z")]


def test_unexpected_fields_alone_are_reported() -> None:
    assert [each.steps for each in found({"unevaluatedProperties": False}, {"z": 1})] == [("z",)]


def test_a_listed_value_of_another_type_is_told_once() -> None:
    told = found({"type": "string", "enum": ["a"], "allOf": [{"type": "integer"}]}, None)
    assert [each.expected for each in told] == ["'a'"]
