"""Lists and dictionaries of secrets.

Robot Framework shows them as ``@{passwords} = [ a | b ]`` and ``&{tokens} = { x=a | y=b }``, JSON and Python as
``"passwords": ["a", "b"]``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from SteadyAPI.redaction.shapes.names import LITERALS, names_secrets
from SteadyAPI.redaction.shapes.placeholders import is_placeholder

_SEPARATOR = " | "
# A long value is cut and then ends in three dots. An item may have several lines, the end is then the end of a line.
_HEAD = r"[@&]\{([^{}\r\n]{1,200})\} = [\[{] "
_BODY = r"(?! ?[\]}](?:\s|\Z))(?:[\s\S]{1,8192}?(?=(?: [\]}]|\.\.\.)[ \t]{0,9}(?:[\r\n]|\Z))|[^\r\n]{1,8192})"
# Looked for by the bracket, because names and colons stand everywhere; the name is what ends right before the colon.
_LIST = r"\[(?=\s{0,99}\\{0,9}[\"'])(?=[^\[\]{}]{1,8192}\])"
_NAME = r"([\w.-]{3,100})\\{0,9}[\"']\s{0,3}:\s{0,3}\Z"
_LOOK_BACK = 124
_STRING = r"(?P<q>\\{0,9}[\"'])(?P<v>[^\[\]{}]{1,8192}?)(?<!\\)(?P=q)"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def collection_spans(text: str, lower: str, literals: Iterable[str] = LITERALS) -> Iterator[tuple[int, int]]:
    """Yields the place of every item of a list, and of every value of a dictionary, with a telling name.

    ``lower`` is ``text`` in lower case, place by place; ``literals`` are those that a telling name may have in it.
    """
    if "} = " in text and ("} = [ " in text or "} = { " in text):
        yield from _in_assignments(text)
    if "[" in text:
        yield from _in_lists(text, lower, literals)


def _in_assignments(text: str) -> Iterator[tuple[int, int]]:
    for head in _compiled(_HEAD).finditer(text):
        body = _compiled(_BODY).match(text, head.end()) if names_secrets(head[1]) else None
        if body:
            yield from _items(body[0], head.end(), is_dictionary=head[0].startswith("&"))


def _in_lists(text: str, lower: str, literals: Iterable[str]) -> Iterator[tuple[int, int]]:
    for head in _compiled(_LIST).finditer(text):
        first = max(0, head.start() - _LOOK_BACK)
        if not any(literal in lower[first : head.start()] for literal in literals):
            continue
        name = _compiled(_NAME).search(text, first, head.start())
        if name and names_secrets(name[1]):
            end = text.index("]", head.end())
            for item in _compiled(_STRING).finditer(text, head.end(), end):
                if not is_placeholder(item["v"]):
                    yield item.span("v")


def _items(body: str, start: int, *, is_dictionary: bool) -> Iterator[tuple[int, int]]:
    for item in body.split(_SEPARATOR):
        key, equals, value = item.partition("=") if is_dictionary else ("", "", item)
        if not is_placeholder(value):
            begin = start + len(key) + len(equals)
            yield begin, begin + len(value)
        start += len(item) + len(_SEPARATOR)
