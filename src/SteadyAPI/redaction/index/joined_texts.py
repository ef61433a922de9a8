"""Many texts searched as one: which of them a place in the joined text belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate


class JoinedTexts:
    """Texts with a separator between them, which no match contains."""

    __slots__ = ("_between", "_ends", "_texts", "text")

    def __init__(self, texts: Sequence[str], between: str) -> None:
        self._texts = texts
        self._between = len(between)
        self.text = between.join(texts)
        self._ends: list[int] = []

    def start_of(self, number: int) -> int:
        """Returns where the text of that number begins in the joined text."""
        return self._places()[number] - len(self._texts[number]) - self._between

    def number_at(self, place: int) -> int:
        """Returns the number of the text that contains the character at ``place``."""
        return bisect_right(self._places(), place)

    def located(self, place: int) -> tuple[int, int]:
        """Returns the number of the text that contains the character at ``place``, and where it stands in that text."""
        places = self._places()
        number = bisect_right(places, place)
        return number, place - places[number] + len(self._texts[number]) + self._between

    def touched(self, start: int, end: int) -> range:
        """Returns the numbers of the texts that the stretch ``[start, end)`` touches, also those it only ends at."""
        places = self._places()
        first = bisect_left(places, start + self._between)
        return range(first, min(bisect_right(places, end, first), len(places) - 1) + 1)

    def _places(self) -> list[int]:
        """Returns where each text and its separator end. Made when needed, because most texts show nothing."""
        if not self._ends:
            self._ends = list(accumulate([len(text) + self._between for text in self._texts]))
        return self._ends
