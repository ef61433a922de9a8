"""What tells which notations a text may hold."""

import pytest

from SteadyAPI.redaction.encoded_forms.marks import NOT_ASCII, marks_of


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("", ""),
        ("request 17 of 20 sent to http://host:80/a-b.c; it took (12) ms!", ""),
        ("${x} = 'it', \"is\"", "$={'\","),
        ("a\nb\\c `d` | e", "\n\\`|"),
        ("caf\xe9 [x]", NOT_ASCII + "["),
        ("\u65e5\u672c", NOT_ASCII),
    ],
)
def test_the_marks_are_those_that_the_text_has_once_each(text: str, marks: str) -> None:
    assert marks_of(text) == frozenset(marks)
