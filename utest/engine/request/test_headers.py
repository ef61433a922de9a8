import io
from typing import Any

import pytest

from SteadyAPI.engine.request.body import FORM, JSON, ChunkedBody
from SteadyAPI.engine.request.headers import (
    charset_of,
    chunked,
    header_texts,
    header_value,
    is_of_kind,
    without_header,
)
from SteadyAPI.errors import UsageError


def test_values_become_text_in_utf_8_and_none_stays() -> None:
    given = {"A": 7, "B": "\u20ac", "C": None, "D": b"\xff", "E": " x\t", "F": True}
    assert header_texts(given) == {"A": "7", "B": b"\xe2\x82\xac", "C": None, "D": b"\xff", "E": "x", "F": "true"}


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("secret-1\nX: y", "got one with a line end in it"),
        ("secret-1\ud83d", 'the character at position 8 of "X-Key" can\'t be written in UTF-8'),
        (["secret-1"], 'as the value of "X-Key", got list'),
    ],
)
def test_what_is_no_value_is_refused_without_showing_it(value: Any, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as refused:
        header_texts({"X-Key": value})
    assert "secret-1" not in str(refused.value)


def test_a_header_is_found_in_any_case_in_the_first_source_that_has_it() -> None:
    assert header_value("accept", {}, {"ACCEPT": b"a/b"}, {"Accept": "c/d"}) == "a/b"
    assert header_value("accept", {"X": "y"}) is None
    assert header_value("accept", {"Accept": None}, {"Accept": "c/d"}) is None


def test_a_header_is_taken_out_in_any_case() -> None:
    assert without_header("accept", {"ACCEPT": "a", "X": "y"}) == {"X": "y"}


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [(None, "utf-8"), ("text/plain", "utf-8"), ('text/xml; Charset="latin-1"; x', "latin-1")],
)
def test_a_content_type_names_the_charset(content_type: str | None, charset: str) -> None:
    assert charset_of(content_type) == charset


@pytest.mark.parametrize(
    ("content_type", "kind", "same"),
    [
        ("application/vnd.api+json; v=1", JSON, True),
        ("application/json", JSON, True),
        ("text/xml", JSON, False),
        ("", JSON, False),
        ("application/x-www-form-urlencoded; charset=utf-8", FORM, True),
        ("application/json", FORM, False),
    ],
)
def test_content_types_have_kinds(content_type: str, kind: str, same: bool) -> None:
    assert is_of_kind(content_type, kind) is same


def test_a_body_goes_out_in_chunks() -> None:
    body = chunked(b"abc", " Chunked")
    assert isinstance(body, ChunkedBody)
    assert (list(body), list(body)) == ([b"abc"], [b"abc"])
    assert list(chunked(io.BytesIO(b"abc"), "chunked")) == [b"abc"]
    chunks = iter([b"a"])
    assert chunked(chunks, "chunked") is chunks


@pytest.mark.parametrize(
    ("body", "coding", "reason"),
    [(b"x", "gzip", "expected Transfer-Encoding: chunked, got gzip"), (None, "chunked", "needs a body")],
)
def test_other_transfer_codings_are_refused(body: Any, coding: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        chunked(body, coding)
