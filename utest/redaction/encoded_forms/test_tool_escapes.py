"""Secrets in traces of a shell, messages of TeamCity, configurations and pointers, and with typographic quotes."""

import json
from collections.abc import Callable

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.encoded_forms.tool_escapes import tool_views
from SteadyAPI.redaction.registry import SecretRegistry

SECRETS = (
    "Kq7'xTz9wRm",
    "Kq7|xTz9[wRm]",
    "q%7Xr%K2vTz9",
    "Kq7*x(Tz9)wRm\\4",
    "Kq7}xT;z9wRm",
    "a/b~7Kq9TzW/x",
    "Mün_9kQ2\"ß'7",
)


def views_of(text: str) -> list[str]:
    return [view.text for view, _ in tool_views(text) if view]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"+ call 'a'\''b' 'c'", "+ call 'a'b' 'c'"),
        (r"'a'\\\''b'\'''\''c'", "'a'b''c'"),
        ("'a'''b'", "'a'b'"),
        ("a = 5%%%%", "a = 5%%"),
        ("""//a[.=concat('S3', "'", 'e"x')]""", """//a[.=concat('S3'e"x')]"""),
        ("""concat("it's", '"', "d")""", """concat("it's"d")"""),
        ("""concat('a',"'",'b', "'" , 'c')""", """concat('a'b'" , 'c')"""),
        ("##teamcity[x a='|'||b|[c|]|n|r|x|l|p|q|0x00fc']", "##teamcity[x a=''|b[c]\n\r\x85\u2028\u2029|q\xc3\xbc']"),
        ("#/paths/a~1b~0c~01", "#/paths/a/b~c~1"),
        ("\u201ca\u2019b\u2018\u201d", "\"a'b'\""),
        (utf8_form("\u201ca\u2019b\u2018\u201d"), "\"a'b'\""),
    ],
)
def test_an_escape_is_undone(text: str, read: str) -> None:
    assert read in views_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "it's 'quoted' and 'x' is 5 % of |a|b|",
        "x = ''",
        "f('a', 'b')",
        "50% of 100 %",
        "| a | 'b' |n",
        "~/file and a~2",
        "Größe € 5",
    ],
)
def test_innocent_texts_have_no_view(text: str) -> None:
    assert views_of(text) == []


def trace(text: str) -> str:
    quoted = text.replace("'", "'\\''")
    return f"+ call --value '{quoted}' --verbose"


def teamcity(text: str) -> str:
    shown = "".join(
        f"|{char}" if char in "|'[]" else char if char.isascii() else f"|0x{ord(char):04x}" for char in text
    )
    return f"##teamcity[testFailed name='t' message='got {shown} now']"


WRITTEN: list[Callable[[str], str]] = [
    trace,
    teamcity,
    lambda text: f"value = {text.replace('%', '%%')}\nother = 1",
    lambda text: f"at #/paths/{text.replace('~', '~0').replace('/', '~1')}/get",
    lambda text: "he typed " + text.replace("'", "\u2019").replace('"', "\u201d") + " there",
]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("outer", [str, json.dumps, lambda text: json.dumps(text, ensure_ascii=False)])
def test_a_known_secret_is_masked(secret: str, written: Callable[[str], str], outer: Callable[[str], str]) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    before, after = outer(written("@"))[:-1].split("@")
    masked = registry.mask(outer(written(secret)))
    assert masked.startswith(f"{before}[redacted]{after}")


def test_texts_around_a_secret_stay() -> None:
    registry = SecretRegistry()
    registry.register("Kq7'xTz9wRm")
    text = r"+ echo 'it'\''s' '%s' 'Kq7'\''xTz9wRm' 'Kq7'\''xTz9wRn'"
    assert registry.mask(text) == r"+ echo 'it'\''s' '%s' '[redacted]' 'Kq7'\''xTz9wRn'"


@pytest.mark.parametrize("unit", ["'", "''", "'\\", "%%", "|'", "##teamcity[|0x00", "~1", "\u2019"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit, SECRETS[0])


@pytest.mark.parametrize("secret", ["S3cr'et\"x9", "it's-9x!Gr\"d", "ab'cd'ef\"9x"])
@pytest.mark.parametrize("around", [str, json.dumps])
def test_a_secret_that_xpath_joins_is_masked(secret: str, around: Callable[[str], str]) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    for between in (', "\'", ', ',"\'",'):
        parts = between.join(f"'{part}'" for part in secret.split("'"))
        assert secret[-2:] not in registry.mask(around(f"//input[@value=concat({parts})]"))
