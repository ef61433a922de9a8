from typing import Any

from fake_shop_api import description, exchange

from SteadyAPI.engine.contract.openapi.request_check import check_request

TENANT = {"X-Tenant": "blue"}
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
    assert lines("GET", "/orders/7") == ["request header X-Tenant: required, absent"]


def test_parameters_of_the_path_are_compared() -> None:
    assert lines("GET", "/orders/seven", TENANT) == ['request path id: expected integer, got "seven" (string)']


def test_parameters_of_the_query_are_compared() -> None:
    assert lines("GET", "/orders/7?expand=maybe&page=x&fields=1,b", TENANT) == [
        'request query expand: expected boolean, got "maybe" (string)',
        'request query fields[1]: expected integer, got "b" (string)',
        'request query page: expected integer, got "x" (string)',
    ]


def test_a_parameter_of_a_style_with_brackets_is_not_looked_into() -> None:
    assert lines("GET", "/orders/7?filter=x", TENANT) == []


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
