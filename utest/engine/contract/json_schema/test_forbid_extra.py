from typing import Any

import jsonschema_rs
import pytest

from SteadyAPI.engine.contract.json_schema.forbid_extra import ForbidExtra
from SteadyAPI.engine.contract.json_schema.validator import mismatches, violations_of

NAMED = {"type": "object", "properties": {"a": {"type": "integer"}}}


def accepts(schema: Any, value: Any) -> bool:
    return jsonschema_rs.Draft202012Validator(ForbidExtra(schema).value(schema)).is_valid(value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (NAMED, {"a": 1, "z": 1}),
        ({"properties": {"in": NAMED}}, {"in": {"z": 1}}),
        ({"items": NAMED}, [{"z": 1}]),
        ({"prefixItems": [NAMED]}, [{"z": 1}]),
        ({"additionalProperties": NAMED}, {"any": {"z": 1}}),
        ({"$ref": "#/$defs/N", "$defs": {"N": NAMED}}, {"z": 1}),
        ({"allOf": [NAMED, {"properties": {"b": {}}}]}, {"a": 1, "b": 1, "z": 1}),
        ({"allOf": [{"properties": {"in": NAMED}}]}, {"in": {"z": 1}}),
        ({"oneOf": [NAMED, {"type": "null"}]}, {"z": 1}),
        ({"$ref": "#/$defs/N", "$defs": {"N": {"properties": {"n": {"$ref": "#/$defs/N"}}}}}, {"n": {"n": {"z": 1}}}),
        ({"patternProperties": {"^x": NAMED}}, {"x1": {"z": 1}}),
    ],
)
def test_fields_without_a_name_are_refused(schema: Any, value: Any) -> None:
    assert not accepts(schema, value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (NAMED, {"a": 1}),
        ({"type": "object"}, {"z": 1}),
        ({**NAMED, "additionalProperties": True}, {"z": 1}),
        ({**NAMED, "additionalProperties": {"type": "string"}}, {"z": "x"}),
        ({"allOf": [NAMED, {"properties": {"b": {}}}]}, {"a": 1, "b": 1}),
        ({"anyOf": [NAMED, {"type": "object"}]}, {"z": 1}),
        ({"anyOf": [{"type": "string"}]}, "x"),
        ({"allOf": [True]}, {"z": 1}),
        ({"$ref": "#/$defs/N", "$defs": {"N": {"type": "object"}}}, {"z": 1}),
        ({"$ref": "#/$defs/N", "allOf": [{"type": "object"}], "$defs": {"N": {}}}, {"z": 1}),
        (
            {"allOf": [{"$ref": "#/$defs/A"}], "$defs": {"A": {"properties": {"n": {"$ref": "#/$defs/A"}}}}},
            {"n": {"n": {}}},
        ),
        (
            {"properties": {"enum": {"enum": [1]}}, "dependentSchemas": {"enum": {"properties": {"b": {}}}}},
            {"enum": 1, "b": 2},
        ),
        ({"items": True}, [{"z": 1}]),
    ],
)
def test_what_the_schema_names_or_leaves_free_is_let_through(schema: Any, value: Any) -> None:
    assert accepts(schema, value)


def test_a_schema_that_is_no_object_stays_as_it_is() -> None:
    assert ForbidExtra(True).value(True) is True


def test_properties_that_are_no_mapping_stay_for_the_validator_to_refuse() -> None:
    assert ForbidExtra({}).value({"properties": 7})["properties"] == 7


def test_the_original_stays_as_it_is() -> None:
    schema: Any = {"properties": {"in": {"properties": {}}}}
    ForbidExtra(schema).value(schema)
    assert schema == {"properties": {"in": {"properties": {}}}}


@pytest.mark.parametrize("schema", [{"anyOf": None}, {"allOf": {"type": "object"}}, {"oneOf": 7}])
def test_a_schema_that_is_none_is_left_to_the_validator(schema: Any) -> None:
    with pytest.raises(jsonschema_rs.ValidationError):
        accepts(schema, {})


def strangers(schema: Any, value: Any) -> list[str]:
    validator = jsonschema_rs.Draft202012Validator(ForbidExtra(schema).value(schema))
    return [each.path for each in violations_of(mismatches(validator, value)) if each.expected == "absent"]


