"""A name and its value in two fields, two attributes, or an attribute and an element: ``{"k": "token", "v": "x"}``."""

import re
from string import ascii_lowercase, digits

from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret
from SteadyAPI.redaction.shapes.secret_names import names_a_password

_QUOTE = r"\\{0,9}[\"']"
_QUOTED = rf"(?P<q>{_QUOTE})(?!(?P=q))(?P<v>.{{1,8192}}?)(?<!\\)(?P=q)"
_KEYS = (
    *"name key k field header variable id param parameter parameterkey property attribute label type".split(),
    *("element", "selector", "locator"),
)
_KEY_LONGEST = max(map(len, _KEYS))
_NAME_BEFORE = (
    rf"\b(?P<k>{'|'.join(_KEYS)})"
    rf"\\{{0,9}}[\"']?\s{{0,3}}[:=]\s{{0,3}}(?:{_QUOTE})?[\w./\[\]#-]{{0,40}}\Z"
)
# Of a form: user[password][0]
_INDEXES = r"\]?(?:\[[\w-]{0,40}\]){0,3}"
# Of OpenTelemetry: {"stringValue": "x"}, {"arrayValue": {"values": [{"stringValue": "x"}]}}, { string_value: "x" }
_WRAPPED = (
    r"(?:\{\s{0,9}\\{0,9}\"array_?[vV]alue\\{0,9}\":\s{0,9}\{\s{0,9}\\{0,9}\"values\\{0,9}\":\s{0,9}\[\s{0,9})?"
    r"(?:\{\s{0,9}\\{0,9}\"?string_?[vV]alue\\{0,9}\"?:\s{0,9})?"
)
_BEHIND = (
    _INDEXES + rf"{_QUOTE}\s{{0,3}},?(?:[^{{}}\[\]<>]{{0,300}}?[\s,])??\\{{0,9}}[\"']?"
    r"(?P<k>(?i:(?:parameter)?value|val|v|content|data|text|default|input))\\{0,9}[\"']?\s?(?:[:=]\s?|(?=\{\s{0,9}string_value:))"
    + _WRAPPED
    + _QUOTED
)
# What any such key has in lower case, and the characters that may be between it and its name, at most.
_KEY_SIGN = r"(?:v(?:al(?:ue)?)?|content|data|text|default|input)\\{0,9}[\"']?\s?[:={]"
_KEY_FARTHEST = 460
_BELOW = _INDEXES + r"\\{0,9}[\"']?[ \t]{0,3}\r?\n[ \t]{0,40}value:[ \t]{1,3}[\"']?(?P<v>[^\s\"']{1,8192})"
_BEFORE = (
    rf"\b(?i:value|val|v)\\{{0,9}}[\"']?\s?[:=]\s?(?P<q>{_QUOTE})(?P<v>[^\"'{{}}<>]{{1,1000}})(?P=q)"
    r"[^{}\[\]<>]{0,200}\Z"
)
_ELEMENT = (
    _INDEXES + rf"{_QUOTE}[^<>]{{0,200}}>\s{{0,99}}(?P<child><value[^<>]{{0,60}}>\s{{0,9}})?(?P<v>[^<>]{{1,8192}})</"
)
_VALUE_KEYS = frozenset({"value", "parametervalue", "val", "v"})
_NAME_CHARACTERS = f"{ascii_lowercase}{digits}_./[]#-"
_BETWEEN = "\\\"' \t\r\n\f\v"
_LOOK_BACK = 48
# A quote, the rest of a tag and its end; see ``_ELEMENT``.
_TAG_LONGEST = 220
_VALUE_LOOK_BACK = 1200
_VALUE_WORDS = 3


class ValueKeys:
    """The keys of values in a text in lower case: read once, while its names are looked at in order."""

    def __init__(self, lower: str) -> None:
        self.has_pairs = may_hold_pairs(lower)
        self._more = compiled(_KEY_SIGN).finditer(lower)
        self._next = -1
        self._length = len(lower)

    def is_near(self, place: int) -> bool:
        """Returns whether one stands where a pair may have it whose name ends at ``place``."""
        while self._next < place:
            key = next(self._more, None)
            self._next = self._length + _KEY_FARTHEST if key is None else key.start()
        return self._next < place + _KEY_FARTHEST


def may_hold_pairs(lower: str) -> bool:
    """Returns whether a text in lower case may hold a pair whose name is followed by none of the usual marks."""
    return "value" in lower or "content=" in lower


def pair_spans(text: str, lower: str, name: re.Match[str], keys: ValueKeys) -> list[tuple[int, int]]:
    """Returns the place of a value beside the field, attribute or tag that holds ``name``, and nothing else.

    ``keys`` are those of ``lower``.
    """
    before = _name_before(lower, name.start())
    # A parser calls its tokens {"type": "token", "value": "if"}.
    if before is None or (before["k"] == "type" and not names_a_password(name.group())):
        return []
    # The pattern is tried at every character between.
    behind = compiled(_BEHIND).match(text, name.end()) if keys.is_near(name.end()) else None
    # Near the name only: looking through a whole text for each name takes the square of its length.
    may_be_element = lower.find(">", name.end(), name.end() + _TAG_LONGEST) >= 0
    if not (behind or keys.has_pairs or may_be_element):
        return []
    found: list[re.Match[str] | None] = []
    if behind and (behind["k"].lower() in _VALUE_KEYS or _is_content(behind) or is_opaque(behind["v"])):
        found.append(behind)
    if keys.has_pairs:
        found += [compiled(_BELOW).match(text, name.end()), _value_before(text, lower, name.start())]
    if may_be_element:
        element = compiled(_ELEMENT).match(text, name.end())
        if element and (element["child"] or is_opaque(element["v"].strip())):
            found.append(element)
    return [match.span("v") for match in found if match and may_be_secret(lower, name, match["v"])]


def _name_before(lower: str, end: int) -> re.Match[str] | None:
    """Returns the match of the key whose value ends in the name that begins at ``end``."""
    start = max(0, end - _LOOK_BACK)
    # The pattern would be tried at every character; most names stand behind no key.
    bare = lower[start:end].rstrip(_NAME_CHARACTERS).rstrip(_BETWEEN)
    key = bare[:-1].rstrip(_BETWEEN) if bare.endswith((":", "=")) else ""
    if not key.endswith(_KEYS):
        return None
    return compiled(_NAME_BEFORE).search(lower, start + max(0, len(key) - _KEY_LONGEST), end)


def _is_content(match: re.Match[str]) -> bool:
    """Returns whether the value is that of an HTML ``meta`` element."""
    return match["k"] == "content" and match.string[match.end("k")] == "="


def _value_before(text: str, lower: str, end: int) -> re.Match[str] | None:
    """Returns the match of the last field or attribute ``value`` before ``end``; its text may contain "v"."""
    start = end
    for _ in range(_VALUE_WORDS):
        start = lower.rfind("value", max(0, end - _VALUE_LOOK_BACK), start)
        match = compiled(_BEFORE).match(text, start, end) if start >= 0 else None
        if match or start < 0:
            return match
    return None
