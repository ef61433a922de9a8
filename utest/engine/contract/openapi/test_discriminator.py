"""OAS 3.1.1, section 4.8.25 (Discriminator Object)."""

from typing import Any

import pytest
from fake_shop_api import description

from SteadyAPI.engine.contract.json_schema.validator import mismatches, violations_of


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def kind(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}, **properties}}


INTEGER, STRING = {"type": "integer"}, {"type": "string"}
BY_TYPE = {"propertyName": "type"}
MAPPING = {"cat": "#/components/schemas/Cat", "dog": "Dog"}
SCHEMAS: dict[str, Any] = {
    "Cat": kind(lives=INTEGER),
    "Dog": kind(bark=STRING),
    "Named": {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": BY_TYPE},
    "Mapped": {"anyOf": [ref("Cat"), ref("Dog")], "discriminator": BY_TYPE | {"mapping": MAPPING}},
    "Kitten": {"properties": {"type": {"const": "kitten"}}},
    "Sure": {
        "oneOf": [ref("Kitten"), ref("Dog")],
        "discriminator": BY_TYPE | {"mapping": {"kitten": "Kitten", "Fish": "Dog"}},
    },
    "Maybe": {"oneOf": [ref("Cat"), ref("Dog"), {"type": "null"}], "discriminator": BY_TYPE},
    "Nullable": {"oneOf": [ref("Cat")], "discriminator": BY_TYPE, "nullable": True},
    "Fish": {"type": "object", "properties": {"type": {"enum": ["cod", "eel"]}, "fins": INTEGER}},
    "Inline": {
        "oneOf": [ref("Fish"), {"properties": {"type": {"const": "bird"}, "wings": INTEGER}}],
        "discriminator": BY_TYPE,
    },
    "Shapes": {
        "oneOf": [
            ref("List"),
            {"type": "object", "required": ["width"], "properties": {"type": {"enum": ["box"]}, "width": INTEGER}},
        ],
        "discriminator": BY_TYPE | {"mapping": {"list": "List"}},
    },
    "List": {"type": "array"},
    "NoTags": {"oneOf": [ref("Cat"), {"properties": {"wings": INTEGER}}], "discriminator": BY_TYPE},
    "NoName": {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {}},
    "NoMembers": {"oneOf": [True], "discriminator": BY_TYPE},
    "Animal": {**kind(), "discriminator": BY_TYPE},
    "Horse": {"allOf": [ref("Animal"), {"properties": {"speed": INTEGER}}]},
    "Pony": {"allOf": [ref("Horse"), {"properties": {"size": INTEGER}}]},
    "Stable": {"type": "object", "properties": {"first": ref("Animal"), "owner": {"allOf": [ref("Animal")]}}},
}
OLD, NEW = "3.0.3", "3.1.0"


def lines(name: str, value: Any, version: str = NEW, *, close: bool = False) -> list[str]:
    document = {"openapi": version, "components": {"schemas": SCHEMAS}}
    validator = description(document, close=close).validator("components", "schemas", name)
    return [each.line for each in violations_of(mismatches(validator, value))]


@pytest.mark.parametrize("version", [OLD, NEW])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Named", {"type": "Cat", "lives": 9, "bark": 1}),
        ("Mapped", {"type": "dog", "bark": "loud"}),
        ("Mapped", {"type": "Dog", "bark": "loud"}),
        ("Maybe", None),
        ("Shapes", [1]),
        ("Shapes", {"width": 1}),
        ("Maybe", {"type": "Dog"}),
        ("Inline", {"type": "eel", "fins": 2}),
        ("Inline", {"type": "bird", "wings": 2}),
        ("NoTags", {"type": "Dog", "wings": 2, "lives": "x"}),
        ("Animal", {"type": "Animal"}),
        ("Animal", {"type": "Pony", "speed": 1, "size": 2}),
        ("Stable", {"first": {"type": "Horse", "speed": 1}}),
    ],
)
def test_the_schema_that_the_tag_names_is_the_one_that_is_checked(name: str, value: Any, version: str) -> None:
    if version == OLD and name == "NoTags":
        return
    assert lines(name, value, version) == []


