"""Searches texts for all that looks like a secret by its shape: by a name beside it, or by its own format."""

import re
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_letters, digits

from SteadyAPI.redaction.encoded_forms.folding import View, views
from SteadyAPI.redaction.shapes.collections import collection_spans
from SteadyAPI.redaction.shapes.documents.sections import section_spans
from SteadyAPI.redaction.shapes.fields import field_spans, value_names
from SteadyAPI.redaction.shapes.hints import hints_in, readings
from SteadyAPI.redaction.shapes.notations.aligned_tables import aligned_spans
from SteadyAPI.redaction.shapes.notations.html_tables import html_table_spans
from SteadyAPI.redaction.shapes.notations.other_scripts import labelled_spans
from SteadyAPI.redaction.shapes.notations.statements import statement_spans
from SteadyAPI.redaction.shapes.notations.tables import table_spans
from SteadyAPI.redaction.shapes.rules import Rule

# The characters of names and signs. A fold that reveals none of them reveals no new name or sign.
_TELLING = frozenset(ascii_letters + digits + "_-@.$~/")

# So many names, so close to each other, are no text that somebody reads, and looking at each takes long: all is masked.
# They are counted over all views, because each is looked at in every view.
_CROWD, _CROWDED, _CROWDED_IN_ALL = 1_000, 12, 8


def shape_spans(
    text: str, folds: Iterable[View] | None = None, allowed: frozenset[str] = frozenset()
) -> list[tuple[int, int]]:
    """Returns start and end of every value in ``text``, or in a fold of it, that looks like a secret.

    ``folds`` are the decoded views of ``text`` if the caller has them already; ``allowed`` are texts and names that are
    not secrets.
    """
    literals, rules = hints_in(text)
    crowd, spans, names = _spans(text, literals, rules, allowed) if literals or rules else ([], [], 0)
    spans += crowd
    if not text.isascii():
        spans += labelled_spans(text)
    for view in views(text) if folds is None else folds:
        # A fold that reveals no new name or sign needs the same literals and rules as the text itself.
        if view.revealed is None or not _TELLING.isdisjoint(view.revealed):
            literals, rules = hints_in(view.text)
        if literals or rules:
            crowd, values, names = _spans(view.text, literals, rules, allowed, names)
            spans += [view.source_span_of_value(start, end) for start, end in values]
            spans += [view.source_span(start, end) for start, end in crowd]
    return spans


def format_spans(text: str) -> list[tuple[int, int]]:
    """Returns start and end of every token in ``text`` that has a known format, whatever its name."""
    _, rules = hints_in(text)
    return _rule_spans(text, readings(text)[1], [rule for rule in rules if rule.is_format])


def _rule_spans(text: str, lower: str, rules: Sequence[Rule]) -> list[tuple[int, int]]:
    # Most rules that share a common word, such as "user", end at what else they need.
    return [span for rule in rules if rule.needs in text for span in rule.spans(text, lower)]


def _spans(
    text: str, literals: Sequence[str], rules: Sequence[Rule], allowed: frozenset[str], before: int = 0
) -> tuple[list[tuple[int, int]], list[tuple[int, int]], int]:
    """Returns the crowd of names in ``text``, if there is one, what looks like a secret, and the names seen so far.

    The latter are those ``before`` and those in ``text``.
    """
    _, lower = readings(text)
    crowd: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    if literals:
        names = value_names(lower, literals)
        before += len(names)
        if _is_crowd(names, before):
            crowd.append((names[0].start(), names[-1].start()))
            names = names[-1:]
        spans += field_spans(text, lower, names, allowed)
        spans += _structure_spans(text, lower, literals, allowed)
    spans += _rule_spans(text, lower, rules)
    if allowed and spans:
        spans = [(start, end) for start, end in spans if text[start:end].strip().casefold() not in allowed]
    return crowd, spans, before


def _structure_spans(
    text: str, lower: str, literals: Sequence[str], allowed: frozenset[str]
) -> Iterator[tuple[int, int]]:
    yield from collection_spans(text, lower, literals, allowed)
    if "\n" in text:
        yield from section_spans(text, lower, literals, allowed)
        yield from table_spans(text, lower, literals, allowed)
        yield from aligned_spans(text, lower, literals, allowed)
    if "<th" in lower:
        yield from html_table_spans(text, lower, allowed)
    if "into" in lower:
        yield from statement_spans(text, lower, allowed)


def _is_crowd(names: Sequence[re.Match[str]], in_all: int) -> bool:
    """Returns whether ``names`` stand too close to each other; ``in_all`` is how many there are in all views so far."""
    if in_all <= _CROWD or not names:
        return False
    distance = names[-1].start() - names[0].start()
    return (len(names) > _CROWD and len(names) * _CROWDED > distance) or in_all * _CROWDED_IN_ALL > distance
