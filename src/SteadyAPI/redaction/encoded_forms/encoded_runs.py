"""Long runs of base64, and bytes in hex with something between them: what they stand for is searched like a text.

Whatever is encoded in base64 twice, in UTF-16 or as hex is found by the words of the secret itself. So a secret needs a
few words only, however many ways there are to write it. Nearly every text shows no such run, which a table and a search
for a fixed sign find out in C.
"""

import re
from binascii import a2b_base64
from collections.abc import Iterator
from functools import cache
from string import ascii_letters, digits, hexdigits, whitespace

RUN_LEAST = 24
"""Shorter runs of base64 are not decoded. They are in nearly every text, as long words."""
_FOUR = 4
# What fills up a group of four, by how many it has
_FILLING = (b"", b"AAA", b"AA", b"A")
# Line ends
_BETWEEN = b"CgoK"
_BYTES_LEAST = 6
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def _table(kinds: dict[str, str]) -> bytes:
    """Returns a table that replaces each character by the kind it is of, and all others by a cross."""
    replaced = {char: kind for kind, chars in kinds.items() for char in chars}
    return "".join([replaced.get(chr(code), "x") for code in range(0x100)]).encode()


_BASE64 = _table({"b": f"{ascii_letters}{digits}+/-_"})
_BASE64_SIGN = "b" * RUN_LEAST
_HEX = _table({"h": hexdigits, "-": ":-,", " ": whitespace})
# Text, because looking for some of them in it takes less time than for one in bytes, or for one pattern.
_BYTES_SIGN = "hh-hh-hh-hh-hh"
_GROUPS_SIGN = "hh hh"
_GROUPS_SIGNS = ("hh hh hh hh hh", "hh hhhh hhhh", "hhhhhh hhhhhhhh")


@cache
def _hex_run() -> re.Pattern[str]:
    group = r"(?:[0-9a-fA-F]{2}){1,8}+"
    return re.compile(rf"{group}(?=[:\s,-])(?:[:\s,-]{{1,2}}{group}(?![0-9a-fA-F]))++")


@cache
def _hex_group() -> re.Pattern[str]:
    return re.compile("[0-9a-fA-F]+")


def encoded_runs(text: str) -> list[tuple[str, int, int]]:
    """Returns what each run in ``text`` may stand for, and where the run begins and ends in it."""
    shown = text.encode("latin-1", "replace")
    found: list[tuple[str, int, int]] = []
    kinds = shown.translate(_BASE64).decode()
    if _BASE64_SIGN in kinds:
        found += _decoded(text, kinds)
    kinds = shown.translate(_HEX).decode()
    # Few words end, and few begin, with two characters that may be hex.
    if _BYTES_SIGN in kinds or (_GROUPS_SIGN in kinds and any(map(kinds.__contains__, _GROUPS_SIGNS))):
        found += _joined(text)
    return found


def _decoded(text: str, kinds: str) -> Iterator[tuple[str, int, int]]:
    # Looking for the sign is faster than a pattern, which would be tried within each word once more.
    end = 0
    while (start := kinds.find(_BASE64_SIGN, end)) >= 0:
        stop = kinds.find("x", start)
        shown = text[start:] if stop < 0 else text[start:stop]
        end = start + len(shown)
        end += 2 if text.startswith("==", end) else text.startswith("=", end)
        # Long words without capital letters are paths and ids; most have letters, which is seen faster.
        if shown.islower() or shown.isupper() or shown.lower() == shown:
            continue
        data = shown.encode().translate(_URL_SAFE)
        # What stands before the base64 may look like it, so each place may be the first. The last group is filled up.
        parts = _BETWEEN.join([data[first:] + _FILLING[(len(data) - first) % _FOUR] for first in range(_FOUR)])
        # Without zeros, UTF-16 reads like ASCII.
        yield a2b_base64(parts).replace(b"\0", b"").decode("latin-1"), start, end


def _joined(text: str) -> Iterator[tuple[str, int, int]]:
    for run in _hex_run().finditer(text):
        groups = _hex_group().findall(run.group())
        shown = "".join(groups)
        if len(shown) >= 2 * _BYTES_LEAST:
            yield shown, run.start(), run.end()
            if len(groups[0]) > 2:  # noqa: PLR2004 - a group of one byte has one order
                # ``od -An -x`` begins a group with its last byte.
                swapped = [bytes.fromhex(group)[::-1].hex() for group in groups]
                yield "".join(swapped), run.start(), run.end()
