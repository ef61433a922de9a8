"""Forms of ids, card numbers and random keys, which tools write in groups or in another alphabet."""

import re
from collections.abc import Iterator
from functools import cache

_UUID_DIGITS = 32
_HEXADECIMAL = set("0123456789abcdefABCDEF")
_CARD_LENGTHS = range(13, 20)
_BLANKS = " -.\xa0"
_NO_BLANKS = dict.fromkeys(map(ord, _BLANKS))
# Between base64 and its URL-safe alphabet (RFC 4648, section 5)
_OTHER_ALPHABET = str.maketrans("+/-_", "-_+/")


def key_forms(core: str) -> Iterator[str]:
    """Yields the other forms of ``core``, if it is a UUID without dashes, a card number, or a key in base64 or base32.

    Only such secrets have these words: in a text, groups of four letters and words with dashes are no sign.
    """
    if len(core) == _UUID_DIGITS and core.isalnum() and set(core) <= _HEXADECIMAL:
        yield "-".join((core[:8], core[8:12], core[12:16], core[16:20], core[20:]))
    digits = core.translate(_NO_BLANKS) if core[0].isdigit() else ""
    if digits.isdigit() and len(digits) in _CARD_LENGTHS:
        yield from _in_fours(digits, _BLANKS)
    if _base64_key().fullmatch(core):
        yield core.rstrip("=").translate(_OTHER_ALPHABET)
    if _base32_key().fullmatch(core):
        yield from _in_fours(core.translate(_NO_BLANKS).rstrip("="), " -")


def _in_fours(digits: str, blanks: str) -> list[str]:
    fours = [digits[start : start + 4] for start in range(0, len(digits), 4)]
    return [between.join(fours) for between in ("", *blanks)]


@cache
def _base64_key() -> re.Pattern[str]:
    """Returns the pattern of random bytes in base64, with a sign of one of the two alphabets."""
    mixed = r"(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])(?=\D*\d)"
    return re.compile(rf"{mixed}(?=\w*[+/_-])(?:[A-Za-z0-9+/]{{16,}}|[\w-]{{16,}})={{0,2}}", re.ASCII)


@cache
def _base32_key() -> re.Pattern[str]:
    """Returns the pattern of a key of an authenticator, which shows it in fours (RFC 4648, section 6)."""
    four = "(?:[A-Z2-7]{4}|[a-z2-7]{4})"
    return re.compile(rf"(?!\d+\Z){four}(?:[ -]?{four}){{3,}}(?:[ -]?[A-Za-z2-7]{{1,3}})?={{0,6}}", re.ASCII)
