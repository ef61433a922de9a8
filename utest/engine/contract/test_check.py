import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from SteadyAPI.engine.contract.check import check
from SteadyAPI.errors import SchemaError

ORDER = '{"type": "object", "properties": {"id": {"type": "integer"}}, "$defs": {"Id": {"type": "integer"}}}'
OPENAPI = """
openapi: 3.0.3
info: {title: Shop, version: "1"}
paths: {}
components:
  schemas:
    Order: {type: object, properties: {note: {type: string, nullable: true}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "order.json").write_text(ORDER)
    (tmp_path / "shop.yaml").write_text(OPENAPI)
    (tmp_path / "models.py").write_text("from pydantic import BaseModel\nclass Order(BaseModel):\n    id: int\n")
    return tmp_path


def test_a_model_is_closed_by_default(folder: Path) -> None:
    text = b'{"id": 1, "z": 2}'
    assert [check("models.Order", text, [folder], extra=extra).holds for extra in (None, "forbid", "ignore")] == [
        False,
        False,
        True,
    ]


def test_a_model_is_strict_by_default(folder: Path) -> None:
    assert [check("models.Order", b'{"id": "1"}', [folder], strict=strict).holds for strict in (True, False)] == [
        False,
        True,
    ]


def test_a_json_schema_is_open_by_default(folder: Path) -> None:
    text = b'{"id": 1, "z": 2}'
    assert [check("order.json", text, [folder], extra=extra).holds for extra in (None, "ignore", "forbid")] == [
        True,
        True,
        False,
    ]


def test_a_dictionary_is_a_json_schema() -> None:
    verdict = check({"title": "Id", "type": "integer"}, b'"x"', [])
    assert (verdict.schema, verdict.holds) == ("Id", False)


def test_a_dictionary_may_be_closed() -> None:
    assert not check({"properties": {}}, b'{"z": 1}', [], extra="forbid").holds


def test_a_part_of_a_file_is_a_schema(folder: Path) -> None:
    verdict = check("order.json#/$defs/Id", b'"x"', [folder])
    assert (verdict.schema, verdict.holds) == ("order.json#/$defs/Id", False)


def test_a_file_that_changed_within_a_tick_of_the_clock_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for kind, holds in (("string", True), ("integer", False)):
        path.write_text(f'{{"type": "{kind}"}}')
        os.utime(path, (1, 1))
        assert check("a.json", b'"x"', [tmp_path]).holds is holds


def test_a_part_of_a_file_may_be_closed(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"type": "string", "$defs": {"A": {"properties": {"a": {}}}}}')
    verdicts = [check("a.json#/$defs/A", text, [tmp_path], extra="forbid").holds for text in (b'{"a": 1}', b'{"z": 1}')]
    assert verdicts == [True, False]


def test_a_part_that_stands_elsewhere_cannot_be_closed(folder: Path) -> None:
    with pytest.raises(SchemaError, match=r"only a part under \$defs can be closed"):
        check("order.json#/properties/id", b"1", [folder], extra="forbid")


@pytest.mark.parametrize("kind", [str, Path])
def test_a_sign_in_the_name_of_a_folder_begins_no_part(folder: Path, kind: Callable[[str], str | Path]) -> None:
    file = folder / "C#" / "order.json"
    file.parent.mkdir()
    file.write_text(ORDER)
    assert check(kind(str(file)), b'{"id": 1}', []).holds
    assert not check(kind(f"{file}#/$defs/Id"), b'"x"', []).holds


def test_a_path_object_names_a_file(folder: Path) -> None:
    assert check(folder / "order.json", b'{"id": 1}', []).holds


def test_a_part_of_an_openapi_document_is_read_by_its_rules(folder: Path) -> None:
    assert check("shop.yaml#/components/schemas/Order", b'{"note": null}', [folder]).holds


def test_a_part_of_an_openapi_document_may_be_closed(folder: Path) -> None:
    assert not check("shop.yaml#/components/schemas/Order", b'{"z": null}', [folder], extra="forbid").holds


def test_a_file_that_is_nowhere_says_where_was_looked(folder: Path) -> None:
    with pytest.raises(
        SchemaError, match=rf'no file "nowhere.json" with a JSON Schema.\n  looked in: {re.escape(str(folder))}'
    ):
        check("nowhere.json", b"{}", [folder])


def test_without_folders_the_working_folder_was_looked_in() -> None:
    with pytest.raises(SchemaError, match=re.escape(str(Path.cwd()))):
        check("nowhere.json", b"{}", [])


def test_a_part_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(SchemaError, match=r'order.json" has nothing at #/\$defs/Nope'):
        check("order.json#/$defs/Nope", b"{}", [folder])


def test_without_the_extra_the_message_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "SteadyAPI.engine.contract.json_schema.validator", raising=False)
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    with pytest.raises(SchemaError, match=r'the JSON Schema "Id" needs the package(.|\n)*steadyapi\[openapi\]'):
        check({"title": "Id"}, b"{}", [folder])


@pytest.mark.parametrize(("text", "holds"), [("true", True), ("false", False)])
def test_true_and_false_are_schemas(tmp_path: Path, text: str, holds: bool) -> None:
    (tmp_path / "any.json").write_text(text)
    verdicts = [check("any.json", b"{}", [tmp_path]), check(text == "true", b"{}", [tmp_path])]
    assert [verdict.holds for verdict in verdicts] == [holds, holds]
    assert [[each.line for each in verdict.violations] for verdict in verdicts] == [
        [] if holds else ["$: expected no value at all, got object with 0 keys"]
    ] * 2