@pytest.mark.parametrize("version", [OLD, NEW])
@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("Named", {"type": "Cat", "lives": "9"}, '$.lives: expected integer, got "9" (string) (sent as text)'),
        ("Named", {"type": "cow"}, "$.type: expected 'Cat' or 'Dog', got \"cow\" (string)"),
        ("Named", {}, "$.type: required, absent (keys there: none)"),
        ("Named", 7, "$: expected object, got 7 (integer)"),
        ("Mapped", {"type": "dog", "bark": 1}, "$.bark: expected string, got 1 (integer) (sent as a number)"),
        ("Mapped", {"type": "Cat", "lives": "x"}, '$.lives: expected integer, got "x" (string)'),
        ("Mapped", {"type": "cow"}, "$.type: expected 'cat', 'Cat', 'dog' or 'Dog', got \"cow\" (string)"),
        ("Sure", {"type": "Cat"}, "$.type: expected 'kitten', 'Fish' or 'Dog', got \"Cat\" (string)"),
        ("Maybe", {"type": "Dog", "bark": 1}, "$.bark: expected string, got 1 (integer) (sent as a number)"),
        ("Inline", {"type": "cod", "fins": "x"}, '$.fins: expected integer, got "x" (string)'),
        ("Animal", {"type": "Horse", "speed": "x"}, '$.speed: expected integer, got "x" (string)'),
        ("Animal", {"type": "Pony", "speed": "x"}, '$.speed: expected integer, got "x" (string)'),
        ("Animal", {"type": "Cow"}, "$.type: expected 'Horse', 'Pony' or 'Animal', got \"Cow\" (string)"),
        ("Stable", {"first": {"type": "Horse", "speed": "x"}}, '$.first.speed: expected integer, got "x" (string)'),
        ("Stable", {"owner": {"type": "Horse", "speed": "x"}}, '$.owner.speed: expected integer, got "x" (string)'),
    ],
)
def test_a_mismatch_is_one_of_the_schema_that_was_meant(name: str, value: Any, line: str, version: str) -> None:
    assert lines(name, value, version) == [line]


def test_a_kind_itself_is_checked_without_its_base_looking_back() -> None:
    assert lines("Horse", {"type": "Horse", "speed": 1}) == []


def test_a_nullable_union_takes_null() -> None:
    assert lines("Nullable", None, OLD) == []


@pytest.mark.parametrize(("name", "value"), [("NoName", {"type": "x"}), ("NoMembers", 1)])
def test_a_discriminator_that_is_none_changes_nothing(name: str, value: Any) -> None:
    assert lines(name, value, NEW) == (
        ["$: expected exactly one of the shapes, and several match, got object with 1 key"] if name == "NoName" else []
    )


@pytest.mark.parametrize("version", [OLD, NEW])
@pytest.mark.parametrize("name", ["Named", "Animal"])
def test_a_closed_document_knows_the_fields_of_the_member_alone(name: str, version: str) -> None:
    value = {"type": "Cat", "lives": 9, "bark": "x"} if name == "Named" else {"type": "Horse", "speed": 1, "size": 2}
    stray = "bark" if name == "Named" else "size"
    assert [line.partition(",")[0] for line in lines(name, value, version, close=True)] == [
        f"$.{stray}: expected no such field"
    ]


@pytest.mark.parametrize("version", [OLD, NEW])
def test_a_kind_may_be_written_for_one_direction(version: str) -> None:
    pony = {"allOf": [ref("Horse"), {"properties": {"speed": {"type": "integer", "writeOnly": True}}}]}
    horse = {"allOf": [ref("Animal")], "required": ["speed"]}
    document = {"openapi": version, "components": {"schemas": SCHEMAS | {"Horse": horse, "Pony": pony}}}
    validator = description(document).validator("components", "schemas", "Animal")
    bodies: list[Any] = [{"type": "Pony"}, {"type": "Horse"}, {"type": "Pony", "speed": 1}]
    assert [validator.is_valid(body) for body in bodies] == [True, False, False]


def test_a_kind_may_have_any_schema_among_its_parts() -> None:
    document = {"openapi": NEW, "components": {"schemas": SCHEMAS | {"Horse": {"allOf": [ref("Animal"), False]}}}}
    validator = description(document).validator("components", "schemas", "Animal")
    assert [validator.is_valid({"type": name}) for name in ("Horse", "Animal")] == [False, True]


DEFAULTED = {"Kinds": {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": BY_TYPE | {"defaultMapping": "Other"}}}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"type": "Cat", "lives": 9}, []),
        ({"type": "Cat", "lives": "x"}, ['$.lives: expected integer, got "x" (string)']),
        ({"type": "bird", "size": 1}, []),
        ({"type": "bird", "size": "x"}, ['$.size: expected integer, got "x" (string)']),
        ({"size": "x"}, ['$.size: expected integer, got "x" (string)']),
    ],
)
def test_version_3_2_names_the_schema_of_other_tags(value: Any, expected: list[str]) -> None:
    """OAS 3.2.0, section 4.26.3 (Discriminator Object, defaultMapping)."""
    schemas = SCHEMAS | DEFAULTED | {"Other": {"properties": {"size": INTEGER}}}
    validator = description({"openapi": "3.2.0", "components": {"schemas": schemas}}).validator(
        "components", "schemas", "Kinds"
    )
    assert [each.line for each in violations_of(mismatches(validator, value))] == expected


def test_a_document_without_components_may_have_discriminators() -> None:
    tagged = [{"properties": {"type": {"const": name}, name: INTEGER}} for name in ("cat", "dog")]
    document = {"openapi": NEW, "x": {"oneOf": tagged, "discriminator": BY_TYPE}}
    found = mismatches(description(document).validator("x"), {"type": "dog", "dog": "x"})
    assert [each.line for each in violations_of(found)] == ['$.dog: expected integer, got "x" (string)']
