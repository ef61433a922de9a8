from typing import Any

import jsonschema_rs
import pytest

from SteadyAPI.engine.contract.json_schema.forbid_extra import ForbidExtra

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
