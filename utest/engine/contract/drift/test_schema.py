from typing import Any

import pytest

from SteadyAPI.engine.contract.drift.schema import schema_of
from SteadyAPI.engine.contract.drift.shape import Shape


def learnt(*samples: Any) -> dict[str, Any]:
    shape = Shape()
    for sample in samples:
        shape.learn(sample)
    return schema_of(shape)


@pytest.mark.parametrize(
    ("samples", "schema"),
    [
        ([1, 2], {"type": "integer"}),
        ([1, 2.5], {"type": "number"}),
        ([True], {"type": "boolean"}),
        ([None], {"type": "null"}),
        ([1, None], {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        ([1, "x"], {"anyOf": [{"type": "integer"}, {"type": "string"}]}),
        (["2024-01-31"], {"type": "string", "format": "date"}),
        (["https://shop.test"], {"type": "string", "format": "uri"}),
        (["12.5"], {"type": "string"}),
        (["2024-01-31", "soon"], {"type": "string"}),
        (["EUR", "USD"] * 5, {"type": "string", "enum": ["EUR", "USD"]}),
        (["EUR", "USD"], {"type": "string"}),
        ([[1], ["x"]], {"type": "array", "items": {"anyOf": [{"type": "integer"}, {"type": "string"}]}}),
        ([[]], {"type": "array", "items": {}}),
        ([{}], {"type": "object", "properties": {}}),
        ([{"2024-01-31": 1}], {"type": "object", "additionalProperties": {"type": "integer"}}),
        ([], {}),
    ],
)
def test_a_shape_becomes_a_schema(samples: list[Any], schema: dict[str, Any]) -> None:
    assert learnt(*samples) == schema


def test_what_was_always_there_is_required() -> None:
    assert learnt({"a": 1}, {"a": 2, "b": 3}) == {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
        "required": ["a"],
    }
