"""What finds many words at once."""

from collections.abc import Iterable
from typing import Protocol


class Index(Protocol):
    """Finds many words at once."""

    def add(self, added: Iterable[str]) -> None:
        """Adds words of at least six characters, in lower case."""

    def is_silent(self, part: str) -> bool:
        """Returns whether ``part``, which stands between blanks, was searched and holds no word or part of one."""
        ...

    def occurrences(self, text: str, parts: list[str] | None = None) -> list[tuple[int, str]]:
        """Returns start and word of every occurrence, overlapping ones too.

        ``parts`` is what stands between the blanks of ``text`` and may hold a word, in order. Without it, nothing is
        remembered: for a text that hardly ever comes again.
        """
        ...
