"""Lists and dictionaries as Robot Framework shows them: ``@{passwords} = [ a | b ]``, ``&{tokens} = { x=a | y=b }``."""

import re
from collections.abc import Iterator
from functools import cache

from SteadyAPI.redaction.innocence import is_innocent
from SteadyAPI.redaction.names import names_secrets

_SEPARATOR = " | "
# A long value is cut and then ends in three dots. An item may have several lines, the end is then the end of a line.
_HEAD = r"[@&]\{([^{}\r\n]{1,200})\} = [\[{] "
_BODY = r"(?! ?[\]}](?:\s|\Z))(?:[\s\S]{1,8192}?(?=(?: [\]}]|\.\.\.)[ \t]{0,9}(?:[\r\n]|\Z))|[^\r\n]{1,8192})"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def collection_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yields the place of every item of a list, and of every value of a dictionary, with a telling name."""
    if "} = [ " not in text and "} = { " not in text:
        return
    for head in _compiled(_HEAD).finditer(text):
        body = _compiled(_BODY).match(text, head.end()) if names_secrets(head[1]) else None
        if body:
            yield from _items(body[0], head.end(), is_dictionary=head[0].startswith("&"))


def _items(body: str, start: int, *, is_dictionary: bool) -> Iterator[tuple[int, int]]:
    for item in body.split(_SEPARATOR):
        key, equals, value = item.partition("=") if is_dictionary else ("", "", item)
        if not is_innocent(value):
            begin = start + len(key) + len(equals)
            yield begin, begin + len(value)
        start += len(item) + len(_SEPARATOR)
