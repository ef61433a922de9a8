import math
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.engine.request.body import FORM, data_body, json_bytes
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ({"a": [1, None, True]}, b'{"a": [1, null, true]}'),
        ([], b"[]"),
        (7, b"7"),
        ('{"a":1}', b'{"a":1}'),
        (b'{"a":1}', b'{"a":1}'),
        (bytearray(b"[]"), b"[]"),
        ('"text"', b'"text"'),
        ('{"a": "\u00e9"}', '{"a": "\u00e9"}'.encode()),
    ],
)
def test_a_value_becomes_json_and_json_text_stays_as_written(value: object, body: bytes) -> None:
    assert json_bytes(value) == body


def test_text_that_is_not_json_is_refused_with_the_way_to_write_it() -> None:
    with pytest.raises(UsageError, match='a JSON string is written with its quotes: json="text"'):
        json_bytes("just text")


@pytest.mark.parametrize("text", [b"\xff", '{"a": NaN}', "-Infinity", "\ud800"])
def test_what_is_no_json_text_is_refused(text: str | bytes) -> None:
    with pytest.raises(UsageError, match=r"^json: expected a dictionary, a list, a number or JSON text"):
        json_bytes(text)


@pytest.mark.parametrize("value", [{"a": object()}, math.nan, {"a": {1, 2}}])
def test_a_value_that_json_does_not_know_is_refused(value: object) -> None:
    with pytest.raises(UsageError, match="expected dictionaries, lists, texts, numbers, booleans and None"):
        json_bytes(value)


def body(data: Any, charset: str = "utf-8") -> Any:
    return data_body(data, charset)[0]


@pytest.mark.parametrize(
    ("data", "sent"),
    [
        (None, None),
        ("\u00e9", b"\xc3\xa9"),
        (b"\xff", b"\xff"),
        (bytearray(b"x"), b"x"),
        (5, b"5"),
        (True, b"true"),
        (date(2024, 1, 2), b"2024-01-02"),
        ({"a": [1, None, "b c"]}, b"a=1&a=b+c"),
        ([("a", 1), ("a", 2)], b"a=1&a=2"),
        ({}, None),
        ({"a": None}, None),
        (StringIO("t\u00e9xt"), "t\u00e9xt".encode()),
    ],
)
def test_data_becomes_bytes(data: object, sent: object) -> None:
    assert body(data) == sent


def test_only_a_form_has_a_type_by_itself() -> None:
    assert [data_body(data, "utf-8")[1] for data in ({"a": 1}, "text", {})] == [FORM, None, None]


def test_text_and_forms_are_written_in_the_charset_that_is_named() -> None:
    assert (body("\u00e9", "latin-1"), body({"a": "\u00e9"}, "latin-1")) == (b"\xe9", b"a=%E9")


def test_a_binary_file_is_sent_as_it_is_read() -> None:
    file = BytesIO(b"x")
    assert body(file) is file


def test_an_iterator_is_encoded_as_it_is_read() -> None:
    chunks = body(iter([b"a", "\u00e9", bytearray(b"c")]))
    assert list(chunks) == [b"a", b"\xc3\xa9", b"c"]


def test_a_closed_file_is_refused_with_the_way_to_open_it_again() -> None:
    file = BytesIO(b"x")
    file.close()
    with pytest.raises(UsageError, match=r"a request closes the files it sends.\n  open it again"):
        body(file)


@pytest.mark.parametrize(
    ("data", "charset", "reason"),
    [
        (object(), "utf-8", r"^data: expected text, bytes, a number or an open file, got object"),
        (Path("/tmp"), "utf-8", "got a path.*\n.*Open File For Upload"),
        ("secret \u20ac", "latin-1", "the character at position 7 can't be written in latin-1"),
        ("\ud83d", "utf-8", "the character at position 0 can't be written in utf-8"),
        ({"a": "\u20ac"}, "latin-1", "can't be written in latin-1"),
        ({"a": "\ud83d"}, "utf-8", "can't be written in utf-8"),
        ("x", "none-such", '"none-such" in Content-Type is no character set'),
        ({"a": "x"}, "none-such", '"none-such" in Content-Type is no character set'),
    ],
)
def test_data_that_can_not_be_sent_is_refused_in_words(data: object, charset: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as refused:
        body(data, charset)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("text", ["{'a': 1}", " ['a']", b"{'a': 1}"])
def test_json_in_pythons_own_way_is_refused_with_the_way_to_write_it(text: str | bytes) -> None:
    with pytest.raises(UsageError, match="JSON has double quotes"):
        json_bytes(text)
