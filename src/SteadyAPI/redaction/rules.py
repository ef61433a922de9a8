"""What gives a secret away by its shape, without anybody having named it.

Every rule stands behind literals, one of which a text must hold before a pattern is tried, and no pattern can
backtrack without bound: the time grows with the length of the text only.
"""

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Iterator
from functools import cache

from SteadyAPI.redaction.collection import collection_spans
from SteadyAPI.redaction.fields import field_spans
from SteadyAPI.redaction.folding import may_fold, views
from SteadyAPI.redaction.innocence import is_reference
from SteadyAPI.redaction.names import LITERALS as NAME_LITERALS

_LONG = 32


def _is_no_reference(value: str) -> bool:
    return not is_reference(value)


def _is_basic(value: str) -> bool:
    """Tells credentials from prose like "Basic authentication": they decode to a user, a colon and a password."""
    try:
        return b":" in b64decode(value.replace("-", "+").replace("_", "/") + "=" * (-len(value) % 4), validate=True)
    except Base64Error:
        return False


def _is_opaque(value: str) -> bool:
    """Tells a token from prose like "bearer authentication"."""
    return any(map(str.isdigit, value)) or len(value) >= _LONG


class Rule:
    """A pattern whose group ``v`` is the secret if ``is_secret`` agrees; ``literals`` are in lower case."""

    __slots__ = ("is_secret", "literals", "name", "pattern")

    def __init__(
        self, name: str, literals: tuple[str, ...], pattern: str, is_secret: Callable[[str], bool] = _is_no_reference
    ) -> None:
        self.name = name
        self.literals = literals
        self.pattern = pattern
        self.is_secret = is_secret


DEFAULT_RULES = (
    Rule("bearer", ("bearer",), r"[Bb](?:earer|EARER)\s{1,4}(?P<v>[\w.~+/-]{8,}+={0,2})", _is_opaque),
    Rule("basic", ("basic",), r"[Bb](?:asic|ASIC)\s{1,4}(?P<v>[\w+/-]{6,}+)={0,2}", _is_basic),
    Rule("user info", ("@",), r"://[^\s/?#@:\"'<>]{0,256}:(?P<v>[^\s/?#@\"'<>]{1,256})@"),
    Rule("user token", ("@",), r"://(?P<v>[^\s/?#@:\"'<>]{16,256})@", _is_opaque),
    Rule("jwt", ("eyj",), r"(?<![A-Za-z0-9])(?P<v>eyJ[\w-]{8,1024}+\.[\w-]{8,}+(?:\.[\w-]*+)?)"),
    Rule("cloud key", ("akia", "asia"), r"(?<![A-Z0-9])(?P<v>(?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Z0-9])"),
    Rule(
        "vendor token",
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "hub_pat_", "glpat-", "xox", "aiza", "k_live_", "npm_", "pypi-"),
        r"(?<![\w-])(?P<v>(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AIza|[sr]k_live_|npm_|pypi-)[\w-]{16,}+)",
    ),
    Rule(
        "private key",
        ("private key-----",),
        r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?P<v>[\w+/=\s\\:,-]*?)(?:-----END|\Z|(?=[^\w+/=\s\\:,-]))",
    ),
)
_RULE_LITERALS = tuple(literal for rule in DEFAULT_RULES for literal in rule.literals)
# "%40" stands for "@" until the text is folded.
_FIRST_LITERALS = (*NAME_LITERALS, "%40", *_RULE_LITERALS)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


def shape_spans(text: str) -> list[tuple[int, int]]:
    """Returns start and end of every value in ``text``, or in a fold of it, that looks like a secret."""
    lower = _lower(text)
    if not _has_any(lower, _FIRST_LITERALS):
        return []
    spans = list(_in_view(text, lower))
    if may_fold(text):
        for view in views(text):
            spans += [view.place(start, end) for start, end in _in_view(view.text, _lower(view.text))]
    return spans


def _in_view(text: str, lower: str) -> Iterator[tuple[int, int]]:
    yield from field_spans(text, lower)
    yield from collection_spans(text)
    # One look for all rules: most texts are done with here.
    for rule in DEFAULT_RULES if _has_any(lower, _RULE_LITERALS) else ():
        if _has_any(lower, rule.literals):
            for match in _compiled(rule.pattern).finditer(text):
                if rule.is_secret(match["v"]):
                    yield match.span("v")


def _lower(text: str) -> str:
    lower = text.lower()
    # A few letters become two in lower case, which would shift every place behind them.
    return lower if len(lower) == len(text) else "".join(char.lower()[:1] for char in text)


def _has_any(lower: str, literals: tuple[str, ...]) -> bool:
    # A loop, because a generator costs more than the search.
    for literal in literals:  # noqa: SIM110
        if literal in lower:
            return True
    return False
