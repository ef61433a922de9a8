"""Escapes undone, with a way back."""

from urllib.parse import quote

import pytest

from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.encoded_forms.folding import may_fold, normal_form, views


def last_view(text: str) -> str:
    return [view.text for view in views(text)][-1]


@pytest.mark.parametrize(
    ("escaped", "plain"),
    [
        (r"a\"b", 'a"b'),
        (r"a\\\\\"b", 'a"b'),
        (r"a\nb", "a\nb"),
        (r"a\\tb", "a\tb"),
        (r"a\x41b", "aAb"),
        (r"a\u0041b", "aAb"),
        (r"a\U00000041b", "aAb"),
        (r"a\\\\zb", r"a\zb"),
        ("a%41b", "aAb"),
        ("a%252541b", "aAb"),
        ("a+b", "a b"),
        ("a&lt;b", "a<b"),
        ("a&amp;amp;lt;b", "a<b"),
        ("a&quot 1", 'a" 1'),
        ("a&#65;b", "aAb"),
        ("a&#x41;b", "aAb"),
        ("a&copy;b", utf8_form("a©b")),
        (r"a\/b", "a/b"),
        (r"a\u00e9b", utf8_form("aéb")),
        ("a%C3%A9b", utf8_form("aéb")),
        (r"a\xc3\xa9b", utf8_form("aéb")),
        (r"a\x{2d}b\x{e9}", utf8_form("a-b\xe9")),
        ("a\u200cb\u200dc\u200ed\u2066e\u202cf\ufe0fg", "abcdefg"),
        (r"a\u2069b", "ab"),
        (r"a\ud83d\ude00b", utf8_form("a😀b")),
        (r"a\\éb", utf8_form("aéb")),
        (r"%5c%5cé", utf8_form("é")),
        ("a<b>b</b>c", "abc"),
        ('a<span class="hit">b</span>c', "abc"),
        (r"a<em>b<\/em>c", "abc"),
        ("a&lt;mark&gt;b&lt;/mark&gt;c", "abc"),
        ("a\\\n    b", "ab"),
        ("a\\\r\nb", "ab"),
    ],
)
def test_an_escape_is_undone(escaped: str, plain: str) -> None:
    assert last_view(escaped) == plain


@pytest.mark.parametrize(
    "text", ["plain text", "50% of it", "A & B", r"C:\Zoo", "a&nosuch;b", "a&#1114112;b", "<a>b</a>", "a < b > c"]
)
def test_what_is_no_escape_gives_no_view(text: str) -> None:
    assert list(views(text)) == []


def test_only_the_ampersand_of_an_unknown_entity_is_undone() -> None:
    assert last_view("a&amp;nosuch;b") == "a&nosuch;b"


def test_a_stretch_leads_back_to_all_of_its_escapes() -> None:
    text = r"say \"hi\" twice"
    (view,) = views(text)
    start = view.text.index('"hi"')
    assert view.source_span(start, start + 4) == (4, 10)


def test_a_stretch_of_the_second_view_leads_back_through_the_first() -> None:
    text = "x%5C%22y%5C%22z"
    second = list(views(text))[1]
    assert second.text == 'x"y"z'
    assert second.source_span(2, 3) == (7, 8)


def test_a_line_break_in_base64_is_left_out() -> None:
    line = "QUJD" * 19
    assert last_view(f"{line}\n{line}\r\n{line}") == line * 3


def test_a_line_break_in_base64_whose_plus_signs_are_undone_already_is_left_out() -> None:
    line = "QU+D" * 19
    assert last_view(f"{line}\\n{line}") == line.replace("+", " ") * 2


def test_short_lines_stay_apart() -> None:
    assert not may_fold("short\nlines")


def test_folding_ends_after_four_views() -> None:
    text = '"'
    for _ in range(5):
        text = quote(text, safe="").replace("%", "&#37;")
    assert len(list(views(text))) == 4


def test_the_normal_form_of_plain_text_is_the_text() -> None:
    assert normal_form("plain") == "plain"


def test_the_normal_form_knows_bytes_from_characters() -> None:
    assert normal_form("%41é") == utf8_form("Aé")
    assert normal_form("%41\xe9", as_bytes=True) == "A\xe9"


@pytest.mark.parametrize(
    ("text", "view", "value"),
    [
        # Goes on: a line to itself, up to a closing sign
        (f"{'aB3d' * 5}\nE6gH9jK2\n", "aB3d" * 5 + "E6gH9jK2", f"{'aB3d' * 5}\nE6gH9jK2"),
        (f'"{"aB3d" * 5}\r\n  E6gH9jK2=="', "aB3d" * 5 + "E6gH9jK2", f"{'aB3d' * 5}\r\n  E6gH9jK2"),
        # Another statement in the next line
        (f"{'aB3d' * 5}\nexport PATH=x", f"{'aB3d' * 5}export", "aB3d" * 5),
        (f"{'aB3d' * 5}\r\nexport PATH=x", f"{'aB3d' * 5}export", "aB3d" * 5),
        # Broken on purpose
        ("pass\\\nword x", "password", "pass\\\nword"),
        (f"{'aB3d' * 15}pass=\r\nword x", "password", "pass=\r\nword"),
        # A key in base64
        ("aB3d=\r\nword x", "aB3dword", "aB3d="),
        ("aB3d=\nword x", "aB3dword", "aB3d="),
    ],
)
def test_a_value_goes_on_in_a_line_of_its_own(text: str, view: str, value: str) -> None:
    shown = next(shown for shown in views(text) if view in shown.text)
    start = shown.text.index(view)
    begin, end = shown.source_span_of_value(start, start + len(view))
    assert text[begin:end] == value


def test_a_value_of_several_lines_keeps_them() -> None:
    text = f"{'aB3d' * 5}\nkey one\ntwo"
    shown = next(views(text))
    start, end = shown.source_span_of_value(0, len(shown.text))
    assert text[start:end] == text
