from SteadyAPI.engine.contract.json_schema.pointer import keys_of, pointed_at, pointer

DOCUMENT = {"paths": {"/a/{id}": {"x~y": [1, {"z": 2}]}}}


def test_a_pointer_leads_through_keys_and_items() -> None:
    assert pointed_at(DOCUMENT, "#/paths/~1a~1%7Bid%7D/x~0y/1/z") == 2


def test_the_hash_alone_is_the_whole_document() -> None:
    assert pointed_at(DOCUMENT, "#") is DOCUMENT


def test_a_pointer_out_of_the_document_leads_to_nothing() -> None:
    found = [
        pointed_at(DOCUMENT, each) for each in ("#/nope", "#/paths/~1a~1{id}/x~0y/7", "other.json#/a", "#/paths/0/0")
    ]
    assert found == [None] * 4


def test_keys_are_written_and_read_back() -> None:
    keys = ("paths", "/a b/{id}", "x~y", "50%")
    assert keys_of(pointer(*keys)) == keys
