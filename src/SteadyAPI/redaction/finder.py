"""Finds known secrets and what looks like a secret. Both searches use the same views of a text."""

from collections.abc import Iterable
from itertools import filterfalse

from SteadyAPI.redaction.encoded_forms.folding import Folds, View, may_fold
from SteadyAPI.redaction.index.joined_texts import JoinedTexts
from SteadyAPI.redaction.index.short_numbers import is_short_number
from SteadyAPI.redaction.masking import LEAST, ROUNDS, replace, union
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.shapes.hints import is_plain, is_telling
from SteadyAPI.redaction.shapes.named_views import NamedView, crowd_among, named_views
from SteadyAPI.redaction.shapes.search import shape_spans

# Separates joined texts: like the end of a text, it ends every match; it is never part of a match and never folded.
# More than one character, because a few patterns allow one or two blanks of any kind.
_BETWEEN = "\r\r\r"
_TEXTS_JOINED = 256
# What is known and goes over the edge of a crowd begins or ends within so many characters.
_OVERLAP = 256
_CLEAN_MOST = 20_000
_MANY = 100


class SecretFinder:
    """Finds the secrets of ``matcher``, if there is one, and all that looks like a secret.

    Texts in ``allowed`` (casefolded) are not found, nor are values whose name is one of them.
    """

    def __init__(self, matcher: Matcher | None, allowed: frozenset[str] = frozenset()) -> None:
        self._matcher = matcher
        self._allowed = allowed
        # Words that show nothing, whatever stands beside them. Most messages repeat words.
        self._clean: set[str] = set()

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Returns start and end of all that is to be masked in ``text``."""
        if len(text) < LEAST and text.isascii() and text.isalnum():
            # Too short for anything but a short secret registered with ``force``.
            return [] if self._matcher is None else self._matcher.spans(text, ())
        folds = Folds(text) if may_fold(text) else ()
        words = self._words_of(text)
        if not words and not folds and text.isascii():
            # In most messages, nothing hints at a shape.
            return [] if self._matcher is None else self._matcher.spans(text, (), words)
        named, crowd = crowd_among(named_views(text, folds, words))
        return self._around(text, crowd) if crowd else self._found(text, folds, named, words)

    def _found(
        self, text: str, folds: Iterable[View], named: Iterable[NamedView], words: list[str]
    ) -> list[tuple[int, int]]:
        known = self._known(text, folds, words)
        known = union(known) if known else known
        return known + shape_spans(text, named, self._allowed, known)

    def _known(self, text: str, folds: Iterable[View], words: list[str]) -> list[tuple[int, int]]:
        found = [] if self._matcher is None else self._matcher.spans(text, folds, words)
        if words:
            self._note_clean(words)
        return found

    def _words_of(self, text: str) -> list[str]:
        """Returns the words of ``text`` that may show something, in order."""
        words = list(filterfalse(self._clean.__contains__, text.split()))
        # Most messages show another number than those before; a short one is no secret and hints at none.
        if words and (self._matcher is None or not self._matcher.has_short_numbers):
            if len(words) < _MANY:
                return [word for word in words if not is_short_number(word)]
            # A long text repeats them.
            numbers = set(filter(is_short_number, set(words)))
            return list(filterfalse(numbers.__contains__, words))
        return words

    def _note_clean(self, words: list[str]) -> None:
        """Notes those of ``words``, whose text was searched, that belong to no secret and hint at nothing."""
        if len(self._clean) > _CLEAN_MOST:
            self._clean.clear()
        # A set, because a long text repeats its words.
        if new := set(filterfalse(is_telling, words)):
            plain = filter(is_plain, new)
            self._clean.update(plain if self._matcher is None else filter(self._matcher.is_silent, plain))

    def _around(self, text: str, crowd: tuple[int, int]) -> list[tuple[int, int]]:
        """Returns a ``crowd`` of names, and what is to be masked before and behind it."""
        first, last = crowd
        spans = [crowd]
        # What is known may begin before the crowd, or end behind it.
        for start, end in ((0, min(first + _OVERLAP, last)), (max(last - _OVERLAP, first), len(text))):
            part = text[start:end]
            folds = Folds(part)
            words = self._words_of(part)
            found = self._found(part, folds, named_views(part, folds, words), words)
            spans += [(start + begin, start + finish) for begin, finish in found]
        return spans

    def masked_among(self, texts: list[str]) -> dict[str, str]:
        """Masks many short texts by one search of all, repeated for those that changed.

        Returns the masked text by text, the same object if it shows nothing. Texts that have to be searched by
        themselves are missing.
        """
        # A backslash at the end would be an escape together with what follows it.
        shown = {text: text for text in texts if not text.endswith("\\")}
        changed = list(shown)
        for _ in range(ROUNDS):
            parts = [changed[begin : begin + _TEXTS_JOINED] for begin in range(0, len(changed), _TEXTS_JOINED)]
            changed = [text for part in parts for text in self._mask_part(part, shown)]
        return shown

    def _mask_part(self, texts: list[str], shown: dict[str, str]) -> list[str]:
        """Masks once more how ``texts`` are ``shown``, or removes them from it; returns those that have changed."""
        changed: list[str] = []
        for number, spans in self._found_among([shown[text] for text in texts]).items():
            text = texts[number]
            if spans is None:
                del shown[text]
            elif (replaced := replace(shown[text], spans)) != shown[text]:
                shown[text] = replaced
                changed.append(text)
        return changed

    def _found_among(self, texts: list[str]) -> dict[int, list[tuple[int, int]] | None]:
        """Returns the spans of every text in which something is found, by its number; ``None`` if uncertain.

        What is found in a text alone is also found in the joined text, there maybe as part of a longer match. Known
        secrets are found in the same places, unless a second fold treats a character differently from the first.
        """
        joined = JoinedTexts(texts, _BETWEEN)
        folds = Folds(joined.text) if may_fold(joined.text) else ()
        words = self._words_of(joined.text)
        named, crowd = crowd_among(named_views(joined.text, folds, words))
        if crowd:
            return dict.fromkeys(range(len(texts)))
        known = self._known(joined.text, folds, words)
        shapes = shape_spans(joined.text, named, self._allowed)
        found: dict[int, list[tuple[int, int]] | None] = {}
        for start, end in known:
            touched = joined.touched(start, end)
            number = touched.start
            begin = joined.start_of(number)
            spans = found.setdefault(number, [])
            is_certain = len(touched) == 1 and texts[number].isascii() and texts[number].isprintable()
            if spans is None or not is_certain:
                found.update(dict.fromkeys(touched))
            else:
                spans.append((start - begin, end - begin))
        for start, end in shapes:
            found.update(dict.fromkeys(joined.touched(start, end)))
        return found
