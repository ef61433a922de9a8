from io import BytesIO
from typing import Any

import pytest

from SteadyAPI.dropin.encoding import encoded

JSON_TYPE, FORM_TYPE = {"content-type": "application/json"}, {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    ("data", "headers", "body"),
    [
        ({"a": "b"}, JSON_TYPE, '{"a": "b"}'),
        ('{"a": 1}', JSON_TYPE, b'{"a": 1}'),
        ("text", JSON_TYPE, '"text"'),
        ("", JSON_TYPE, ""),
        ({"a": "grün"}, FORM_TYPE, "a=gr%C3%BCn"),
        ("grün", FORM_TYPE, "grün".encode()),
        ({"a": "b"}, {"Content-Type": "text/plain"}, {"a": "b"}),
        ({"a": "b"}, None, "a=b"),
        ("text", None, b"text"),
        (b"\xff", None, b"\xff"),
        (None, JSON_TYPE, None),
    ],
)
def test_data_is_encoded_by_the_content_type(data: Any, headers: Any, body: Any) -> None:
    assert encoded(data, {}, headers) == body


def test_the_sessions_content_type_holds_unless_the_request_has_one() -> None:
    assert encoded({"a": "b"}, JSON_TYPE, None) == '{"a": "b"}'
    assert encoded({"a": "b"}, JSON_TYPE, FORM_TYPE) == "a=b"


def test_an_open_file_stays_a_file() -> None:
    file = BytesIO(b"x")
    assert encoded(file, {}, JSON_TYPE) is file


def test_a_generator_stays_a_generator() -> None:
    generator = (each for each in [b"x"])
    assert encoded(generator, {}, JSON_TYPE) is generator
