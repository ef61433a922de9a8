"""The patterns of the escapes that a text may contain, and the text that each stands for.

A text is ``raw`` before it is folded for the first time; after that, each of its characters stands for a byte.
"""

import re
from functools import cache

LINE_LEAST = 16
"""A shorter line may well be no base64."""
_CODE_POINTS = 0x110000
_REMEMBERED = 4096
# Soft hyphens, joiners, marks of direction, byte order marks and selectors of a look, also as bytes of UTF-8: the
# characters that such a sign begins with, and what follows which of them
_INVISIBLE = "\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff"
_INVISIBLE_FIRST = f"{_INVISIBLE}\xc2\xe2\xef"
_INVISIBLE_REST = (
    f"(?<=[{_INVISIBLE}])|(?<=\xc2)\xad|(?<=\xe2)(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xa9])"
    "|(?<=\xef)(?:\xbb\xbf|\xb8[\x8e\x8f])"
)
_CONTROL = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
# The whole pattern begins with one set of characters, which ``re`` searches fast; these are the parts that follow it.
_BACKSLASH = (
    r"(?<=\\)\\*+(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\++u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u(?P<unicode>[0-9a-fA-F]{4})|[ux]\{(?P<braced>[0-9a-fA-F]{1,6})\}|(?P<octal>[0-3][0-7]{2})|U(?P<wide>00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})"
    r"|(?P<control>[nrtbf])|(?P<plain>[\x00-/:-@\[\]^`{-\x7f])|(?P<run>(?<=\\\\)(?![^\x00-\x7f]))"
)
_OTHERS = (
    r"(?<=%)(?:25)*(?:(?P<percent>[0-9a-fA-F]{2})|u(?P<percent_unicode>[0-9a-fA-F]{4}))"
    # Browsers also accept numbers and the oldest names without a semicolon. Before three dots, a number may be cut.
    r"|(?<=&)(?:amp;){0,8}(?:(?:\#(?P<decimal>[0-9]{1,7})(?![0-9]|\.\.\.)|\#[xX](?P<hexadecimal>[0-9a-fA-F]{1,6})(?![0-9a-fA-F]|\.\.\.)"
    r"|(?P<oldest>amp|lt|gt|quot)(?![a-zA-Z;]));?|(?P<entity>[a-zA-Z]{2,8});)"
    r"|(?P<space>(?<=\+))"
)
_ABOVE_RAW, _ABOVE_AGAIN = r"|(?P<foreign>[^\x00-\x7f]))|(?P<itself>(?<=[^\x00-\x7f]))", r"|(?P<above>[\x80-\xff]))"
# Backslash, percent sign, ampersand, plus sign, line end or a character outside ASCII. The set is negated, because
# compiling a set of a million characters takes 2 ms.
_FIRST_RAW, _FIRST_AGAIN = r"[^\x00-\x09\x0b\x0c\x0e-$'-*,-\[\]-\x7f]", r"[\\%&+\r\n]"
# The base64 line before a line break. In a view that was folded before, a plus sign is a blank.
_LINE_RAW, _LINE_AGAIN = rf"[\w+/-]{{{LINE_LEAST}}}", rf"[\w /-]{{{LINE_LEAST}}}"
_NEXT_RAW, _NEXT_AGAIN = r"[ \t]{0,40}+(?=[\w+/])", r"[ \t]{0,40}+(?=[\w /])"
# What has a line to itself, up to a closing sign; export PATH=x below a token is another statement.
_ALONE = r"(?=[ \t]{0,40}+[\w+/.~-]*+={0,2}(?:[ \t]{0,40}[\r\n]|[\"'`<>\\&,;)\]}]|\Z))"
# What tools put between characters: line break opportunities, the tags of search engines, the zero bytes of UTF-16,
# terminal colours, soft line breaks of quoted-printable. Characters outside ASCII are matched as such and as their
# UTF-8 bytes. The pattern begins with one set of characters, which ``re`` searches fast; nothing goes over a carriage
# return that no line feed follows. Whatever the case costs twice as much, so the first letter of a tag is looked at
# before.
_FILLERS = (
    rf"[<\0\x1b={_INVISIBLE_FIRST}]"
    r"(?:(?<=<)/?(?=[wWbBeEiImMsSuU])(?i:wbr|b|em|i|mark|span|strong|u)(?:\s[^<>\r]{0,100})?/?>|(?<=\0)\0*+"
    rf"|(?<=\x1b)\[[0-9;:]{{0,40}}[A-Za-z]|(?<==)\r?\n|{_INVISIBLE_REST})"
)


