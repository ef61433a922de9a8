"""Text from outside as HTML."""

import pytest

from SteadyAPI.report.plain_text import cut, html_table, html_text, indented, text_of, visible


def test_markup_is_escaped() -> None:
    assert html_text("<script>&</details>") == "&lt;script&gt;&amp;&lt;/details&gt;"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\0b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("a\x85b", "a\\x85b"),
        ("\u202eabc", "\\u202eabc"),
        ("a\u2028b", "a\\u2028b"),
        ("\ufeffa", "\\ufeffa"),
        ("\ud800", "\ufffd"),
        ("\uffff", "\ufffd"),
    ],
)
def test_a_character_that_acts_is_shown_instead(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_ends_of_windows_are_line_ends() -> None:
    assert visible("a\r\nb\tc") == "a\nb\tc"


def test_letters_of_any_language_stay() -> None:
    assert visible("žluťoučký 日本 🐎") == "žluťoučký 日本 🐎"


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut("abc", 3) == "abc"


def test_a_cut_text_says_how_much_is_missing() -> None:
    assert cut("abcdef", 2) == "ab … +4 chars"


def test_every_line_is_indented() -> None:
    assert indented(["a", "b"]) == "  a\n  b"


def test_html_is_said_in_lines() -> None:
    row = "<table><tr><td>1</td><td>2</td></tr></table>"
    fragment = f"<details><summary>GET &rarr; <b>200</b></summary>{row}\n\n  a&amp;b<details open>c</details></details>"
    assert text_of(fragment) == "GET → 200\n1 2\n  a&b\nc"


def test_heads_of_a_table_begin_where_its_cells_do() -> None:
    assert html_table(("page", "took"), "<tr></tr>") == (
        '<div style="overflow-x:auto"><table style="border-spacing:1ch 0;width:max-content;max-width:max(100%,40em)">'
        '<tr style="text-align:left"><th>page</th><th>took</th></tr><tr></tr></table></div>'
    )
