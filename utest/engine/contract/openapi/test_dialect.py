from SteadyAPI.engine.contract.openapi.dialect import copied, draft4, draft2020


def test_a_copy_is_another_object_of_the_same_value() -> None:
    schema = {"items": {"nullable": True}}
    assert copied(schema) == schema
    assert copied(schema)["items"] is not schema["items"]


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
