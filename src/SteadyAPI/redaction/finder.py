"""Everything that finds secrets in a text: the known ones and the shapes, which look at the same views of it."""

from SteadyAPI.redaction.folding import Folds, may_fold
from SteadyAPI.redaction.masking import Finder
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.rules import shape_spans


def finder_of(matcher: Matcher | None) -> Finder:
    """Returns what finds the secrets of ``matcher``, if there is one, and all that looks like a secret."""

    def spans(text: str) -> list[tuple[int, int]]:
        folds = Folds(text) if may_fold(text) else ()
        known = [] if matcher is None else matcher.spans(text, folds)
        return known + shape_spans(text, folds)

    return spans
