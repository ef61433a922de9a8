"""Finds every occurrence of many words, in a time per character that doesn't grow with the number of words.

A text is split into n-grams (four or eight characters as one number), whose starts are ``step`` characters apart. The
table holds the n-grams at the first ``step`` positions of every word. So each occurrence contains at least one n-gram
that is in the table, and a set operation finds out quickly that a text has none. The case of ASCII letters is ignored.
"""

from array import array
from collections.abc import Iterable, Iterator
from struct import Struct
from threading import Lock

WORD_LEAST = 5
_SHORT = 7
_LONG = 11
_PART = 256
# So few words of similar length are looked for one by one, which takes less time than a table.
_FEW_IN_ALL = 16
# More words with the same beginning are looked up by this number of their first characters.
_FEW = 8
_HEAD = 256
_LONG_TEXT = 1 << 12


class GramTable:
    """Words of similar length, found by their n-grams."""

    __slots__ = (
        "_by_first",
        "_code",
        "_crowds",
        "_firsts",
        "_grams",
        "_is_silent",
        "_kinds",
        "_more",
        "_number_at",
        "_size",
        "_step",
    )

    def __init__(self, code: str, step: int) -> None:
        self._code = code
        self._size = array(code).itemsize
        self._number_at = Struct(code).unpack_from
        self._step = step
        # Where the first n-gram is read: together, they give one n-gram at every multiple of the step.
        self._firsts = range(0, self._size, step)
        self._grams: set[int] = set()
        self._is_silent = self._grams.isdisjoint
        # By its number: one for a character that the beginning of a word holds, zero for the others.
        self._kinds = bytearray(0x100)
        # By the first n-gram: a word; if there are others, all of them; if there are many, by the length of their head
        # and the head. No lists, because the garbage collector would look at hundreds of thousands of them.
        self._by_first: dict[int, str] = {}
        self._more: dict[int, tuple[str, ...]] = {}
        self._crowds: dict[int, dict[int, dict[bytes, dict[str, None]]]] = {}

    def add(self, words: list[str]) -> None:
        """Adds words of at least ``step + size - 1`` characters."""
        # In parts, so that intermediate data fits in the processor's cache.
        for begin in range(0, len(words), _PART):
            self._add(words[begin : begin + _PART])

    def _add(self, words: list[str]) -> None:
        # The beginnings of the words, each two n-grams long, so that every second n-gram is one at the same position.
        size, by_first = self._size, self._by_first
        head = size + self._step - 1
        gap = "-" * (2 * size - head)
        shown = _one_byte_each(gap.join([word[:head] for word in words]) + gap + "-" * size)
        for char in set(shown):
            self._kinds[char] = 1
        end = 2 * size * len(words)
        grams = [array(self._code, shown[place : place + end])[::2] for place in range(self._step)]
        for word, first in zip(words, grams[0], strict=True):
            if by_first.setdefault(first, word) != word:
                self._add_to_others(first, word)
        # Last, because another thread can find the words from here on.
        for numbers in grams:
            self._grams.update(numbers)

    def _add_to_others(self, first: int, word: str) -> None:
        if (crowd := self._crowds.get(first)) is not None:
            _add_to_crowd(crowd, word)
            return
        others = self._more.get(first) or (self._by_first[first],)
        if word in others:
            return
        if len(others) < _FEW:
            self._more[first] = (*others, word)
            return
        crowd = {}
        for other in (*others, word):
            _add_to_crowd(crowd, other)
        self._crowds[first] = crowd

    def occurrences(self, text: str, shown: bytes) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence in ``text``; ``shown`` is ``text`` as one byte per character."""
        found: list[tuple[int, str]] = []
        # Bytes that were decoded, which are many, hold hardly ever as many of the characters side by side.
        if len(shown) >= _LONG_TEXT and b"\1" * (self._size + self._step - 1) not in shown.translate(self._kinds):
            return found
        for first in self._firsts:
            numbers = array(self._code, shown[first : len(shown) - (len(shown) - first) % self._size])
            if not self._is_silent(numbers):
                found += self._around(text, shown, first, numbers)
        return found

    def _around(self, text: str, shown: bytes, first: int, numbers: "array[int]") -> list[tuple[int, str]]:
        """Returns the occurrences that have one of ``numbers`` at one of their first ``step`` positions.

        ``numbers`` are the n-grams of ``shown`` from ``first`` on.
        """
        found: list[tuple[int, str]] = []
        size, before, grams, in_lower = self._size, self._step - 1, self._grams, lower(text)
        begins = in_lower.startswith
        # Long texts that hold many n-grams of the table repeat what stands around them.
        known: dict[bytes, list[tuple[int, str]]] = {}
        # Most parts of a long text have no n-gram of the table, which a set operation finds out quickly.
        for number in range(0, len(numbers), _PART):
            part = numbers[number : number + _PART]
            if self._is_silent(part):
                continue
            for place in [first + size * each for each, gram in enumerate(part, start=number) if gram in grams]:
                start = place - before if place > before else 0
                window = shown[start : place + size]
                candidates = known.get(window)
                if candidates is None:
                    candidates = known[window] = self._candidates(window)
                for ahead, word in candidates:
                    begin = start + ahead
                    if not begins(word, begin):
                        continue
                    if word:
                        found.append((begin, word))
                    else:
                        found += [(begin, other) for other in self._crowd_at(shown, begin) if begins(other, begin)]
        return found

    def _candidates(self, window: bytes) -> list[tuple[int, str]]:
        """Returns the words that may begin in ``window``, each with its place in it; "" for a crowd of words."""
        found: list[tuple[int, str]] = []
        for place in range(len(window) - self._size + 1):
            (first,) = self._number_at(window, place)
            # Most places begin no word, most others one.
            if (word := self._by_first.get(first)) is None:
                continue
            if first not in self._more:
                found.append((place, word))
            else:
                found += [(place, other) for other in (("",) if first in self._crowds else self._more[first])]
        return found

    def _crowd_at(self, shown: bytes, start: int) -> list[str]:
        """Returns the words that may begin at ``start``, where many words begin with the same n-gram."""
        crowd = self._crowds[self._number_at(shown, start)[0]]
        # Copies, because another thread may add words during the iteration.
        found = [heads.get(shown[start : start + length], ()) for length, heads in list(crowd.items())]
        return [word for words in found for word in list(words)]


def _add_to_crowd(crowd: dict[int, dict[bytes, dict[str, None]]], word: str) -> None:
    head = _one_byte_each(word[:_HEAD])
    crowd.setdefault(len(head), {}).setdefault(head, {})[word] = None


class NgramIndex:
    """Words of any length, in tables by their length. Threads may search while another one adds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._added: list[str] = []
        # The shortest words need a step of two, which is slower. Few runs have many such words.
        self._least = GramTable("I", 2)
        self._short = GramTable("I", 4)
        self._long = GramTable("Q", 4)
        self._tables: tuple[GramTable, ...] = ()
        # Words of tables that are not used yet, each with what it is shown as; replaced when words are added.
        self._few: dict[str, str] = {}

    def add(self, added: Iterable[str]) -> None:
        """Adds words of at least ``WORD_LEAST`` characters, in lower case."""
        self._added += added

    def occurrences(self, text: str) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence, including overlapping ones, in any order."""
        if self._added:
            self._grow()
        found: list[tuple[int, str]] = []
        if len(text) < WORD_LEAST or not (self._tables or self._few):
            return found
        shown = _one_byte_each(text)
        for table in self._tables:
            found += table.occurrences(text, shown)
        if self._few:
            # A text again, because looking for many words in bytes takes longer, as does lower case outside ASCII.
            one_byte_each = shown.decode("latin-1")
            for word, sign in self._few.items():
                if sign in one_byte_each:
                    found += [(place, word) for place in _places(word, lower(text))]
        return found

    def _grow(self) -> None:
        with self._lock:
            added = self._added[:]
            by_table: dict[GramTable, list[str]] = {}
            for word in dict.fromkeys((*self._few, *added)):
                by_table.setdefault(self._table_of(len(word)), []).append(word)
            few: list[str] = []
            for table, words in by_table.items():
                if table in self._tables or len(words) > _FEW_IN_ALL:
                    table.add(words)
                    if table not in self._tables:
                        self._tables = (*self._tables, table)
                else:
                    few += words
            self._few = {word: _one_byte_each(word).decode("latin-1") for word in few}
            # Last, so that a thread that searches meanwhile waits for the lock.
            del self._added[: len(added)]

    def _table_of(self, length: int) -> GramTable:
        if length >= _LONG:
            return self._long
        return self._short if length >= _SHORT else self._least


def _places(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def lower(text: str) -> str:
    """Returns ``text`` with its ASCII letters in lower case and all positions unchanged."""
    if text.isascii():
        return text.lower()
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def _one_byte_each(text: str) -> bytes:
    """Returns one byte per character, so that positions are unchanged; what is outside Latin-1 becomes ``?``."""
    return text.encode("latin-1", "replace").lower()
