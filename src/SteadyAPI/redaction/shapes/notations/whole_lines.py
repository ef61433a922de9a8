"""Values that stand on a line of their own or go up to the end of a cell: a label and its value below, a passphrase."""

import re

from SteadyAPI.redaction.shapes.notations.followed_values import is_bare_value
from SteadyAPI.redaction.shapes.notations.structures import CLOSE
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret, whole_name

UNDER = r"[ \t]{0,3}\r?\n(?=\S{0,40}\d)(?=\S{8,256}[ \t]{0,3}(?:[\r\n]|\Z))"
"""What must follow a label that is alone on its line, as pages show it: ``Client secret`` and the secret below."""
_UNDER = UNDER + r"(?P<v>[^\s\"'`<>(){}\[\]=|]{8,256})(?=[ \t]{0,3}(?:[\r\n]|\Z))"
_LABEL = r"[ \t]{0,40}(?:[A-Za-z][\w-]{0,20} ){0,3}"
_LABEL_LONGEST = 64
_WORD = r"[\w!#$%&*+?@^~.-]{1,40}"
_PHRASE = (
    rf"{CLOSE}[ \t]{{0,40}}=[ \t]{{0,3}}(?P<v>(?=[^\r\n]{{0,80}}?[\d!#$%&*]){_WORD}(?: {_WORD}){{1,11}})"
    r"(?=[ \t]{0,3}(?:[\r\n]|\Z))"
)
_MAY_GO_ON = frozenset({",", ";", " "})
# The end of an argument in a row, of a list and of a dictionary of Robot Framework
_CELL = r"[^\s\"'|=]{1,512}(?=[ ]{2}|\t|[ ](?:\||[\]}](?:\s|\Z)))"
_BEFORE_CELL = ("  ", "\t", "| ", "{ ", "[ ")


def line_spans(text: str, lower: str, name: re.Match[str]) -> list[tuple[int, int]]:
    """Returns start and end of the value of ``name``, if it has a line to itself; ``lower`` is in lower case."""
    if phrase := _phrase(text, lower, name):
        return phrase
    if not text[name.end() : name.end() + 1].isspace():
        return []
    under = compiled(_UNDER).match(text, name.end())
    if under is None:
        return []
    before = text[max(0, name.start() - _LABEL_LONGEST) : name.start()].rpartition("\n")[2]
    value = under["v"]
    is_meant = (
        compiled(_LABEL).fullmatch(before)
        and is_bare_value(lower, name, value, is_marked=False)
        and may_be_secret(lower, name, value)
    )
    return [under.span("v")] if is_meant else []


def _phrase(text: str, lower: str, name: re.Match[str]) -> list[tuple[int, int]]:
    match = compiled(_PHRASE).match(text, name.end()) if "phrase" in name.group() else None
    return [match.span("v")] if match and may_be_secret(lower, name, match["v"]) else []


def rest_of_value(text: str, lower: str, name: re.Match[str], end: int) -> list[tuple[int, int]]:
    """Returns the rest of the value of ``name``, found up to ``end``, if it is a passphrase or fills a cell.

    An argument of Robot Framework, ``password=x,y    timeout=5``, ends at two blanks, an item of a log at a stroke.
    """
    behind = text[end : end + 1]
    # Most values end with their line or in a quote.
    if behind not in _MAY_GO_ON:
        return []
    if behind == " ":
        return _phrase(text, lower, name)
    start = name.end() - len(whole_name(lower, name))
    rest = compiled(_CELL).match(text, end) if text.endswith(_BEFORE_CELL, 0, start) else None
    return [rest.span()] if rest else []
