"""Inputs that validators show below or behind the name of the field: ``password``, ``... input_value='x'``.

So does pydantic, in its message and in what FastAPI answers: ``{"loc": ["body", "password"], "input": "x"}``.
"""

import re
from collections.abc import Iterable, Iterator

from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret, whole_name
from SteadyAPI.redaction.shapes.secret_names import LITERALS, plural_names_in

# Where a field is missing, what is shown is all that holds no such field.
_MESSAGE = (
    r"(?:[.\[][^\s\"']{0,120})?[ \t]{0,3}\r?\n[ \t]{1,8}[^\r\n]{1,600}?\[type=(?!missing)\w{1,60}, input_value="
    r"(?P<shown>[^\r\n]{1,600}?), input_type="
)
_ANSWER = (
    r"(?P<e>\\{0,9})[\"'](?:,\s{0,40}[^\[\](){}]{1,60})?\s{0,40}[\])],[^{}]{0,600}?(?P=e)[\"']input(?P=e)[\"']:\s?"
    r"(?P<q>(?P=e)[\"'])(?P<input>.{1,1000}?)(?<!\\)(?P=q)"
)
_QUOTED = (
    r"b?(?P<q>\\{0,9}[\"'])(?P<v>.{1,600}?)(?<!\\)(?P=q)(?!\s?:)"
    r"|(?<![^\[( ,])(?P<n>[^\s\"'{}\[\],:]{3,600})(?![^\]) ,])"
)
# Pydantic shows 25 characters of a long input, three dots and 24 more: {'user': 'ann', 'pa...word': 'x'}. What is left
# of the name fits one of these, or nothing of it is left.
_CUT_NAMES = (
    "password passwd passphrase passcode pwd secret token key code credential cookie authorization otp pin jwt".split()
)
_NAME_ENDS = "|".join(
    sorted({name[start:] for name in _CUT_NAMES for start in range(len(name))}, key=len, reverse=True)
)
_QUOTE = r"\\{0,9}[\"']"
# The end of an identifier or a time, which no name tells any more
_PUBLIC_END = (
    rf"(?![a-f\d]{{0,8}}(?:-[a-f\d]{{4}}){{0,3}}-[a-f\d]{{12}}{_QUOTE}|[\dTZ:.+-]{{1,24}}{_QUOTE}|[^\s\"']{{0,24}}@)"
)
_CUT = (
    r"input_value=(?=[\[{(]|\w{1,60}\()(?:(?!\.\.\.|input_value)[^\r\n]){0,60}\.\.\."
    rf"(?:(?:(?:[\w-]{{0,20}}[_-])?(?:{_NAME_ENDS}))?(?:{_QUOTE})?\s?[:=]\s?b?{_QUOTE}|\s?b?{_QUOTE})?"
    rf"{_PUBLIC_END}(?P<v>[^\s\"'\\/,;:={{}}\[\]()]{{6,48}})(?={_QUOTE}(?!\s?:)|[\r\n]|\Z)"
)
CUT_INPUTS: tuple[tuple[str, str, str, str], ...] = (("cut input", "input_value", "...", _CUT),)
"""Name, sign, what a text must hold besides, pattern; see ``notations/tool_outputs.py``."""


def validation_spans(
    text: str, lower: str, literals: Iterable[str] = LITERALS, allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every input of a secret's field; takes what ``collection_spans`` takes."""
    for name in plural_names_in(lower, literals, f"{_MESSAGE}|{_ANSWER}"):
        if whole_name(lower, name) in allowed:
            continue
        group = "input" if name["shown"] is None else "shown"
        start, end = name.span(group)
        spans = [(start, end)] if group == "input" else list(_shown(text, start, end))
        yield from (span for span in spans if _is_secret(lower, name, text[slice(*span)], is_alone=len(spans) == 1))


def _shown(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yields the strings and numbers in the ``repr`` of an input."""
    for piece in compiled(_QUOTED).finditer(text, start, end):
        yield piece.span("n" if piece["v"] is None else "v")


def _is_secret(lower: str, name: re.Match[str], value: str, *, is_alone: bool) -> bool:
    # Below the name of a secret, an object has other members as well.
    return may_be_secret(lower, name, value) and (is_alone or is_opaque(value))
