"""Masks secrets in tags and in names of tests, suites, keywords and files so that different names stay different.

Merging, rerunning and comparing runs goes wrong without an error when two names become equal.
"""

from collections.abc import Iterable

from SteadyAPI.redaction.masking import Finder, masked, union
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.shapes.search import format_spans


class MaskedNames:
    """Names in which something was found, and how they are shown: unchanged, or with a numbered mask per secret."""

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._matcher = Matcher()
        self._values: set[str] = set()

    def get(self, name: str) -> str | None:
        """Returns how a name is shown; ``None`` if it was never added."""
        return self._shown.get(name)

    def add(self, name: str, registered: Iterable[str]) -> str:
        """Returns how a name is shown from now on: without any of the values ``registered``."""
        self._know(registered)
        parts: list[str] = []
        done = 0
        for start, end in union([*self._matcher.spans(name), *format_spans(name)]):
            number = self._numbers.setdefault(name[start:end], len(self._numbers) + 1)
            parts += (name[done:start], f"[redacted-{number}]")
            done = end
        return self._shown.setdefault(name, "".join([*parts, name[done:]]))

    def refresh(self, registered: Iterable[str]) -> None:
        """Masks all names again, because another value was registered."""
        values = tuple(registered)
        for name in tuple(self._shown):
            del self._shown[name]
            self.add(name, values)

    def masked(self, text: str, finder: Finder) -> str:
        """Returns ``text`` with all that ``finder`` finds masked; names in it are written as ``get`` returns them."""
        kept: list[str] = []
        for name, shown in tuple(self._shown.items()):
            if name in text:
                if shown == name:
                    kept.append(name)
                else:
                    text = text.replace(name, shown)

        def outside_names(text: str) -> list[tuple[int, int]]:
            names = [place for name in kept for place in _occurrences(text, name)]
            return [
                span for span in finder(text) if not any(start <= span[0] and span[1] <= end for start, end in names)
            ]

        return masked(text, outside_names(text), outside_names)

    def _know(self, registered: Iterable[str]) -> None:
        for value in registered:
            if value not in self._values:
                self._values.add(value)
                self._matcher.add(value)


def _occurrences(text: str, name: str) -> list[tuple[int, int]]:
    found = []
    start = text.find(name)
    while start >= 0:
        found.append((start, start + len(name)))
        start = text.find(name, start + len(name))
    return found
