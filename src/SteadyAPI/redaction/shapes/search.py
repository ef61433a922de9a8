"""Searches texts for all that looks like a secret by its shape: by a name beside it, or by its own format."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from SteadyAPI.redaction.index.sign_places import SignPlaces
from SteadyAPI.redaction.shapes.collections import collection_spans
from SteadyAPI.redaction.shapes.documents.declarations import declaration_spans
from SteadyAPI.redaction.shapes.documents.directories import directory_spans
from SteadyAPI.redaction.shapes.documents.rejected_values import may_show_rejected, rejected_spans
from SteadyAPI.redaction.shapes.documents.sections import section_spans
from SteadyAPI.redaction.shapes.documents.validation_errors import validation_spans
from SteadyAPI.redaction.shapes.fields import field_spans
from SteadyAPI.redaction.shapes.hints import hints_in, readings
from SteadyAPI.redaction.shapes.named_views import NamedView
from SteadyAPI.redaction.shapes.notations.forms import form_spans
from SteadyAPI.redaction.shapes.notations.languages.other_scripts import labelled_spans
from SteadyAPI.redaction.shapes.notations.statements import statement_spans
from SteadyAPI.redaction.shapes.rules import Rule
from SteadyAPI.redaction.shapes.tables.aligned_tables import aligned_spans
from SteadyAPI.redaction.shapes.tables.html_tables import html_table_spans
from SteadyAPI.redaction.shapes.tables.tables import table_spans

_INPUTS = ("input_value=", 'input"', "input'", "input\\")


def shape_spans(
    text: str,
    named: Iterable[NamedView],
    allowed: frozenset[str] = frozenset(),
    known: Iterable[tuple[int, int]] = (),
) -> list[tuple[int, int]]:
    """Returns start and end of every value that looks like a secret in ``text`` or in a fold of it.

    ``named`` are the ``named_views`` of ``text``; ``allowed`` are texts and names that are not secrets. Values that
    are ``known`` already, start and end of each, may be left out.
    """
    spans = [] if text.isascii() else list(labelled_spans(text))
    for view in named:
        found = _spans(view, allowed, dict(known) if view.view is None else None)
        spans += found if view.view is None else [view.view.source_span_of_value(*span) for span in found]
    return spans


def format_spans(text: str) -> list[tuple[int, int]]:
    """Returns start and end of every token in ``text`` that has a known format, whatever its name."""
    _, rules = hints_in(text.split())
    return _rule_spans(text, readings(text)[1], [rule for rule in rules if rule.is_format and rule.needs in text])


def _rule_spans(text: str, lower: str, rules: Sequence[Rule]) -> list[tuple[int, int]]:
    if not rules:
        return []
    places = SignPlaces(lower)
    return [span for rule in rules for span in rule.spans(text, places)]


def _spans(view: NamedView, allowed: frozenset[str], known: Mapping[int, int] | None) -> list[tuple[int, int]]:
    _, text, lower, literals, rules, names = view
    spans = _rule_spans(text, lower, rules)
    if names:
        spans += field_spans(text, lower, names, allowed, known)
    if literals:
        spans += _structure_spans(text, lower, literals, allowed)
    if allowed and spans:
        spans = [(start, end) for start, end in spans if text[start:end].strip().casefold() not in allowed]
    return spans


def _structure_spans(
    text: str, lower: str, literals: Sequence[str], allowed: frozenset[str]
) -> Iterator[tuple[int, int]]:
    if "[" in text or "{" in text:
        yield from collection_spans(text, lower, literals, allowed)
    if "]" in text or "name=" in lower:
        yield from form_spans(text, lower, allowed)
    if "\n" in text:
        yield from section_spans(text, lower, literals, allowed)
        yield from table_spans(text, lower, literals, allowed)
        yield from aligned_spans(text, lower, literals, allowed)
    if "input" in lower and any(map(lower.__contains__, _INPUTS)):
        yield from validation_spans(text, lower, literals, allowed)
    if may_show_rejected(lower):
        yield from rejected_spans(text, lower, literals, allowed)
    if "variable " in lower or "output " in lower or "parameter " in lower:
        yield from declaration_spans(text, lower, literals, allowed)
    if "::" in text:
        yield from directory_spans(text, lower, literals, allowed)
    yield from _spans_of_columns(text, lower, allowed)


def _spans_of_columns(text: str, lower: str, allowed: frozenset[str]) -> Iterator[tuple[int, int]]:
    if "<th" in lower:
        yield from html_table_spans(text, lower, allowed)
    if "into" in lower or "stdin" in lower:
        yield from statement_spans(text, lower, allowed)
