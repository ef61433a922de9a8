r"""Secrets with the marks of shells, in style sheets and mails, and over the folded lines of LDIF and terminals."""

import json
from collections.abc import Callable
from email.header import Header

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.encoded_forms.marks import marks_of
from SteadyAPI.redaction.encoded_forms.rare_escapes import rare_views
from SteadyAPI.redaction.registry import SecretRegistry

STARS = "Kq7*xT9z(9}wRm\\4_"
SIGNS = 'pa$$"q&7<x>|^%v`{Z}'
PLAIN = "vX9-kQ2!mLp_7Tz"
ACCENTS = "Grün-9kQ2ß!x7"
EMOJI = "k3y\U0001f511x9q-117"
WIDE = "2026-11-27 10:00:00 INFO the credentials of ann were changed, and are now v="


def views_of(text: str) -> list[str]:
    return [view.text for view, _ in rare_views(text, marks_of(text))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('x "a`$b`"c``d^%"', 'x "a$b"c`d^%"'),
        ("a^&b^^c^%%^4`$", "a&b^c%%4`$"),
        ('{^\\^"a^\\^":1}', '{"a":1}'),
        ("a\\00002db", "a-b"),
        ("\\31 2\\00e9", utf8_form("12\xe9")),
        ("\\48u\\6et\\33\nC:\\data", "Hunt3C:\\data"),
        ("\\10ffffx", utf8_form("\U0010ffff") + "x"),
        ("\\0000e9 x", utf8_form("\xe9") + "x"),
        (r"(cn=a\2ab\28c\29\5Cd\\2a)", r"(cn=a*b(c)\d*)"),
        (r"\texttt{a\_b\\_c}", r"\texttt{a_b_c}"),
        ("Driver={X};PWD={a}}b};", "Driver={X};PWD={a}b};"),
        ("{{a}} {b}", "{a} {b}"),
        ("a$$b$c", "a$b$c"),
        ("=?utf-8?q?a=2Db_c?=", "a-b c"),
        ("to =?UTF-8?B?YWJj?=\r\n =?utf-8?Q?=2Dd?= now", "to abc-d now"),
        ("=?utf-8?B?YWJjZ?=", "abc"),
        ("a=2Db=21c", "a-b!c"),
        ("a=C3=A9", utf8_form("a\xe9")),
        ("a\bab\bb_\bc", "abc"),
        ("a: b\n c", "a: bc"),
        ("a: b\r\n\tc", "a: bc"),
        (f"{WIDE}ab7\n  cdefg", f"{WIDE}ab7cdefg"),
        (f"{WIDE}abcd7\r\ncdefg", f"{WIDE}abcd7cdefg"),
        (f"{WIDE}ab\ncde7g", f"{WIDE}abcde7g"),
        ("a<br>b<br/>\n  c<br />d", "abcd"),
        (r"a\e[1m\\Eb", "a\x1b[1m\x1bb"),
        ("a_x0009_b_x000A_c_x005F_x0041_", "a\tb\nc_x0041_"),
        ("expected:<a-[b]> but was:<a-[]c>", "expected:<a-b> but was:<a-c>"),
        ("a^Ib", "a\tb"),
        ("a`tb", "a\tb"),
        ("a#011b", "a\tb"),
    ],
)
def test_a_notation_is_undone(text: str, read: str) -> None:
    assert read in views_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Keyword `foo`, `bar` and `baz`.",
        "x^2 and 2^10",
        "C:\\Zoo\\new",
        "\\110000ff",
        '{"a": {"b": {}}}',
        'x={"a": {"b": 1} }',
        '{"a=": {"b": {}}}',
        "C:\\new\\2x or \\5x",
        "a =? b",
        "/x?limit=20&page=31&total=4",
        f"{WIDE}\nsecond line",
        f"{WIDE}before\nmore lines",
        f"{WIDE}x 9\n2026-11-27 10:00:01 INFO",
        f'{{"a": "{WIDE}",\n  "b"}}',
        "short\nlines1 and\n  more7x",
        "a <b>b</b>",
        "a_x0g_ is_xml _x00",
        "map:<a> (b)",
    ],
)
def test_innocent_texts_have_no_view(text: str) -> None:
    assert views_of(text) == []


