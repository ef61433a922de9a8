"""Finds many words in texts. What stands between two blanks is searched once, however often it comes."""

from collections.abc import Callable, Iterable, Iterator
from itertools import filterfalse

from SteadyAPI.redaction.index.joined_texts import JoinedTexts
from SteadyAPI.redaction.index.ngram import WORD_LEAST, NgramIndex

# Longer parts of texts hardly ever come again.
_LONGEST = 40
_NOTED_MOST = 20_000


class WordIndex:
    """Words, also with blanks in them. Threads may search while another one adds.

    Messages repeat most of what stands between their blanks, and looking that up takes less time than searching it.
    """

    def __init__(self, is_covered: Callable[[str, str], bool] | None = None) -> None:
        """``is_covered(word, by)`` tells whether a word need not be found where the word ``by`` stands around it."""
        self._is_covered = is_covered
        self._within = NgramIndex()
        # Words with blanks, each of which stands in a text only if one part of it does.
        self._across = NgramIndex()
        self._parts = NgramIndex()
        # Words whose parts are too short for that.
        self._scattered = NgramIndex()
        # What stands between blanks and holds no word or part, and what holds a word, with all words in it and their
        # places; replaced whenever words are added.
        self._silent: set[str] = set()
        self._loud: dict[str, list[tuple[int, str]]] = {}

    def add(self, added: Iterable[str]) -> None:
        """Adds words of at least ``WORD_LEAST`` characters, in lower case."""
        within: list[str] = []
        across: dict[str, str] = {}
        scattered: list[str] = []
        for word in added:
            parts = word.split()
            if parts == [word]:
                within.append(word)
            elif len(longest := max(parts, key=len, default="")) >= WORD_LEAST:
                across[word] = longest
            else:
                scattered.append(word)
        self._within.add(within)
        self._across.add(across)
        self._parts.add(across.values())
        self._scattered.add(scattered)
        # Last, so that a thread that searches meanwhile notes nothing here that it didn't search for these words.
        self._silent = set()
        self._loud = {}

    def is_silent(self, part: str) -> bool:
        """Returns whether ``part``, which stands between blanks, was searched and holds no word or part of one."""
        return part in self._silent

    def occurrences(self, text: str, parts: list[str] | None = None) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence, including overlapping ones, in any order.

        ``parts`` is what stands between the blanks of ``text`` and may hold a word, in order. Without it, nothing is
        remembered: for a text that hardly ever comes again.
        """
        found = self._scattered.occurrences(text)
        if parts is None:
            return found + self._across.occurrences(text) + self._within.occurrences(text)
        silent = self._silent
        new = list(filterfalse(silent.__contains__, parts)) if parts else parts
        if new:
            distinct = list(dict.fromkeys(new))
            loud, halves = self._searched(distinct, silent, self._loud)
            if halves:
                found += self._across.occurrences(text)
            if loud:
                found += _placed(text, new, loud)
        return found

    def _searched(
        self, parts: list[str], silent: set[str], noted: dict[str, list[tuple[int, str]]]
    ) -> tuple[dict[str, list[tuple[int, str]]], dict[str, list[tuple[int, str]]]]:
        """Returns the words in each of ``parts``, and the parts of words in them; notes what may come again.

        It is noted in ``silent`` and ``noted``, which the caller took before the search.
        """
        loud = {part: words for part in parts if (words := noted.get(part))} if noted else {}
        if loud:
            parts = [part for part in parts if part not in loud]
        joined = JoinedTexts(parts, " ")
        within, across = self._within.occurrences(joined.text), self._parts.occurrences(joined.text)
        found = _by_part(parts, joined, within) if within else {}
        halves = _by_part(parts, joined, across) if across else {}
        if len(silent) + len(noted) > _NOTED_MOST:
            silent.clear()
            noted.clear()
        silent.update([part for part in parts if len(part) <= _LONGEST and part not in found and part not in halves])
        if found:
            shown = {part: self._outermost(words) for part, words in found.items()}
            noted.update([(part, shown[part]) for part in shown if len(part) <= _LONGEST and part not in halves])
            loud |= shown
        return loud, halves

    def _outermost(self, found: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Returns what was ``found`` in a part without words that the longest one covers: a long text repeats them."""
        if self._is_covered is None or len(found) == 1:
            return found
        first, by = max(found, key=lambda place: len(place[1]))
        end = first + len(by)
        return [
            (start, word)
            for start, word in found
            if word == by or start < first or start + len(word) > end or not self._is_covered(word, by)
        ]


def _by_part(parts: list[str], joined: JoinedTexts, found: list[tuple[int, str]]) -> dict[str, list[tuple[int, str]]]:
    """Returns what was ``found`` in the ``joined`` parts: by part, with the place in it."""
    by_part: dict[str, list[tuple[int, str]]] = {}
    for start, word in found:
        number, place = joined.located(start)
        by_part.setdefault(parts[number], []).append((place, word))
    return by_part


def _placed(text: str, parts: list[str], found: dict[str, list[tuple[int, str]]]) -> Iterator[tuple[int, str]]:
    """Yields what was ``found`` in some of ``parts``, which stand in ``text`` in this order, with its place there."""
    end = 0
    for part in parts:
        if words := found.get(part):
            # What stands between these parts holds no word, so none of them is in it.
            place = text.index(part, end)
            end = place + len(part)
            for offset, word in words:
                yield place + offset, word
