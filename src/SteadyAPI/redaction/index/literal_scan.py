"""Finds which of a few literals a text contains, with ahocorasick_rs, the package of the extra ``[fast]``."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

_PACKAGE = "ahocorasick_rs"
_NOTHING: frozenset[str] = frozenset()


class LiteralScan:
    """Finds which of a few literals a text contains, also those within others."""

    def __init__(self, literals: tuple[str, ...]) -> None:
        self._automaton: Any = import_module(_PACKAGE).AhoCorasick(literals)
        self._literals = literals

    def __call__(self, text: str) -> frozenset[str]:
        """Returns all literals that ``text`` contains, which must not contain surrogates."""
        literals = self._literals
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return frozenset([literals[number] for number, _, _ in found]) if found else _NOTHING


def literal_scan(literals: tuple[str, ...]) -> LiteralScan | None:
    """Returns a scan for ``literals``, or ``None`` if the package isn't installed."""
    return None if find_spec(_PACKAGE) is None else LiteralScan(literals)
