import os
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from fake_shop_api import DOCUMENT, ORDER_REF, description

from SteadyAPI.engine.contract.openapi.description import Description, load_description
from SteadyAPI.errors import SchemaError


def changed(**members: Any) -> dict[str, Any]:
    return deepcopy(DOCUMENT) | members


def found(method: str, path: str, base: str = "") -> str:
    operation = description().operation(method, path, base)
    return operation.name if operation else "none"


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("GET", "/api/orders/7", "GET /orders/{id}"),
        ("GET", "/api/orders/mine", "GET /orders/mine"),
        ("GET", "/orders/7", "GET /orders/{id}"),
        ("DELETE", "/api/orders/7", "none"),
        ("GET", "/api/other", "none"),
        ("GET", "/api/files/logo.png", "GET /files/{name}.{kind}"),
    ],
)
def test_the_operation_is_found_by_method_and_path(method: str, path: str, name: str) -> None:
    assert found(method, path) == name


def test_the_path_of_the_session_may_stand_in_front() -> None:
    assert found("GET", "/staging/v2/orders/7", "/staging/v2") == "GET /orders/{id}"


def test_the_methods_of_a_path_are_listed() -> None:
    assert description().methods_at("/api/orders") == ["PUT", "POST", "HEAD"]


def test_all_operations_are_listed() -> None:
    assert len(description().operations) == 7


def test_the_file_names_the_document() -> None:
    assert description().name == "shop.json"


@pytest.mark.parametrize(
    ("document", "came"),
    [
        ({"openapi": "4.0.0"}, "version 4.0.0"),
        ({"swagger": "2.0"}, "version 2.0.\n  convert it once: npx swagger2openapi shop.json -o openapi.json"),
        ({}, "neither openapi nor swagger in it"),
        ([], "neither openapi nor swagger in it"),
    ],
)
def test_another_kind_of_document_is_refused(document: Any, came: str) -> None:
    with pytest.raises(SchemaError, match=f"expected an OpenAPI document of version 3.0, 3.1 or 3.2, got {came}"):
        Description(document, Path("shop.json"))


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"paths": ["/orders"]}, "paths: expected object, got array"),
        ({"servers": "https://shop.test"}, "servers: expected array, got string"),
    ],
)
def test_a_document_whose_parts_are_of_another_kind_is_refused(members: Any, message: str) -> None:
    with pytest.raises(SchemaError, match=f'"shop.json": {message}'):
        Description({"openapi": "3.1.0"} | members, Path("shop.json"))


def test_a_document_without_paths_describes_nothing() -> None:
    assert description({"openapi": "3.1.0"}).operations == []


def test_a_path_may_be_a_reference() -> None:
    document = changed(paths={"/a": {"$ref": "#/components/x-paths/A"}})
    document["components"]["x-paths"] = {"A": {"get": {"responses": {}}}}
    operation = description(document).operation("GET", "/api/a")
    assert operation is not None
    assert operation.keys == ("components", "x-paths", "A", "get")


@pytest.mark.parametrize("reference", ["#/nowhere", "#/paths/~1a"])
def test_a_reference_that_leads_nowhere_or_in_circles_is_named(reference: str) -> None:
    document = changed(paths={"/a": {"$ref": reference}})
    with pytest.raises(SchemaError, match=r'"shop.json": the \$ref at #/paths/%2Fa|~1a leads nowhere'):
        description(document).operation("GET", "/api/a")


def schema_of(document: dict[str, Any], *, close: bool = False) -> Any:
    return description(document, close=close).validator("components", "schemas", "Order")


def test_a_schema_of_version_3_0_may_be_nullable() -> None:
    assert schema_of(DOCUMENT).is_valid({"id": 1, "note": None})


def test_a_schema_of_version_3_0_has_limits_of_its_own_kind() -> None:
    assert not schema_of(DOCUMENT).is_valid({"id": 1, "price": 0})


def test_a_number_with_a_fraction_of_zero_is_no_integer_in_version_3_0() -> None:
    assert not schema_of(DOCUMENT).is_valid({"id": 1.0})


