"""What gives a secret away by its shape, without anybody having named it.

Every rule stands behind literals that a text must hold before its pattern is tried, and no pattern can backtrack
without bound.
"""

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from SteadyAPI.redaction.folding import views
from SteadyAPI.redaction.masking import MASK

FIELD_LITERALS = (
    "passw",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "key",
    "authorization",
    "credential",
    "cookie",
    "sess",
    "signature",
    "sig=",
    "otp",
)
FIELD = (
    r"(?:passw(?:or)?d|passphrase|(?<![a-zA-Z])pwd|secret|token|authorization|credentials?|cookie|session[-_]?id"
    r"|sessid|(?:api|access|private|secret|account|encryption|signing|auth)[-_.]?key|(?<![a-zA-Z])(?:otp|sig(?:nature)?))"
    r"(?:[-_]?(?:values?|hash|confirm(?:ation)?|plain|text|key|[0-9]{1,2}))?"
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
_SCHEME = r"(?:(?:bearer|basic|token|digest|negotiate|apikey)\s{1,4})?"


class Rule(NamedTuple):
    """A pattern whose group ``v`` is the secret; tried only if one of ``literals`` stands in the lower-case text."""

    name: str
    literals: tuple[str, ...]
    pattern: str
    is_secret: Callable[[str], bool] = lambda value: value.strip().lower() not in _INNOCENT


def _is_basic(value: str) -> bool:
    try:
        return b":" in b64decode(value + "=" * (-len(value) % 4), validate=True)
    except (Base64Error, ValueError):
        return False


def _is_opaque(value: str) -> bool:
    return any(map(str.isdigit, value)) or len(value) >= 32  # noqa: PLR2004


# The parts that patterns share. A backslash before a quote: JSON in JSON, or in a repr, up to nine deep.
_QUOTE = r"(?P<q>\\{0,9}[\"'])"
_QUOTED = r"(?P<v>.{1,8192}?)(?<!\\)(?P=q)"
_CLOSE = r"\\{0,9}[\"'}\]]{0,2}"

DEFAULT_RULES = (
    Rule("quoted field", FIELD_LITERALS, FIELD + _CLOSE + r"\s{0,3}(?:=>|[:=])\s{0,3}b?" + _QUOTE + _SCHEME + _QUOTED),
    Rule("plain field", FIELD_LITERALS, FIELD + _CLOSE + r"\s?=\s?" + _SCHEME + r"(?P<v>[^\s&;,\"'<>|)\]}\\]{1,8192})"),
    Rule(
        "line",
        FIELD_LITERALS,
        FIELD
        + _CLOSE
        + r"(?:\s{0,3}:|\s{1,3}=)[ \t]{0,3}"
        + _SCHEME
        + r"(?P<v>[^\s\"'<>{}\[\]]{1,8192})[ \t]{0,3}(?=[\r\n,;}\]]|\Z)",
    ),
    Rule(
        "header",
        ("authorization:", "cookie:"),
        r"(?:authorization|(?<!set-)cookie):[ \t]{0,3}" + _SCHEME + r"(?P<v>[^\r\n\"'<>]{1,8192})",
    ),
    Rule(
        "set-cookie",
        ("set-cookie",),
        r"set-cookie[\"']?:\s{0,3}[\"']?[^\s=;\"']{1,256}=(?P<v>[^;\r\n\"']{1,8192})",
    ),
    Rule("element", FIELD_LITERALS, FIELD + r"(?:\s[^<>]{0,200})?>(?P<v>[^<>]{1,8192})</"),
    Rule(
        "form part",
        ("name=",),
        r"name=\"?[\w.\[-]{0,40}?" + FIELD + r"\]?\"?\r?\n(?:[^\r\n]{1,200}\r?\n){0,3}\r?\n(?P<v>[^\r\n]{1,8192})",
    ),
    Rule("pair", FIELD_LITERALS, FIELD + r"[\"'],\s{0,3}[\"']value[\"']\s?:\s?" + _QUOTE + _SCHEME + _QUOTED),
    Rule("tuple", FIELD_LITERALS, FIELD + r"[\"'],\s{0,3}b?" + _QUOTE + _SCHEME + _QUOTED + r"\)"),
    Rule("option", ("--",), r"--[\w-]{0,40}?" + FIELD + r"\s{1,4}(?P<v>[^\s\"'-][^\s\"']{0,8191})"),
    Rule("bearer", ("bearer",), r"bearer\s{1,4}(?P<v>[\w.~+/-]{8,8192}={0,2})", _is_opaque),
    Rule("basic", ("basic",), r"basic\s{1,4}(?P<v>[A-Za-z0-9+/_-]{6,8192}={0,2})", _is_basic),
    Rule("user info", ("://",), r"://[^\s/?#@:\"'<>]{0,256}:(?P<v>[^\s/?#@\"'<>]{1,256})@"),
    Rule("user token", ("://",), r"://(?P<v>[^\s/?#@:\"'<>]{16,256})@", _is_opaque),
    Rule("jwt", ("eyj",), r"(?<![\w-])(?P<v>eyJ[\w-]{8,}+\.[\w-]{8,}+(?:\.[\w-]*+)?)"),
    Rule("cloud key", ("akia", "asia"), r"(?<![A-Z0-9])(?P<v>(?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Z0-9])"),
    Rule(
        "vendor token",
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "aiza", "k_live_", "npm_", "pypi-"),
        r"(?<![\w-])(?P<v>(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AIza|[sr]k_live_|npm_|pypi-)[\w-]{16,}+)",
    ),
    Rule(
        "private key",
        ("private key-----",),
        r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?P<v>[\w+/=\s\\:,-]*?)(?:-----END|\Z|(?=[^\w+/=\s\\:,-]))",
    ),
)


@cache
def _compiled(rule: Rule) -> re.Pattern[str]:
    cased = rule.name in {"jwt", "cloud key", "vendor token", "private key"}
    return re.compile(rule.pattern, re.ASCII if cased else re.ASCII | re.IGNORECASE)


def shape_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yields start and end of every value in ``text``, or in a fold of it, that a rule calls a secret."""
    if not _may_match(text.lower()):
        return
    yield from _in_view(text)
    for view in views(text):
        for start, end in _in_view(view.text):
            yield view.place(start, end)


@cache
def _literals() -> tuple[str, ...]:
    return tuple(dict.fromkeys(literal for rule in DEFAULT_RULES for literal in rule.literals))


def _may_match(lower: str) -> bool:
    return any(literal in lower for literal in _literals())


def _in_view(text: str) -> Iterator[tuple[int, int]]:
    lower = text.lower()
    for rule in DEFAULT_RULES:
        if any(literal in lower for literal in rule.literals):
            for match in _compiled(rule).finditer(text):
                if rule.is_secret(match["v"]):
                    yield match.span("v")
