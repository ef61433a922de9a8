"""Finds every occurrence of many words without any package: the cost per character doesn't grow with the words.

A text is read as numbers of four and of eight characters each, one beside the other, and C looks up whether any of them
begins a word. An occurrence can't slip between two numbers, because the table holds what a word shows at each of its
first four (eight) places. Adding a word is a handful of dict entries.
"""

from array import array
from itertools import chain

_SHORT = 7
_LONG = 15


class Probe:
    """The words of one class of length, by the numbers that a text shows if it holds one of them."""

    __slots__ = ("_code", "_places", "_size", "_step", "table")

    def __init__(self, code: str, step: int) -> None:
        self._code = code
        self._size = array(code).itemsize
        self._step = step
        # A number is looked for at the places of a text that are a multiple of the step.
        self._places = range(0, self._size, step)
        self.table: dict[int, tuple[tuple[str, int], ...]] = {}

    def add(self, word: str) -> None:
        """Adds a word of at least ``step + size - 1`` characters."""
        shown = _one_byte_each(word)
        for offset in range(self._step):
            key = array(self._code, shown[offset : offset + self._size])[0]
            self.table[key] = (*self.table.get(key, ()), (word, offset))

    def occurrences(self, text: str, shown: bytes) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence in ``text``, which has the bytes ``shown``."""
        found: list[tuple[int, str]] = []
        for first in self._places:
            size = self._size
            numbers = array(self._code, shown[first : first + (len(shown) - first) // size * size])
            if not self.table.keys().isdisjoint(numbers):
                hits = [place for place, number in enumerate(numbers) if number in self.table]
                found += self._verified(text, numbers, hits, first)
        return found

    def _verified(self, text: str, numbers: "array[int]", hits: list[int], first: int) -> list[tuple[int, str]]:
        return [
            (start, word)
            for hit in hits
            for word, offset in self.table[numbers[hit]]
            if (start := first + hit * self._size - offset) >= 0 and text.startswith(word, start)
        ]


class GramIndex:
    """Words by their grams. Reading needs no lock while another thread adds."""

    def __init__(self) -> None:
        # Few words are so short that a text has to be read from every second place on.
        self._least = Probe("I", 2)
        self._short = Probe("I", 4)
        self._long = Probe("Q", 8)
        self._probes: tuple[Probe, ...] = ()

    def add(self, word: str) -> None:
        """Adds a word of at least ``masking.LEAST`` characters; each word is to be added once."""
        probe = self._least if len(word) < _SHORT else self._short if len(word) < _LONG else self._long
        probe.add(word)
        if probe not in self._probes:
            self._probes = (*self._probes, probe)

    def occurrences(self, text: str) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence, in no certain order, overlapping ones too."""
        shown = _one_byte_each(text)
        return list(chain.from_iterable([probe.occurrences(text, shown) for probe in self._probes]))


def _one_byte_each(text: str) -> bytes:
    """Returns one byte for each character, so that places stay: those outside Latin-1 all become the same."""
    return text.encode("latin-1", "replace")
