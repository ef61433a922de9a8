import json
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.engine.contract.json_schema.validator import check_text, schema_validator
from SteadyAPI.engine.contract.violation import Verdict
from SteadyAPI.errors import SchemaError

ORDER = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}


def check(schema: Any, text: bytes, *, close: bool = False, file: Path | None = None) -> Verdict:
    return check_text(schema_validator(schema, "order.json", file=file, close=close), "order.json", text)


def test_a_body_that_matches_gives_the_parsed_value() -> None:
    assert check(ORDER, b'{"id": 7}').value == {"id": 7}


def test_every_mismatch_has_its_path() -> None:
    assert [each.line for each in check({"items": ORDER}, b'[{"id": "7"}, {}]').violations] == [
        '$[0].id: expected integer, got "7" (string) (sent as text)',
        "$[1].id: required, absent (keys there: none)",
    ]


def test_a_schema_is_open_unless_it_is_closed() -> None:
    assert [check(ORDER, b'{"id": 7, "z": 1}', close=close).holds for close in (False, True)] == [True, False]


def test_formats_are_checked() -> None:
    assert not check({"format": "date"}, b'"yesterday"').holds


def test_a_body_that_is_no_json_has_a_reason() -> None:
    assert check(ORDER, b"{").not_json.startswith("expecting property name")


def test_an_older_draft_is_read_by_its_own_rules() -> None:
    draft4 = {"$schema": "http://json-schema.org/draft-04/schema#", "minimum": 1, "exclusiveMinimum": True}
    assert not check(draft4, b"1").holds


def test_an_older_draft_cannot_be_closed() -> None:
    with pytest.raises(SchemaError, match=r"of an old draft(.|\n)*additionalProperties: false"):
        check({"$schema": "http://json-schema.org/draft-07/schema#", **ORDER}, b"{}", close=True)


def test_a_boolean_schema_can_be_closed() -> None:
    assert check(True, b"{}", close=True).holds


def test_a_reference_to_a_file_beside_the_schema_is_followed(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "an id.json").write_text(json.dumps({"type": "integer"}))
    schema = {"properties": {"id": {"$ref": "parts/an%20id.json"}}}
    assert not check(schema, b'{"id": "x"}', file=tmp_path / "order.json").holds


def test_a_reference_to_another_machine_is_never_fetched() -> None:
    with pytest.raises(SchemaError, match=r"http://127.0.0.1:9/x.json(.|\n)*never fetched"):
        check({"$ref": "http://127.0.0.1:9/x.json"}, b"{}")


def test_a_reference_that_leads_nowhere_is_named() -> None:
    with pytest.raises(SchemaError, match=r'"order.json" is not a JSON Schema that can be used: Pointer \'/nope\''):
        check({"$ref": "#/nope"}, b"{}")


def test_a_reference_to_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="No such file"):
        check({"$ref": "nowhere.json"}, b"{}", file=tmp_path / "order.json")


def test_what_is_no_json_schema_is_named_with_its_place() -> None:
    with pytest.raises(SchemaError, match=r'"intger"(.|\n)*at \$.properties.id.type'):
        check({"properties": {"id": {"type": "intger"}}}, b"{}")


def test_a_pattern_that_is_no_regular_expression_leaves_out_itself() -> None:
    schema: Any = {"properties": {"a": {"pattern": "(", "minLength": 2}, "b": {"pattern": "[0-9]+"}}}
    verdict = check(schema, b'{"a": "x", "b": "y"}')
    assert [each.path for each in verdict.violations] == ["$.a", "$.b"]
    assert verdict.left_out == ("$.properties.a.pattern is no regular expression",)
    assert schema["properties"]["a"]["pattern"] == "("


def test_a_pattern_of_a_field_that_is_called_by_a_number_leaves_out_itself() -> None:
    verdict = check({"properties": {"7": {"pattern": "(", "minLength": 2}}}, b'{"7": "x"}')
    assert [each.path for each in verdict.violations] == ["$['7']"]
    assert verdict.left_out == ("$.properties['7'].pattern is no regular expression",)


