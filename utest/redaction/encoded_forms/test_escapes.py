"""What escapes look like, and what they stand for."""

import re

import pytest

from SteadyAPI.redaction.encoded_forms import escapes as module
from SteadyAPI.redaction.encoded_forms.escapes import Unescaped, escapes, line_breaks, simple_escapes, utf8_form

LINE = "QUJD" * 19


@pytest.mark.parametrize(
    ("escape", "meaning"),
    [
        (r"\\\"", '"'),
        (r"\u0041", "A"),
        (r"\ud83d\ude00", utf8_form("😀")),
        ("%2541", "A"),
        ("&amp;lt;", "<"),
        ("&copy;", utf8_form("©")),
        ("+", " "),
        ("é", utf8_form("é")),
    ],
)
def test_an_escape_has_a_meaning(escape: str, meaning: str) -> None:
    pattern, undone = escapes(raw=True)
    assert (pattern.split(escape), undone[escape]) == (["", escape, ""], meaning)


@pytest.mark.parametrize("text", ["&nosuch;", "&#1114112;"])
def test_what_only_looks_like_an_escape_stands_for_itself(text: str) -> None:
    assert escapes(raw=True)[1][text] == text


def test_a_byte_that_was_undone_already_is_none() -> None:
    assert escapes(raw=False)[0].split("a\xe9") == ["a\xe9"]


def test_simple_escapes_begin_with_no_backslash() -> None:
    assert simple_escapes().split(r"%41\n&lt;") == ["", "%41", r"\n", "&lt;", ""]


@pytest.mark.parametrize(("text", "breaks"), [(f"{LINE}\n{LINE}", True), ("short\nlines", False)])
def test_a_line_break_stands_behind_a_line_of_base64(text: str, breaks: bool) -> None:
    assert bool(line_breaks(raw=True).search(text)) is breaks


def test_the_memory_of_escapes_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 2)
    undone = Unescaped(re.compile(r"&#(?P<decimal>[0-9]+);"))
    for number in range(65, 75):
        assert undone[f"&#{number};"] == chr(number)
    assert len(undone) <= 2
