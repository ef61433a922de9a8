"""Finds every occurrence of many words without any package: the cost per character doesn't grow with the words.

A text is read as numbers of four and of eight characters each, one beside the other, and C looks up whether any of them
begins a word. An occurrence can't slip between two numbers, because the table holds what a word shows at each of its
first four (eight) places. Adding a word is a handful of dict entries.
"""

from array import array

_SHORT = 7
_LONG = 15
_PART = 256


class Reading:
    """Words of one class of length, by the numbers that show in a text which holds one of them."""

    __slots__ = ("_code", "_firsts", "_is_silent", "_size", "_step", "_table")

    def __init__(self, code: str, step: int) -> None:
        self._code = code
        self._size = array(code).itemsize
        self._step = step
        # A number stands at every place of a text that is a multiple of the step.
        self._firsts = range(0, self._size, step)
        self._table: dict[int, tuple[tuple[str, int], ...]] = {}
        self._is_silent = self._table.keys().isdisjoint

    def add(self, word: str) -> None:
        """Adds a word of at least ``step + size - 1`` characters."""
        shown = _one_byte_each(word)
        for offset in range(self._step):
            key = array(self._code, shown[offset : offset + self._size])[0]
            self._table[key] = (*self._table.get(key, ()), (word, offset))

    def occurrences(self, text: str, shown: bytes) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence in ``text``, which has the bytes ``shown``."""
        found: list[tuple[int, str]] = []
        size = self._size
        for first in self._firsts:
            numbers = array(self._code, shown[first : len(shown) - (len(shown) - first) % size])
            if self._is_silent(numbers):
                continue
            # Most of a long text is silent, and C tells so in no time.
            for begin in range(0, len(numbers), _PART):
                part = numbers[begin : begin + _PART]
                if not self._is_silent(part):
                    found += self._in_part(text, part, first + begin * size)
        return found

    def _in_part(self, text: str, part: "array[int]", begin: int) -> list[tuple[int, str]]:
        hits = [(begin + place * self._size, number) for place, number in enumerate(part) if number in self._table]
        return [
            (place - offset, word)
            for place, number in hits
            for word, offset in self._table[number]
            if place >= offset and text.startswith(word, place - offset)
        ]


class NgramIndex:
    """Words by their grams. Looking needs no lock while another thread adds."""

    def __init__(self) -> None:
        # Words as short as can be are rare: for them, a text is read from every second place on.
        self._least = Reading("I", 2)
        self._short = Reading("I", 4)
        self._long = Reading("Q", 8)
        self._readings: tuple[Reading, ...] = ()

    def add(self, word: str) -> None:
        """Adds a word of at least ``masking.LEAST`` characters; each word is to be added once."""
        reading = self._least if len(word) < _SHORT else self._short if len(word) < _LONG else self._long
        reading.add(word)
        if reading not in self._readings:
            self._readings = (*self._readings, reading)

    def occurrences(self, text: str) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence, in no certain order, overlapping ones too."""
        shown = _one_byte_each(text)
        found: list[tuple[int, str]] = []
        for reading in self._readings:
            found += reading.occurrences(text, shown)
        return found


def _one_byte_each(text: str) -> bytes:
    """Returns one byte for each character, so that places stay: those outside Latin-1 all become the same."""
    return text.encode("latin-1", "replace")
