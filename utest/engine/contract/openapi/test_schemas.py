"""What a document's schemas leave out because it can't be read."""

from copy import deepcopy
from pathlib import Path

import pytest
from fake_shop_api import DOCUMENT, description

from SteadyAPI.engine.contract.openapi.description import load_description


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize("close", [False, True])
def test_a_pattern_that_is_none_is_left_out_and_named(version: str, close: bool) -> None:
    document = deepcopy(DOCUMENT) | {"openapi": version}
    document["components"]["schemas"]["Order"] = {"properties": {"a": {"type": "string", "pattern": "[_-.]"}}}
    document["x"] = {"$ref": "#/components/schemas/Order"}
    one = description(document, close=close)
    assert [one.validator("x").is_valid({"a": value}) for value in ("b", 1)] == [True, False]
    assert one.left_out == ["$.components.schemas.Order.properties.a.pattern is no regular expression"]
    assert "pattern" in document["components"]["schemas"]["Order"]["properties"]["a"]


def test_a_pattern_that_is_none_in_another_file_is_left_out_too(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("openapi: 3.1.0\nx: {$ref: 'parts.yaml#/A'}\n")
    (tmp_path / "parts.yaml").write_text("A: {pattern: '[_-.]'}\n")
    assert load_description(tmp_path / "shop.yaml").validator("x").is_valid("a")


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize("close", [False, True])
def test_a_pattern_that_is_none_where_it_is_used_is_left_out_too(version: str, close: bool) -> None:
    schema = {"properties": {"007": {"type": "string", "pattern": "[_-.]"}, "8": {"maxLength": 1, "pattern": "("}}}
    one = description({"openapi": version, "x": {"200": schema}}, close=close)
    assert [one.validator("x", "200").is_valid({"007": value}) for value in ("b", 1)] == [True, False]
    assert one.validator("x", "200").is_valid({"8": "long"}) is False
    assert sorted(one.left_out) == [
        f"$.x['200'].properties['{name}'].pattern is no regular expression" for name in ("007", "8")
    ]
