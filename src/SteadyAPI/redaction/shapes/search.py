"""Searches texts for all that looks like a secret by its shape: by a name beside it, or by its own format."""

from collections.abc import Iterable, Sequence
from string import ascii_letters, digits

from SteadyAPI.redaction.encoded_forms.folding import View, views
from SteadyAPI.redaction.shapes.collections import collection_spans
from SteadyAPI.redaction.shapes.documents.sections import section_spans
from SteadyAPI.redaction.shapes.fields import field_spans
from SteadyAPI.redaction.shapes.hints import hints_in, readings
from SteadyAPI.redaction.shapes.notations.aligned_tables import aligned_spans
from SteadyAPI.redaction.shapes.notations.html_tables import html_table_spans
from SteadyAPI.redaction.shapes.notations.other_scripts import labelled_spans
from SteadyAPI.redaction.shapes.notations.statements import statement_spans
from SteadyAPI.redaction.shapes.notations.tables import table_spans
from SteadyAPI.redaction.shapes.rules import Rule

# The characters of names and signs. A fold that reveals none of them reveals no new name or sign.
_TELLING = frozenset(ascii_letters + digits + "_-@.$~/")


def shape_spans(
    text: str, folds: Iterable[View] | None = None, allowed: frozenset[str] = frozenset()
) -> list[tuple[int, int]]:
    """Returns start and end of every value in ``text``, or in a fold of it, that looks like a secret.

    ``folds`` are the decoded views of ``text`` if the caller has them already; ``allowed`` are texts and names that are
    not secrets.
    """
    literals, rules = hints_in(text)
    spans = _spans(text, literals, rules, allowed) if literals or rules else []
    if not text.isascii():
        spans += labelled_spans(text)
    for view in views(text) if folds is None else folds:
        # A fold that reveals no new name or sign needs the same literals and rules as the text itself.
        if view.revealed is None or not _TELLING.isdisjoint(view.revealed):
            literals, rules = hints_in(view.text)
        if literals or rules:
            spans += [
                view.source_span_of_value(start, end) for start, end in _spans(view.text, literals, rules, allowed)
            ]
    return spans


def format_spans(text: str) -> list[tuple[int, int]]:
    """Returns start and end of every token in ``text`` that has a known format, whatever its name."""
    _, rules = hints_in(text)
    _, lower = readings(text)
    return [span for rule in rules if rule.is_format and rule.needs in text for span in rule.spans(text, lower)]


def _spans(text: str, literals: Sequence[str], rules: Sequence[Rule], allowed: frozenset[str]) -> list[tuple[int, int]]:
    _, lower = readings(text)
    spans: list[tuple[int, int]] = []
    if literals:
        spans += field_spans(text, lower, literals, allowed)
        spans += collection_spans(text, lower, literals, allowed)
        if "\n" in text:
            spans += section_spans(text, lower, literals, allowed)
            spans += table_spans(text, lower, literals, allowed)
            spans += aligned_spans(text, lower, literals, allowed)
        if "<th" in lower:
            spans += html_table_spans(text, lower, allowed)
        if "into" in lower:
            spans += statement_spans(text, lower, allowed)
    for rule in rules:
        # Most rules that share a common word, such as "user", end here.
        if rule.needs in text:
            spans += rule.spans(text, lower)
    if allowed and spans:
        spans = [(start, end) for start, end in spans if text[start:end].strip().casefold() not in allowed]
    return spans
