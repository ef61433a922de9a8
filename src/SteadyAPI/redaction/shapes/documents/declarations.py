"""Blocks of Terraform that declare a secret: ``variable "db_password" { default = "x" }``, ``output "token" {...}``."""

import re
from collections.abc import Iterable, Iterator

from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret, whole_name
from SteadyAPI.redaction.shapes.secret_names import LITERALS, secret_names_in

_BEHIND = r"\\{0,9}\"[ \t]{0,4}\{"
_OPENED = r"\b(?:variable|output|parameter)[ \t]{1,4}\\{0,9}\"[\w-]{0,60}\Z"
_PIECE = (
    r"#[^\r\n]{0,1000}|//[^\r\n]{0,1000}|(?P<sign>[{}])|\b(?P<key>[\w-]{1,60})[ \t]{0,40}="
    r"|(?P<q>\\{0,9}\")(?P<v>[^\r\n]{0,8192}?)(?<!\\)(?P=q)"
)
# What a module calls a value of its own
_KEYS = frozenset({"default", "value"})
_LOOK_BACK, _LONGEST = 90, 16_384


def declaration_spans(
    text: str, lower: str, literals: Iterable[str] = LITERALS, allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every value that a secret is declared with; takes what ``collection_spans`` takes."""
    names = sorted(secret_names_in(lower, literals, _BEHIND), key=re.Match.start)
    names = [name for name in names if compiled(_OPENED).search(lower, max(0, name.start() - _LOOK_BACK), name.start())]
    # A block ends at the next one at the latest, so that no part of a text is read for two names.
    ends = [*(name.start() for name in names[1:]), len(text)]
    for name, end in zip(names, ends, strict=False):
        if whole_name(lower, name) in allowed:
            continue
        for piece in _values(text, name.end(), end):
            if may_be_secret(lower, name, piece["v"]):
                yield piece.span("v")


def _values(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yields the strings under one of the keys of a value, at any depth, in the block between ``start`` and ``end``."""
    depth, key = 0, ""
    start = text.index("{", start)
    for piece in compiled(_PIECE).finditer(text, start, min(end, start + _LONGEST)):
        if piece["sign"]:
            depth += 1 if piece["sign"] == "{" else -1
            if not depth:
                break
        elif piece["key"] and depth == 1:
            key = piece["key"]
        elif piece["v"] and key in _KEYS:
            yield piece
