from typing import Any

import pytest

from SteadyAPI.engine.contract.openapi.form_body import Field, form_fields, form_value, wrong_media_types

MULTIPART = "multipart/form-data; boundary=XX"
BODY = (
    b'--XX\r\nContent-Disposition: form-data; name="title"\r\n\r\nAda\r\nLovelace\r\n'
    b'--XX\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n'
    b"Content-Type: image/PNG; x=1\r\n\r\n\xff\r\n"
    b"--XX--\r\n"
)
SCHEMA = {
    "properties": {
        "tags": {"type": "array", "items": {"type": "string"}},
        "lines": {"type": "array", "items": {"type": "object"}},
        "price": {"type": "object", "properties": {"amount": {"type": "number"}}},
        "name": {"type": "string"},
    },
    "patternProperties": {"^x-": {"type": "array"}},
}


def test_the_parts_of_a_multipart_body_are_fields() -> None:
    assert form_fields(MULTIPART, BODY) == [Field("title", "Ada\r\nLovelace"), Field("file", "\xff", "image/png")]


def test_a_file_of_json_is_text() -> None:
    body = BODY.replace(b"image/PNG; x=1", b"application/json").replace(b"\xff", '"ä"'.encode())
    assert form_fields(MULTIPART, body)[1] == Field("file", '"ä"', "application/json")


def test_a_boundary_may_be_quoted() -> None:
    assert len(form_fields('multipart/form-data; boundary="XX"', BODY)) == 2


def test_a_body_without_parts_has_no_fields() -> None:
    assert form_fields(MULTIPART, b"") == []


def test_the_pairs_of_a_form_are_fields() -> None:
    assert form_fields("application/x-www-form-urlencoded", b"a=1&a=&b=%C3%A4+x") == [
        Field("a", "1"),
        Field("a", ""),
        Field("b", "ä x"),
    ]


@pytest.mark.parametrize(
    ("came", "encoding", "wrong"),
    [
        ("image/png", {"contentType": "image/png, image/jpeg"}, False),
        ("image/jpeg", {"contentType": "image/png, image/jpeg"}, False),
        ("image/gif", {"contentType": "image/*"}, False),
        ("text/plain", {"contentType": "image/png, image/jpeg"}, True),
        ("text/plain", {"contentType": "image/*"}, True),
        ("", {"contentType": "image/png"}, False),
        ("text/plain", {"style": "form"}, False),
        ("text/plain", {"contentType": 5}, False),
        ("text/plain", "odd", False),
    ],
)
def test_a_part_of_another_media_type_is_told(came: str, encoding: Any, wrong: bool) -> None:
    """OAS 3.1.1, section 4.8.15, Encoding Object: contentType."""
    found = list(wrong_media_types([Field("file", "x", came), Field("other", "x", "a/b")], {"file": encoding}))
    assert [name for name, _, _ in found] == (["file"] if wrong else [])


def value(*fields: Field, **encoding: Any) -> Any:
    return form_value(list(fields), SCHEMA, encoding, lambda _: None)


@pytest.mark.parametrize(
    ("fields", "encoding", "expected"),
    [
        ([Field("tags", "a"), Field("tags", "b")], {}, {"tags": ["a", "b"]}),
        ([Field("tags", "a,b")], {"tags": {"style": "form", "explode": False}}, {"tags": ["a", "b"]}),
        ([Field("price", '{"amount": 1}')], {}, {"price": {"amount": 1}}),
        ([Field("price", "x")], {}, {"price": "x"}),
        ([Field("price[amount]", "1")], {"price": {"style": "deepObject"}}, {"price": {"amount": "1"}}),
        ([Field("lines", '{"a": 1}'), Field("lines", "{")], {}, {"lines": [{"a": 1}, "{"]}),
        ([Field("name", "7")], {}, {"name": "7"}),
        ([Field("name", "7", "application/json")], {}, {"name": 7}),
        ([Field("name", "7")], {"name": {"contentType": "application/json"}}, {"name": 7}),
        ([Field("name", "7")], {"name": "odd"}, {"name": "7"}),
        ([Field("tags", "a,b")], {"tags": {"explode": False}}, {"tags": ["a", "b"]}),
        ([Field("tags", '["a"]')], {"tags": {"contentType": "application/json; charset=utf-8"}}, {"tags": ["a"]}),
        ([Field("tags", '"a"'), Field("tags", '"b"')], {"tags": {"contentType": "text/json"}}, {"tags": ["a", "b"]}),
        ([Field("x-a", "1"), Field("x-a", "2")], {}, {"x-a": ["1", "2"]}),
        ([Field("other", "7"), Field("odd[a]", "1")], {}, {"other": "7"}),
    ],
)
def test_fields_become_properties(fields: list[Field], encoding: dict[str, Any], expected: Any) -> None:
    assert value(*fields, **encoding) == expected


def test_a_schema_may_stand_elsewhere() -> None:
    found = form_value([Field("tags", "a")], {"$ref": "#/x"}, {}, {"#/x": SCHEMA}.get)
    assert found == {"tags": ["a"]}


def test_a_text_where_a_style_says_otherwise_stays_for_the_schema_to_refuse() -> None:
    assert value(Field("price", "x"), price={"style": "deepObject"}) == {"price": "x"}
