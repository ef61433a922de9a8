"""What the formats have in common: blocks of a file that end where a unit of text ends."""

from collections.abc import Callable, Container, Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol, TextIO

BLOCK = 1 << 18
LONGEST_UNIT = 1 << 22

Masker = Callable[[str], str]
Format = Callable[[TextIO, Masker], Iterator[str]]
# Is shown many texts before each of them is masked, and returns what holds those that needn't be.
CleanAmong = Callable[[Iterable[str]], Container[str]]


class NotMaskableError(Exception):
    """A file can't be masked without damage."""


class Reader(Protocol):
    """Knows one format."""

    def __call__(self, source: TextIO, mask: Masker, clean_among: CleanAmong) -> Iterator[str]:
        """Yields the text of ``source`` masked."""
        ...


def none_known_clean(texts: Iterable[str]) -> Container[str]:  # noqa: ARG001
    """Looks at no text."""
    return ()


def opened(path: Path, encoding: str) -> TextIOWrapper:
    """Opens a file so that every byte and every line end is kept."""
    return path.open(encoding=encoding, errors="surrogateescape", newline="")


def blocks(source: TextIO, end_of_last_unit: Callable[[str], int]) -> Iterator[str]:
    """Yields the text of ``source`` in blocks that end after a whole unit.

    ``end_of_last_unit`` returns how much of a text is made of whole units, 0 if nothing is. A unit over four million
    characters is cut, at the end of a line if there is one.
    """
    rest = ""
    while piece := source.read(BLOCK):
        rest += piece
        end = end_of_last_unit(rest)
        if not end and len(rest) >= LONGEST_UNIT:
            end = rest.rfind("\n") + 1 or len(rest)
        if end:
            yield rest[:end]
            rest = rest[end:]
    if rest:
        yield rest
