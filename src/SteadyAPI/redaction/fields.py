"""Values that stand behind a telling field name: in JSON, forms, queries, XML, headers, ``repr``, options, assignments.

The name is looked for once; then every way to write a value is tried right behind it.
"""

import re
from collections.abc import Iterator
from functools import cache

from SteadyAPI.redaction.masking import MASK

LITERALS = ("pass", "pwd", "secret", "token", "key", "auth", "cred", "cookie", "sess", "sig", "otp")
_NAME = (
    r"(?:passw(?:or)?d|passphrase|pwd|secret|token|authorization|credentials?|cookie|session[-_]?id|sessid"
    r"|(?:api|access|private|secret|account|encryption|signing|auth)[-_.]?key|(?<![a-z])(?:otp|sig(?:nature)?))"
    r"(?:[-_]?(?:values?|hash|confirm(?:ation)?|plain|text|key|[0-9]{1,2}))?(?![a-z0-9])"
)
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

_BEHIND = (
    # JSON, dictionaries, attributes: a quoted value behind a colon, an arrow or an equals sign
    _CLOSE + r"\s{0,3}(?:=>|[:=])\s{0,3}b?" + _QUOTED,
    # forms and queries
    _CLOSE + r"=" + _SCHEME + r"(?P<v>[^\s&;,\"'<>|)\]}\\]{1,8192})",
    # assignments and lines: one word up to the end of the line; JSON numbers
    _CLOSE + r"(?:\s{0,3}:|\s{1,3}=)[ \t]{0,3}" + _SCHEME + r"" + _WORD,
    # XML elements
    r"(?:\s[^<>]{0,200})?>(?P<v>[^<>]{1,8192})</",
    # pairs as Python shows them
    r"[\"'],\s{0,3}b?" + _QUOTED + r"\)",
    # name and value as two JSON fields
    r"[\"'],\s{0,3}[\"']value[\"']\s?:\s?" + _QUOTED,
    # parts of a multipart form
    r"\]?\"?\r?\n(?:[^\r\n]{1,200}\r?\n){0,3}\r?\n(?P<v>[^\r\n]{1,8192})",
)
_OPTION = r"[ \t]{1,4}(?P<v>[^\s\"'-][^\s\"']{0,8191})"
_HEADER = r":[ \t]{0,3}" + _SCHEME + r"(?P<v>[^\r\n\"'<>]{1,8192})"
_SET_COOKIE = r"\\{0,9}[\"']?\s?[:=]\s{0,3}\\{0,9}[\"']?[^\s=;\"']{1,256}=(?P<v>[^;\r\n\"'\\]{1,8192})"
_OPTION_REACH = 48


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def field_spans(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Yields the place of every value behind a telling name; ``lower`` is ``text`` in lower case, place by place."""
    for name in _compiled(_NAME).finditer(lower):
        for pattern in _patterns(lower, name):
            match = _compiled(pattern).match(text, name.end())
            if match and _is_secret(name.group(), match["v"]):
                yield match.span("v")


def _patterns(lower: str, name: re.Match[str]) -> tuple[str, ...]:
    start = name.start()
    if name.group() == "cookie" and lower.endswith("set-", 0, start):
        return (_SET_COOKIE,)
    if name.group() in {"cookie", "authorization"}:
        return (*_BEHIND, _HEADER)
    word = lower.rfind("--", max(0, start - _OPTION_REACH), start)
    if (word >= 0 and lower[word:start].replace("-", "").replace("_", "").isalnum()) or lower.endswith("--", 0, start):
        return (*_BEHIND, _OPTION)
    return _BEHIND


def _is_secret(name: str, value: str) -> bool:
    # The shell's PWD is a folder, and ${TOKEN} is the name of a variable: a curl line shows it in the secret's place.
    plain = value.strip().rstrip("\\").lower()
    is_variable = plain.startswith("${") and plain[2:].removesuffix("}").isidentifier()
    return plain not in _INNOCENT and not is_variable and not (name == "pwd" and value.startswith("/"))
