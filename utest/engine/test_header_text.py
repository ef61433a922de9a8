"""How the bytes of a header read."""

from typing import Any

import pytest

from SteadyAPI.engine.header_text import as_octets, header_text, reread


@pytest.mark.parametrize(
    ("value", "text"),
    [(b"plain", "plain"), ("M\u00fcller".encode(), "M\u00fcller"), (b"M\xfcller", "M\u00fcller"), (7, "7")],
)
def test_bytes_are_utf_8_or_else_latin_1(value: Any, text: str) -> None:
    assert header_text(value) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain", "plain"), ("M\u00c3\u00bcller", "M\u00fcller"), ("M\u00fcller", "M\u00fcller"), ("\u20ac", "\u20ac")],
)
def test_what_was_taken_for_latin_1_is_read_again(text: str, expected: str) -> None:
    assert reread(text) == expected


@pytest.mark.parametrize(
    ("value", "octets"), [("plain", "plain"), ("\u20ac", "\u00e2\u0082\u00ac"), (b"\xff", "\u00ff"), ("\ud83d", "?")]
)
def test_text_becomes_a_character_for_each_byte(value: Any, octets: str) -> None:
    assert as_octets(value) == octets
