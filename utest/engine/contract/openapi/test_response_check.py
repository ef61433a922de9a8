from typing import Any

import pytest
from fake_shop_api import description, response

from SteadyAPI.engine.contract.openapi.response_check import check_response

RATED = {"Content-Type": "application/json", "X-Rate": "7"}
PROBLEM = {"Content-Type": "application/problem+json"}


def lines(method: str, path: str, received: Any) -> list[str]:
    shop = description()
    operation = shop.operation(method, path)
    assert operation is not None
    return [violation.line for violation in check_response(shop, operation, received)]


def test_a_response_as_described_has_no_mismatch() -> None:
    assert lines("GET", "/orders/7", response(200, {"id": 7}, RATED)) == []


def test_the_body_is_compared() -> None:
    assert lines("GET", "/orders/7", response(200, {"id": "7"}, RATED)) == [
        '$.id: expected integer, got "7" (string) (sent as text)'
    ]


def test_a_status_that_is_not_described_lists_those_that_are() -> None:
    assert lines("POST", "/orders", response(200, {"id": 7})) == [
        "status: expected a described one (201, 204), got 200"
    ]


def test_where_no_status_is_described_none_is_right() -> None:
    assert lines("GET", "/nothing", response()) == ["status: expected a described one (none is), got 200"]


def test_a_class_of_statuses_is_described() -> None:
    assert lines("GET", "/orders/7", response(404, [], PROBLEM)) == [
        "$: expected object, got array with 0 items (a list where one object is expected)"
    ]


def test_the_default_describes_all_others() -> None:
    assert lines("GET", "/orders/7", response(500, b"oops", {})) == []


def test_another_content_type_is_a_mismatch() -> None:
    assert lines("GET", "/orders/mine", response(200, b"<p>", {"Content-Type": "text/html"})) == [
        "content type: expected application/json, got text/html"
    ]


def test_no_content_type_is_a_mismatch() -> None:
    assert lines("GET", "/orders/mine", response(200, [], {})) == ["content type: application/json, absent"]


def test_a_body_that_is_missing_is_a_mismatch() -> None:
    assert lines("GET", "/orders/mine", response(200, b"")) == ["body: application/json, absent"]


def test_a_body_that_is_no_json_is_a_mismatch() -> None:
    said = 'body: expected JSON, got application/json, starts "{"\n  expecting property name enclosed in double quotes'
    assert lines("GET", "/orders/mine", response(200, b"{")) == [f"{said} at line 1, column 2"]


def test_a_response_to_head_has_no_body() -> None:
    assert lines("HEAD", "/orders", response(200, b"")) == []


def test_a_204_has_no_body() -> None:
    assert lines("POST", "/orders", response(204, b"")) == []


def test_a_body_of_another_kind_is_not_looked_into() -> None:
    assert lines("GET", "/files/a.png", response(200, b"\x89PNG", {"Content-Type": "image/png"})) == []


def test_a_required_header_is_missed() -> None:
    headers = {"Content-Type": "application/json"}
    assert lines("GET", "/orders/7", response(200, {"id": 7}, headers)) == ["header X-Rate: required, absent"]


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("x-rate", "soon", 'header X-Rate: expected integer, got "soon" (string)'),
        ("X-Note", "long", 'header X-Note: expected at most 3 characters, got "long" (string)'),
    ],
)
def test_headers_are_compared_as_the_values_they_mean(name: str, value: str, line: str) -> None:
    headers = {"Content-Type": "application/json", "x-rate": "1", name: value}
    assert lines("GET", "/orders/7", response(200, {"id": 7}, headers)) == [line]


def test_a_described_content_type_is_compared_with_the_content_and_other_headers_are_checked() -> None:
    headers = {"Content-Type": {"schema": {"type": "integer"}}, "X-Page": {"required": True, "schema": {}}}
    operation = {"responses": {"200": {"description": "x", "headers": headers}}}
    document = description({"openapi": "3.1.0", "paths": {"/a": {"get": operation}}})
    found = document.operation("GET", "/a")
    assert found is not None
    received = response(200, b"", {"Content-Type": "text/css"})
    assert [each.line for each in check_response(document, found, received)] == ["header X-Page: required, absent"]


def test_a_header_without_a_schema_may_be_anything() -> None:
    assert lines("GET", "/orders/7", response(200, {"id": 7}, RATED | {"X-Free": "x"})) == []


def test_a_text_is_compared_with_its_schema() -> None:
    texts = {"text/plain": {"schema": {"type": "integer"}}, "text/csv": {"schema": {"type": "array"}}, "text/css": {}}
    operation = {"responses": {"200": {"description": "x", "content": texts}}}
    document = description({"openapi": "3.1.0", "paths": {"/a": {"get": operation}}})
    found = document.operation("GET", "/a")
    assert found is not None
    received = [("text/plain; charset=utf-8", b"7"), ("text/plain", b"x"), ("text/csv", b"x"), ("text/css", b"x")]
    assert [
        [each.line for each in check_response(document, found, response(200, body, {"Content-Type": media_type}))]
        for media_type, body in received
    ] == [[], ['$: expected integer, got "x" (string)'], [], []]


def test_a_header_may_be_described_by_its_content() -> None:
    header = {"required": True, "content": {"application/json": {"schema": {"required": ["a"]}}}}
    operation = {"responses": {"200": {"description": "x", "headers": {"X-Page": header}}}}
    document = description({"openapi": "3.1.0", "paths": {"/a": {"get": operation}}})
    found = document.operation("GET", "/a")
    assert found is not None
    received: list[dict[str, str]] = [{"x-page": '{"a": 1}'}, {"X-Page": "{}"}, {"X-Page": "x"}, {}]
    assert [
        [each.line for each in check_response(document, found, response(200, b"", headers))] for headers in received
    ] == [
        [],
        ["header X-Page.a: required, absent (keys there: none)"],
        ["header X-Page: expected JSON, got expecting value at line 1, column 1"],
        ["header X-Page: required, absent"],
    ]


@pytest.mark.parametrize(("version", "right"), [("1", True), ("2", False), ("3", False)])
def test_the_parameters_of_a_content_type_choose_what_is_described(version: str, right: bool) -> None:
    content = {f"application/json; version={each}": {"schema": {"const": each}} for each in (1, 2)}
    operation = {"responses": {"200": {"description": "x", "content": content}}}
    document = description({"openapi": "3.1.0", "paths": {"/a": {"get": operation}}})
    found = document.operation("GET", "/a")
    assert found is not None
    received = response(200, 1, {"Content-Type": f"application/json;version={version}"})
    assert (not check_response(document, found, received)) == right
