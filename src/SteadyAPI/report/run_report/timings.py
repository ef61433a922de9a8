"""How long many calls took: exact as long as they are few, within 1 % when they are many, in little memory."""

from array import array
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from math import ceil, log

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The bounds of the distribution, in seconds."""
MOST_EXACT = 10_000
_FEWEST_FOR_MEDIAN, _FEWEST_FOR_TAIL = 5, 20
_MEDIAN = 50
# Each class is 2 % wider than the one before, and stands for the value in its middle: 1 % off at most.
_WIDER = 1.02
_LOG_WIDER = log(_WIDER)
_SHORTEST = 1e-6


class Timings:
    """How long calls took, in seconds.

    Up to 10,000 are kept one by one, 8 bytes each. From there on, 10,000 at a time are counted in classes, each 2 %
    wider than the one before (as in DDSketch, Masson and others 2019); from a microsecond to an hour there are 1,100.
    """

    def __init__(self) -> None:
        self._seconds = array("d")
        self._classes: Counter[int] = Counter()
        self._distribution = [0] * (len(BOUNDS) + 1)
        self._is_sorted = True
        self._count = 0
        self.total = 0.0
        self.longest = 0.0
        """The longest; 0 when there is none."""

    def __len__(self) -> int:
        return self._count

    def add(self, seconds: float) -> None:
        """Takes the duration of a call."""
        if len(self._seconds) >= MOST_EXACT:
            self._fold()
        self._seconds.append(seconds)
        self._is_sorted = False
        self._count += 1
        self.total += seconds
        self.longest = max(self.longest, seconds)

    @property
    def distribution(self) -> list[int]:
        """How many calls took up to each of ``BOUNDS``, and how many longer than the last; always exact."""
        upto = [bisect_right(self._sorted(), bound) for bound in (*BOUNDS, float("inf"))]
        recent = [upper - lower for upper, lower in zip(upto, [0, *upto[:-1]], strict=True)]
        return [older + newer for older, newer in zip(self._distribution, recent, strict=True)]

    def percentile(self, share: float) -> float | None:
        """Returns the duration that this percentage of calls didn't exceed; ``None`` for too few calls to say."""
        fewest = _FEWEST_FOR_MEDIAN if share <= _MEDIAN else _FEWEST_FOR_TAIL
        if self._count < fewest:
            return None
        rank = max(0, -int(-share * self._count // 100) - 1)
        return self._estimated(rank) if self._classes else self._sorted()[rank]

    def _estimated(self, rank: int) -> float:
        classes = self._classes + Counter(map(_class_of, self._seconds))
        numbers = sorted(classes)
        upto = list(accumulate(classes[number] for number in numbers))
        return min(_middle(numbers[bisect_right(upto, rank)]), self.longest)

    def _fold(self) -> None:
        self._distribution = self.distribution
        self._classes.update(map(_class_of, self._seconds))
        self._seconds = array("d")

    def _sorted(self) -> "array[float]":
        if not self._is_sorted:
            self._seconds = array("d", sorted(self._seconds))
            self._is_sorted = True
        return self._seconds


def _class_of(seconds: float) -> int:
    return ceil(log(max(seconds, _SHORTEST)) / _LOG_WIDER)


def _middle(number: int) -> float:
    """Returns the value that is equally far, relatively, from both ends of a class."""
    return float(2 * _WIDER**number / (1 + _WIDER))
