from typing import Any

import pytest
from fake_shop_api import description, exchange

from SteadyAPI.engine.contract.openapi.request_check import check_request

TENANT = {"X-Tenant": "blue", "Cookie": "lang=en; sid=s3ss10n"}
JSON = {"content-type": b"application/json; charset=utf-8"}


def lines(method: str, path: str, headers: Any = None, body: Any = None) -> list[str]:
    shop = description()
    sent = exchange(method, f"https://shop.test/api{path}", headers=headers, body=body).sent
    operation = shop.operation(method, f"/api{path.partition('?')[0]}")
    assert operation is not None
    return [violation.line for violation in check_request(shop, operation, sent)]


def test_a_request_as_described_has_no_mismatch() -> None:
    assert lines("GET", "/orders/7?expand=true&fields=1&fields=2&page=3", TENANT) == []


def test_a_required_header_is_missed() -> None:
    assert lines("GET", "/orders/7") == [
        "request header X-Tenant: required, absent",
        "request cookie sid: required, absent",
    ]


def test_parameters_of_the_path_are_compared() -> None:
    assert lines("GET", "/orders/seven", TENANT) == ['request path id: expected integer, got "seven" (string)']


def test_parameters_of_the_query_are_compared() -> None:
    assert lines("GET", "/orders/7?expand=maybe&page=x&fields=1&fields=b", TENANT) == [
        'request query expand: expected boolean, got "maybe" (string)',
        'request query fields[1]: expected integer, got "b" (string)',
        'request query page: expected integer, got "x" (string)',
    ]


def test_a_parameter_of_a_style_with_brackets_is_compared() -> None:
    queries = ("filter[color]=red", "filter[size]=x", "filter=x")
    assert [lines("GET", f"/orders/7?{query}", TENANT) for query in queries] == [
        [],
        ['request query filter.size: expected integer, got "x" (string)'],
        [],
    ]


def test_the_body_is_compared() -> None:
    assert lines("POST", "/orders", JSON, b'{"id": "x"}') == ['request $.id: expected integer, got "x" (string)']


def test_a_body_as_text_is_compared_too() -> None:
    assert lines("POST", "/orders", JSON, '{"id": 7}') == []


def test_a_required_body_is_missed() -> None:
    assert lines("POST", "/orders") == ["request body: application/json or text/plain, absent"]


def test_a_body_that_is_not_required_may_be_absent() -> None:
    assert lines("PUT", "/orders") == []


def test_a_body_without_a_schema_may_be_anything() -> None:
    assert lines("PUT", "/orders", JSON, b"{}") == []


def test_a_body_of_another_kind_is_a_mismatch() -> None:
    assert lines("POST", "/orders", {"Content-Type": "text/xml"}, b"<a/>") == [
        "request content type: expected application/json or text/plain, got text/xml"
    ]


def test_a_body_without_a_content_type_is_a_mismatch() -> None:
    assert lines("POST", "/orders", {}, b"{}") == ["request content type: application/json or text/plain, absent"]


def test_a_body_that_is_no_json_is_a_mismatch() -> None:
    assert lines("POST", "/orders", JSON, b"{") == [
        "request body: expected JSON, got expecting property name enclosed in double quotes at line 1, column 2"
    ]


def test_a_stream_is_not_looked_into() -> None:
    assert lines("POST", "/orders", JSON, iter([b"{}"])) == []


def found(parameters: Any = (), body: Any = None, *, path: str = "/a", sent: str = "/a", **request: Any) -> list[str]:
    operation = {"parameters": list(parameters), "responses": {}} | ({"requestBody": {"content": body}} if body else {})
    document = description({"openapi": "3.1.0", "paths": {path: {"post": operation}}, "components": SHARED})
    called = exchange(
        "POST", f"https://shop.test{sent}", headers=request.get("headers"), body=request.get("sent_body")
    ).sent
    known = document.operation("POST", sent.partition("?")[0])
    assert known is not None
    return [violation.line for violation in check_request(document, known, called)]


SHARED = {"schemas": {"Level": {"type": "integer", "enum": [1, 2]}}}
LEVEL = {"$ref": "#/components/schemas/Level"}


def query(schema: Any, **more: Any) -> Any:
    return {"name": "x", "in": "query", "schema": schema, **more}


JSON_OBJECT = {"name": "x", "in": "query", "content": {"a/b+json; charset=utf-8": {"schema": {"type": "object"}}}}


@pytest.mark.parametrize("cookie", ["x=%7B%22a%22:1%7D", 'x={"a":1}'])
def test_a_cookie_may_be_encoded(cookie: str) -> None:
    parameter = {"name": "x", "in": "cookie", "content": {"application/json": {"schema": {"type": "object"}}}}
    assert found([parameter], headers={"Cookie": cookie}) == []


def test_an_encoded_cookie_is_told_as_it_is() -> None:
    parameter = {"name": "x", "in": "cookie", "schema": {"enum": ["a b"]}}
    cookies = ("x=a%20b", "x=a%20c")
    assert [found([parameter], headers={"Cookie": each}) for each in cookies] == [
        [],
        ["request cookie x: expected 'a b', got [redacted]"],
    ]


def test_a_text_is_read_in_its_charset() -> None:
    body = {"text/plain": {"schema": {"enum": ["ä"]}}}
    headers = {"Content-Type": "text/plain; charset=iso-8859-1"}
    assert found(body=body, headers=headers, sent_body="ä".encode("latin-1")) == []


