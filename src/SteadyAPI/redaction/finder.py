"""Finds known secrets and what looks like a secret. Both searches use the same views of a text."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from SteadyAPI.redaction.encoded_forms.folding import Folds, may_fold
from SteadyAPI.redaction.masking import LEAST
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.shapes.rules import shape_spans

# Separates joined texts: like the end of a text, it ends every match; it is never part of a match and never folded.
_BETWEEN = "\r"


class SecretFinder:
    """Finds the secrets of ``matcher``, if there is one, and all that looks like a secret.

    Texts in ``allowed`` (casefolded) are not found, nor are values whose name is one of them.
    """

    def __init__(self, matcher: Matcher | None, allowed: frozenset[str] = frozenset()) -> None:
        self._matcher = matcher
        self._allowed = allowed

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Returns start and end of all that is to be masked in ``text``."""
        if len(text) < LEAST and text.isascii() and text.isalnum():
            # Too short for anything but a short secret registered with ``force``.
            return [] if self._matcher is None else self._matcher.spans(text, ())
        folds = Folds(text) if may_fold(text) else ()
        known = [] if self._matcher is None else self._matcher.spans(text, folds)
        return known + shape_spans(text, folds, self._allowed)

    def clean_among(self, texts: list[str]) -> list[str]:
        """Returns texts in which nothing is found, by one search of all that can't be folded; some may be missing.

        What is found in a text alone is also found in the joined text, there maybe as part of a longer match.
        """
        plain = [text for text in texts if not may_fold(text)]
        joined = _BETWEEN.join(plain)
        known = [] if self._matcher is None else self._matcher.spans(joined, ())
        spans = known + shape_spans(joined, (), self._allowed)
        if not spans:
            return plain
        # The end of each text and its separator.
        ends = list(accumulate(len(text) + len(_BETWEEN) for text in plain))
        touched: set[int] = set()
        for start, end in spans:
            touched.update(range(bisect_left(ends, start + len(_BETWEEN)), bisect_right(ends, end) + 1))
        return [text for number, text in enumerate(plain) if number not in touched]
