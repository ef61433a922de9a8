"""Finds every occurrence of many words without any package: the cost per character doesn't grow with the words.

A text is probed at every third (fifth) place for the first characters that some word has at one of its own first
three (five) places. An occurrence can't slip between two probes, and adding a word is a handful of dict entries.
"""

from SteadyAPI.redaction.masking import LEAST

_LONG = 12
_SHORT_GRAM = 4
_LONG_GRAM = 8


class GramIndex:
    """Words by their grams. Reading needs no lock while another thread adds."""

    def __init__(self) -> None:
        self._short: dict[str, tuple[tuple[str, int], ...]] = {}
        self._long: dict[str, tuple[tuple[str, int], ...]] = {}

    def add(self, word: str) -> None:
        """Adds a word of at least ``masking.LEAST`` characters; each word is to be added once."""
        is_long = len(word) >= _LONG
        table, gram, least = (self._long, _LONG_GRAM, _LONG) if is_long else (self._short, _SHORT_GRAM, LEAST)
        for offset in range(least - gram + 1):
            key = word[offset : offset + gram]
            table[key] = (*table.get(key, ()), (word, offset))

    def occurrences(self, text: str) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence, in no certain order, overlapping ones too."""
        short = _probe(text, self._short, _SHORT_GRAM, LEAST - _SHORT_GRAM + 1)
        return short + _probe(text, self._long, _LONG_GRAM, _LONG - _LONG_GRAM + 1)


def _probe(text: str, table: dict[str, tuple[tuple[str, int], ...]], gram: int, step: int) -> list[tuple[int, str]]:
    if not table:
        return []
    places = [place for place in range(0, len(text) - gram + 1, step) if text[place : place + gram] in table]
    return [
        (place - offset, word)
        for place in places
        for word, offset in table[text[place : place + gram]]
        if place >= offset and text.startswith(word, place - offset)
    ]
