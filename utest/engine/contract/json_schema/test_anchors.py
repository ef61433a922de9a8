"""JSON Schema 2020-12, section 8.2.2 (anchors), in documents that are no schemas."""

from typing import Any

import pytest

from SteadyAPI.engine.contract.json_schema.anchors import without_anchors


def test_a_document_without_anchors_is_itself() -> None:
    document = {"x": {"$ref": "#there"}, "y": [{"$anchor": {"a": "property"}}]}
    assert without_anchors(document) is document


@pytest.mark.parametrize("reference", ["#there", "#here"])
def test_a_reference_to_an_anchor_becomes_a_pointer(reference: str) -> None:
    document: Any = {
        "a/b": [{"$anchor": "here"}],
        "c": {"$anchor": "there"},
        "d": {"allOf": [{"$ref": reference}, {"$ref": "#/c"}, {"$ref": "#nowhere"}]},
    }
    assert without_anchors(document)["d"]["allOf"] == [
        {"$ref": {"#here": "#/a~1b/0", "#there": "#/c"}[reference]},
        {"$ref": "#/c"},
        {"$ref": "#nowhere"},
    ]
