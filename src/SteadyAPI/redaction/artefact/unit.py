"""Types and functions that all formats share: how a file is opened and read in blocks."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol, TextIO

BLOCK = 1 << 18
LONGEST_UNIT = 1 << 22

Masker = Callable[[str], str]
Format = Callable[[TextIO, Masker], Iterator[str]]
# Called with many texts at once; returns a container of those that are known to show no secret.
CleanAmong = Callable[[Iterable[str]], Container[str]]


class NotMaskableError(Exception):
    """Masking would damage the file."""


class Reader(Protocol):
    """Masks files of one format."""

    def __call__(self, source: TextIO, mask: Masker, clean_among: CleanAmong) -> Iterator[str]:
        """Yields the text of ``source`` masked."""
        ...


def none_known_clean(texts: Iterable[str]) -> Container[str]:  # noqa: ARG001
    """Returns an empty container without checking any text."""
    return ()


def masked_with_names(shown: str, whole: str, content: re.Pattern[str]) -> str:
    """Returns ``whole``, which is ``shown`` masked as one text, so that names are seen beside their values.

    ``content`` matches what may differ between both. If something else differs, a mask would change the structure:
    ``shown`` is returned then. So both searches are needed, though the second finds nearly all that the first does: one
    mask over a quote or a tag would leave all secrets of the block. The second takes a sixth of the time of both.
    """
    if whole is shown or content.sub("0", whole) == content.sub("0", shown):
        return whole
    return shown


def opened(path: Path, encoding: str) -> TextIOWrapper:
    """Opens a file so that undecodable bytes and line ends are preserved."""
    return path.open(encoding=encoding, errors="surrogateescape", newline="")


def blocks(source: TextIO, end_of_last_unit: Callable[[str], int]) -> Iterator[str]:
    """Yields the text of ``source`` in blocks that end after a whole unit; a short text is one block.

    ``end_of_last_unit`` returns the position where the last whole unit of a text ends, 0 if there is none. A unit of
    more than four million characters is split, at the end of a line if there is one.
    """
    rest = source.read(BLOCK)
    # What ends the text isn't split: the names of its last values would stand in another block.
    while following := source.read(BLOCK):
        end = end_of_last_unit(rest)
        if not end and len(rest) >= LONGEST_UNIT:
            end = rest.rfind("\n") + 1 or len(rest)
        if end:
            yield rest[:end]
        rest = rest[end:] + following
    if rest:
        yield rest
