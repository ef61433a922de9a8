"""Passwords as people make them up, which look like the names of variables: ``Nagel-Brett_7``, ``Lavande_34!``.

Words joined with a number are names of tests, users and variables in most places, so this is asked only of a value
that stands where a password does.
"""

from functools import lru_cache
from itertools import pairwise

from SteadyAPI.redaction.shapes.ordinary import is_ordinary
from SteadyAPI.redaction.shapes.patterns import compiled_for_unicode
from SteadyAPI.redaction.shapes.secret_names import secret_names_in

_LEAST = 8
# A longer number isn't that of one of several: Db_Password_12
_COUNT_LONGEST = 3
# No number of a step: Schritt_02
_JOINED = (
    r"(?P<words>(?:[^\W\d_]{1,20}[-_.]){1,4}(?:[^\W\d_]{1,20})?)(?P<number>(?:[1-9]\d{0,3})?)"
    r"(?P<symbols>[!?#$%&*+=]{0,3})"
)


@lru_cache(maxsize=512)
def is_made_up(value: str) -> bool:
    """Returns whether ``value`` is words and a number or symbol, joined as no name is, though not at random.

    A name is in one kind of letters and has one kind of dash: ``test_user_1``, ``TEST_PASSWORD_2``, ``Login_Page_3``.
    """
    if len(value) < _LEAST or value.isupper() or (value.islower() and value[-1].isalnum()):
        return False
    match = compiled_for_unicode(_JOINED).fullmatch(value)
    if match is None or is_ordinary(match["words"]):
        return False
    words = compiled_for_unicode(r"[^\W\d_]+").findall(value)
    if not all(word.islower() or word.istitle() for word in words):
        return False
    if match["symbols"]:
        return bool(match["number"]) or (len(words) > 1 and all(map(str.istitle, words)))
    return bool(match["number"]) and (_is_no_style(value, words) or _is_no_name(value, match["number"]))


def _is_no_style(value: str, words: list[str]) -> bool:
    """Returns whether nobody writes names so: ``Nagel-Brett_7``, ``wpa_Wort_7``."""
    is_mixed = "-" in value and "_" in value
    return is_mixed or any(one.islower() and other.istitle() for one, other in pairwise(words))


def _is_no_name(value: str, number: str) -> bool:
    """Returns whether a value in the style of a name has a number as passwords do: ``Turm_Uhr_88``, ``Lavande_34``."""
    if len(number) == 1 or "_" not in value:
        return False
    return len(number) > _COUNT_LONGEST or not secret_names_in(value.lower())
