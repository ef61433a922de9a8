"""Which names say that what belongs to them is a secret: the one list for texts, fields, headers and parameters.

The environment shares its words.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

# What tells in the environment too (environment.py), by the literal it is looked for by here. A variable is named for
# the one value it holds, so there a word tells wherever it stands: TOKEN_FOR_TESTS. In data it must end the name,
# because data have fields about secrets too: token_type.
WORDS = {
    "pass": ("password", "passwd", "passphrase"),
    "secret": ("secret",),
    "token": ("token",),
    "authorization": ("authorization",),
    "credential": ("credential",),
    "cookie": ("cookie",),
}
KEY_KINDS = ("api", "access", "private", "account", "encryption", "signing", "auth")
# A secret tells by itself, but not in "secret.key" and "secret_keys".
_KINDS = ("secret", *KEY_KINDS)
# A name is looked for by its literal, which costs a tenth of one pattern for all names; the longer, the less.
_NAMES = {
    **{literal: "|".join(words) for literal, words in WORDS.items()},
    # In data the plural is one thing as well.
    "credential": r"credentials?",
    "pwd": r"pwd",
    # The last character of a kind first: "key" is a common word.
    "key": rf"(?<=[{''.join(kind[-1] for kind in _KINDS)}_.-])(?:"
    + "|".join(rf"(?<={kind})key|(?<={kind}[-_.])key" for kind in _KINDS)
    + ")",
    "otp": r"(?<![a-z])otp",
    # Made while a test runs, so no environment holds them.
    "sess": r"session[-_]?id|sessid",
    "sig": r"(?<![a-z])sig(?:nature)?",
}
_SUFFIX = r"(?:[-_]?(?:values?|hash|confirm(?:ation)?|plain|text|key|[0-9]{1,2}))?(?![a-z0-9])"
_NAME_BY_LITERAL = {literal: f"(?:{pattern}){_SUFFIX}" for literal, pattern in _NAMES.items()}
_PLURAL_BY_LITERAL = {literal: f"(?:{pattern})s?{_SUFFIX}" for literal, pattern in _NAMES.items()}
# In a text it is the verdict on a test: ('PASS', 'message').
_ONLY_AS_FIELD = r"(?:.*[^a-z])?pass"
LITERALS = tuple(_NAMES)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.DOTALL)


def literals_in(lower: str) -> list[str]:
    """Returns those of ``LITERALS`` that a text in lower case holds: there is no telling name without one of them."""
    return [literal for literal in LITERALS if literal in lower]


def secret_names_in(lower: str, literals: Iterable[str] = LITERALS, followed_by: str = "") -> list[re.Match[str]]:
    """Returns every place in a text in lower case where a telling name stands; what is before it may be part of it.

    ``literals`` are all that ``lower`` may hold, for those who have looked already. ``followed_by`` is a pattern of
    what must come right behind the name.
    """
    return _places(lower, literals, _followed(followed_by) if followed_by else _NAME_BY_LITERAL)


@cache
def _followed(behind: str) -> dict[str, str]:
    return {literal: f"{pattern}(?={behind})" for literal, pattern in _NAME_BY_LITERAL.items()}


@lru_cache(maxsize=1024)
def names_a_secret(name: str) -> bool:
    """Tells whether a field, header or parameter of that name holds a secret."""
    lower = name.lower()
    return _ends_with_one(lower, _NAME_BY_LITERAL) or bool(_compiled(_ONLY_AS_FIELD).fullmatch(lower))


@lru_cache(maxsize=1024)
def names_secrets(name: str) -> bool:
    """Tells whether a list or dictionary of that name, singular or plural, holds secrets."""
    return _ends_with_one(name.lower(), _PLURAL_BY_LITERAL)


def _ends_with_one(lower: str, patterns: dict[str, str]) -> bool:
    return any(place.end() == len(lower) for place in _places(lower, LITERALS, patterns))


def _places(lower: str, literals: Iterable[str], patterns: dict[str, str]) -> list[re.Match[str]]:
    # A list, not a generator: most texts have no name or one, and the way through a generator costs more than a look.
    places: list[re.Match[str]] = []
    for literal in literals:
        place = lower.find(literal)
        if place < 0:
            continue
        name_at = _compiled(patterns[literal]).match
        while place >= 0:
            name = name_at(lower, place)
            if name:
                places.append(name)
            place = lower.find(literal, place + 1)
    return places
