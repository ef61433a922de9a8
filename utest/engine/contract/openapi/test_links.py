from SteadyAPI.engine.contract.openapi.links import linked


def test_other_documents_are_named_once() -> None:
    document = {"a": [{"$ref": "b.yaml#/X"}, {"$ref": "b.yaml#/Y"}], "c": {"$ref": "https://else.test/d.json"}}
    assert sorted(linked(document, "file:///w/a.yaml")) == ["file:///w/b.yaml", "https://else.test/d.json"]


def test_the_document_itself_is_no_other() -> None:
    document = [{"$ref": "#/a"}, {"$ref": "a.yaml#/x"}, {"$ref": {"a": "property of that name"}}]
    assert list(linked(document, "file:///w/a.yaml")) == []
