"""The secret values of a JSON text, found without parsing all of it."""

import json
import re
from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import Self
from zlib import compress

from SteadyAPI.redaction.masking import LEAST
from SteadyAPI.redaction.shapes.named_values import named_texts, parts_of_value
from SteadyAPI.redaction.shapes.secret_names import LITERALS, names_a_secret, names_secrets

_NAME = rb"[A-Za-z0-9_.\[\]-]"
_NAME_START = re.compile(rb'"' + _NAME + rb"{0,40}+\Z")
_NAME_REST = re.compile(_NAME + rb'{0,40}+"')
_STRING = re.compile(rb'\s{0,100}+:\s{0,100}+"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_CONTAINER = re.compile(rb"\s{0,100}+:\s{0,100}+(?=[\[{])")
# An object such as {"name": "API_TOKEN", "value": "..."}, in either order.
_IS_NAME_OF_PAIR = re.compile(rb'"(?:name|key|field|header|variable)"\s{0,9}:\s{0,9}\Z')
_VALUE_BEHIND = re.compile(rb'[^{}\[\]]{0,300}?"value"\s{0,9}:\s{0,9}"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_VALUE_BEFORE = re.compile(rb'"value"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.)*)"\s{0,9},[^{}\[\]]{0,300}\Z', re.DOTALL)
_NAME_LONGEST = 40
_LOOK_BACK = 2_000
_VALUE_LONGEST = 100_000
_FILLER_LEAST, _FILLER_RATIO = 4096, 10
_SEARCHED_MOST = 50_000_000
_WINDOW = 1 << 20
_VALUES_MOST = 10_000
_CONTAINER_LONGEST = 100_000
_BROKEN_MOST = 20
_LARGEST_REMEMBERED = 20_000
_LITERALS = tuple(literal.encode() for literal in LITERALS)
"""One of them stands in every name that holds a secret: looking for them is cheaper than looking at every field."""


class NamedSecret(str):
    """A secret that a body shows, and the name that it has there."""

    __slots__ = ("name",)
    name: str

    def __new__(cls, name: str, value: str) -> Self:
        """Makes the secret ``value``, which is called ``name``."""
        secret = super().__new__(cls, value)
        secret.name = name
        return secret


def in_json_text(body: bytes, *, least: int = LEAST) -> Iterator[NamedSecret]:
    """Yields the secrets of ``least`` characters in a JSON text without parsing it: 10,000 of the first 50 MB at most.

    Those behind are masked by their names, but not where they come up without them.
    """
    if len(body) <= _LARGEST_REMEMBERED and not _may_name_a_secret(body):
        return
    found: set[str] = set()
    search = _Search(body, least)
    for start in range(0, min(len(body), _SEARCHED_MOST), _WINDOW):
        for name, value in search.in_window(start):
            if value not in found:
                found.add(value)
                yield NamedSecret(name, value)
            if len(found) >= _VALUES_MOST:
                return


class _Search:
    """Looks for names of secrets in a body, and for the values that belong to them."""

    def __init__(self, body: bytes, least: int) -> None:
        self._body = body
        self._least = least
        # Objects that are no JSON, or too long, cost the same each time.
        self._broken = 0

    def in_window(self, start: int) -> Iterator[tuple[str, str]]:
        """Yields name and value of fields whose name, by a word in the window at ``start``, names a secret."""
        lower = self._body[start : start + _WINDOW + _NAME_LONGEST].lower()
        for literal in _LITERALS:
            place = lower.find(literal)
            while 0 <= place < _WINDOW:
                end = yield from self._at(start + place)
                # Nothing begins within a field that was read to its end.
                place = lower.find(literal, max(place + 1, end - start))

    def _at(self, place: int) -> Generator[tuple[str, str], None, int]:
        """Yields what belongs to the name that may stand at ``place``; returns where the search goes on."""
        rest = _NAME_REST.match(self._body, place)
        begin = _NAME_START.search(self._body, max(0, place - _NAME_LONGEST - 1), place) if rest else None
        if rest is None or begin is None:
            return place
        name = (begin.group()[1:] + rest.group()[:-1]).decode("ascii")
        if field := _STRING.match(self._body, rest.end()):
            if not names_a_secret(name):
                # The value may be the name of a pair: {"key": "api_key", "value": "x"}
                return rest.end()
            if value := _text(field[1], self._least):
                yield from _with_parts(name, value)
            return field.end()
        if not (names_a_secret(name) or names_secrets(name)):
            return place
        if field := _CONTAINER.match(self._body, rest.end()):
            return (yield from self._in_container(name, field.end()))
        if _IS_NAME_OF_PAIR.search(self._body, max(0, begin.start() - _NAME_LONGEST), begin.start()):
            yield from self._in_pair(name, begin.start(), rest.end())
        return place

    def _in_container(self, name: str, start: int) -> Generator[tuple[str, str], None, int]:
        if self._broken >= _BROKEN_MOST:
            return start
        text = self._body[start : start + _CONTAINER_LONGEST].decode("utf-8", "replace")
        try:
            value, length = json.JSONDecoder(strict=False).raw_decode(text)
        except (ValueError, RecursionError):
            self._broken += 1
            return start
        yield from ((key, item) for key, item in named_texts(name, value) if len(item) >= self._least)
        return start + len(text[:length].encode("utf-8", "replace"))

    def _in_pair(self, name: str, start: int, end: int) -> Iterator[tuple[str, str]]:
        for pair in (
            _VALUE_BEHIND.match(self._body, end),
            _VALUE_BEFORE.search(self._body, max(0, start - _LOOK_BACK), start),
        ):
            if pair and (value := _text(pair[1], self._least)):
                yield from _with_parts(name, value)


def _with_parts(name: str, value: str) -> Iterator[tuple[str, str]]:
    yield name, value
    yield from ((name, part) for part in parts_of_value(name, value))


def _text(value: bytes, least: int) -> str:
    """Returns a string of JSON as it is meant; "" if it is too short or too long to be a secret."""
    if not least <= len(value) <= _VALUE_LONGEST or _is_filler(value):
        return ""
    text = value.decode("utf-8", "replace")
    return _unescaped(text) if "\\" in text else text


def _is_filler(value: bytes) -> bool:
    """Returns whether a long text is filler, such as ``x`` a thousand times in a test; searching it is slow."""
    return len(value) > _FILLER_LEAST and len(compress(value, 1)) * _FILLER_RATIO < len(value)


@lru_cache(maxsize=64)
def _may_name_a_secret(body: bytes) -> bool:
    """Returns whether the name of a secret may stand in a body; cached, because tests often get the same body again."""
    lower = body.lower()
    # A loop, because a generator costs as much as the search.
    for literal in _LITERALS:  # noqa: SIM110
        if literal in lower:
            return True
    return False


def _unescaped(text: str) -> str:
    """Returns a string of JSON as it is meant; as it is written when it isn't JSON after all."""
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text
