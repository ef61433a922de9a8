"""OAS 3.0.4, section 4.7.24 (Schema Object), ``readOnly`` and ``writeOnly``."""

from typing import Any

import pytest
from fake_shop_api import description

from SteadyAPI.engine.contract.json_schema.validator import mismatches, violations_of

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
