"""Finds every occurrence of many words with ahocorasick_rs, the package of the extra ``[fast]``.

An automaton can't grow. So there are two: a big one and a small young one, which takes the new words and is merged
into the big one when it has outgrown a quarter of it. Both are built when the next text is searched, not before.
"""

import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any

from SteadyAPI.redaction.index.ngram import NgramIndex

_PACKAGE = "ahocorasick_rs"
_YOUNG = 400
_NOTHING: frozenset[str] = frozenset()


class Tier:
    """An automaton and the words it was built from."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.find: Any = import_module(_PACKAGE).AhoCorasick(words).find_matches_as_indexes


class AhoCorasickIndex:
    """Words in two tiers. Any thread may search while another adds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._added: list[str] = []
        # The big one, if there is one, and the young one, if it holds words.
        self._tiers: tuple[Tier, ...] = ()
        # Text with a lone surrogate can't be handed over to the package, nor can such a word.
        self._surrogate = NgramIndex()

    def add(self, word: str) -> None:
        """Adds a word; each is to be added once."""
        if _lone_surrogate().search(word):
            self._surrogate.add(word)
        else:
            with self._lock:
                self._added.append(word)

    def occurrences(self, text: str) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence, in no certain order, overlapping ones too."""
        if self._added:
            self._grow()
        try:
            return [
                (start, tier.words[number])
                for tier in self._tiers
                for number, start, _ in tier.find(text, overlapping=True)
            ]
        except UnicodeEncodeError:
            found = self.occurrences(_lone_surrogate().sub("\ufffd", text))
            return found + self._surrogate.occurrences(text)

    def _grow(self) -> None:
        with self._lock:
            big = self._tiers[0].words if self._tiers else []
            young = [word for tier in self._tiers[1:] for word in tier.words] + self._added
            if not self._tiers or len(young) > max(_YOUNG, len(big) // 4):
                self._tiers = (Tier(big + young),)
            else:
                self._tiers = (self._tiers[0], Tier(young))
            self._added = []


def fastest_index() -> AhoCorasickIndex | NgramIndex:
    """Returns the automaton if its package is installed, else the index in pure Python."""
    return NgramIndex() if find_spec(_PACKAGE) is None else AhoCorasickIndex()


class LiteralScan:
    """Tells which of a few literals a text may hold; it looks at many characters at once."""

    def __init__(self, literals: tuple[str, ...]) -> None:
        package = import_module(_PACKAGE)
        # Only in this mode, which finds one literal at a place, is the package that fast. So a literal found stands for
        # those, too, that may begin within it.
        self._automaton: Any = package.AhoCorasick(literals, matchkind=package.MatchKind.LeftmostFirst)
        self._literals = literals
        self._found: dict[int, frozenset[str]] = {}

    def __call__(self, text: str) -> frozenset[str]:
        """Returns the literals that ``text``, which holds no surrogates, may hold; none is missing."""
        found: set[int] = {number for number, _, _ in self._automaton.find_matches_as_indexes(text)}
        if len(found) == 1:
            return self._stands_for(found.pop())
        return _NOTHING.union(*map(self._stands_for, found))

    def _stands_for(self, number: int) -> frozenset[str]:
        stands = self._found.get(number)
        if stands is None:
            literal = self._literals[number]
            stands = frozenset(other for other in self._literals if _may_begin_in(literal, other))
            self._found[number] = stands
        return stands


def _may_begin_in(literal: str, other: str) -> bool:
    ends = [literal[place:] for place in range(len(literal))]
    return any(other.startswith(end) or end.startswith(other) for end in ends)


def literal_scan(literals: tuple[str, ...]) -> LiteralScan | None:
    """Returns what looks for ``literals`` at once, if its package is installed."""
    return None if find_spec(_PACKAGE) is None else LiteralScan(literals)


@cache
def _lone_surrogate() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff]")
