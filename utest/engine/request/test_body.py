import math
from io import BytesIO

import pytest

from SteadyAPI.engine.request.body import form_or_bytes, json_bytes
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ({"a": [1, None, True]}, b'{"a": [1, null, true]}'),
        ([], b"[]"),
        (7, b"7"),
        ('{"a":1}', b'{"a":1}'),
        (b'{"a":1}', b'{"a":1}'),
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


def test_text_data_is_sent_as_utf_8() -> None:
    assert form_or_bytes("\u00e9") == b"\xc3\xa9"


@pytest.mark.parametrize("value", [b"\xff", {"a": "b"}, None])
def test_other_data_stays_as_it_is(value: object) -> None:
    assert form_or_bytes(value) is value


def test_a_file_stays_a_file() -> None:
    file = BytesIO(b"x")
    assert form_or_bytes(file) is file