class Unescaped(dict[str, str]):
    """A cache of the text that each escape stands for."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __missing__(self, escape: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        match = self._pattern.fullmatch(escape)
        # Only line breaks need the characters before them to match, so what doesn't match alone is one.
        self[escape] = unescaped = _unescape(match) if match else ""
        return unescaped


@cache
def escapes(*, raw: bool) -> tuple[re.Pattern[str], Unescaped]:
    """Returns the pattern that splits a text at its escapes, and the text that each escape stands for."""
    line, following = (_LINE_RAW, _NEXT_RAW) if raw else (_LINE_AGAIN, _NEXT_AGAIN)
    wrap = rf"(?P<wrap>(?<={line}\n){following}|(?<=\r)\n(?<={line}\r\n){following})"
    first = _FIRST_RAW if raw else _FIRST_AGAIN
    pattern = f"{first}(?:{_BACKSLASH}{_ABOVE_RAW if raw else _ABOVE_AGAIN}|{_OTHERS}|{wrap})"
    return _splitting(pattern), Unescaped(re.compile(pattern, re.ASCII))


@cache
def simple_escapes() -> re.Pattern[str]:
    """Returns the pattern for texts in ASCII or bytes that hold no backslash and no line of base64."""
    return _splitting(f"[%&+](?:{_OTHERS})")


def _splitting(pattern: str) -> re.Pattern[str]:
    return re.compile("(" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")", re.ASCII)


@cache
def fillers() -> re.Pattern[str]:
    """Returns the pattern of what is invisible between characters; it has no group."""
    return re.compile(_FILLERS)


def may_hold_fillers(text: str) -> bool:
    """Returns whether ``fillers`` may find something. It is fast, and never false if there is a match."""
    if "\0" in text or "\x1b" in text:
        return True
    if "\n" in text and ("=\n" in text or "=\r\n" in text):
        return True
    if ">" in text and ("</" in text or "wbr" in text or "WBR" in text):
        return True
    return not text.isascii() and _invisible().search(text) is not None


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE_FIRST}](?:{_INVISIBLE_REST})")


@cache
def hidden_breaks() -> re.Pattern[str]:
    """Returns the pattern of line breaks that YAML and shells hide behind a backslash."""
    return re.compile(r"\\\r?\n[ \t]{0,40}")


@cache
def line_breaks(*, raw: bool) -> re.Pattern[str]:
    """Returns the pattern of line breaks in base64. It is faster than ``escapes``, which contains it."""
    return _line_breaks("", raw=raw)


@cache
def lines_alone(*, raw: bool) -> re.Pattern[str]:
    """Returns the pattern of those ``line_breaks`` behind which something has a line to itself."""
    return _line_breaks(_ALONE, raw=raw)


def _line_breaks(ahead: str, *, raw: bool) -> re.Pattern[str]:
    line, following = (_LINE_RAW, _NEXT_RAW) if raw else (_LINE_AGAIN, _NEXT_AGAIN)
    return re.compile(rf"\n{ahead}(?:(?<={line}\n)|(?<={line}\r\n)){following}", re.ASCII)


def utf8_form(text: str) -> str:
    """Returns the UTF-8 bytes of ``text``, each as the character of that number."""
    return text if text.isascii() else text.encode("utf-8", "surrogatepass").decode("latin-1")


def _unescape(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind in {"control", "plain", "above", "run", "space", "percent", "byte", "octal"}:
        return _unescape_short(kind, match[kind])
    if kind in {"foreign", "itself"}:
        return utf8_form(match[0][-1])
    if kind in {"entity", "oldest"}:
        return _unescape_entity(match[kind])
    if kind == "low":
        return utf8_form(chr(0x10000 + ((int(match["high"], 16) - 0xD800) << 10) + int(match["low"], 16) - 0xDC00))
    number = int(match[kind], 10 if kind == "decimal" else 16)
    return utf8_form(chr(number)) if number < _CODE_POINTS else match[0]


def _unescape_short(kind: str, value: str) -> str:
    if kind in {"percent", "byte", "octal"}:
        return chr(int(value, 8 if kind == "octal" else 16))
    return {"control": _CONTROL.get(value, ""), "plain": value, "above": value, "run": "\\", "space": " "}[kind]


def _unescape_entity(name: str) -> str:
    if name in _ENTITIES:
        return _ENTITIES[name]
    from html import unescape  # noqa: PLC0415 - its table of 2,231 names is rarely needed

    reference = f"&{name};"
    unescaped = unescape(reference)
    # It isn't an entity, so at most its ampersand was escaped.
    return reference if unescaped == reference else utf8_form(unescaped)


@cache
def line_alone() -> re.Pattern[str]:
    """Returns the pattern of a line break behind which something has a line to itself, up to a closing sign."""
    return re.compile(rf"\n{_ALONE}", re.ASCII)