def test_a_schema_of_version_3_1_is_json_schema() -> None:
    document = changed(openapi="3.1.0")
    document["components"]["schemas"]["Order"] = {"type": ["integer", "null"], "exclusiveMinimum": 0}
    validator = schema_of(document)
    assert [validator.is_valid(value) for value in (None, 1, 0)] == [True, True, False]


def test_a_document_may_be_closed() -> None:
    validators = [schema_of(DOCUMENT, close=close) for close in (False, True)]
    assert [validator.is_valid({"id": 1, "z": 1}) for validator in validators] == [True, False]


def test_a_closed_document_is_closed_behind_references() -> None:
    document = changed()
    document["components"]["schemas"]["Page"] = {"properties": {"orders": {"type": "array", "items": ORDER_REF}}}
    validator = description(document, close=True).validator("components", "schemas", "Page")
    assert [validator.is_valid({"orders": [order]}) for order in ({"id": 1}, {"id": 1, "z": 1})] == [True, False]


def test_a_closed_document_may_have_no_components() -> None:
    document = {"openapi": "3.1.0", "x": {"properties": {}}}
    assert not description(document, close=True).validator("x").is_valid({"z": 1})


def test_a_validator_is_built_once() -> None:
    one = description()
    assert one.validator("components", "schemas", "Order") is one.validator("components", "schemas", "Order")


def test_a_reference_to_another_machine_is_never_fetched() -> None:
    document = changed()
    document["components"]["schemas"]["Order"] = {"$ref": "https://else.test/order.json"}
    with pytest.raises(SchemaError, match=r"never fetched"):
        schema_of(document)


