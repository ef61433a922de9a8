"""Fields of forms whose names have brackets, as PHP, Rails and qs write them, and the parts of multipart forms.

``token[]=x``, ``user[password][0]=x``, ``tokens[qa]=x``, ``Content-Disposition: form-data; name="user[password]"``
"""

import re
from collections.abc import Iterator
from string import digits

from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.collections import is_item
from SteadyAPI.redaction.shapes.expressions import is_expression
from SteadyAPI.redaction.shapes.ordinary import is_word
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret
from SteadyAPI.redaction.shapes.secret_names import names_a_secret, names_secrets, secret_names_in

_INDEXES = r"(?:\[[\w.-]{0,40}\]){1,4}+"
# Behind the equals sign of a form, or the colon of JSON
_FIELD = (
    _INDEXES + r"(?:=(?!=)(?P<v>[^\s&;,\"'<>|()\[\]{}\\]{1,8192}+)(?![(\[])"
    r"|\\{0,9}[\"']\s{0,3}:\s{0,3}(?:\[\s{0,99})?(?P<q>\\{0,9}[\"'])(?P<s>[^\"'\\\r\n]{1,8192}+)(?P=q))"
)
_NAME = r"[\w.-]{1,60}"
_NAME_LONGEST = 60
_PART = (
    r"\b(?i:name)=(?P<q>\\{0,9}[\"']|)(?P<n>[\w.\[\]-]{1,100}+)(?P=q)[ \t]{0,3}(?:;[^\r\n]{0,200})?(?P<end>\r?\n)"
    r"(?:[^\r\n]{1,200}\r?\n){0,3}\r?\n(?P<v>[^\r\n]{1,8192})"
)
# On its line, or on those before: the header of a part, the line between two parts
_IN_FORM = (
    r"(?i:content-disposition:|form-data;)[^\r\n]{0,200}\Z"
    r"|(?:\A|\n)--[^\s-][^\r\n]{0,80}\r?\n(?:[^\r\n]{1,200}\r?\n){0,3}[^\r\n]{0,200}\Z"
)
_LOOK_BACK = 400


def form_spans(text: str, lower: str, allowed: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Yields start and end of every secret in such a field or part; ``lower`` is ``text`` in lower case.

    Values with a name in ``allowed`` are not secrets.
    """
    if "]=" in text or ']"' in text or "]'" in text or ']\\"' in text:
        yield from _in_fields(text, lower, allowed)
    if "name=" in lower:
        yield from _in_parts(text, lower, allowed)


def _in_fields(text: str, lower: str, allowed: frozenset[str]) -> Iterator[tuple[int, int]]:
    for field in compiled(_FIELD).finditer(text):
        start = field.start()
        # Read backwards, because a search would be tried at every character before it.
        base = compiled(_NAME).match(text[max(0, start - _NAME_LONGEST) : start][::-1])
        if base is None:
            continue
        begin = start - base.end()
        name = lower[begin : field.end()].partition("=" if field["v"] else '"')[0].rstrip("\\'\"")
        name = name[: name.rfind("]") + 1]
        group = "v" if field["v"] else "s"
        value = field[group]
        # A statement of a program ends at its line; a form has other fields, or an address before it.
        is_first = text[begin - 1 : begin] not in {"?", "&"}
        is_code = group == "v" and (is_expression(value) or (is_word(value) and is_first))
        if not is_code and _is_secret(name, value, allowed):
            yield field.span(group)


def _in_parts(text: str, lower: str, allowed: frozenset[str]) -> Iterator[tuple[int, int]]:
    for part in compiled(_PART).finditer(text):
        value = part["v"]
        is_part = compiled(_IN_FORM).search(text, max(0, part.start() - _LOOK_BACK), part.start()) is not None
        # Line ends of a protocol, and no sentence
        is_meant = is_part or (part["end"] == "\r\n" and " " not in value)
        if is_meant and _is_secret(lower[part.start("n") : part.end("n")], value, allowed):
            yield part.span("v")


def _is_secret(name: str, value: str, allowed: frozenset[str]) -> bool:
    """Returns whether ``value`` is a secret under a ``name`` in lower case that may have keys in brackets."""
    keys = re.split(r"\]?\[", name.rstrip("]"))
    while len(keys) > 1 and not keys[-1].strip(digits):
        keys.pop()
    key = keys[-1]
    if value == MASK or not allowed.isdisjoint((name, *keys)):
        return False
    if names_a_secret(key):
        places = [place for place in secret_names_in(key) if place.end() == len(key)]
        return may_be_secret(key, places[-1], value) if places else is_item(key, "", value)
    if names_secrets(key):
        return is_item(key, "", value)
    owner = next((one for one in keys[-2::-1] if names_secrets(one)), "")
    return bool(owner) and is_item(owner, key, value)
