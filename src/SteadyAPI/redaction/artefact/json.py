"""JSON and JSON Lines files such as output.json, HAR and records. The result is valid JSON if the file was.

A string is decoded before it is masked. Strings and numbers whose key names a secret are masked as well. Keys and
values of Robot Framework's own schema are never masked.
"""

import re
from collections.abc import Iterator
from functools import cache
from json import dumps, loads
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import CleanAmong, Masker, blocks, masked_with_names, none_known_clean
from SteadyAPI.redaction.artefact.xml import STRUCTURE
from SteadyAPI.redaction.masking import LEAST, MASK
from SteadyAPI.redaction.shapes.secret_names import names_a_secret, names_secrets

# Keys of Robot Framework's schema that are long enough to equal a secret.
_SCHEMA_KEYS = frozenset(
    "assign condition elapsed_time end_time errors flavor generated generation_time generator keywords library lineno "
    "message messages metadata on_limit on_limit_message pattern_type patterns schema_version separator setup source "
    "source_name start_time statistics status suites teardown template timeout timestamp values".split()
)
_SCHEMA_VALUES = STRUCTURE | {"elapsed_time", "end_time", "start_time", "generation_time", "schema_version"}
_ANY_NAME = "password"
_NAMING = frozenset({"name", "owner", "source", "tags"})
_NAME_KEYS = frozenset({"name", "key"})
_AFTER_VALUE = frozenset(",}]")


@cache
def _token() -> re.Pattern[str]:
    """Returns the pattern of a string, a key with its colon and the number after it, or a long number.

    The last string of a text may lack its closing quote.
    """
    number = r"-?[0-9][0-9.eE+-]*+"
    string = r'(?P<string>"(?:[^"\\]++|\\.)*+(?:"|\\?\Z))'
    return re.compile(rf"{string}(?:(?P<colon>\s*:\s*)(?P<number>{number})?)?|(?P<bare>{number})", re.DOTALL)


@cache
def _content() -> re.Pattern[str]:
    """Returns the pattern of a string, a number, or the mask of a number."""
    return re.compile(rf'"(?:[^"\\]++|\\.)*+"|-?[0-9][0-9.eE+-]*+|{re.escape(MASK)}', re.DOTALL)


def _quoted(text: str) -> str:
    """Returns ``text`` with masks that stand for numbers in quotes."""
    return _content().sub(lambda match: dumps(MASK) if match[0] == MASK else match[0], text) if MASK in text else text


@cache
def _output() -> re.Pattern[str]:
    return re.compile(r'\s*\{\s*"generator"\s*:\s*"(?:Robot|Rebot) ')


def masked_json(source: TextIO, mask: Masker, clean_among: CleanAmong = none_known_clean) -> Iterator[str]:
    """Yields the text of ``source`` with its strings masked."""
    values = _Values(mask)
    is_output: bool | None = None
    for block in blocks(source, _end_of_last_token):
        is_output = _output().match(block) is not None if is_output is None else is_output
        strings = [match[0] for match in _token().finditer(block)]
        clean_among(raw[1:-1] for raw in strings if raw[0] == raw[-1] == '"' and "\\" not in raw)
        values.end = 0
        shown = _token().sub(values, block)
        # A secret outside strings and numbers means that this isn't JSON, so it is masked like plain text.
        outside = _token().sub("", block)
        if mask(outside) is not outside:
            yield mask(shown)
        else:
            yield shown if is_output else masked_with_names(shown, _quoted(mask(shown)), _content())


def names_in_json(source: TextIO) -> Iterator[set[str]]:
    """Yields the names of suites, tests, keywords, their files, and tags in an output file, a part of it at a time.

    Nothing in other JSON files is such a name, and in an output file none is metadata of a suite.
    """
    is_output, is_metadata, key = False, False, ""
    for block in blocks(source, _end_of_last_token):
        is_output = is_output or _output().match(block) is not None
        if not is_output:
            return
        found: set[str] = set()
        end = 0
        for match in _token().finditer(block):
            between, end = block[end : match.start()], match.end()
            is_metadata = (is_metadata or key == "metadata") and "}" not in between
            if match["colon"]:
                key = match["string"][1:-1]
            elif key in _NAMING and not is_metadata and match["string"]:
                found.add(loads(match["string"], strict=False))
        yield found


class _Values:
    """Masks one token after the other, and remembers the key of the next value."""

    def __init__(self, mask: Masker) -> None:
        self._mask = mask
        self._key = ""
        # For {"name": ..., "value": ...}: the last value of "name".
        self._name = ""
        self._is_in_list = False
        self.end = 0

    def __call__(self, match: re.Match[str]) -> str:
        raw, colon, number, bare = match.group("string", "colon", "number", "bare")
        between, self.end = match.string[self.end : match.start()], match.end()
        if colon:
            return self._masked_key(raw, colon, number or "")
        self._is_in_list = (self._is_in_list and "]" not in between) or "[" in between
        if "{" in between or "}" in between:
            # An object has begun or ended since the last key, so this string isn't that key's value.
            self._key = ""
        if bare:
            return self._masked_number(bare)
        return raw if self._key in _SCHEMA_VALUES else self._masked_value(raw)

    def _masked_key(self, raw: str, colon: str, number: str) -> str:
        self._key = raw[1:-1]
        self._is_in_list = False
        key = raw if self._key in _SCHEMA_KEYS else masked_string(raw, self._mask)
        return key + colon + (self._masked_number(number) if number else "")

    def _masked_number(self, number: str) -> str:
        if len(number) < LEAST or self._key in _SCHEMA_VALUES:
            return number
        return dumps(MASK) if self._mask(number) is not number or self._shows_named(number) else number

    def _masked_value(self, raw: str) -> str:
        shown = masked_string(raw, self._mask)
        if shown is raw and self._shows_named(raw):
            shown = dumps(MASK)
        if self._key in _NAME_KEYS:
            self._name = raw[1:-1]
        return shown

    def _shows_named(self, raw: str) -> bool:
        name = self._name if self._key == "value" else self._key
        if not names_a_secret(name) and not names_secrets(name):
            return False
        # Of what a list or dictionary of secrets holds: "tokens" are words as well, as a "token" is.
        single = next((one for one in (name, name.removesuffix("s")) if names_a_secret(one)), _ANY_NAME)
        is_item = self._is_in_list and raw.startswith('"')
        text = f'"{name}": [{raw}]' if is_item else f'"{single}": {raw}'
        return self._mask(text) is not text


def masked_string(raw: str, mask: Masker) -> str:
    """Returns a JSON string with its quotes, masked; the same object if it shows no secret."""
    if raw[-1:] != '"' or len(raw) == 1:
        # The closing quote is missing, so it can't be decoded.
        return mask(raw)
    if len(raw) == 2:  # noqa: PLR2004 - only its quotes
        return raw
    plain = loads(raw, strict=False) if "\\" in raw else raw[1:-1]
    result = mask(plain)
    return raw if result is plain else dumps(result)


def _end_of_last_token(text: str) -> int:
    end = 0
    for match in _token().finditer(text):
        # At the end of a block, a string may be a key whose colon hasn't been read, and a number may be incomplete.
        following = text[match.end() : match.end() + 1]
        if following in _AFTER_VALUE or (match["colon"] and following not in {"", "-"}):
            end = match.end()
    return end
