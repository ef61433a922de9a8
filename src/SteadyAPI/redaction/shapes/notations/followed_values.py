"""Bare values that do not end their line: ``password: x # comment``, ``token: x user=ann``, ``password: x expected``.

A sentence may begin so as well, so only the first word counts, and only if it is opaque with a digit. Behind it, a mark
that no sentence has makes a weaker value likely.
"""

import re
from functools import lru_cache

from SteadyAPI.redaction.shapes.expressions import is_expression
from SteadyAPI.redaction.shapes.notations.spoken import WORD, is_said_token
from SteadyAPI.redaction.shapes.notations.structures import CLOSE, SCHEME
from SteadyAPI.redaction.shapes.ordinary import is_random, is_surely_random
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret, whole_name
from SteadyAPI.redaction.shapes.secret_names import names_a_password

# A comment, a comparison, the next field or command
_MARK = (
    r"(?:[#;|\u2192\u2502]|//|->|=>|[!=]=|&&|\\(?:[ \t]{0,9}[\r\n]|\Z)|HTTP/\d|\[[A-Z]"
    r"|[\w.-]{1,40}[\"']?(?:[=:](?![=:])))"
)
_FOLLOWED = (
    rf"{CLOSE}[ \t]{{0,40}}(?::=|:|=)[ \t]{{1,40}}{SCHEME}(?=\S{{0,255}}\d)(?P<v>{WORD})"
    rf"(?:(?=</)|[ \t]{{1,40}}(?:(?P<m>{_MARK})|(?=\S)))"
)
_RANDOM_LEAST, _HEX_LEAST, _PART_LEAST = 10, 32, 5
_END = ".,;:!?"
# user42, sha256, JIRA-1234; none of these, alone or joined, is more than a label
_LABELLED = r"[A-Z]?[a-z]{2,30}\d{1,4}|[A-Z]{1,10}\d{0,4}|[A-Za-z]?[a-z]*|\d{1,8}(?:st|nd|rd|th|s|ms|px|x|k|[KMG]i?B?)?"
# process.env.DB_PASS1 || x
_SETTING = r"[a-z]{1,20}(?:\.[a-z]{1,20}){0,3}\.[A-Z][A-Z0-9_]{2,60}"
_RARE = frozenset("#$%^&*+~!@")


def followed_spans(text: str, lower: str, name: re.Match[str]) -> list[tuple[int, int]]:
    """Returns start and end of the value of ``name`` that something follows; ``lower`` is ``text`` in lower case."""
    match = compiled(_FOLLOWED).match(text, name.end())
    if match is None:
        return []
    value = match["v"].rstrip(_END)
    if is_expression(value) or compiled(_SETTING).fullmatch(value):
        return []
    is_meant = is_bare_value(lower, name, value, is_marked=match["m"] is not None) and may_be_secret(lower, name, value)
    return [(match.start("v"), match.start("v") + len(value))] if is_meant else []


def is_bare_value(lower: str, name: re.Match[str], value: str, *, is_marked: bool) -> bool:
    """Returns whether ``value`` is so opaque that it is a secret of ``name``, though it stands in the middle of a line.

    ``lower`` is the text in lower case; ``is_marked`` if what stands around the value has no place in a sentence.
    """
    if names_a_password(name.group()):
        return is_said_token(value) and (is_marked or is_no_label(value))
    if is_random(value, _RANDOM_LEAST) or is_surely_random(value):
        return True
    # A name with an underscore is that of a variable or setting, no word of prose; X-Api-Key is a header.
    whole = whole_name(lower, name)
    is_written = "_" in whole or whole.startswith("x-")
    return is_said_token(value) and is_no_label(value) and (is_written or (is_marked and len(value) >= _HEX_LEAST))


@lru_cache(maxsize=512)
def is_no_label(value: str) -> bool:
    """Returns whether ``value`` has a part that is neither a word nor a number nor both: ``Kran7hof-blau9``."""
    if not _RARE.isdisjoint(value):
        return True
    parts = compiled(r"[-_./:,]").split(value)
    return any(len(part) >= _PART_LEAST and not compiled(_LABELLED).fullmatch(part) for part in parts)
