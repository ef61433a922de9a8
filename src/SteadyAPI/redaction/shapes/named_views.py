"""Reads which names of secrets stand in a text and its views, and whether they are too many to look at each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from string import ascii_letters, digits
from typing import NamedTuple

from SteadyAPI.redaction.encoded_forms.folding import View
from SteadyAPI.redaction.index.literal_scan import LiteralScan, literal_scan
from SteadyAPI.redaction.shapes.fields import value_names
from SteadyAPI.redaction.shapes.hints import Hints, hints_in, readings
from SteadyAPI.redaction.shapes.rules import DEFAULT_RULES, Rule
from SteadyAPI.redaction.shapes.secret_names import literals_of_names

# The characters of names and signs. A fold that reveals none of them reveals no new name or sign.
_TELLING = frozenset(ascii_letters + digits + "_-@.$~/")
# What more rules need is looked for by one search for all.
_FEW = 100
# So many names, so close to each other, are no text that somebody reads, and looking at each takes long: all is masked.
# They are counted over all views, because each is looked at in every view.
_CROWD, _CROWDED, _CROWDED_IN_ALL = 1_000, 12, 8


class NamedView(NamedTuple):
    """A text, or a ``view`` of it, with its names of secrets, in order, and the rules that may find something in it."""

    view: View | None
    text: str
    lower: str
    literals: Sequence[str]
    rules: Sequence[Rule]
    names: list[re.Match[str]]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Returns the stretch of the original text that ``[start, end)`` was made from."""
        return (start, end) if self.view is None else self.view.source_span(start, end)


def named_views(text: str, folds: Iterable[View], words: Iterable[str]) -> Iterable[NamedView]:
    """Returns ``text`` and those of its ``folds`` in which something may look like a secret; folds are read later.

    ``words`` are those of ``text`` that may hint at something.
    """
    hints = hints_in(words)
    named = _read(None, text, hints)
    found = [] if named is None else [named]
    return chain(found, _named_folds(folds, hints)) if folds else found


def _named_folds(folds: Iterable[View], hints: Hints) -> Iterator[NamedView]:
    for view in folds:
        # A fold that reveals no new name or sign needs the same literals and rules as the text itself.
        if view.revealed is None or not _TELLING.isdisjoint(view.revealed):
            hints = hints_in(view.text.split())
        if named := _read(view, view.text, hints):
            yield named if view.going_on is None else _of_joins(named, view)


def crowd_among(named: Iterable[NamedView]) -> tuple[list[NamedView], tuple[int, int] | None]:
    """Returns ``named`` up to the view in which there is a crowd of names, and from where to where in the source.

    It goes from its first name to its last.
    """
    read: list[NamedView] = []
    in_all = widest = 0
    for one in named:
        read.append(one)
        if names := one.names:
            in_all += len(names)
            widest = max(widest, names[-1].start() - names[0].start())
            if _is_crowd(len(names), in_all, widest):
                most = max(read, key=lambda view: len(view.names))
                return read, most.source_span(most.names[0].start(), most.names[-1].start())
    return read, None


def _needed(rules: Sequence[Rule], text: str) -> Sequence[Rule]:
    """Returns ``rules`` without those that need something else than ``text`` has: many share a common word."""
    if len(rules) > _FEW and (look := _scan_of_needs()):
        # Half of a surrogate pair, which the scan doesn't take, is no part of what a rule needs.
        found = look(text if text.isascii() else text.encode("utf-8", "replace").decode())
        return [rule for rule in rules if not rule.needs or rule.needs in found]
    return [rule for rule in rules if rule.needs in text]


@cache
def _scan_of_needs() -> LiteralScan | None:
    return literal_scan(tuple(dict.fromkeys([rule.needs for rule in DEFAULT_RULES if rule.needs])))


def _read(view: View | None, text: str, hints: Hints) -> NamedView | None:
    """Returns ``text`` with what may stand in it of all that ``hints`` tell, ``None`` if that is nothing."""
    if not any(hints):
        return None
    _, lower = readings(text)
    literals, rules = literals_of_names(lower, hints[0]), _needed(hints[1], text)
    if not rules and not literals:
        return None
    return NamedView(view, text, lower, literals, rules, value_names(lower, literals) if literals else [])


def _of_joins(named: NamedView, view: View) -> NamedView:
    """Returns the names of a ``view`` that only joins lines which a join may change: the others are those of before."""
    names = [name for name in named.names if view.is_joined_at(*name.span())]
    return named._replace(names=names, literals=named.literals if names or view.going_on else ())


def _is_crowd(number: int, in_all: int, distance: int) -> bool:
    """Returns whether the ``number`` of names in a view, or those ``in_all`` views so far, stand too close."""
    if in_all <= _CROWD:
        return False
    return (number > _CROWD and number * _CROWDED > distance) or in_all * _CROWDED_IN_ALL > distance
