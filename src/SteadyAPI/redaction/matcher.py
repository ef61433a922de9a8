"""Finds known secrets in a text, also in nested escapes and encodings."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import ascii_letters, digits

from SteadyAPI.redaction.cut_values import CutValues, may_be_cut
from SteadyAPI.redaction.encoded_forms.byte_numbers import runs
from SteadyAPI.redaction.encoded_forms.dumps import Run
from SteadyAPI.redaction.encoded_forms.encoded_runs import encoded_runs
from SteadyAPI.redaction.encoded_forms.encodings import base64_words, words
from SteadyAPI.redaction.encoded_forms.folding import View, views
from SteadyAPI.redaction.encoded_forms.marks import marks_of
from SteadyAPI.redaction.encoded_forms.rare_escapes import rare_views
from SteadyAPI.redaction.index.index import Index
from SteadyAPI.redaction.index.joined_texts import JoinedTexts
from SteadyAPI.redaction.index.ngram import lower
from SteadyAPI.redaction.index.short_numbers import is_short_number
from SteadyAPI.redaction.index.word_index import WordIndex
from SteadyAPI.redaction.masking import LEAST

# No secret has it.
_BETWEEN = "\0\0"
_ENCODED = f"{ascii_letters}{digits}+/-_ :"
_ALIKE_MOST = 16


class Matcher:
    """All words of all secrets. One thread at a time may add; any number of threads may search meanwhile.

    The case of ASCII letters is ignored, except in words of fewer than six characters.
    """

    def __init__(self, index: Index | None = None) -> None:
        self._index: Index = WordIndex(self._is_covered) if index is None else index
        # In lower case, by what is masked; see ``Words``. A piece has its wholes, each with where it begins in it.
        self._exact: set[str] = set()
        self._base64: set[str] = set()
        self._pieces: dict[str, tuple[tuple[str, int], ...]] = {}
        # Words too short for the index, as they are written; and whether they may touch letters and digits.
        self._tiny: dict[str, bool] = {}
        self._cut = CutValues()
        self._characters = set(_ENCODED)
        # Whether a word, or a part of one between blanks, is a number that may stand in any message.
        self.has_short_numbers = False

    def add(self, secret: str) -> None:
        """Makes ``secret`` known; it has at least one character."""
        found = words(secret)
        self._tiny.update([(word, self._tiny.get(word, False)) for word in found.edged])
        self._tiny.update([(word, True) for word in found.exact if len(word) < LEAST])
        exact = [lower(word) for word in found.exact]
        base64 = [word.lower() for word in base64_words(secret)]
        # Before they are in the index, because then another thread may find them.
        self._exact.update(exact)
        self._base64.update(base64)
        # Enough, because all other words are pieces of these, base64 or hex.
        if others := _beside_encoded().sub("", "".join(exact)):
            self._characters.update(others)
        pieces = [self._add_piece(*piece) for piece in found.pieces]
        parts = [part for word in (*exact, *pieces, *found.in_runs, *base64) for part in word.split()]
        self.has_short_numbers = self.has_short_numbers or any(map(is_short_number, parts))
        self._cut.add(secret, (*exact, *map(lower, found.edged), *base64))
        self._index.add([word for word in exact if len(word) >= LEAST])
        self._index.add((*pieces, *found.in_runs, *base64))

    def _add_piece(self, piece: str, whole: str, place: int) -> str:
        piece = lower(piece)
        alike = self._pieces.get(piece, ())
        # What very many secrets have in common is only a prefix.
        if len(alike) < _ALIKE_MOST:
            self._pieces[piece] = (*alike, (lower(whole), place))
        return piece

    def _is_covered(self, piece: str, by: str) -> bool:
        """Returns whether ``piece`` is one of the secret ``by`` alone, so that it adds nothing where that is found."""
        wholes = self._pieces.get(piece)
        is_word = piece in self._exact or piece in self._base64
        return wholes is not None and not is_word and by in self._exact and all(whole == by for whole, _ in wholes)

    def is_silent(self, part: str) -> bool:
        """Returns whether ``part``, which stands between blanks, was searched and belongs to no secret."""
        return self._index.is_silent(part)

    def spans(
        self, text: str, folds: Iterable[View] | None = None, parts: list[str] | None = None
    ) -> list[tuple[int, int]]:
        """Returns start and end of every stretch of ``text`` that shows a secret or a piece of one.

        ``folds`` are the views of ``text``, if the caller has them already, and ``parts`` what stands between its
        blanks and may show something.
        """
        found = self._index.occurrences(text, parts)
        spans = self._in_view(text, found) if found or self._tiny or may_be_cut(text) else []
        marks = marks_of(text)
        if in_runs := runs(text, marks):
            spans += self._in_runs(in_runs)
        if encoded := encoded_runs(text):
            spans += self._in_encoded(encoded)
        if rare := rare_views(text, marks):
            spans += self._in_rare(rare)
        for view in views(text) if folds is None else folds:
            # If there was no word before folding, any word in this view contains a revealed character.
            may_show = found or view.revealed is None or not self._characters.isdisjoint(view.revealed)
            found = self._index.occurrences(view.text, view.text.split()) if may_show else []
            marks = marks_of(view.text)
            shown = self._in_view(view.text, found) + self._in_runs(runs(view.text, marks))
            shown += self._in_rare(rare_views(view.text, marks))
            if may_show:
                shown += self._in_encoded(encoded_runs(view.text))
            # A set, because most secrets are found as a whole and by their pieces, and the map is slow.
            spans += [view.source_span(start, end) for start, end in set(shown)]
        return spans

    def _in_view(self, text: str, found: list[tuple[int, str]]) -> list[tuple[int, int]]:
        # Lists, not generators: for the many texts without secrets, creating a generator takes longer than the search.
        spans = self._reached(text, found) if found else []
        if self._tiny:
            spans += self._tiny_spans(text)
        if may_be_cut(text):
            spans += self._cut.spans(lower(text))
        return spans

    def _in_encoded(self, encoded: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
        # All at once, because a long text may have thousands.
        joined = JoinedTexts([shown for shown, _, _ in encoded], _BETWEEN)
        found = self._index.occurrences(joined.text)
        return [encoded[number][1:] for number in {joined.number_at(start) for start, _ in found}]

    def _in_runs(self, in_runs: list[Run]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for run in in_runs:
            shown = self._in_view(run.text, self._index.occurrences(run.text))
            found += [run.source_span(start, end) for start, end in shown]
        return found

    def _in_rare(self, rare: list[tuple[View, int]]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for view, least in rare:
            shown = self._in_view(view.text, self._index.occurrences(view.text))
            found += [view.source_span(*span) for span in shown if span[1] - span[0] >= least]
        return found

    def _reached(self, text: str, found: list[tuple[int, str]]) -> list[tuple[int, int]]:
        """Returns the spans to mask for the words found; each run of base64 or hex is searched once."""
        spans: list[tuple[int, int]] = []
        run_end, in_lower, latest, offset, reached = 0, "", "", 0, 0
        for start, name in sorted(found):
            end = start + len(name)
            for whole, place in self._pieces.get(name, ()):
                # Pieces overlap: the next one of the same secret, within what was found, finds the same.
                if end > reached or place - start != offset or whole != latest:
                    in_lower = in_lower or lower(text)
                    spans.append(_like_whole(in_lower, start, end, whole, place))
                    latest, offset, reached = whole, place - start, spans[-1][1]
            if name in self._exact:
                spans.append((start, end))
            if end > run_end and name in self._base64:
                spans.append(_run_around(text, start, end))
                run_end = spans[-1][1]
        return spans

    def _tiny_spans(self, text: str) -> Iterator[tuple[int, int]]:
        for tiny, may_touch in tuple(self._tiny.items()):
            start = text.find(tiny)
            while start >= 0:
                end = start + len(tiny)
                if may_touch or not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                    yield start, end
                start = text.find(tiny, start + 1)


@cache
def _beside_encoded() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(_ENCODED)}]+")


@cache
def _run_end() -> re.Pattern[str]:
    return re.compile(r"[\w+/-]*+={0,2}+", re.ASCII)


def _run_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start and (text[start - 1] in "+/-_" or (text[start - 1].isalnum() and text[start - 1].isascii())):
        start -= 1
    tail = _run_end().match(text, end)
    return start, tail.end() if tail else end


def _like_whole(in_lower: str, start: int, end: int, whole: str, place: int) -> tuple[int, int]:
    """Returns how far a text is like ``whole`` around ``[start, end)``, which is what begins there at ``place``."""
    first = start - place
    if first >= 0 and in_lower.startswith(whole, first):
        return first, first + len(whole)
    after = place + end - start
    while start and place and in_lower[start - 1] == whole[place - 1]:
        start, place = start - 1, place - 1
    while after < len(whole) and in_lower[end : end + 1] == whole[after]:
        end, after = end + 1, after + 1
    return start, end