def test_fields_that_are_called_by_numbers_are_no_items() -> None:
    user = {"required": ["a"], "properties": {"a": {"type": "integer"}, "b": {"items": {"type": "integer"}}}}
    body = b'{"17": {"a": "x"}, "007": {"b": [1, "x"]}}'
    verdict = check({"additionalProperties": user}, body, close=True)
    assert sorted(each.path for each in verdict.violations) == ["$['007'].a", "$['007'].b[1]", "$['17'].a"]
    with pytest.raises(SchemaError, match=r"at \$.properties\['17'\].type"):
        check({"properties": {"17": {"type": "intger"}}}, b"{}")


def test_what_another_file_contains_is_never_quoted(tmp_path: Path) -> None:
    (tmp_path / "private.json").write_text('{"type": "the-quick-private-note"}')
    with pytest.raises(SchemaError) as raised:
        check({"$ref": "private.json"}, b"{}", file=tmp_path / "order.json")
    assert "private-note" not in str(raised.value)
    assert "at $.type" in str(raised.value)


def test_a_name_as_identifier_has_no_folder(tmp_path: Path) -> None:
    schema = {"$id": "urn:example:order", "properties": {"a": {"$ref": "address.json"}}}
    with pytest.raises(SchemaError, match=r'"address.json" can\'t be resolved: the \$id "urn:example:order" is a name'):
        check(schema, b"{}", file=tmp_path / "order.json")


def test_a_schema_in_no_file_has_no_folder() -> None:
    with pytest.raises(SchemaError, match=r"used: 'address.json' can't be resolved: this schema stands in no file"):
        check({"properties": {"a": {"$ref": "address.json"}}}, b"{}")


@pytest.mark.parametrize(
    "draft", ["https://shop.test/dialect", "http://json-schema.org/draft-03/schema#", "./meta.json"]
)
def test_an_unknown_draft_is_told_with_those_that_are_known(draft: str) -> None:
    with pytest.raises(SchemaError) as raised:
        check({"$schema": draft, "type": "object"}, b"{}")
    assert f'$schema: expected draft 4, 6, 7, 2019-09 or 2020-12, got "{draft}".' in str(raised.value)


@pytest.mark.parametrize("draft", ["draft-04", "draft-06", "draft-07"])
@pytest.mark.parametrize("name", ["duration", "json-pointer", "uri-reference", "uuid"])
def test_formats_that_came_later_are_checked_in_older_drafts(draft: str, name: str) -> None:
    schema = {"$schema": f"http://json-schema.org/{draft}/schema#", "format": name}
    assert [check(schema, text).holds for text in (b'"\\\\ no"', b"7")] == [False, True]


def shared(folder: Path, part: Any) -> Path:
    (folder / "part.json").write_text(json.dumps(part))
    return folder / "order.json"


def test_files_that_a_closed_schema_refers_to_are_closed_too(tmp_path: Path) -> None:
    file = shared(tmp_path, {"type": "object", "properties": {"a": {"type": "integer"}}})
    schema = {"properties": {"in": {"$ref": "part.json"}}}
    bodies = (b'{"in": {"a": 1}}', b'{"in": {"z": 1}}')
    assert [[each.line for each in check(schema, body, close=True, file=file).violations] for body in bodies] == [
        [],
        ["$.in.z: expected no such field, got 1 (integer)"],
    ]


@pytest.mark.parametrize("identified", ["schema", "part"])
def test_files_with_identifiers_of_their_own_stay_open(tmp_path: Path, identified: str) -> None:
    named = {"$id": "https://shop.test/order.json"}
    file = shared(tmp_path, {"properties": {"a": {}}} | (named if identified == "part" else {}))
    schema = {"properties": {"in": {"$ref": "part.json"}}} | (named if identified == "schema" else {})
    bodies = (b'{"in": {"z": 1}}', b'{"z": 1}')
    assert [check(schema, body, close=True, file=file).holds for body in bodies] == [True, False]


def test_a_file_that_a_closed_schema_misses_is_named(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"missing\.json"):
        check({"properties": {"in": {"$ref": "missing.json"}}}, b"{}", close=True, file=tmp_path / "order.json")


def test_a_closed_file_may_be_any_schema(tmp_path: Path) -> None:
    assert check(True, b"{}", close=True, file=tmp_path / "any.json").holds
