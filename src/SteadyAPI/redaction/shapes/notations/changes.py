"""The value that a plan or a difference shows behind the one before it: ``~ password = "x" -> "y"``."""

import re
from collections.abc import Iterator

from SteadyAPI.redaction.shapes.notations.structures import CLOSE, GAP, QUOTED
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret

_ARROWS = (" -> ", " => ")
_CHANGE = (
    CLOSE + GAP + r"[=:][ \t]{0,3}(?:\"[^\"\r\n]{0,1024}\"|'[^'\r\n]{0,1024}'|[a-z]{1,9}|\([a-z ]{1,40}\))"
    r"[ \t][-=]>[ \t]" + QUOTED
)


def may_hold_changes(text: str) -> bool:
    """Returns whether ``text`` may show a value before and after a change."""
    return any(map(text.__contains__, _ARROWS))


def changed_spans(text: str, lower: str, name: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yields the place of the value behind the former value of ``name``; ``lower`` is ``text`` in lower case."""
    change = compiled(_CHANGE).match(text, name.end())
    if change and may_be_secret(lower, name, change["v"]):
        yield change.span("v")
