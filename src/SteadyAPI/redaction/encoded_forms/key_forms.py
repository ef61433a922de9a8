"""Forms of ids, numbers, card numbers and random keys, which tools write in groups or in another alphabet."""

import re
from collections.abc import Iterator
from functools import cache

_UUID_DIGITS = 32
_HEXADECIMAL = set("0123456789abcdefABCDEF")
_CARD_LENGTHS = range(13, 20)
_NUMBER_LEAST = 9
# Hex digits, of which fewer stand in innocent ids as well
_FORM_LEAST = 8
# How codes are shown, by their length: 123 456, 4821-3977, K7Q2-M9X4, ABCDE-12345
_CODE_GROUPS = {6: (3,), 8: (4,), 10: (5,), 12: (4,), 15: (5,), 16: (4,), 20: (4, 5), 25: (5,)}
_NUMBER_LONGEST = 8
_RUNS_LEAST = 3
# Floats from here on are written with an exponent; before, they hold all digits.
_WHOLE_FLOATS = 10**16
_BETWEEN_THOUSANDS = ",_.' \xa0\u202f\u2019"
_BLANKS = " -.\xa0"
_NO_BLANKS = dict.fromkeys(map(ord, _BLANKS))
# Between base64 and its URL-safe alphabet (RFC 4648, section 5)
_OTHER_ALPHABET = str.maketrans("+/-_", "-_+/")


def key_forms(core: str) -> Iterator[str]:
    """Yields the other forms of ``core``, if it is a UUID without dashes, a number, or a key in base64 or base32.

    Only such secrets have these words: in a text, groups of four letters and words with dashes are no sign.
    """
    if len(core) == _UUID_DIGITS and core.isalnum() and set(core) <= _HEXADECIMAL:
        yield "-".join((core[:8], core[8:12], core[12:16], core[16:20], core[20:]))
    digits = core.translate(_NO_BLANKS) if core[0].isdigit() else ""
    if digits.isdigit() and len(digits) in _CARD_LENGTHS:
        yield from _in_fours(digits, _BLANKS)
    if core.isdigit() and core.isascii() and len(core) >= _NUMBER_LEAST:
        yield from _number_forms(int(core))
    if _base64_key().fullmatch(core):
        yield core.rstrip("=").translate(_OTHER_ALPHABET)
    if _base32_key().fullmatch(core):
        yield from _in_fours(core.translate(_NO_BLANKS).rstrip("="), " -")
    elif len(core) in _CODE_GROUPS and core.isascii() and core.isalnum() and _is_code(core):
        for size in _CODE_GROUPS[len(core)]:
            groups = [core[start : start + size] for start in range(0, len(core), size)]
            yield from ("-".join(groups), " ".join(groups))


def _is_code(core: str) -> bool:
    """Returns whether ``core`` is digits, or letters of one case among digits; ``test1234`` may be two words."""
    if core.isdigit():
        return len(core) <= _NUMBER_LONGEST
    is_even = core.isupper() or core.islower()
    return is_even and len(re.findall(r"[A-Za-z]+|[0-9]+", core)) >= _RUNS_LEAST


def _number_forms(number: int) -> Iterator[str]:
    """Yields how Python and keywords such as ``Convert To Hex`` write a number."""
    grouped = f"{number:,}"
    yield from (grouped.replace(",", between) for between in _BETWEEN_THOUSANDS)
    yield from (form for form in (f"{number:x}", f"{number:o}", f"{number:b}") if len(form) >= _FORM_LEAST)
    # JSON and Java: 7.3e8; C, Python and .NET: 7.3e+08
    digits = str(number)
    shown = f"{digits[0]}.{digits[1:].rstrip('0') or '0'}e"
    power = len(digits) - 1
    yield from dict.fromkeys((f"{shown}{power}", f"{shown}+{power:02}", f"{shown}+{power}"))
    if number >= _WHOLE_FLOATS:
        yield repr(float(number))


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
