"""Values that validators refuse and show beside the name of their field.

``{"field": "password", "rejectedValue": "x"}`` in any order, ``field 'password': rejected value [x]``, ``On
instance['password']: 'x'``, ``'x' is not a valid password``.
"""

import re
from collections.abc import Iterable, Iterator

from SteadyAPI.redaction.shapes.ordinary import is_ordinary, is_random, is_word
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret, whole_name
from SteadyAPI.redaction.shapes.secret_names import LITERALS, names_a_password, plural_names_in, secret_names_in

_JUDGEMENTS = (
    *("not a valid ", "no valid ", "an invalid ", "an incorrect ", "a wrong ", "not the right ", "not the correct "),
    "too weak a ",
)
# What one of them holds, so that most texts are looked at for few of them
_JUDGED_BY = ("valid ", "correct ", "wrong ", "right ", "weak ")
_BEFORE_VALUES = (
    *("value '", 'value "', 'value \\"'),
    *("ejectedvalue", "ejected_value", "ejected value [", "invalidvalue", "invalid_value", "attemptedvalue"),
)
_IN_QUOTES = ('msg"', "msg'", 'msg\\"', 'constraints"', "constraints'", 'instancepath"', "instancepath'")
_CLOSED = r"\\{0,9}[\"']|[\])},\s]|\Z"
_KEY = (
    r"(?:(?:rejected|invalid|attempted|provided|received|given|actual|input|original)_?)?[vV]alue|data|"
    r"(?:Rejected|Invalid|Attempted)Value"
)
_MEMBER = rf"(?P<e>\\{{0,9}})[\"'](?:{_KEY})(?P=e)[\"']\s?:\s?(?P<q>(?P=e)[\"'])(?P<v>.{{1,600}}?)(?<!\\)(?P=q)"
_SPRING = r"[\"']: rejected value \[(?P<v>[^\r\n]{1,300}?)\](?=[;,\s\"']|\Z)"
_HIBERNATE = r"(?:invalid|rejected)Value=[\"']?(?P<v>[^\s,{}\"']{1,300})"
_KEY_ENDS = ("alue", "data")
_INSTANCE = r"[\"']\]:[ \t]{0,3}\r?\n[ \t]{1,8}(?P<q>[\"'])(?P<v>[^\r\n]{1,300})(?P=q)(?=[ \t]{0,3}(?:[\r\n]|\Z))"
# The names of fields stand behind these.
_FIELD = (
    r"\b(?:field|path|param|parameter|property|propertyPath|propertyName|PropertyName|instancePath|label|attribute)"
    r"(?:\\{0,9}[\"']\s?:\s?(?:\[\s{0,40})?\\{0,9}[\"'](?:[\w./ \[\]-]{0,60}|\w{1,30}[\"'],\s{0,40}[\"'])"
    r"|=[\w.]{0,60})\Z"
)
# Invalid value 'x' for field 'password'
_VALUE_BEFORE = (
    r"[vV]alue (?P<q>\\{0,9}[\"'])(?P<v>[^\"'\r\n\\]{1,256})(?P=q) (?:of|for|in)"
    r"(?: (?:the|field|parameter|property|argument|attribute|option)){0,2} \\{0,9}[\"'][\w.-]{0,60}\Z"
)
# 'x' is not a valid password; a bare value is in the same words as a name.
_JUDGED = (
    r"(?:(?P<q>\\{0,9}[\"'`])(?P<v>[^\"'`\r\n\\]{1,256})(?P=q)|(?<![^\s(\[:])(?P<w>[^\s\"'`]{8,256}))"
    rf" (?:is|was) (?:{'|'.join(_JUDGEMENTS)})(?:\w{{1,20}} ){{0,2}}\Z"
)
# Not the name of a token, or its type
_JUDGED_END = r"(?:[.,:;!?)]{0,2}(?:\\{0,9}[\"'](?:[\s,}\])]|\Z)|[\r\n]|\Z)|[.,:;!?)]\s|\]|\s(?:for|of|because|here)\b)"
_HEX = r"[0-9a-f-]{0,60}?(?:[a-f]\d|\d[a-f])[0-9a-f-]{12,200}"
_JUDGED_LEAST = 8
_ON_INSTANCE = r"On instance\[[^\r\n]{0,200}\Z"
_LOOK_AROUND, _NAME_LONGEST, _MESSAGE_LONGEST = 400, 200, 2000


