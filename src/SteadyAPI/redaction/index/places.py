"""Where a word may begin or end in a text that was cut, by its first or last characters."""

from bisect import bisect_left
from collections.abc import Container

CUT_LEAST = 3
"""So many characters of a word at least are left where a text was cut."""


class Places:
    """Positions where a word may begin or end, by its first or last three characters; each is checked once."""

    def __init__(self, text: str, known: Container[str]) -> None:
        self._text = text
        self._known = known
        self._looked_at = 0
        self._places: list[int] = []

    def between(self, first: int, end: int) -> list[int]:
        """Returns the positions from ``first`` up to ``end``, in order. Neither may be lower than in the last call."""
        end = min(end, len(self._text))
        if end > self._looked_at:
            text, known = self._text, self._known
            new = range(max(first, self._looked_at), end)
            self._places += [place for place in new if text[place : place + CUT_LEAST] in known]
            self._looked_at = end
        if not self._places or self._places[-1] < first:
            return []
        return self._places[bisect_left(self._places, first) : bisect_left(self._places, end)]
