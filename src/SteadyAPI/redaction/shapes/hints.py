"""Finds out which names and formats of secrets a text may show, so that nothing else is looked for.

Names and signs contain no blanks, and messages repeat their words. So words that hint at nothing are remembered, and
what some few other words hint at together.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from SteadyAPI.redaction.index.literal_scan import LiteralScan, literal_scan
from SteadyAPI.redaction.shapes.rules import DEFAULT_RULES, Rule
from SteadyAPI.redaction.shapes.secret_names import LITERALS, literals_in

# The literals of names that a text may hold, and the rules that may find something in it.
Hints = tuple[Sequence[str], Sequence[Rule]]

_AT = "@"
_AT_RULES = tuple(rule for rule in DEFAULT_RULES if rule.signs == (_AT,))
_BY_WORD = tuple((rule.signs[0], rule) for rule in DEFAULT_RULES if not rule.mark)
_BY_MARK = tuple((rule.mark, rule) for rule in DEFAULT_RULES if rule.mark and rule not in _AT_RULES)
_SIGNED = tuple(rule for _, rule in (*_BY_WORD, *_BY_MARK))
_NOTHING: Hints = ((), ())
_PLAIN_LONGEST, _PLAIN_MOST = 40, 20_000
_FEW_LONGEST, _FEW_MOST = 100, 1_000
# Words that hint at nothing, and the hints of others by the words joined.
_plain_words: set[str] = set()
_hints_of: dict[str, Hints] = {}


@cache
def _literal_scan() -> LiteralScan | None:
    return literal_scan((*LITERALS, *frozenset().union(*[rule.lower_signs for rule in _SIGNED])))


@lru_cache(maxsize=1024)
def _hinted_at(found: frozenset[str]) -> tuple[tuple[str, ...], tuple[Rule, ...]]:
    rules = tuple(rule for rule in _SIGNED if not found.isdisjoint(rule.lower_signs))
    return tuple(literal for literal in LITERALS if literal in found), rules


def hints_in(text: str) -> Hints:
    """Returns the literals of names that ``text`` may hold, and the rules that may find something in it."""
    telling = set(text.split()).difference(_plain_words)
    if not telling:
        return _NOTHING
    words = " ".join(telling)
    hints = _hints_of.get(words)
    if hints is None:
        hints = _hints_in(words)
        _remember(telling, words, hints)
    return hints


def _remember(telling: set[str], words: str, hints: Hints) -> None:
    literals, rules = hints
    signs = [*literals, *chain.from_iterable([rule.lower_signs for rule in rules])]
    if len(_plain_words) > _PLAIN_MOST:
        _plain_words.clear()
    _plain_words.update([word for word in telling if len(word) <= _PLAIN_LONGEST and not _has_one(word, signs)])
    if len(_hints_of) > _FEW_MOST:
        _hints_of.clear()
    if signs and len(words) <= _FEW_LONGEST:
        _hints_of[words] = hints


def _has_one(word: str, signs: list[str]) -> bool:
    # A letter outside ASCII may stand for a letter of a sign.
    return bool(signs) and (not word.isascii() or any(map(word.lower().__contains__, signs)))


def _hints_in(words: str) -> Hints:
    shown, lower = readings(words)
    look = _literal_scan()
    literals: Sequence[str]
    rules: Sequence[Rule]
    if look is None:
        literals = literals_in(lower)
        rules = [rule for sign, rule in _BY_WORD if sign in lower]
        rules += [rule for mark, rule in _BY_MARK if mark in shown and rule.is_signed(shown)]
    else:
        found = look(lower)
        literals, rules = _hinted_at(found) if found else ((), ())
        # The scan names all that may begin in what it found; looking once saves looking in every view.
        literals = [literal for literal in literals if literal in lower]
        rules = [rule for rule in rules if (rule.is_signed(shown) if rule.mark else rule.signs[0] in lower)]
    return literals, (*rules, *_AT_RULES) if _AT in shown else rules


def readings(text: str) -> tuple[str, str]:
    """Returns ``text`` and its lower case, of equal length, with every character outside Latin-1 replaced by one byte.

    Such texts are searched many times as fast, and no pattern distinguishes the replaced characters.
    """
    if text.isascii():
        return text, text.lower()
    # The two letters outside ASCII whose lower case begins with an ASCII letter.
    shown = text.replace("\u212a", "k").replace("\u0130", "i").encode("latin-1", "replace")
    return shown.decode("latin-1"), shown.lower().decode("latin-1")
