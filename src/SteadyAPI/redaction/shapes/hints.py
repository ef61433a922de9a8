"""Finds out which names and formats of secrets a text may show, so that nothing else is looked for.

Names and signs contain no blanks, and messages repeat their words. So it is remembered what words hint at.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain, filterfalse

from SteadyAPI.redaction.index.literal_scan import LiteralScan, literal_scan
from SteadyAPI.redaction.shapes.rules import DEFAULT_RULES, Rule
from SteadyAPI.redaction.shapes.secret_names import LITERALS

# The literals of names that a text may hold, and the rules that may find something in it.
Hints = tuple[Sequence[str], Sequence[Rule]]

# Characters that words are found by in all views; see ``named_views``.
_PART = re.compile(r"[a-z0-9_@.$~/-]+")
_PART_LEAST = 3
# In so many messages that they hint at nothing, if a rule needs anything else
_COMMON = (
    "add and are arguments ass code config connect content create delete element enter field for from get given "
    "header ico import input into ist item login net new open our server session set sign solo source string test "
    "text the type types update usage use user using value with your"
)


def _parts_of(rule: Rule) -> list[str]:
    """Returns the parts of what ``rule`` needs, each of which stands within one word of a text, its sign first."""
    parts = _PART.findall(rule.needs.lower())
    return parts if rule.mark else [*rule.signs, *parts]


def _signs_of_rule(rule: Rule) -> tuple[str, ...]:
    """Returns what a word holds if ``rule`` may find something: its signs, or the part that fewest words have."""
    if rule.mark:
        return tuple(rule.lower_signs)
    sign, *others = _parts_of(rule)
    rare = [part for part in others if len(part) >= _PART_LEAST and part not in sign and part not in _COMMON]
    return (max([sign, *rare], key=lambda part: (_rareness(part), len(part))) if rare else sign,)


@cache
def _rareness(part: str) -> int:
    """Returns 2 for a part that few words have, 1 for one that has a literal of names, 0 for one that many have.

    Texts with a name are looked at anyway, but there are hundreds of rules for them.
    """
    return 1 if any(map(part.__contains__, LITERALS)) else 2 * (part not in _COMMON)


_SIGNS_BY_RULE = {rule: _signs_of_rule(rule) for rule in DEFAULT_RULES}
_SIGNS = tuple(dict.fromkeys((*LITERALS, *chain.from_iterable(_SIGNS_BY_RULE.values()))))
_ALL_SIGNS = frozenset(_SIGNS)
# With those of the signs of any rule that a text holds if it has what the rule needs.
_BY_RULE = tuple((rule, signs, _ALL_SIGNS.intersection(_parts_of(rule))) for rule, signs in _SIGNS_BY_RULE.items())
_NOTHING: Hints = ((), ())
_LONGEST = 40
_PLAIN_MOST, _TELLING_MOST = 20_000, 5_000
# Words that hint at nothing, and those that do, with the literals and signs they contain.
_plain_words: set[str] = set()
is_plain = _plain_words.__contains__
"""Returns whether a word is known to hint at nothing."""
_telling_words: dict[str, frozenset[str]] = {}
is_telling = _telling_words.__contains__
"""Returns whether a word is known to hint at something."""


def hints_in(words: Iterable[str]) -> Hints:
    """Returns the literals of names that a text of ``words`` may hold, and the rules that may find something in it."""
    words = list(filterfalse(is_plain, words))
    found = _signs_of(words) if words else None
    if not found:
        return _NOTHING
    literals, rules, cased = _hinted_at(found)
    if cased:
        shown, _ = readings(" ".join(words))
        rules += tuple([rule for rule in cased if rule.is_signed(shown)])
    return literals, rules


def _signs_of(words: list[str]) -> frozenset[str]:
    found: set[str] = set()
    new: list[str] = []
    for word in words:
        if (signs := _telling_words.get(word)) is not None:
            found |= signs
        else:
            new.append(word)
    if new:
        new = list(dict.fromkeys(new))
        signs = _signs_in(" ".join(new))
        _remember([word for word in new if len(word) <= _LONGEST], signs)
        found |= signs
    return frozenset(found)


def _remember(words: list[str], found: frozenset[str]) -> None:
    if len(_plain_words) > _PLAIN_MOST:
        _plain_words.clear()
    if len(_telling_words) > _TELLING_MOST:
        _telling_words.clear()
    if not found:
        _plain_words.update(words)
        return
    for word in words:
        _, lower = readings(word)
        if signs := [sign for sign in found if sign in lower]:
            _telling_words[word] = frozenset(signs)
        else:
            _plain_words.add(word)


def _signs_in(words: str) -> frozenset[str]:
    _, lower = readings(words)
    if look := _literal_scan():
        return look(lower)
    possible = [sign for end, signs in _signs_by_end().items() if end in lower for sign in signs]
    return frozenset([sign for sign in possible if sign in lower])


@cache
def _literal_scan() -> LiteralScan | None:
    return literal_scan(_SIGNS)


@cache
def _signs_by_end() -> dict[str, list[str]]:
    """Returns the signs by their last character, by which most are passed over: many end in a dash or a digit."""
    found: dict[str, list[str]] = {}
    for sign in _SIGNS:
        found.setdefault(sign[-1], []).append(sign)
    return found


@lru_cache(maxsize=1024)
def _hinted_at(found: frozenset[str]) -> tuple[tuple[str, ...], tuple[Rule, ...], tuple[Rule, ...]]:
    """Returns the literals that were found, the rules of signs in any case, and those whose signs have a case."""
    rules = [rule for rule, signs, needed in _BY_RULE if not found.isdisjoint(signs) and found >= needed]
    literals = tuple(literal for literal in LITERALS if literal in found)
    return literals, tuple(rule for rule in rules if not rule.mark), tuple(rule for rule in rules if rule.mark)


def readings(text: str) -> tuple[str, str]:
    """Returns ``text`` and its lower case, of equal length, with every character outside Latin-1 replaced by one byte.

    Such texts are searched many times as fast, and no pattern distinguishes the replaced characters.
    """
    if text.isascii():
        return text, text.lower()
    # The two letters outside ASCII whose lower case begins with an ASCII letter.
    shown = text.replace("\u212a", "k").replace("\u0130", "i").encode("latin-1", "replace")
    return shown.decode("latin-1"), shown.lower().decode("latin-1")