def may_show_rejected(lower: str) -> bool:
    """Returns whether a text in lower case may show such a value. Fast, because most with names are asked."""
    if "value" in lower and any(map(lower.__contains__, _BEFORE_VALUES)):
        return True
    if ('"' in lower or "'" in lower) and any(map(lower.__contains__, _IN_QUOTES)):
        return True
    is_judged = any(map(lower.__contains__, _JUDGED_BY)) and any(map(lower.__contains__, _JUDGEMENTS))
    return is_judged or "on instance[" in lower


def rejected_spans(
    text: str, lower: str, literals: Iterable[str] = LITERALS, allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every refused value of a secret's field; takes what ``collection_spans`` takes."""
    if any(map(lower.__contains__, _JUDGEMENTS)):
        yield from _judged_spans(text, lower, literals, allowed)
    done = 0
    for name in sorted(plural_names_in(lower, literals, _CLOSED), key=re.Match.start):
        if whole_name(lower, name) in allowed:
            continue
        for start, end in _near(text, name, done):
            # The same object may hold many names.
            done = max(done, end)
            if may_be_secret(lower, name, text[start:end]):
                yield start, end


def _judged_spans(text: str, lower: str, literals: Iterable[str], allowed: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yields start and end of every value that a sentence says is not a valid secret."""
    for name in secret_names_in(lower, literals, _JUDGED_END):
        start = name.start()
        judged = compiled(_JUDGED).search(text[max(0, start - _LOOK_AROUND) : start])
        if judged is None or whole_name(lower, name) in allowed:
            continue
        kind = "w" if judged["v"] is None else "v"
        value = judged[kind]
        if kind == "v" and names_a_password(name.group()):
            is_meant = not (is_word(value) or is_ordinary(value))
        else:
            # What parsers call a token may be a name: 'user_name2' is not a valid token
            is_meant = is_random(value, _JUDGED_LEAST) or compiled(_HEX).fullmatch(value.lower()) is not None
        if is_meant and may_be_secret(lower, name, value):
            begin = max(0, start - _LOOK_AROUND) + judged.start(kind)
            yield begin, begin + len(value)


def _near(text: str, name: re.Match[str], done: int) -> Iterator[tuple[int, int]]:
    """Yields the places of what may be a refused value behind or before ``name``, but not before ``done``."""
    start, end = name.span()
    if spring := compiled(_SPRING).match(text, end):
        yield spring.span("v")
        return
    before = text[max(0, start - _NAME_LONGEST) : start]
    if "alue " in before and (stated := compiled(_VALUE_BEFORE).search(before)):
        # In a sentence, the word may be a name: the value 'login' of 'token'
        if not is_word(stated["v"]):
            yield stated.start("v") + start - len(before), stated.end("v") + start - len(before)
    elif compiled(_FIELD).search(before):
        yield from _members(text, start, end, done)
    elif (instance := compiled(_INSTANCE).match(text, end)) and compiled(_ON_INSTANCE).search(before):
        yield instance.span("v")
        # The message begins with it: 'x' is too short
        shown = f"{instance['q']}{instance['v']}{instance['q']}"
        place = text.find(shown, max(0, start - _MESSAGE_LONGEST), start)
        if place >= 0:
            yield place + 1, place + len(shown) - 1


def _members(text: str, start: int, end: int, done: int) -> Iterator[tuple[int, int]]:
    """Yields the places of the values in the object around the name from ``start`` to ``end``, none before ``done``."""
    # Only the same object, not the one before or behind
    least = max(0, start - _LOOK_AROUND)
    least = max(least, text.rfind("{", least, start) + 1, text.rfind("}", least, start) + 1)
    most = end + len(text[end : end + _LOOK_AROUND].partition("{")[0].partition("}")[0])
    if not any(text.find(key, least, most) >= 0 for key in _KEY_ENDS):
        return
    pattern = _MEMBER if text.startswith(('"', "'", "\\"), end) else _HIBERNATE
    for member in compiled(pattern).finditer(text, max(least, done), most):
        yield member.span("v")
