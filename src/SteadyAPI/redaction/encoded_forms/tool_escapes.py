r"""Views of a text without the escapes of single tools: traces of a shell, TeamCity, ``%%``, JSON pointers, XPath.

Typographic quotes, which editors and chats make of straight ones, are replaced too. In other texts, all these mean
something else, so only known secrets are searched in these views.
"""

import re
from functools import cache

from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.encoded_forms.folding import View, replaced

# Service messages of TeamCity ("Escaped values"); others stand for themselves.
_OF_TEAMCITY = {"n": "\n", "r": "\r", "x": "\x85", "l": "\u2028", "p": "\u2029"}
# One of these is in every text with typographic quotes.
_TYPOGRAPHIC_SIGNS = ("\u2018", "\u2019", "\u201c", "\u201d", "\xe2\x80")


def tool_views(text: str) -> list[tuple[View | None, int]]:
    """Returns a view for each of these escapes that stands in ``text``, and how long a secret in it is at least.

    There is none without an apostrophe, ``|``, ``%`` or ``~`` in a text of ASCII characters.
    """
    found: list[View | None] = []
    if "''" in text:
        found.append(replaced(text, _quotes(), lambda _: "'"))
    if "concat(" in text:
        found.append(replaced(text, _concatenated(), None))
    if "%%" in text:
        found.append(replaced(text, _percents(), lambda _: "%"))
    if "##teamcity[" in text:
        found.append(replaced(text, _teamcity(), _of_teamcity))
    if "~0" in text or "~1" in text:
        found.append(replaced(text, _pointers(), lambda sign: "~" if sign.group() == "~0" else "/"))
    if not text.isascii() and any(map(text.__contains__, _TYPOGRAPHIC_SIGNS)):
        found.append(replaced(text, _typographic(), _of_typographic))
    return [(view, 0) for view in found]


@cache
def _quotes() -> re.Pattern[str]:
    r"""Returns the pattern of ``'\''``: an apostrophe in the single quotes of a shell, also after folding."""
    return re.compile(r"'\\*+''")


@cache
def _concatenated() -> re.Pattern[str]:
    """Returns the pattern of what joins the parts of a text with both quotes in XPath: ``concat('a', "'", 'b"c')``."""
    return re.compile(r"[\"'],\s{0,3}[\"']")


@cache
def _percents() -> re.Pattern[str]:
    """Returns the pattern of a percent sign for ``configparser``, ``printf``, crontabs and batch files."""
    return re.compile("%%")


@cache
def _teamcity() -> re.Pattern[str]:
    return re.compile(r"\|(?:0x([0-9a-fA-F]{4})|(['|\[\]nrxlp]))")


@cache
def _pointers() -> re.Pattern[str]:
    """Returns the pattern of a sign in a JSON pointer (RFC 6901, section 3)."""
    return re.compile("~[01]")


@cache
def _typographic() -> re.Pattern[str]:
    """Returns the pattern of quotes that editors and chats make of straight ones, also as the bytes of UTF-8."""
    return re.compile("[\u2018\u2019\u201c\u201d]|\xe2\x80[\x98\x99\x9c\x9d]")


def _of_teamcity(escape: re.Match[str]) -> str:
    if escape[1]:
        return utf8_form(chr(int(escape[1], 16)))
    return _OF_TEAMCITY.get(escape[2], escape[2])


def _of_typographic(quote: re.Match[str]) -> str:
    return '"' if quote.group()[-1] in "\u201c\u201d\x9c\x9d" else "'"
