"""JSON files: output.json, suite.json. Masks strings and free keys, never the keys and values of the schema."""

import re
from collections.abc import Iterator
from functools import cache
from json import dumps, loads
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import CleanAmong, Masker, blocks, none_known_clean
from SteadyAPI.redaction.artefact.xml import STRUCTURE

# Keys of Robot Framework's schema that are long enough to equal a secret; metadata and variables bring other keys.
_SCHEMA_KEYS = frozenset(
    "assign condition elapsed_time end_time errors flavor generated generation_time generator keywords library lineno "
    "message messages metadata on_limit on_limit_message pattern_type patterns schema_version separator setup source "
    "source_name start_time statistics status suites teardown template timeout timestamp values".split()
)
_SCHEMA_VALUES = STRUCTURE | {"elapsed_time", "end_time", "start_time", "generation_time", "schema_version"}


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r'("(?:[^"\\]++|\\.)*+")(\s*:)?', re.DOTALL)


def masked_json(source: TextIO, mask: Masker, clean_among: CleanAmong = none_known_clean) -> Iterator[str]:
    """Yields the text of ``source`` with its strings masked."""
    key = ""

    def masked(match: re.Match[str]) -> str:
        nonlocal key
        raw, colon = match.groups()
        if colon:
            key = raw[1:-1]
            return match.group() if key in _SCHEMA_KEYS else masked_string(raw, mask) + colon
        return raw if key in _SCHEMA_VALUES else masked_string(raw, mask)

    for block in blocks(source, _end_of_last_string):
        clean_among(raw[1:-1] for raw, _ in _token().findall(block) if "\\" not in raw)
        yield _token().sub(masked, block)


def masked_string(raw: str, mask: Masker) -> str:
    """Returns a JSON string with its quotes, masked; the same object if it shows no secret."""
    if len(raw) <= 2:  # noqa: PLR2004
        return raw
    plain = loads(raw, strict=False) if "\\" in raw else raw[1:-1]
    result = mask(plain)
    return raw if result is plain else dumps(result)


def _end_of_last_string(text: str) -> int:
    end = 0
    for match in _token().finditer(text):
        # At the end of what was read, a string may be a key whose colon is still to come.
        if match[2] or text[match.end() : match.end() + 1] in {",", "}", "]"}:
            end = match.end()
    return end
