"""Names of tests, suites, keywords and files, and tags: what tells one test from another stays as it is if it can.

A run that is merged, run again or compared by its names goes wrong without a word when two names become one.
"""

from collections.abc import Iterable

from SteadyAPI.redaction.masking import Finder, masked, union
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.shapes.rules import format_spans


class MaskedNames:
    """Names that something was found in, and how they are shown: as they are, or with numbers in a secret's place."""

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
        """Looks at all names again, because another value was registered."""
        values = tuple(registered)
        for name in tuple(self._shown):
            del self._shown[name]
            self.add(name, values)

    def masked(self, text: str, finder: Finder) -> str:
        """Returns ``text`` with all that ``finder`` finds masked; names in it stand as they are shown."""
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