def powershell(text: str) -> str:
    return "".join(f"`{char}" if char in '`$"' else char for char in text)


def command_prompt(text: str) -> str:
    return "".join(f"^{char}" if char in '&<>|^%"()!' else char for char in text)


def chrome(text: str) -> str:
    """Returns what Chrome copies as cURL for the command prompt."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isascii() and (char.isalnum() or char in "-_ .'`") else f"^{char}" for char in quoted)


def style_sheet(text: str) -> str:
    return "".join(char if char.isascii() and char.isalnum() else f"\\{ord(char):06x}" for char in text)


def short_style_sheet(text: str, every: int) -> str:
    """Escapes every second or so character, and puts a blank only where a digit follows or none is decimal."""
    shown = ""
    for place, char in enumerate(text):
        following = text[place + 1 : place + 2]
        blank = " " if following in set("0123456789abcdefABCDEF") or f"{ord(char):x}".isalpha() else ""
        shown += f"\\{ord(char):x}{blank}" if place % every == 0 else char
    return shown


def ldap(text: str) -> str:
    shown = "".join(f"\\{ord(char):02x}" if char in "*()\\" else char for char in text)
    return f"filter: (x={shown})"


def mail(text: str) -> str:
    return "".join(
        char if char.isascii() and char.isalnum() else "".join(f"={byte:02X}" for byte in char.encode())
        for char in text
    )


@pytest.mark.parametrize("secret", [SIGNS, PLAIN, ACCENTS, EMOJI, STARS])
@pytest.mark.parametrize(
    "written",
    [
        lambda text: f'Invoke-X "{powershell(text)}"',
        lambda text: json.dumps(f'Invoke-X "{powershell(text)}"', ensure_ascii=False),
        lambda text: f"curl -d {command_prompt(text)}",
        lambda text: f"curl --data-raw {chrome(text)}",
        lambda text: f'content: "{style_sheet(text)}"',
        lambda text: f'content: "{short_style_sheet(text, 1)}"',
        lambda text: f"#{short_style_sheet(text, 2)} {{ color: red }}",
        lambda text: json.dumps(f'content: "{short_style_sheet(text, 3)}"', ensure_ascii=False),
        lambda text: "content: " + "".join(f"\\{ord(char):x} " for char in text),
        lambda text: f"filter: (x={ldap(text)})",
        lambda text: "\\texttt{" + text.replace("_", "\\_") + "}",
        lambda text: "Driver={X};Value={" + text.replace("}", "}}") + "};Server=db",
        lambda text: f"Subject: =?utf-8?q?{mail(text)}?= now",
        lambda text: f"Subject: {Header('Your code is ' + text + ' and no other', charset='utf-8').encode()}",
        lambda text: f"This is\nx{mail(text)}",
        lambda text: f"description: {text[:7]}\n {text[7:]}",
        lambda text: f"DESCRIPTION:{text[:5]}\r\n {text[5:]}\r\nEND:VEVENT",
        lambda text: f"{WIDE}{text[:6]}\n{text[6:]} from now on",
        lambda text: f"{WIDE}{text[:6]}\r\n    {text[6:]}, from now on",
        lambda text: json.dumps(f"{WIDE}{text[:6]}\n    {text[6:]} from now on", ensure_ascii=False),
        lambda text: f"<t>{''.join(f'_x{ord(char):04x}_' if char in '-_!' else char for char in text)}</t>",
        lambda text: f"expected:<{text[:6]}[{text[6:]}]> but was:<{text[:6]}[x]>",
        lambda text: f"expected:<say {text[:6]}[{text[6:9]}]{text[9:]}> but was:<say [x]>",
        lambda text: f"<td>{text[:6]}<br />\n  {text[6:]}</td>",
        lambda text: "".join(f"{char}\b{char}" for char in text),
    ],
)
def test_a_known_secret_is_masked(secret: str, written: Callable[[str], str]) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    text = written(secret)
    masked = registry.mask(text)
    assert "[redacted]" in masked
    for part in (text[-8:] for text in views_of(secret) or [secret]):
        assert part not in masked
    assert len(masked) <= len(text) - len(secret) + len("[redacted]")


@pytest.mark.parametrize("written", [r"a\eb9-Kq7z", r"a\Eb9-Kq7z", r'"a\eb9-Kq7z"', r"a\\eb9-Kq7z"])
def test_a_known_secret_with_an_escape_character_is_masked(written: str) -> None:
    registry = SecretRegistry()
    registry.register("a\x1bb9-Kq7z")
    assert registry.mask(f"say {written} now") in {"say [redacted] now", 'say "[redacted]" now'}


@pytest.mark.parametrize("written", ["a_x0009_b9-Kq7z", "a_x0009_b9_x002d_Kq7z"])
def test_a_known_secret_in_a_sheet_is_masked(written: str) -> None:
    registry = SecretRegistry()
    registry.register("a\tb9-Kq7z")
    assert registry.mask(f"<t>{written}</t>") == "<t>[redacted]</t>"


def test_only_the_secret_is_masked_in_a_comparison() -> None:
    registry = SecretRegistry()
    registry.register("Kran7hof-blau9")
    text = "expected:<[ann] Kran7[hof]-blau9 [x]> but was:<[ann] Kran7[]-blau9 [x]>"
    assert registry.mask(text) == "expected:<[ann] [redacted] [x]> but was:<[ann] Kran7[]-blau9 [x]>"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("x = ('violet Tram 47 under '\n     'Lamp 9 crosses')", "x = ('[redacted]')"),
        ("E     'violet Tram 47 under '\nE      'Lamp 9 crosses'", "E     '[redacted]'"),
        ('["violet Tram 47 under "\r\n "Lamp 9 crosses"]', '["[redacted]"]'),
        ("| note | uiEd10xeclWZfxZZ\n       | rTVLiw01h5rPQHf7 |", "| note | [redacted] |"),
        ("| note | uiEd10xeclWZfxZZ  |\r\n|      | rTVLiw01h5rPQHf7 |", "| note | [redacted] |"),
        ("\u2502 uiEd10xeclWZfxZZ \u2502\n\u2502 rTVLiw01h5rPQHf7 \u2502", "\u2502 [redacted] \u2502"),
    ],
)
def test_a_long_value_that_is_written_below_itself_is_masked(text: str, masked: str) -> None:
    registry = SecretRegistry()
    registry.register("violet Tram 47 under Lamp 9 crosses")
    registry.register("uiEd10xeclWZfxZZrTVLiw01h5rPQHf7")
    assert registry.mask(text) == masked


def test_ends_of_lines_that_make_a_short_secret_by_chance_stay() -> None:
    registry = SecretRegistry()
    registry.register("ab12cd")
    assert registry.mask("x ab1\n 2cd") == "x ab1\n 2cd"
    registry.register("ab12cd78")
    assert registry.mask("x ab1\n 2cd78 y") == "x [redacted] y"


def test_only_the_secret_is_masked_among_marks() -> None:
    registry = SecretRegistry()
    registry.register("pa$$w0rd")
    assert registry.mask("a `$x, pa`$`$w0rd, `$y") == "a `$x, [redacted], `$y"


@pytest.mark.parametrize(
    "unit",
    [
        "^",
        "`$",
        '^\\^"',
        "=?a?q?",
        "=?a?q?x?= ",
        "=3D",
        "\\000041",
        "\\41 ",
        "\\",
        "a\b",
        "\n ",
        "<br>",
        "\\e",
        "_x0009_",
        ":<[",
        "[]:<",
        "\n",
        f"{WIDE}a\n",
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit, PLAIN)


@pytest.mark.parametrize("tab", ["^I", "`t", "#011"])
def test_a_secret_with_a_tab_is_masked(tab: str) -> None:
    registry = SecretRegistry()
    registry.register("plum\t9kQ2!mLp_7Tz")
    assert registry.mask(f"it is plum{tab}9kQ2!mLp_7Tz") == "it is [redacted]"
