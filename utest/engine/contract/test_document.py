import os
import sys
from pathlib import Path

import pytest

from SteadyAPI.engine.contract.document import as_json, find_file, load_document, missing_extra
from SteadyAPI.errors import SchemaError


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_json_is_loaded(tmp_path: Path) -> None:
    assert load_document(write(tmp_path, "a.json", '\ufeff{"a": 1}')) == {"a": 1}


def test_yaml_is_loaded(tmp_path: Path) -> None:
    assert load_document(write(tmp_path, "a.yaml", "a: [1, no]")) == {"a": [1, "no"]}


def test_json_under_another_name_is_read_as_json(tmp_path: Path) -> None:
    assert load_document(write(tmp_path, "a.yaml", '{"a": "no"}')) == {"a": "no"}


def test_a_file_is_loaded_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", "{}")
    assert load_document(path) is load_document(path)


def test_a_file_that_changed_within_a_tick_of_the_clock_is_loaded_again(tmp_path: Path) -> None:
    for number in (1, 22):
        path = write(tmp_path, "a.json", f"{number}")
        os.utime(path, (1, 1))
        assert load_document(path) == number


def test_a_missing_file_is_named() -> None:
    with pytest.raises(SchemaError, match=r'can\'t read "nowhere.json": No such file'):
        load_document(Path("nowhere.json"))


def test_broken_json_is_named_with_its_position(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r'a.json" is not JSON: .* at line 1, column 2'):
        load_document(write(tmp_path, "a.json", "{"))


def test_broken_yaml_is_named_with_its_position(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r'a.yaml" is not YAML: .* at line 1'):
        load_document(write(tmp_path, "a.yaml", "a: ]"))


def test_yaml_without_its_package_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "b.yaml", "a: 1")
    monkeypatch.delitem(sys.modules, "SteadyAPI.engine.contract.yaml_text", raising=False)
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(SchemaError, match=r"needs PyYAML(.|\n)*robotframework-steadyapi\[openapi\]"):
        load_document(path)


def test_the_missing_extra_is_named() -> None:
    assert "robotframework-steadyapi[openapi]" in str(missing_extra("OpenAPI"))


def test_a_value_is_written_as_json() -> None:
    assert as_json({"a": [1]}, "schema") == b'{"a": [1]}'


def test_what_json_has_no_words_for_is_refused() -> None:
    with pytest.raises(SchemaError, match="schema: Object of type object"):
        as_json({"a": object()}, "schema")


def test_a_file_is_found_in_the_first_folder_that_has_it(tmp_path: Path) -> None:
    (tmp_path / "suite").mkdir()
    near = write(tmp_path / "suite", "a.json", "{}")
    write(tmp_path, "a.json", "{}")
    assert find_file("a.json", [tmp_path / "suite", tmp_path], 'file "{}"') == near


def test_a_url_is_to_be_saved_first() -> None:
    with pytest.raises(SchemaError, match=r"got a URL(.|\n)*curl -o shop.yaml https://api.example/v1/shop.yaml$"):
        find_file("https://user:pass@api.example/v1/shop.yaml?key=1", [], 'file "{}"')


def test_a_url_without_a_name_gets_one() -> None:
    with pytest.raises(SchemaError, match=r"curl -o openapi.json http://api.example$"):
        find_file("HTTP://api.example", [], 'file "{}"')
