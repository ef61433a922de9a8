r"""Views of a text in which control characters are what they were: ``\e``, ``_x0009_``, ``^I``, ```t``, ``#011``.

Ruby, Go and C, Excel, ``cat -v``, PowerShell, rsyslog and terminals (by pictures) show them so. Few texts have these,
and in other texts they mean something else, so only known secrets are searched in these views.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import lookup

from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.encoded_forms.folding import View, replaced

_OF_BACKSLASH = {"a": "\a", "v": "\v", "e": "\x1b", "E": "\x1b"}
_OF_BACKTICK = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_BACKSLASHED = ("\\e", "\\E", "\\a", "\\v", "\\N{")
# Line feed, tab, carriage return and escape; a secret has hardly any other.
_PICTURES = "\u2409\u240a\u240d\u241b"
_CARETS = ("^I", "^[", "^M", "^J", "^G")
_CONTROL_BY_PICTURE = {0x2400 + number: number for number in range(0x20)}
_CARET_BIT = 0x40


def control_views(text: str) -> Iterator[View | None]:
    """Yields a view for each of these notations whose sign stands in ``text``."""
    if "\\" in text and any(map(text.__contains__, _BACKSLASHED)):
        yield replaced(text, _backslashed(), _of_backslash)
    if "_" in text and "_x00" in text:
        yield replaced(text, _in_cells(), lambda escape: chr(int(escape[1], 16)))
    if "^" in text and any(map(text.__contains__, _CARETS)):
        yield replaced(text, _after_caret(), lambda sign: chr(ord(sign.group()[1]) ^ _CARET_BIT))
    if "`" in text:
        yield replaced(text, _after_backtick(), lambda sign: _OF_BACKTICK[sign.group()[1]])
    if "#" in text and "#011" in text:
        yield replaced(text, _tab_of_syslog(), lambda _: "\t")
    if not text.isascii() and any(map(text.__contains__, _PICTURES)):
        yield replaced(text, _pictures(), lambda signs: signs.group().translate(_CONTROL_BY_PICTURE))


@cache
def _backslashed() -> re.Pattern[str]:
    r"""Returns the pattern of the escapes that JSON and ``repr`` don't have; Python can write ``\N{HYPHEN-MINUS}``."""
    return re.compile(r"(?<!\\)\\++(?:([aevE])|N\{([A-Z][A-Z0-9 -]{1,88})\})")


@cache
def _in_cells() -> re.Pattern[str]:
    """Returns the pattern of a character in a cell of Excel (ECMA-376, part 1, section 22.9.2.19)."""
    return re.compile("_x(00[0-9a-fA-F]{2})_")


@cache
def _after_caret() -> re.Pattern[str]:
    return re.compile(r"\^[@-_]")


@cache
def _after_backtick() -> re.Pattern[str]:
    """Returns the pattern of a control for PowerShell; where a word begins, a backtick is one of Markdown."""
    return re.compile(r"(?<=[^\s(\[{\"'`*|>])`[0abefnrtv]")


@cache
def _tab_of_syslog() -> re.Pattern[str]:
    return re.compile("#011")


@cache
def _pictures() -> re.Pattern[str]:
    return re.compile("[\u2400-\u241f]+")


def _of_backslash(escape: re.Match[str]) -> str:
    if escape[1]:
        return _OF_BACKSLASH[escape[1]]
    try:
        return utf8_form(lookup(escape[2]))
    except KeyError:
        return escape.group()
