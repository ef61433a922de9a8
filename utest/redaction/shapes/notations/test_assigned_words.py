"""Where a word that is assigned to a name ends."""

import pytest

from SteadyAPI.redaction.shapes.notations.assigned_words import AssignedWords, first_line


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kd82jfLq\nx", "Kd82jfLq"),
        ("Kd82jfLq;", "Kd82jfLq"),
        ("Kd82jfLq, x", "Kd82jfLq"),
        ("Kd82jfLq' ]", "Kd82jfLq"),
        ("Kd82jfLq and more", ""),
        ("<b>", ""),
        (r"Kd82jfLq,\nhost = x", "Kd82jfLq"),
        (r"Kd82jfLq\\nhost = x", "Kd82jfLq"),
        (r"C:\new folder", ""),
        (r"Kd8,C:\new folder", "Kd8"),
        ("", ""),
    ],
)
def test_a_word_ends_with_its_line_or_argument(text: str, word: str) -> None:
    start, end = AssignedWords(text).span_at(0)
    assert text[start:end] == word


def test_a_later_place_in_a_run_has_the_same_end() -> None:
    words = AssignedWords("a=b=Kd82jfLq")
    assert words.span_at(2) == (2, 12)
    assert words.span_at(4) == (4, 12)


def test_every_line_in_a_run_ends_at_its_own_escape() -> None:
    text = r"A=Kd82jfLq\nB=xQ93kdLm\nC=7 and more"
    words = AssignedWords(text)
    assert [text[slice(*words.span_at(start))] for start in (2, 14, 26)] == ["Kd82jfLq", "xQ93kdLm", ""]


@pytest.mark.parametrize(
    ("value", "line"),
    [("expired", "expired"), (r"expired\nA: b", "expired"), (r"expired\\\n", "expired"), (r"\nexpired", r"\nexpired")],
)
def test_a_line_ends_at_an_escaped_line_end(value: str, line: str) -> None:
    assert first_line(value) == line
