import json
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.engine.contract.json_schema import references
from SteadyAPI.engine.contract.json_schema.references import References

BASE = "https://example.com/schemas/"


def write(folder: Path, name: str, content: Any) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def test_a_file_beside_the_document_is_loaded(tmp_path: Path) -> None:
    address = write(tmp_path, "parts/an address.json", {"type": "object"})
    found = References({}, tmp_path / "order.json")
    assert (found(address.as_uri()), found.loaded) == ({"type": "object"}, True)


def test_a_neighbour_that_is_not_there_is_never_fetched(tmp_path: Path) -> None:
    found = References({"$id": f"{BASE}order.json"}, tmp_path / "order.json")
    for uri in (f"{BASE}nowhere.json", "https://other.example/nowhere.json"):
        with pytest.raises(ValueError, match="never fetched"):
            found(uri)


@pytest.mark.parametrize("link", [False, True])
def test_a_file_outside_of_the_folders_is_not_read(tmp_path: Path, link: bool) -> None:
    private = write(tmp_path, "private.json", {})
    (tmp_path / "suite").mkdir()
    if link:
        private = tmp_path / "suite" / "link.json"
        private.symlink_to(tmp_path / "private.json")
    with pytest.raises(ValueError, match="outside of the folder of the document"):
        References({}, tmp_path / "suite" / "order.json")(private.as_uri())


def test_a_file_below_a_folder_of_the_suite_is_read(tmp_path: Path) -> None:
    shared = write(tmp_path, "shared/error.json", True)
    assert (
        References({}, tmp_path / "api" / "order.json", [tmp_path])((tmp_path / "shared/error.json").as_uri()) is True
    )
    assert References({}, None, [tmp_path])(shared.as_uri()) is True


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("alpha: bravo: charlie", "the file is neither JSON nor YAML"),
        ("{", "the file is neither JSON nor YAML"),
        ("the quick private note", "the file is no schema: expected object or boolean, got string"),
    ],
)
def test_what_is_no_schema_is_refused_without_its_content(tmp_path: Path, content: str, message: str) -> None:
    path = write(tmp_path, "private.txt", content)
    with pytest.raises(ValueError, match=f"^{message}$"):
        References({}, tmp_path / "order.json")(path.as_uri())


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="No such file"):
        References({}, tmp_path / "order.json")((tmp_path / "nowhere.json").as_uri())


def test_another_machine_is_never_asked(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="never fetched"):
        References({}, tmp_path / "order.json")("http://127.0.0.1:9/x.json")


def test_a_neighbour_is_found_by_its_own_identifier(tmp_path: Path) -> None:
    write(tmp_path, "deep/a.json", {"$id": f"{BASE}address.json", "type": "object"})
    write(tmp_path, "b.json", "{")
    write(tmp_path, "notes.txt", "x")
    assert References({}, tmp_path / "order.json")(f"{BASE}address.json")["type"] == "object"


def test_a_neighbour_is_found_beside_a_document_with_an_identifier(tmp_path: Path) -> None:
    write(tmp_path, "deep/an address.json", {"type": "object"})
    found = References({"$id": f"{BASE}order.json#"}, tmp_path / "order.json")
    assert found(f"{BASE}deep/an%20address.json") == {"type": "object"}


def test_a_neighbour_leads_to_its_own_neighbours(tmp_path: Path) -> None:
    part = write(tmp_path, "part/a.json", {"id": "https://other.example/a.json"})
    write(tmp_path, "part/b.json", {"type": "integer"})
    found = References({}, tmp_path / "order.json")
    found(part.as_uri())
    assert found("https://other.example/b.json") == {"type": "integer"}


def test_a_document_of_the_suite_itself_has_the_neighbours_of_the_suite(tmp_path: Path) -> None:
    write(tmp_path, "a.json", {"$id": f"{BASE}address.json"})
    assert References({}, None, [tmp_path])(f"{BASE}address.json")["$id"]


def test_neighbours_are_looked_at_up_to_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "_MOST_FILES", 0)
    write(tmp_path, "a.json", {"$id": f"{BASE}address.json"})
    with pytest.raises(ValueError, match="never fetched"):
        References({}, tmp_path / "order.json")(f"{BASE}address.json")


def test_a_large_file_is_no_neighbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "_LARGEST", 5)
    write(tmp_path, "a.json", {"$id": f"{BASE}address.json"})
    with pytest.raises(ValueError, match="never fetched"):
        References({}, tmp_path / "order.json")(f"{BASE}address.json")


@pytest.mark.parametrize(
    ("identifier", "address"), [("urn:shop:address", "urn:shop:address"), ("/shop/address", "file:///shop/address")]
)
def test_a_neighbour_may_be_named_by_a_urn_or_a_path(tmp_path: Path, identifier: str, address: str) -> None:
    write(tmp_path, "parts/a.json", {"$id": identifier, "type": "object"})
    assert References({}, tmp_path / "order.json")(address)["type"] == "object"
