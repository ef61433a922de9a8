"""Values that stand behind a telling field name: in JSON, forms, queries, XML, headers, ``repr``, options, assignments.

A name is looked for once; then every way to write a value is tried right behind it.
"""

import re
from collections.abc import Iterator
from functools import cache

from SteadyAPI.redaction.masking import MASK

_KEY_KINDS = ("api", "access", "private", "secret", "account", "encryption", "signing", "auth")
# A name is looked for by its literal, which costs a tenth of one pattern for all names.
_NAMES = {
    "pass": r"passw(?:or)?d|passphrase",
    "pwd": r"pwd",
    "secret": r"secret",
    "token": r"token",
    "key": "|".join(rf"(?<={kind})key|(?<={kind}[-_.])key" for kind in _KEY_KINDS),
    "auth": r"authorization",
    "cred": r"credentials?",
    "cookie": r"cookie",
    "sess": r"session[-_]?id|sessid",
    "sig": r"(?<![a-z])sig(?:nature)?",
    "otp": r"(?<![a-z])otp",
}
_SUFFIX = r"(?:[-_]?(?:values?|hash|confirm(?:ation)?|plain|text|key|[0-9]{1,2}))?(?![a-z0-9])"
_NAME_BY_LITERAL = {literal: f"(?:{pattern}){_SUFFIX}" for literal, pattern in _NAMES.items()}
LITERALS = tuple(_NAMES)
_INNOCENT = {
    "",
    "none",
    "null",
    "true",
    "false",
    "nil",
    "undefined",
    "required",
    "optional",
    "string",
    "<secret>",
    MASK,
}
# What may follow: the end of a quoted or bracketed name. A backslash before a quote is JSON in JSON, up to nine deep.
_CLOSE = r"\\{0,9}[\"'}\]]{0,2}"
_SCHEME = r"(?:(?:[Bb]earer|BEARER|[Bb]asic|BASIC|[Tt]oken|[Dd]igest|[Nn]egotiate|[Aa]pi[Kk]ey)[ \t]{1,4})?"
_QUOTED = r"(?P<q>\\{0,9}[\"'])" + _SCHEME + r"(?P<v>.{1,8192}?)(?<!\\)(?P=q)"
_WORD = r"(?P<v>[^\s\"'<>{}\[\]]{0,8191}[^\s\"'<>{}\[\],;])(?=[ \t]{0,3}(?:[\r\n,;}\]]|\Z))"

# Prose goes on after the name; a value needs one of these marks. Most names are done with here.
_MARK = _CLOSE + r"\s{0,3}[=:,>]|\]?\"?\r?\n"
_BEHIND = (
    # JSON, dictionaries, attributes: a quoted value behind a colon, an arrow or an equals sign
    _CLOSE + r"\s{0,3}(?:=>|[:=])\s{0,3}b?" + _QUOTED,
    # forms and queries
    _CLOSE + r"=" + _SCHEME + r"(?P<v>[^\s&;,\"'<>|)\]}\\]{1,8192})",
    # assignments and lines: one word up to the end of the line; JSON numbers
    _CLOSE + r"(?:\s{0,3}:|\s{1,3}=)[ \t]{0,3}" + _SCHEME + _WORD,
    # XML elements
    r">(?P<v>[^<>]{1,8192})</",
    # pairs as Python shows them
    r"[\"'],\s{0,3}b?" + _QUOTED + r"\)",
    # name and value as two JSON fields
    r"[\"'],\s{0,3}[\"']value[\"']\s?:\s?" + _QUOTED,
    # parts of a multipart form
    r"\]?\"?\r?\n(?:[^\r\n]{1,200}\r?\n){0,3}\r?\n(?P<v>[^\r\n]{1,8192})",
)
_ELEMENT = r"\s[^<>]{0,200}>(?P<v>[^<>]{1,8192})</"
_OPTION = r"[ \t]{1,4}(?P<v>[^\s\"'-][^\s\"']{0,8191})"
_HEADER = r":[ \t]{0,3}" + _SCHEME + r"(?P<v>[^\r\n\"'<>]{1,8192})"
_SET_COOKIE = r"\\{0,9}[\"']?\s?[:=]\s{0,3}\\{0,9}[\"']?[^\s=;\"']{1,256}=(?P<v>[^;\r\n\"'\\]{1,8192})"
_LOOK_BACK = 48
_OPTION_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def field_spans(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Yields the place of every value behind a telling name; ``lower`` is ``text`` in lower case, place by place."""
    for name in _names(lower):
        for pattern in _patterns(text, lower, name):
            match = _compiled(pattern).match(text, name.end())
            if match and _is_secret(name.group(), match["v"]):
                yield match.span("v")


def _names(lower: str) -> Iterator[re.Match[str]]:
    for literal, pattern in _NAME_BY_LITERAL.items():
        place = lower.find(literal)
        while place >= 0:
            name = _compiled(pattern).match(lower, place)
            if name:
                yield name
            place = lower.find(literal, place + 1)


def _patterns(text: str, lower: str, name: re.Match[str]) -> Iterator[str]:
    """Yields the patterns that can match behind ``name``, judged by what stands right before and behind it."""
    start = name.start()
    before = lower[max(0, start - _LOOK_BACK) : start]
    if name.group() == "cookie" and before.endswith("set-"):
        yield _SET_COOKIE
    elif _compiled(_MARK).match(text, name.end()):
        yield from _BEHIND
        if name.group() in {"cookie", "authorization"}:
            yield _HEADER
    if "<" in before:
        yield _ELEMENT
    if "--" in before and not before.rpartition("--")[2].strip(_OPTION_CHARACTERS):
        yield _OPTION


def _is_secret(name: str, value: str) -> bool:
    # The shell's PWD is a folder, and ${TOKEN} is the name of a variable: a curl line shows it in the secret's place.
    plain = value.strip().rstrip("\\").lower()
    is_variable = plain.startswith("${") and plain[2:].removesuffix("}").isidentifier()
    return plain not in _INNOCENT and not is_variable and not (name == "pwd" and value.startswith("/"))
