"""Finds many words in texts. What stands between two blanks of a text and was searched before isn't searched again."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, filterfalse

from SteadyAPI.redaction.index.ngram import WORD_LEAST, NgramIndex

# Longer parts of texts hardly ever come again.
_LONGEST = 40
_SILENT_MOST = 20_000


class WordIndex:
    """Words, also with blanks in them. Threads may search while another one adds.

    Messages repeat most of what stands between their blanks, and looking that up takes less time than searching it.
    """

    def __init__(self) -> None:
        self._words = NgramIndex()
        # A word with blanks stands in a text only if this part of it does.
        self._parts = NgramIndex()
        # Words whose parts are too short for that.
        self._scattered = NgramIndex()
        # What stands between blanks and holds no word or part; replaced whenever words are added.
        self._silent: set[str] = set()

    def add(self, added: Iterable[str]) -> None:
        """Adds words of at least ``WORD_LEAST`` characters, in lower case."""
        added = list(added)
        parts: list[str] = []
        scattered: list[str] = []
        for word in added:
            if word.split() != [word]:
                part = max(word.split(), key=len, default="")
                if len(part) >= WORD_LEAST:
                    parts.append(part)
                else:
                    scattered.append(word)
        self._words.add(added)
        self._parts.add(parts)
        self._scattered.add(scattered)
        # Last, so that a thread that searches meanwhile notes nothing here that it didn't search for these words.
        self._silent = set()

    def is_silent(self, part: str) -> bool:
        """Returns whether ``part``, which stands between blanks, was searched and holds no word or part of one."""
        return part in self._silent

    def occurrences(self, text: str, parts: list[str] | None = None) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence, including overlapping ones, in any order.

        ``parts`` is what stands between the blanks of ``text`` and may hold a word; all of it, if not given.
        """
        silent = self._silent
        new = list(filterfalse(silent.__contains__, text.split() if parts is None else parts))
        # Such as a number, which is another one in each message.
        if len(new) == 1 and len(new[0]) < WORD_LEAST:
            silent.update(new)
        elif new:
            new = list(dict.fromkeys(new))
            joined = " ".join(new)
            found = self._words.occurrences(joined)
            in_parts = self._parts.occurrences(joined)
            _note_silent(silent, new, found + in_parts)
            if found or in_parts:
                return found if joined == text else self._words.occurrences(text)
        return self._scattered.occurrences(text)


def _note_silent(silent: set[str], new: list[str], found: list[tuple[int, str]]) -> None:
    """Notes in ``silent`` those of ``new``, joined by blanks, in which nothing was found."""
    if found:
        ends = list(accumulate([len(part) + 1 for part in new]))
        loud = {bisect_right(ends, start) for start, _ in found}
        new = [part for number, part in enumerate(new) if number not in loud]
    if len(silent) > _SILENT_MOST:
        silent.clear()
    silent.update([part for part in new if len(part) <= _LONGEST])
