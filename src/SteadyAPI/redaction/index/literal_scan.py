"""Finds which of a few literals a text may contain, with ahocorasick_rs, the package of the extra ``[fast]``."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

_PACKAGE = "ahocorasick_rs"
_NOTHING: frozenset[str] = frozenset()


class LiteralScan:
    """Finds which of a few literals a text may contain."""

    def __init__(self, literals: tuple[str, ...]) -> None:
        package = import_module(_PACKAGE)
        # The fastest mode. It finds no overlapping literals, so each literal found stands for all that may begin in it.
        self._automaton: Any = package.AhoCorasick(literals, matchkind=package.MatchKind.LeftmostFirst)
        self._literals = literals
        self._found: dict[int, frozenset[str]] = {}

    def __call__(self, text: str) -> frozenset[str]:
        """Returns all literals that ``text`` contains, maybe some more. ``text`` must not contain surrogates."""
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
    """Returns a scan for ``literals``, or ``None`` if the package isn't installed."""
    return None if find_spec(_PACKAGE) is None else LiteralScan(literals)
