"""Robot Framework's log.html, report.html and split log parts: masks plain and compressed JavaScript strings.

Only the lines that hold the results of the run are changed. A compressed string is base64 of zlib data; an
uncompressed one begins with ``*``. Masked strings are written uncompressed.
"""

import re
import zlib
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from functools import cache
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import BLOCK, LONGEST_UNIT, CleanAmong, Masker, none_known_clean

_DATA_LINES = ("window.output[", "window.settings", "window.sPart", "window.keywords", "window.strings")
_UNESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_ESCAPED = (("\\", "\\\\"), ('"', '\\"'), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"), ("</", "\\x3c/"))


@cache
def _string() -> re.Pattern[str]:
    return re.compile(r'"((?:[^"\\]++|\\.)*+)"(:?)')


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r'<a href="[^"]*+">([^<]*+)</a>')


def masked_html(source: TextIO, mask: Masker, clean_among: CleanAmong = none_known_clean) -> Iterator[str]:
    """Yields the text of ``source`` with the strings of its data lines masked."""
    rest = ""
    in_data = False
    at_start = True
    while piece := source.readline(BLOCK):
        in_data = in_data or (at_start and piece.startswith(_DATA_LINES))
        at_start = piece.endswith("\n")
        if not in_data:
            yield piece
            continue
        rest += piece
        end = len(rest) if at_start or len(rest) >= LONGEST_UNIT else _end_of_last_string(rest)
        yield _masked_line(rest[:end], mask, clean_among)
        rest = rest[end:]
        in_data = not at_start
    yield _masked_line(rest, mask, clean_among)


def unpacked(literal: str) -> str:
    """Returns the text of a JavaScript string literal (without quotes) of a log: unpacked, without leading ``*``."""
    if literal.startswith("*"):
        return _plain(literal[1:])
    if literal.startswith(("eN", "eJ")):
        try:
            return zlib.decompress(b64decode(literal, validate=True)).decode("utf-8")
        except (Base64Error, zlib.error, ValueError):
            return _plain(literal)
    return _plain(literal)


def _masked_line(line: str, mask: Masker, clean_among: CleanAmong) -> str:
    literals = {literal for literal, colon in _string().findall(line) if not colon}
    plain = [literal for literal in literals if literal[:1] == "*" and "\\" not in literal]
    clean = clean_among([literal[1:] for literal in plain])
    literals.difference_update([literal for literal in plain if literal[1:] in clean])
    # Most lines show no secret, and putting one together takes longer than looking at what is in it.
    looked_at = {literal: _masked_literal(literal, mask) for literal in literals}
    if all(shown == f'"{literal}"' for literal, shown in looked_at.items()):
        return line

    def masked(string: re.Match[str]) -> str:
        # Each literal is masked as often as it comes, because they are counted.
        return string.group() if string[2] else looked_at.pop(string[1], "") or _masked_literal(string[1], mask)

    return _string().sub(masked, line)


def _masked_literal(literal: str, mask: Masker) -> str:
    text = unpacked(literal)
    masked = _without_links(mask(text), mask)
    if masked is text:
        return f'"{literal}"'
    star = "*" if literal.startswith(("*", "eN", "eJ")) else ""
    for char, escape in _ESCAPED:
        masked = masked.replace(char, escape)
    return f'"{star}{masked}"'


def _without_links(text: str, mask: Masker) -> str:
    """Masks secrets with ``://`` in them, part of which Robot Framework has turned into a link."""
    if "</a>" not in text:
        return text
    unlinked = _link().sub(r"\1", text)
    masked = mask(unlinked)
    return text if masked is unlinked else masked


def _plain(literal: str) -> str:
    return _escape().sub(_character, literal) if "\\" in literal else literal


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return _UNESCAPED.get(match[3], match[3])
    return chr(int(match[1] or match[2], 16))


def _end_of_last_string(text: str) -> int:
    end = 0
    for match in _string().finditer(text):
        if match[2] or match.end() < len(text):
            end = match.end()
    return end