@pytest.mark.parametrize(
    ("parameter", "sent"),
    [
        (query({"anyOf": [{"type": "integer"}, {"type": "null"}]}), "?x=5"),
        (query({"allOf": [LEVEL], "default": 1}), "?x=2"),
        (query({"type": "array", "items": LEVEL}), "?x=1&x=2"),
        (query({"type": "array", "maxItems": 1}), "?x=Lovelace,%20Ada"),
        (query({"type": "array", "minItems": 2}, explode=False), "?x=a,b"),
        (query({"type": "object", "properties": {"size": {"type": "integer"}}}, required=True), "?size=2"),
        (query({"type": "string", "minLength": 1}, allowEmptyValue=True), "?x="),
        (query({"type": "string"}, required=True), "?x="),
        (JSON_OBJECT, "?x=%7B%22a%22:1%7D"),
        ({"name": "x", "in": "query", "content": {"application/json": {"schema": {"type": "object"}}}}, "?x=%7B%7D"),
        ({"name": "x", "in": "query", "content": {"text/csv": {"schema": {"type": "string"}}}}, "?x=a"),
        ({"name": "x", "in": "query", "content": {"application/json": {}}}, "?x=1"),
        (query(None), "?x=1"),
    ],
)
def test_right_parameters_are_read_as_their_schema_means(parameter: Any, sent: str) -> None:
    assert found([parameter], sent=f"/a{sent}") == []


@pytest.mark.parametrize(
    ("parameter", "sent", "line"),
    [
        (
            query({"anyOf": [{"type": "integer"}, {"type": "null"}]}),
            "?x=y",
            'x: expected integer or null, got "y" (string)',
        ),
        (query(LEVEL), "?x=7", "x: expected 1 or 2, got 7 (integer)"),
        (query({"type": "array", "items": LEVEL}), "?x=1&x=7", "x[1]: expected 1 or 2, got 7 (integer)"),
        (
            {"name": "x", "in": "query", "content": {"application/json": {"schema": {"type": "object"}}}},
            "?x=1",
            "x: expected object, got 1 (integer)",
        ),
        (
            {"name": "x", "in": "query", "content": {"application/json": {"schema": {}}}},
            "?x=y",
            "x: expected JSON, got expecting value at line 1, column 1",
        ),
        (
            {"name": "x", "in": "query", "content": {"application/json": {"schema": {}}}, "required": True},
            "",
            "x: required, absent",
        ),
    ],
)
def test_wrong_parameters_are_named(parameter: Any, sent: str, line: str) -> None:
    assert found([parameter], sent=f"/a{sent}") == [f"request query {line}"]


def test_parameters_of_paths_have_styles() -> None:
    parameter = {"name": "ids", "in": "path", "style": "matrix", "schema": {"type": "array", "items": LEVEL}}
    assert found([parameter], path="/a/{ids}", sent="/a/;ids=1,7") == [
        "request path ids[1]: expected 1 or 2, got 7 (integer)"
    ]


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_some_headers_are_no_parameters(name: str) -> None:
    assert found([{"name": name, "in": "header", "required": True, "schema": {"type": "integer"}}]) == []


def test_values_of_cookies_and_secrets_are_not_shown() -> None:
    parameters = [
        {"name": name, "in": where, "schema": LEVEL} for name, where in (("a", "cookie"), ("api_key", "query"))
    ]
    assert found(parameters, sent="/a?api_key=7", headers={"Cookie": "a=9"}) == [
        "request cookie a: expected 1 or 2, got [redacted]",
        "request query api_key: expected 1 or 2, got [redacted]",
    ]


FORM = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "level": LEVEL,
        "tags": {"type": "array", "items": {"type": "integer"}},
        "price": {"type": "object", "properties": {"amount": {"type": "number"}}},
        "file": {"type": "string", "format": "binary"},
    },
}
URLENCODED = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("name=Ada&level=2&tags=1&tags=2&price=%7B%22amount%22%3A1.5%7D", []),
        (
            "level=7",
            [
                "request $.level: expected 1 or 2, got 7 (integer)",
                "request $.name: required, absent (keys there: level)",
            ],
        ),
        ("name=Ada&tags=x", ['request $.tags[0]: expected integer, got "x" (string)']),
        ("name=Ada&price=x", ['request $.price: expected object, got "x" (string)']),
    ],
)
def test_forms_are_looked_into(body: str, lines: list[str]) -> None:
    headers = {"Content-Type": URLENCODED}
    assert sorted(found(body={URLENCODED: {"schema": FORM}}, headers=headers, sent_body=body)) == lines


@pytest.mark.parametrize(("came", "wrong"), [("image/png", False), ("text/plain", True)])
def test_a_part_of_a_multipart_body_has_its_media_type(came: str, wrong: bool) -> None:
    described = {"schema": FORM, "encoding": {"file": {"contentType": "image/png"}}}
    body = (
        b'--X\r\nContent-Disposition: form-data; name="name"\r\n\r\nAda\r\n'
        b'--X\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: '
        + came.encode()
        + b"\r\n\r\nx\r\n--X--\r\n"
    )
    headers = {"Content-Type": "multipart/form-data; boundary=X"}
    assert found(body={"multipart/form-data": described}, headers=headers, sent_body=body) == (
        ["request $.file content type: expected image/png, got text/plain"] if wrong else []
    )


def test_a_text_body_is_compared_with_its_schema() -> None:
    content = {"text/plain": {"schema": {"type": "string", "pattern": "^x"}}}
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    assert found(body=content, headers=headers, sent_body="hello") == [
        'request $: expected text that matches ^x, got "hello" (string)'
    ]


def test_a_body_of_another_media_type_is_not_looked_into() -> None:
    content = {"application/xml": {"schema": {"type": "object"}}}
    assert found(body=content, headers={"Content-Type": "application/xml"}, sent_body=b"<a/>") == []