def test_schemas_in_other_files_are_found(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("openapi: 3.0.3\nx: {$ref: parts.yaml#/A}\n")
    (tmp_path / "parts.yaml").write_text("A: {$ref: 'more.yaml#/B'}\nC: {$ref: 'shop.yaml#/x'}\n")
    (tmp_path / "more.yaml").write_text("B: {type: string, nullable: true}\n")
    validators = [load_description(tmp_path / "shop.yaml", close=close).validator("x") for close in (False, True)]
    assert [[each.is_valid(value) for value in (None, "a", 1)] for each in validators] == [[True, True, False]] * 2


def test_paths_and_responses_in_other_files_are_found(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("openapi: 3.1.0\npaths: {/a: {$ref: paths/a.yaml}}\n")
    (tmp_path / "paths").mkdir()
    (tmp_path / "paths" / "a.yaml").write_text("get: {responses: {200: {$ref: '../parts.yaml#/Ok'}}}\n")
    (tmp_path / "parts.yaml").write_text("Ok: {content: {application/json: {schema: {type: integer}}}}\n")
    shop = load_description(tmp_path / "shop.yaml")
    operation = shop.operation("GET", "/a")
    assert operation is not None
    keys, response = shop.follow((*operation.keys, "responses", "200"), operation.description["responses"]["200"])
    assert response["content"]
    assert not shop.validator(*keys, "content", "application/json", "schema").is_valid("x")


def test_another_file_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("openapi: 3.1.0\nx: {$ref: nowhere.yaml#/A}\n")
    with pytest.raises(SchemaError, match=r'"shop.yaml" refers to another file: can\'t read .*nowhere.yaml'):
        load_description(tmp_path / "shop.yaml")


def test_a_document_is_made_ready_once(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("openapi: 3.1.0\n")
    loaded = [load_description(tmp_path / "shop.yaml", close=close) for close in (False, False, True)]
    assert (loaded[0] is loaded[1], loaded[0] is loaded[2]) == (True, False)


def test_a_document_that_is_nowhere_is_named() -> None:
    with pytest.raises(SchemaError, match=r'can.t read "nowhere.yaml": No such file'):
        load_description(Path("nowhere.yaml"))


def test_a_document_is_loaded_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("openapi: 3.1.0\npaths: {}\n")
    assert load_description(tmp_path / "shop.yaml").operations == []


def test_a_document_that_changed_within_a_tick_of_the_clock_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "shop.yaml"
    for paths, count in (("{}", 0), ("{/a: {get: {}}}", 1)):
        path.write_text(f"openapi: 3.1.0\npaths: {paths}\n")
        os.utime(path, (1, 1))
        assert len(load_description(path).operations) == count


OK = {"responses": {"200": {"description": "x"}}}


def test_paths_and_operations_may_have_servers_of_their_own() -> None:
    document = {
        "openapi": "3.1.0",
        "servers": [{"url": "/api"}],
        "paths": {
            "/files": {"get": {**OK, "servers": [{"url": "https://upload.test/upload"}]}, "put": {**OK, "servers": []}},
            "/users": {"get": OK, "servers": [{"url": "/admin"}]},
        },
    }
    paths = ("/upload/files", "/admin/users", "/api/users", "/other/users")
    assert [description(document).operation("GET", path) is not None for path in paths] == [True, True, False, False]
    assert description(document).operation("PUT", "/api/files") is not None
    assert description(document).operation("GET", "/api/users", "/api") is None


def test_a_server_that_the_document_does_not_list_has_all_paths() -> None:
    document = {
        "openapi": "3.1.0",
        "servers": [{"url": "https://shop.test/v1"}],
        "paths": {"/users": {"get": OK, "servers": [{"url": "/admin"}]}, "/orders": {"get": OK}},
    }
    for path in ("/users", "/test/users", "/test/orders", "/orders"):
        assert description(document).operation("GET", path, "/test") is not None


def test_a_slash_at_the_end_does_not_matter_when_nothing_else_fits() -> None:
    document = description({"openapi": "3.1.0", "paths": {"/a": {"get": OK}, "/b/": {"get": OK}}})
    assert [document.operation("GET", path) is not None for path in ("/a/", "/b", "/a//")] == [True, True, False]


def test_version_3_2_has_more_methods() -> None:
    item = {"query": OK, "additionalOperations": {"COPY": OK}}
    document = description({"openapi": "3.2.0", "paths": {"/a": item}})
    assert [each.name for each in document.operations] == ["QUERY /a", "COPY /a"]
    copy = document.operation("COPY", "/a")
    assert copy is not None
    assert (copy.path_keys, document.left_out) == (("paths", "/a"), [])


def test_what_version_3_2_adds_and_is_not_checked_is_named() -> None:
    item = {"parameters": [{"name": "q", "in": "querystring"}], "get": {"x": {"itemSchema": {}}}}
    assert [
        each.partition(" describes")[0] for each in description({"openapi": "3.2.0", "paths": {"/a": item}}).left_out
    ] == [
        "itemSchema",
        "a parameter in: querystring",
    ]


def test_formats_of_numbers_are_asserted() -> None:
    schema = {"properties": {"a": {"type": "integer", "format": "int32"}, "b": {"format": "byte"}}}
    validator = description({"openapi": "3.0.3", "x": schema}).validator("x")
    values = ({"a": 2**31 - 1, "b": "aGk="}, {"a": 2**31}, {"b": "a k"})
    assert [validator.is_valid(value) for value in values] == [True, False, False]


@pytest.mark.parametrize(
    "parts", ["A: {properties: {a: {}}}", "components: {schemas: {A: {properties: {a: {}}}}}", "properties: {a: {}}"]
)
def test_other_files_of_a_closed_document_are_closed_too(tmp_path: Path, parts: str) -> None:
    pointer = "" if parts.startswith("properties") else "#/components/schemas/A" if "components" in parts else "#/A"
    (tmp_path / "shop.yaml").write_text(
        f"openapi: 3.1.0\nx: {{items: {{$ref: 'parts.yaml{pointer}'}}}}\ny: {{$ref: list.yaml}}"
    )
    (tmp_path / "parts.yaml").write_text(parts)
    (tmp_path / "list.yaml").write_text("[]" if parts.startswith("A") else "true")
    validator = load_description(tmp_path / "shop.yaml", close=True).validator("x")
    assert [validator.is_valid([{name: 1}]) for name in ("a", "z")] == [True, False]


MONEY = {"$anchor": "money", "type": "number"}


@pytest.mark.parametrize("close", [True, False])
def test_a_reference_may_lead_to_an_anchor(close: bool) -> None:
    schemas = {"Order": {"type": "object", "properties": {"total": {"$ref": "#money"}}}, "Money": MONEY}
    document = {"openapi": "3.1.0", "components": {"schemas": schemas}}
    validator = description(document, close=close).validator("components", "schemas", "Order")
    assert [validator.is_valid({"total": total}) for total in (1, "1")] == [True, False]
