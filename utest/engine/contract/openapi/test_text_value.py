from typing import Any

import pytest

from SteadyAPI.engine.contract.openapi.text_value import value_of


@pytest.mark.parametrize(
    ("text", "schema", "value"),
    [
        ("7", {"type": "integer"}, 7),
        ("x", {"type": "integer"}, "x"),
        ("7", {"type": "number"}, 7),
        ("7.5", {"type": "number"}, 7.5),
        ("-1.5e3", {"type": "number"}, -1500.0),
        ("1_000", {"type": "integer"}, "1_000"),
        (" 7", {"type": "integer"}, " 7"),
        ("nan", {"type": "number"}, "nan"),
        ("9" * 5000, {"type": "integer"}, "9" * 5000),
        ("true", {"type": "boolean"}, True),
        ("yes", {"type": "boolean"}, "yes"),
        ("7", {"type": "string"}, "7"),
        ("7", {}, "7"),
        ("1, 2,x", {"type": "array", "items": {"type": "integer"}}, [1, 2, "x"]),
        ("a,b", {"type": "array"}, ["a", "b"]),
        ("7", {"type": ["null", "integer"]}, 7),
    ],
)
def test_a_text_becomes_the_value_its_schema_means(text: str, schema: dict[str, Any], value: Any) -> None:
    assert value_of(text, schema) == value
