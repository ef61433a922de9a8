"""Everything that finds secrets in a text: the known ones and the shapes, which look at the same views of it."""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from SteadyAPI.redaction.encoded_forms.folding import Folds, may_fold
from SteadyAPI.redaction.masking import LEAST
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.shapes.rules import shape_spans

# It ends what the end of a text ends, is no part of anything that is looked for, and nothing can be folded for it.
_BETWEEN = "\r"


class SecretFinder:
    """Finds the secrets of ``matcher``, if there is one, and all that looks like a secret.

    Nothing is found that is one of the texts ``allowed``, nor behind one of them as a name; they are casefolded.
    """

    def __init__(self, matcher: Matcher | None, allowed: frozenset[str] = frozenset()) -> None:
        self._matcher = matcher
        self._allowed = allowed

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Returns start and end of all that is to be masked in ``text``."""
        if len(text) < LEAST and text.isascii() and text.isalnum():
            # Such as the numbers of a loop: nothing but a short secret that was forced can stand in so little.
            return [] if self._matcher is None else self._matcher.spans(text, ())
        folds = Folds(text) if may_fold(text) else ()
        known = [] if self._matcher is None else self._matcher.spans(text, folds)
        return known + shape_spans(text, folds, self._allowed)

    def clean_among(self, texts: list[str]) -> list[str]:
        """Returns texts in which nothing is found, by one look at all that can't be folded; some may be missing.

        What is found in a text by itself is found among others, too, or something longer is that touches the text.
        """
        plain = [text for text in texts if not may_fold(text)]
        joined = _BETWEEN.join(plain)
        known = [] if self._matcher is None else self._matcher.spans(joined, ())
        spans = known + shape_spans(joined, (), self._allowed)
        if not spans:
            return plain
        # The place behind each text and what is between it and the next one.
        ends = list(accumulate(len(text) + len(_BETWEEN) for text in plain))
        touched: set[int] = set()
        for start, end in spans:
            touched.update(range(bisect_left(ends, start + len(_BETWEEN)), bisect_right(ends, end) + 1))
        return [text for number, text in enumerate(plain) if number not in touched]
