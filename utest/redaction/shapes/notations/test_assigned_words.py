"""Where a word that is assigned to a name ends."""

import pytest

from SteadyAPI.redaction.shapes.notations.assigned_words import AssignedWords


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kd82jfLq\nx", "Kd82jfLq"),
        ("Kd82jfLq;", "Kd82jfLq"),
        ("Kd82jfLq, x", "Kd82jfLq"),
        ("Kd82jfLq' ]", "Kd82jfLq"),
        ("Kd82jfLq and more", ""),
        ("<b>", ""),
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
