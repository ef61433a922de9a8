"""Where a word may begin or end in a text that was cut, by its first or last characters."""

from bisect import bisect_left
from collections.abc import Container

CUT_LEAST = 3
"""So many characters of a word at least are left where a text was cut."""
# Where cuts are that close to each other, so much more is looked at for those that follow.
_AT_ONCE = 256


class Places:
    """Positions where a word may begin or end, by its first or last three characters; each is checked once."""

    def __init__(self, text: str, known: Container[str]) -> None:
        self._text = text
        self._known = known
        self._looked_at = 0
        self._places: list[int] = []

    def between(self, first: int, end: int) -> list[int]:
        """Returns the positions from ``first`` up to ``end``, in order. Neither may be lower than in the last call."""
        places = self._places
        if end > self._looked_at:
            text, known = self._text, self._known
            is_near = self._looked_at and first < self._looked_at + _AT_ONCE
            beyond = end + _AT_ONCE if is_near else end
            new = range(max(first, self._looked_at), min(beyond, len(text)))
            places += [place for place in new if text[place : place + CUT_LEAST] in known]
            self._looked_at = beyond
        if not places or places[-1] < first:
            return []
        return places[bisect_left(places, first) : bisect_left(places, end)]
