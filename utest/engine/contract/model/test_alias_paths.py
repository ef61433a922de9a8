"""Values that a model reads from further inside the body, absent in every way."""

from typing import Any

import pytest
from pydantic import AliasChoices, AliasPath, BaseModel, Field, TypeAdapter

from SteadyAPI.engine.contract.model.alias_paths import alias_paths
from SteadyAPI.engine.contract.model.model_check import check_json


class Address(BaseModel):
    city: str


class Guest(BaseModel):
    city: str = Field(validation_alias=AliasPath("address", "city"))
    first: str = Field(validation_alias=AliasPath("names", 0))
    zip: str = Field(default="", validation_alias=AliasChoices("zip", AliasPath("address", "zip")))


class Host(BaseModel):
    address: Address
    guests: list[Guest] = []
    any: Guest | int | None = None


def lines(schema: Any, body: str) -> list[str]:
    verdict = check_json(schema, "Guest", body.encode(), strict=True, extra="forbid")
    return sorted(each.line for each in verdict.violations)


def test_paths_of_more_than_one_step_are_found() -> None:
    expected = (("address", "city"), ("names", 0), ("address", "zip"))
    assert (alias_paths(Guest), alias_paths(TypeAdapter(list[Guest])), alias_paths(Address)) == (expected, expected, ())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('{"address": {"city": "Ulm", "zip": "1"}, "names": ["Ada"]}', []),
        ('{"address": {}, "names": ["Ada"]}', ["$.address.city: required, absent (keys there: none)"]),
        ('{"address": 7, "names": ["Ada"]}', ["$.address.city: required, absent"]),
        ('{"names": ["Ada"]}', ["$.address: required, absent (keys there: names)"]),
        ('{"address": {"city": "Ulm"}, "names": []}', ["$.names[0]: required, absent (the array has 0 items)"]),
        (
            '{"address": {"city": 7}, "names": ["Ada"]}',
            ["$.address.city: expected string, got 7 (integer) (sent as a number)"],
        ),
        (
            '{"address": {}, "names": [], "odd": 1}',
            [
                "$.address.city: required, absent (keys there: none)",
                "$.names[0]: required, absent (the array has 0 items)",
                "$.odd: expected no such field, got 1 (integer)",
            ],
        ),
    ],
)
def test_what_is_absent_is_named_where_it_is_looked_for(body: str, expected: list[str]) -> None:
    assert lines(Guest, body) == expected


def test_a_model_of_its_own_keeps_its_names() -> None:
    assert lines(Host, '{"address": {}}') == ["$.address.city: required, absent (keys there: none)"]
    body = '{"address": {"city": "Ulm"}, "guests": [{"address": {"odd": 1}, "names": ["Ada"]}], "any": {"names": [""]}}'
    assert lines(Host, body) == [
        "$.any.address: required, absent (keys there: names)",
        "$.guests[0].address.city: required, absent (keys there: odd)",
    ]
