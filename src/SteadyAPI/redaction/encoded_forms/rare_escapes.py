r"""Views of a text without what few tools write: marks of shells, escapes of style sheets and mails, folded lines.

Known secrets are searched in these views; shapes are not. Each notation has a cheap sign, which most texts don't have.
"""

import re
from binascii import a2b_base64, a2b_qp
from collections.abc import Callable
from functools import cache, lru_cache
from sys import maxunicode

from SteadyAPI.redaction.encoded_forms.difference_marks import difference_views
from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.encoded_forms.folding import View, replaced, views
from SteadyAPI.redaction.encoded_forms.marks import NOT_ASCII
from SteadyAPI.redaction.encoded_forms.shown_controls import control_views
from SteadyAPI.redaction.encoded_forms.tool_escapes import tool_views

_FOUR = 4
# Shorter ends and beginnings of lines may make a secret by chance.
_JOINED_LEAST = 8
# Texts without marks may make a shorter secret by chance.
_MARKED_LEAST = 6
# A line that a terminal breaks is at least this long.
_WIDE_LEAST = 60
# An encoded word of a mail (RFC 2047, section 2); blanks between two of them mean nothing.
_MAIL_WORD = r"=\?[\w*-]{1,40}\?(?:[qQ]\?[^?\s]*+|[bB]\?[\w+/=]*+)\?="
_OF_TABLE = "[|\u2502\u2503]"
# Next to a line break that a terminal made; other signs often end or begin a line.
_BROKEN = r"[\w!#$%&*+/=?@^~.-]"


def rare_views(text: str, marks: frozenset[str]) -> list[tuple[View, int]]:
    """Returns a view for each of these notations that stands in ``text``, and how long a secret in it is at least.

    ``marks`` are those of ``text``.
    """
    # No generator, because most texts have none.
    found: list[tuple[View | None, int]] = []
    for views_of in _notations_by(marks):
        found += views_of(text)
    return [(view, least) for view, least in found if view is not None] if found else []


@lru_cache(maxsize=1024)
def _notations_by(marks: frozenset[str]) -> tuple[Callable[[str], list[tuple[View | None, int]]], ...]:
    return tuple(views_of for some, views_of in _NOTATIONS if not marks.isdisjoint(some))


def _of_lines(text: str) -> list[tuple[View | None, int]]:
    end = "\r\n" if "\r" in text and "\r\n" in text else "\n"
    patterns = [_line_folds(end)]
    if f"'{end}" in text or f'"{end}' in text:
        patterns.append(_literals_below())
    if ("|" in text or "\u2502" in text or "\u2503" in text) and _cell_below().search(text):
        patterns.append(_cells_below())
    return [(replaced(text, pattern, None), _JOINED_LEAST) for pattern in patterns]


def _unmarked(text: str) -> list[tuple[View | None, int]]:
    found: list[tuple[View | None, int]] = []
    for pattern in (_backticks(), _carets()):
        view = replaced(text, pattern, lambda sign: sign.group()[1])
        # In it may be JSON, which browsers copy so for the command prompt.
        found += [(each, 0) for each in (view, *views(view.text, view))] if view else ()
    return found


def _of_overstrikes(text: str) -> list[tuple[View | None, int]]:
    return [(replaced(text, _overstrikes(), None), 0)]


def _of_equals_sign(text: str) -> list[tuple[View | None, int]]:
    found: list[tuple[View | None, int]] = []
    if _quoted_printable_sign().search(text):
        found.append((replaced(text, _quoted_bytes(), lambda byte: chr(int(byte[1], 16))), 0))
    if "?" in text and "=?" in text:
        found.append((replaced(text, _mail_words(), _of_mail), 0))
    if "}}" in text and "={" in text:
        found.append((replaced(text, _braces(), lambda _: "}"), 0))
    return found


def _of_breaks(text: str) -> list[tuple[View | None, int]]:
    return [(replaced(text, _breaks_of_pages(), None), _JOINED_LEAST)] if "<br" in text else []


def _of_doubles(text: str) -> list[tuple[View | None, int]]:
    found: list[tuple[View | None, int]] = []
    if "{{" in text and "}}" in text:
        found.append((replaced(text, _doubled_braces(), lambda braces: braces.group()[0]), 0))
    if "$$" in text:
        found.append((replaced(text, _dollars(), lambda _: "$"), 0))
    return found


def _of_controls(text: str) -> list[tuple[View | None, int]]:
    return [(view, 0) for view in control_views(text)]


def _of_differences(text: str) -> list[tuple[View | None, int]]:
    return [(view, _MARKED_LEAST) for view in difference_views(text)]


def _without_backslashes(text: str) -> list[tuple[View | None, int]]:
    found = [(replaced(text, _style_escapes(), _of_style_sheet), 0)]
    if not text.isascii() and found[0][0]:
        # Letters beside it aren't their bytes yet.
        found.append((replaced(text, _style_escapes(), _letter_of_style_sheet), 0))
    if "\\_" in text or "\\2" in text or "\\5" in text:
        found.append((replaced(text, _after_backslash(), _of_backslash), 0))
    return found


# With the marks, one of which is in every text that has the notation
_NOTATIONS = (
    (f"'|%~{NOT_ASCII}", tool_views),
    ("`^", _unmarked),
    ("\b", _of_overstrikes),
    ("=", _of_equals_sign),
    ("\\", _without_backslashes),
    ("\n", _of_lines),
    ("<", _of_breaks),
    ("{$", _of_doubles),
    (f"\\`^#_{NOT_ASCII}", _of_controls),
    ("[<", _of_differences),
)


@cache
def _backticks() -> re.Pattern[str]:
    """Returns the pattern of a sign that is escaped for PowerShell."""
    return re.compile(r"`[`$\"'#{}()&|<>;@]")


