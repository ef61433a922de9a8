"""The value that a plan, a difference or a check shows behind another: ``~ password = "x" -> "y"``, ``x != y``."""

import re
from collections.abc import Iterator, Sequence

from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.notations.followed_values import is_bare_value
from SteadyAPI.redaction.shapes.notations.links import CHANGE_BEFORE, CHANGED, CHECKED, OTHER_SIDE
from SteadyAPI.redaction.shapes.notations.spoken import WORD
from SteadyAPI.redaction.shapes.notations.structures import CLOSE, GAP, QUOTED
from SteadyAPI.redaction.shapes.ordinary import is_ordinary, is_word
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret
from SteadyAPI.redaction.shapes.secret_names import names_a_password, names_a_secret

_SIGNS = (
    *(
        "->",
        "=>",
        "!=",
        "==",
        "<>",
        "\u2192",
        "\u2260",
        " vs",
        " to ",
        " from ",
        " but ",
        " should ",
        " match",
        " equal",
    ),
    *(" is ", " was ", " be ", " has ", " got ", "value", "expected", "changed", "mismatch", "differ", " instead "),
)
_CHANGE = (
    CLOSE + GAP + r"[=:][ \t]{0,3}(?:\"[^\"\r\n]{0,1024}\"|'[^'\r\n]{0,1024}'|[a-z]{1,9}|\([a-z ]{1,40}\))"
    r"[ \t][-=]>[ \t]" + QUOTED
)
_VALUE = rf"(?:(?P<q>\\{{0,9}}[\"'`])(?P<v>[^\"'`\r\n\\]{{6,256}})(?P=q)|(?P<w>{WORD}))"
# Behind a value that is known already, or that is none
_BEHIND_KNOWN = (
    rf"{CLOSE}[ \t]{{0,4}}(?:[=:][ \t]{{0,3}})?(?:\"[^\"\r\n]{{0,256}}\"|'[^'\r\n]{{0,256}}'|[^\s\"']{{1,256}})"
    rf"[ \t](?P<sign>->|=>|[!=]=|<>|\u2192|\u2260)[ \t]{_VALUE}"
)
_FIRST = f"(?:{CHANGED}|{CHECKED}){_VALUE}"
_OTHER = OTHER_SIDE + _VALUE
_LOOK_BACK = 80
_END = ".,;:!?"


def may_hold_changes(text: str) -> bool:
    """Returns whether ``text`` may show a value before and after a change."""
    return any(map(text.__contains__, _SIGNS))


def changed_spans(
    text: str, lower: str, name: re.Match[str], found: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yields the places of values of ``name`` that are told of beside the one that was ``found``, if any.

    ``lower`` is ``text`` in lower case.
    """
    change = compiled(_CHANGE).match(text, name.end())
    if change and (change["v"] == MASK or may_be_secret(lower, name, change["v"])):
        yield change.span("v")
        return
    is_change = False
    if not found and (behind := compiled(_BEHIND_KNOWN).match(text, name.end())):
        yield from _meant(lower, name, behind)
    elif not found and (first := compiled(_FIRST).match(text, name.end())):
        is_change = first["changed"] is not None
        # Who changed a password, and where from, may be told as well.
        if not is_change or first["w"] is None or compiled(_OTHER).match(text, first.end()):
            found = list(_meant(lower, name, first))
            yield from found
    sides = [end for _, end in found]
    for end in sides:
        other = compiled(_OTHER).match(text, end)
        # A token is sent to somebody, too.
        if other and (not other["to"] or is_change or _is_change(text, name)):
            for span in _meant(lower, name, other):
                yield span
                sides.append(span[1])


def _is_change(text: str, name: re.Match[str]) -> bool:
    return compiled(CHANGE_BEFORE).search(text[max(0, name.start() - _LOOK_BACK) : name.start()]) is not None


def _meant(lower: str, name: re.Match[str], match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yields the place of the value in ``match`` if it is one."""
    quoted = match["v"]
    value = match["w"].rstrip(_END) if quoted is None else quoted
    start = match.start("w" if quoted is None else "v")
    is_signed = match.groupdict().get("sign") is not None
    if is_signed and quoted is not None and names_a_password(name.group()):
        is_meant = not (is_word(value) or is_ordinary(value))
    else:
        is_meant = is_bare_value(lower, name, value, is_marked=is_signed or quoted is not None)
    # 'password' should match 'password2'
    if is_meant and not names_a_secret(value) and may_be_secret(lower, name, value):
        yield start, start + len(value)
