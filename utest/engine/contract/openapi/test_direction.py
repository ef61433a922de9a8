"""OAS 3.0.4, section 4.7.24 (Schema Object), ``readOnly`` and ``writeOnly``."""

from typing import Any

import pytest
from fake_shop_api import description

from SteadyAPI.engine.contract.json_schema.validator import mismatches, violations_of
from SteadyAPI.engine.contract.openapi.direction import Direction

USER: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name", "password"],
    "properties": {
        "id": {"type": "integer", "readOnly": True},
        "name": {"type": "string"},
        "password": {"$ref": "#/components/schemas/Secret"},
    },
}
BASE = {"properties": {"password": {"type": "string", "writeOnly": True}}}
SCHEMAS: dict[str, Any] = {
    "User": USER,
    "Secret": {"type": "string", "writeOnly": True},
    "Extended": {"allOf": [{"$ref": "#/components/schemas/User"}, {"required": ["password"]}]},
    "Inherited": {"required": ["password"], "allOf": [BASE]},
    "Either": {**BASE, "anyOf": [{"required": ["password"]}, {"required": ["name"]}]},
    "Demands": {"required": ["password"]},
    "Apart": {"allOf": [{"$ref": "#/components/schemas/Demands"}, BASE]},
    "Nested": {"allOf": [{"$ref": "#/components/schemas/OneOfTwo"}, BASE]},
    "OneOfTwo": {"anyOf": [{"required": ["password"]}, {"required": ["name"]}]},
    "Further": {
        "allOf": [{"allOf": [{"$ref": "#/components/schemas/Demands"}]}, {"$ref": "#/components/schemas/Apart"}]
    },
    "Beside": {"$ref": "#/components/schemas/Demands", "allOf": [BASE]},
    "Node": {"allOf": [{"$ref": "#/components/schemas/Wants"}, BASE]},
    "Wants": {
        "required": ["password"],
        "properties": {"next": {"allOf": [{"$ref": "#/components/schemas/Wants"}, BASE]}},
    },
    "Then": {"allOf": [BASE], "if": {"required": ["name"]}, "then": {"required": ["password"]}},
    "Dependent": {"allOf": [BASE], "dependentRequired": {"name": ["password"]}},
    "Dependents": {"allOf": [BASE], "dependentSchemas": {"name": {"required": ["password"]}}},
    "ThroughDependents": {"allOf": [BASE, {"$ref": "#/components/schemas/OnName"}]},
    "OnName": {"dependentSchemas": {"name": {"dependentRequired": {"name": ["password"]}}}},
    "Plain": {"required": ["name"], "properties": {"name": {"type": "string"}, "free": True}},
    "Odd": {"required": "password", "properties": [], "allOf": [True]},
}


def validator(name: str, version: str, *, request: bool) -> Any:
    document = {"openapi": version, "components": {"schemas": SCHEMAS}}
    return description(document).validator("components", "schemas", name, request=request)


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize("name", ["User", "Extended"])
def test_required_counts_in_the_direction_of_the_property(version: str, name: str) -> None:
    response, request = {"id": 1, "name": "Ada"}, {"name": "Ada", "password": "p"}
    judged = [
        validator(name, version, request=each).is_valid(value)
        for each in (False, True)
        for value in (response, request)
    ]
    assert judged == [True, False, False, True]


@pytest.mark.parametrize("name", ["Inherited", "Either"])
def test_a_property_may_be_described_in_another_part_of_the_schema(name: str) -> None:
    assert [validator(name, "3.1.0", request=request).is_valid({}) for request in (False, True)] == [True, False]


@pytest.mark.parametrize("name", ["Apart", "Nested", "Further", "Beside", "Node"])
def test_a_referenced_part_may_require_what_another_describes(name: str) -> None:
    assert [validator(name, "3.1.0", request=request).is_valid({}) for request in (False, True)] == [True, False]


@pytest.mark.parametrize("name", ["Apart", "Further", "Node"])
def test_a_referenced_part_is_copied_in_the_dialect_of_version_3_0_too(name: str) -> None:
    assert [validator(name, "3.0.3", request=request).is_valid({}) for request in (False, True)] == [True, False]


@pytest.mark.parametrize("name", ["Then", "Dependent", "Dependents", "ThroughDependents"])
def test_what_is_required_on_a_condition_counts_in_its_direction_too(name: str) -> None:
    body = {"name": "Ada"}
    assert [validator(name, "3.1.0", request=request).is_valid(body) for request in (False, True)] == [True, False]


def test_a_schema_that_contains_itself_is_copied_once() -> None:
    checked = validator("Node", "3.1.0", request=True)
    assert [checked.is_valid({"password": "p", "next": inner}) for inner in ({"password": "p"}, {})] == [True, False]


def test_a_schema_that_extends_itself_is_followed_once() -> None:
    odd = {
        "allOf": [{"$ref": "#"}, BASE],
        "anyOf": [{"required": ["password"]}, True],
        "dependentRequired": {"odd": True},
    }
    changed = Direction(lambda _: odd, request=False, alone=False).schema(odd)
    assert changed["anyOf"] == [{}, True]
    assert changed["dependentRequired"] == {"odd": True}


def test_a_schema_that_extends_itself_and_requires_nothing_stays() -> None:
    odd = {"allOf": [{"$ref": "#"}, BASE]}
    assert Direction(lambda _: odd, request=False, alone=False).schema(odd)["allOf"][0] == {"$ref": "#"}


def test_a_copy_has_no_name_of_its_own() -> None:
    named = {"$id": "urn:named", "$anchor": "named", "required": ["password"]}
    changed = Direction(lambda _: named, request=False, alone=False).schema({"$ref": "urn:named", **BASE})
    assert changed["allOf"] == [{}]


def test_beside_a_reference_of_version_3_0_nothing_counts() -> None:
    checked = validator("Beside", "3.0.3", request=True)
    assert [checked.is_valid(value) for value in ({}, {"password": "p"})] == [False, True]
    assert validator("Beside", "3.0.3", request=False).is_valid({"password": "p"})


def test_a_leaked_property_is_named() -> None:
    document = {"openapi": "3.0.3", "components": {"schemas": SCHEMAS}, "paths": {}}
    found = mismatches(
        description(document).validator("components", "schemas", "User"), {"id": 1, "name": "x", "password": "p"}
    )
    assert [each.line for each in violations_of(found)] == [
        "$.password: expected no such field, got [redacted] (writeOnly: for requests alone)"
    ]


def test_a_property_that_is_read_only_may_be_sent_and_is_checked() -> None:
    checked = validator("User", "3.0.3", request=True)
    values = ({"id": 1, "name": "Ada", "password": "p"}, {"id": "x", "name": "Ada", "password": "p"})
    assert [checked.is_valid(value) for value in values] == [True, False]


def test_other_schemas_stay_as_they_are() -> None:
    assert not validator("Plain", "3.1.0", request=False).is_valid({})