@cache
def _carets() -> re.Pattern[str]:
    """Returns the pattern of a sign that is escaped for the command prompt of Windows."""
    return re.compile(r"\^[^a-zA-Z0-9\s]|(?<=%)\^\w")


@cache
def _overstrikes() -> re.Pattern[str]:
    """Returns the pattern of what ``man`` prints below a character to make it bold or underlined."""
    return re.compile(r"[^\n]\x08")


@cache
def _quoted_printable_sign() -> re.Pattern[str]:
    """Returns the pattern of what quoted-printable holds (RFC 2045, section 6.7) and URLs hardly ever do."""
    return re.compile(r"=(?:[2-7][A-F]|[2-7C-F][0-9A-F]=[0-9A-F]{2})")


@cache
def _quoted_bytes() -> re.Pattern[str]:
    return re.compile(r"=([0-9A-F]{2})")


@cache
def _braces() -> re.Pattern[str]:
    """Returns the pattern of a brace in the braces of a connection string of ODBC."""
    return re.compile("}}")


@cache
def _doubled_braces() -> re.Pattern[str]:
    """Returns the pattern of a brace in what Python, .NET and Rust format."""
    return re.compile(r"\{\{|\}\}")


@cache
def _dollars() -> re.Pattern[str]:
    """Returns the pattern of a dollar in what make, Docker Compose and Kubernetes read."""
    return re.compile(r"\$\$")


@cache
def _style_escapes() -> re.Pattern[str]:
    r"""Returns the pattern of a character in hex, which six digits, a blank or another character end.

    See CSS Syntax, section 4.3.7. Before another character, letters alone are those of a path: ``\data``.
    """
    digits = r"[0-9a-fA-F]{6}|[0-9a-fA-F]{1,5}(?=[ \t])|(?=[a-fA-F]{0,4}\d)[0-9a-fA-F]{2,5}(?![0-9a-fA-F])"
    return re.compile(rf"(?<!\\)\\++(?P<digits>{digits})(?:\r\n|[ \t\n\f])?")


@cache
def _after_backslash() -> re.Pattern[str]:
    """Returns the pattern of a sign in a filter of LDAP (RFC 4515, section 3), and of what LaTeX escapes."""
    return re.compile(r"(?<!\\)\\++(?:(2[89aA]|5[cC])|_)")


@cache
def _mail_words() -> re.Pattern[str]:
    return re.compile(rf"{_MAIL_WORD}(?:\s{{1,9}}{_MAIL_WORD})*+", re.ASCII)


@cache
def _line_folds(end: str) -> re.Pattern[str]:
    """Returns the pattern of line breaks that tools put anywhere into long lines, which end with ``end``.

    LDIF (RFC 2849), calendars (RFC 5545) and headers go on behind a single blank. A terminal breaks a wide line; there
    at least five characters on one side are no word, and the next line begins with no date.
    """
    blanks = r"[ \t]{0,40}"
    broken = rf"(?<={_BROKEN}{end})(?!\d{{1,4}}[-:/])(?={blanks}{_BROKEN})"
    opaque = rf"(?:(?<=\S{{5}}{end})(?<![a-z]{{5}}{end})|(?={blanks}\S{{5}})(?!{blanks}[A-Za-z][a-z]{{4}}))"
    wide = rf"(?<=[^\r\n]{{{_WIDE_LEAST}}}{end})"
    # It begins with one character, which ``re`` searches fast, and what takes longest comes last.
    return re.compile(rf"{end}(?:[ \t](?=\S)|{broken}{opaque}{wide}{blanks})", re.ASCII)


@cache
def _literals_below() -> re.Pattern[str]:
    """Returns the pattern of what is between the parts of a long text that ``pprint`` writes below each other."""
    return re.compile(r"(?P<q>['\"])\r?\n(?:E {1,12})?[ \t]{0,60}[bru]?(?P=q)")


@cache
def _cell_below() -> re.Pattern[str]:
    """Returns the pattern of a line that begins like one of a table. It is faster than the whole pattern."""
    return re.compile(rf"\n[ \t]{{0,40}}{_OF_TABLE}[ \t]")


@cache
def _cells_below() -> re.Pattern[str]:
    """Returns the pattern of what is between the parts of a cell that are below each other in a table."""
    below = rf"\r?\n[ \t]{{0,40}}{_OF_TABLE}[ \t]{{1,40}}(?:{_OF_TABLE}[ \t]{{1,40}})?"
    return re.compile(rf"(?<![ \t])[ \t]{{0,40}}+(?:{_OF_TABLE}[ \t]{{0,9}})?{below}")


@cache
def _breaks_of_pages() -> re.Pattern[str]:
    return re.compile(r"<br ?/?>(?:\r?\n[ \t]{0,40})?")


def _of_style_sheet(escape: re.Match[str]) -> str:
    return utf8_form(_letter_of_style_sheet(escape))


def _letter_of_style_sheet(escape: re.Match[str]) -> str:
    number = int(escape["digits"], 16)
    return chr(number) if number <= maxunicode else escape.group()


def _of_backslash(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else "_"


def _of_mail(found: re.Match[str]) -> str:
    """Returns the bytes of encoded words, each as the character of its code."""
    shown: list[bytes] = []
    for word in found.group().split():
        _, _, kind, data, _ = word.split("?")
        if kind in "qQ":
            shown.append(a2b_qp(data, header=True))
        else:
            digits = data.replace("=", "")
            # One digit more than fours is none of a byte.
            digits = digits[: len(digits) - (len(digits) % _FOUR == 1)]
            shown.append(a2b_base64(digits + "=" * (-len(digits) % _FOUR)))
    return b"".join(shown).decode("latin-1")
