"""Values that stand behind a telling field name: in JSON, forms, queries, XML, headers, ``repr``, options, assignments.

A name is looked for once; then every way to write a value is tried right behind it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from SteadyAPI.redaction.shapes.names import LITERALS, secret_names_in
from SteadyAPI.redaction.shapes.placeholders import is_placeholder

# What may follow: the end of a quoted or bracketed name. A backslash before a quote is JSON in JSON, up to nine deep.
_CLOSE = r"\\{0,9}[\"'}\]]{0,2}"
_SCHEME = r"(?:(?:[Bb]earer|BEARER|[Bb]asic|BASIC|[Tt]oken|[Dd]igest|[Nn]egotiate|[Aa]pi[Kk]ey)[ \t]{1,4})?"
_QUOTED = r"(?P<q>\\{0,9}[\"'])" + _SCHEME + r"(?P<v>.{1,8192}?)(?<!\\)(?P=q)"
_WORD = r"(?P<v>[^\s\"'<>{}\[\]]{0,8191}[^\s\"'<>{}\[\],;])(?=[ \t]{0,3}(?:[\r\n,;}\]]|\Z))"

_QUERY = r"[^\s&;,\"'<>|)\]}\\]{0,8191}(?![:.](?:\s|\Z))[^\s&;,\"'<>|)\]}\\]"
_REFERENCE = r"(?:[$@&%]\{[^{}\r\n\"'<>&;|]{1,100}\})"

# Prose goes on after the name; a value needs one of these marks. Most names are done with here.
_MARK = _CLOSE + r"\s{0,3}[=:,>]|\]?\"?\r?\n"
# JSON, dictionaries, attributes: a quoted value behind a colon, an arrow or an equals sign
_PAIR = _CLOSE + r"\s{0,3}(?:=>|[:=])\s{0,3}b?" + _QUOTED
# forms and queries; a colon or a full stop before white space belongs to the sentence around them
_FORM = _CLOSE + r"=" + _SCHEME + rf"(?P<v>{_REFERENCE}{{1,9}}(?:{_QUERY})?|{_QUERY})"
# assignments and lines: one word up to the end of the line; JSON numbers
_ASSIGNED = _CLOSE + r"(?:\s{0,3}:|\s{1,3}=)[ \t]{0,3}" + _SCHEME + _WORD
# By the last character of the mark
_BEHIND = {
    "=": (_PAIR, _FORM, _ASSIGNED),
    ":": (_PAIR, _ASSIGNED),
    # XML elements
    ">": (r">(?P<v>[^<>]{1,8192})</",),
    ",": (
        # pairs as Python shows them
        r"[\"'],\s{0,3}b?" + _QUOTED + r"\)",
        # name and value as two JSON fields
        r"[\"'],\s{0,3}[\"']value[\"']\s?:\s?" + _QUOTED,
    ),
    "\n": (),
}
# parts of a multipart form
_PART = r"\]?\"?\r?\n(?:[^\r\n]{1,200}\r?\n){0,3}\r?\n(?P<v>[^\r\n]{1,8192})"
_ELEMENT = r"\s[^<>]{0,200}>(?P<v>[^<>]{1,8192})</"
_OPTION = r"[ \t]{1,4}(?P<v>[^\s\"'-][^\s\"']{0,8191})"
_HEADER = r":[ \t]{0,3}" + _SCHEME + r"(?P<v>[^\r\n\"'<>]{1,8192})"
_SET_COOKIE = r"\\{0,9}[\"']?\s?[:=]\s{0,3}\\{0,9}[\"']?[^\s=;\"']{1,256}=(?P<v>[^;\r\n\"'\\]{1,8192})"
_LOOK_BACK = 48
_OPTION_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def field_spans(text: str, lower: str, literals: Iterable[str] = LITERALS) -> Iterator[tuple[int, int]]:
    """Yields the place of every value behind a telling name.

    ``lower`` is ``text`` in lower case, place by place; ``literals`` are those that ``secret_names_in`` is to look for.
    """
    # Behind a name in a tag, or that of an option, the mark may be missing. Where there is neither, prose ends early.
    behind = "" if "<" in lower or "--" in lower else _MARK
    for name in secret_names_in(lower, literals, behind):
        for pattern in _patterns(text, lower, name):
            match = _compiled(pattern).match(text, name.end())
            if match and _is_secret(name.group(), match["v"]):
                yield match.span("v")


def _patterns(text: str, lower: str, name: re.Match[str]) -> Iterator[str]:
    """Yields the patterns that can match behind ``name``, judged by what stands right before and behind it."""
    start = name.start()
    before = lower[max(0, start - _LOOK_BACK) : start]
    if name.group() == "cookie" and before.endswith("set-"):
        yield _SET_COOKIE
    elif mark := _compiled(_MARK).match(text, name.end()):
        yield from _BEHIND[mark.group()[-1]]
        if "\n" in mark.group():
            yield _PART
        if name.group() in {"cookie", "authorization"}:
            yield _HEADER
    if "<" in before:
        yield _ELEMENT
    if "--" in before and not before.rpartition("--")[2].strip(_OPTION_CHARACTERS):
        yield _OPTION


def _is_secret(name: str, value: str) -> bool:
    # The shell's PWD is a folder.
    return not is_placeholder(value) and not (name == "pwd" and value.startswith("/"))