BROKEN: dict[str, Any] = {"properties": {"id": {"type": "integer"}}}


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ({"allOf": [BROKEN]}, ["$.z"]),
        ({"allOf": [BROKEN], "propertyNames": {"maxLength": 9}}, ["$.z"]),
        ({"oneOf": [BROKEN, {"properties": {"other": {}}}]}, ["$.id", "$.z"]),
        ({"$ref": "#/$defs/B", "$defs": {"B": BROKEN}}, ["$.z"]),
        ({"allOf": [BROKEN], "dependentSchemas": {"id": {"properties": {"more": {}}}}}, ["$.z"]),
        ({"allOf": [BROKEN, {"patternProperties": {"^z": {}}}]}, []),
        ({"allOf": [BROKEN, {"additionalProperties": True}]}, []),
        ({"allOf": [BROKEN, {"properties": {"n": {"allOf": [BROKEN]}}}]}, ["$.n.z", "$.z"]),
        ({"allOf": [BROKEN, True], "if": {"properties": {"z": {}}}}, []),
    ],
)
def test_strangers_are_named_beside_another_mismatch(schema: Any, found: list[str]) -> None:
    value = {"id": "x", "z": 1} | ({"n": {"id": 1, "z": 1}} if "$.n.z" in found else {})
    assert sorted(strangers(schema, value)) == found


def test_a_reference_to_another_file_may_name_any_field() -> None:
    schema = {"allOf": [BROKEN, {"$ref": "other.json"}]}
    assert "propertyNames" not in str(ForbidExtra(schema).value(schema))


def inner(*names: str) -> dict[str, Any]:
    return {"type": "object", "properties": {name: {"type": "integer"} for name in names}}


NEXT: dict[str, Any] = {"properties": {"b": {}, "next": {"properties": {"b": {}}}}}
NARROWED: dict[str, Any] = {
    "$defs": {
        "Base": {"$anchor": "base", "properties": {"in": inner("a"), "plain": {"type": "integer"}}},
        "Other": {"properties": {"other": {}}},
        "Middle": {"allOf": [{"$ref": "#/$defs/Base"}], "properties": {"in": inner("b")}},
        "Loop": {
            "allOf": [{"$ref": "#/$defs/Loop"}, {"properties": {"in": inner("a")}}],
            "properties": {"in": inner("b")},
        },
        "Node": {"allOf": [{"properties": {"next": {"$ref": "#/$defs/Node"}}}], "properties": {"next": NEXT}},
    },
}


@pytest.mark.parametrize(
    ("schema", "known"),
    [
        ({"allOf": [{"properties": {"in": inner("a")}}, {"properties": {"in": inner("b")}}, True]}, ["a", "b"]),
        ({"allOf": [{"$ref": "#/$defs/Base"}], "properties": {"in": inner("b")}}, ["a", "b"]),
        ({"$ref": "#/$defs/Base", "properties": {"in": inner("b"), "plain": {"minimum": 1}}}, ["a", "b"]),
        ({"allOf": [{"$ref": "#/$defs/Middle"}, {"properties": {"in": inner("c")}}]}, ["a", "b", "c"]),
        ({"allOf": [{"$ref": "#/$defs/Base"}, {"properties": {"in": inner("a")}}]}, ["a"]),
        ({"$ref": "#/$defs/Middle"}, ["a", "b"]),
        (
            {"allOf": [{"$ref": "#/$defs/Base"}, {"$ref": "#/$defs/Other"}], "properties": {"in": inner("b")}},
            ["a", "b"],
        ),
    ],
)
def test_an_object_that_several_parts_describe_is_closed_once(schema: Any, known: list[str]) -> None:
    """A schema that extends another often describes the same object further."""
    whole = schema | NARROWED
    values = [{"in": dict.fromkeys(known, 1)}, {"in": dict.fromkeys([*known, "z"], 1)}]
    assert [accepts(whole, value) for value in values] == [True, False]


def test_what_refers_to_itself_is_closed_as_far_as_it_is_known() -> None:
    schema = {"$ref": "#/$defs/Node"} | NARROWED
    values = [{"next": {"next": {"b": 1}}}, {"z": 1}]
    assert [accepts(schema, value) for value in values] == [True, False]


def test_a_part_that_extends_itself_is_followed_once() -> None:
    closed = ForbidExtra(NARROWED).part({"allOf": [{"$ref": "#/$defs/Loop"}]})
    assert closed["allOf"][-1]["properties"].keys() == {"in"}


def test_variants_of_an_object_stay_apart() -> None:
    schema = {"oneOf": [{"properties": {"in": inner("a")}}, {"properties": {"in": inner("b")}}]}
    assert [accepts(schema, {"in": value}) for value in ({"a": 1}, {"a": 1, "b": 1})] == [True, False]
