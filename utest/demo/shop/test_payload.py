import json
from typing import Any

import pytest

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import HttpError
from SteadyAPI.demo.shop.payload import Fields, form_fields, json_fields, kind_of

JSON = (("Content-Type", "application/json"),)
FORM = (("Content-Type", "application/x-www-form-urlencoded"),)


def refused(error: "pytest.ExceptionInfo[HttpError]") -> tuple[int, str]:
    return error.value.response.status, json.loads(error.value.response.body)["detail"]


def test_a_form_is_read_into_fields() -> None:
    assert form_fields(Request("POST", "/", headers=FORM, body=b"a=1&b=x%20y&c=")) == {"a": "1", "b": "x y", "c": ""}


def test_a_form_with_another_content_type_is_refused_with_415() -> None:
    with pytest.raises(HttpError) as error:
        form_fields(Request("POST", "/", headers=JSON, body=b"{}"))
    assert refused(error) == (
        415,
        "expected content type application/x-www-form-urlencoded, got application/json",
    )


def test_a_body_without_content_type_is_refused_with_415() -> None:
    with pytest.raises(HttpError) as error:
        json_fields(Request("POST", "/", body=b"{}"))
    assert refused(error) == (415, "expected content type application/json, got none")


@pytest.mark.parametrize("body", [b"\xff", b"a=%ff", b"&".join([b"a=1"] * 51)])
def test_a_body_that_is_no_form_is_refused_with_400(body: bytes) -> None:
    with pytest.raises(HttpError) as error:
        form_fields(Request("POST", "/", headers=FORM, body=body))
    assert refused(error)[0] == 400


@pytest.mark.parametrize(
    "body", [b"", b'{"a":', b"\xff", b'{"a": NaN}', b"<html>", b"[" * 100_000, b"1" * 5000], ids=range(7)
)
def test_a_body_that_is_no_json_is_refused_with_400(body: bytes) -> None:
    with pytest.raises(HttpError) as error:
        json_fields(Request("POST", "/", headers=JSON, body=body))
    assert refused(error)[0] == 400
    assert refused(error)[1].startswith("the body is not JSON: ")


def test_json_that_is_no_object_is_refused_with_422() -> None:
    with pytest.raises(HttpError) as error:
        json_fields(Request("POST", "/", headers=JSON, body=b"[1]"))
    assert refused(error) == (422, "expected a JSON object, got array")


def test_good_fields_are_read_and_pass_the_check() -> None:
    body = b'{"name": " Lamp ", "price": 29.99, "stock": 0}'
    fields = json_fields(Request("POST", "/", headers=JSON, body=body))
    assert (fields.text("name"), fields.cents("price"), fields.count("stock", 0)) == ("Lamp", 2999, 0)
    fields.check()


def test_fields_tell_whether_one_is_there() -> None:
    assert "a" in Fields({"a": None})
    assert "b" not in Fields({"a": None})


@pytest.mark.parametrize(("sent", "cents"), [("30", 3000), ("0.01", 1), ("29.990", 2999), ("1000000", 100_000_000)])
def test_a_price_is_exact(sent: str, cents: int) -> None:
    body = b'{"price": ' + sent.encode() + b"}"
    assert json_fields(Request("POST", "/", headers=JSON, body=body)).cents("price") == cents


@pytest.mark.parametrize(
    ("sent", "complaint"),
    [
        ("1.999", "price must have at most two decimals"),
        ("29.990000000000000000000000000000000001", "price must have at most two decimals"),
        ("0", "price must be greater than 0 and at most 1000000"),
        ("-1", "price must be greater than 0 and at most 1000000"),
        ("1e999999", "price must be greater than 0 and at most 1000000"),
        ('"1"', "price must be a number, got string"),
        ("true", "price must be a number, got boolean"),
        ("null", "price must be a number, got null"),
    ],
)
def test_a_wrong_price_is_named(sent: str, complaint: str) -> None:
    fields = json_fields(Request("POST", "/", headers=JSON, body=b'{"price": ' + sent.encode() + b"}"))
    assert fields.cents("price") == 0
    with pytest.raises(HttpError) as error:
        fields.check()
    assert refused(error) == (422, complaint)


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (0, "n must be greater than 0"),
        (1_000_001, "n must be at most 1000000"),
        (True, "n must be a whole number, got boolean"),
        ("1", "n must be a whole number, got string"),
        ({}, "n must be a whole number, got object"),
    ],
)
def test_a_wrong_count_is_named(value: Any, complaint: str) -> None:
    fields = Fields({"n": value})
    assert fields.count("n", 1) == 0
    with pytest.raises(HttpError) as error:
        fields.check()
    assert refused(error) == (422, complaint)


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ("", "t must have 1 to 200 characters"),
        ("   ", "t must have 1 to 200 characters"),
        ("x" * 201, "t must have 1 to 200 characters"),
        (7, "t must be a string, got number"),
    ],
)
def test_a_wrong_text_is_named(value: Any, complaint: str) -> None:
    fields = Fields({"t": value})
    assert fields.text("t") == ""
    with pytest.raises(HttpError) as error:
        fields.check()
    assert refused(error) == (422, complaint)


def test_all_complaints_come_in_one_refusal() -> None:
    fields = Fields({"quantity": "2", "colour": "red"})
    fields.count("quantity", 1)
    fields.text("name")
    with pytest.raises(HttpError) as error:
        fields.check()
    expected = "quantity must be a whole number, got string; name is required; colour is not expected"
    assert refused(error) == (422, expected)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("", "string"), (True, "boolean"), (1, "number"), ([], "array"), ({}, "object"), (None, "null")],
)
def test_kinds_have_their_json_names(value: Any, kind: str) -> None:
    assert kind_of(value) == kind
