from typing import Any

import pytest

from SteadyAPI.engine.contract.json_schema.bundle import bundled

HOME = "file:///w/shop.yaml"
FILES: dict[str, Any] = {
    "file:///w/parts.yaml": {"A": {"$ref": "#/B"}, "B": [{"$ref": "deep/more.yaml#/C"}]},
    "file:///w/deep/more.yaml": {"C": {"$ref": "../shop.yaml#/x"}, "D": {"$ref": "more.yaml#/C"}},
}


def test_a_document_of_one_file_is_itself() -> None:
    document = {"x": {"$ref": "#/y"}, "z": {"$ref": "https://else.test/a.json"}, "p": {"$ref": {"a": "property"}}}
    assert bundled(document, HOME, FILES.__getitem__) is document


def test_files_are_taken_in_and_references_lead_into_them() -> None:
    assert bundled({"x": {"$ref": "parts.yaml#/A"}}, HOME, FILES.__getitem__) == {
        "x": {"$ref": "#/x-steadyapi-files/file1/A"},
        "x-steadyapi-files": {
            "file1": {
                "A": {"$ref": "#/x-steadyapi-files/file1/B"},
                "B": [{"$ref": "#/x-steadyapi-files/file2/C"}],
            },
            "file2": {
                "C": {"$ref": "#/x"},
                "D": {"$ref": "#/x-steadyapi-files/file2/C"},
            },
        },
    }


def test_a_whole_file_may_be_meant() -> None:
    whole = bundled({"x": {"$ref": "deep/more.yaml"}}, HOME, FILES.__getitem__)
    assert whole["x"] == {"$ref": "#/x-steadyapi-files/file1"}


def test_a_file_that_cannot_be_loaded_is_the_loaders_to_report() -> None:
    with pytest.raises(KeyError):
        bundled({"x": {"$ref": "nowhere.yaml"}}, HOME, FILES.__getitem__)


def test_the_mapping_of_a_discriminator_leads_into_the_files_too() -> None:
    mapping = {"a": "parts.yaml#/A", "b": "B", "c": 7}
    document = {"discriminator": {"propertyName": "kind", "mapping": mapping}, "x": {"$ref": "parts.yaml#/A"}}
    assert bundled(document, HOME, FILES.__getitem__)["discriminator"]["mapping"] == {
        "a": "#/x-steadyapi-files/file1/A",
        "b": "B",
        "c": 7,
    }


def test_an_anchor_of_a_file_is_left_to_the_validator() -> None:
    document = {"a": {"$ref": "b.json#here"}}
    files: dict[str, Any] = {}
    assert bundled(document, "file:///shop/a.json", files.__getitem__) == document


@pytest.mark.parametrize("asked", [True, False])
def test_anchors_become_pointers_when_that_is_asked_for(asked: bool) -> None:
    document = {"a": {"$ref": "#mine"}, "b": {"$anchor": "mine"}}
    files = {"file:///w/parts.yaml": {"c": {"$ref": "#mine"}, "d": {"$anchor": "mine"}}}
    whole = bundled(document, HOME, files.__getitem__, resolve_anchors=asked)
    assert whole["a"] == {"$ref": "#/b" if asked else "#mine"}
    linked = document | {"e": {"$ref": "parts.yaml"}}
    whole = bundled(linked, HOME, files.__getitem__, resolve_anchors=asked)
    assert whole["a"] == {"$ref": "#/b" if asked else "#mine"}
    assert whole["x-steadyapi-files"]["file1"]["c"] == {"$ref": "#/x-steadyapi-files/file1/d" if asked else "#mine"}
