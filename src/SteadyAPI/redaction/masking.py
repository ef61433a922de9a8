"""Masks parts of a text, which are found by the finders passed in."""

from collections.abc import Callable, Iterable

MASK = "[redacted]"
# Shorter secrets are likely to occur in texts that aren't secret.
LEAST = 6
ROUNDS = 8
# Long texts get fewer searches, because each takes long; the second one finds what the first masks brought together.
_LONG = 1 << 12
_ROUNDS_OF_LONG = 2

Finder = Callable[[str], Iterable[tuple[int, int]]]


def mask(text: str, *finders: Finder) -> str:
    """Returns ``text`` with all that any of ``finders`` finds replaced by ``MASK``; the same object if nothing is.

    Overlapping and touching stretches become one mask. What is left is searched again until nothing is found, so that
    masking a second time changes nothing; a text of more than 4 KB is searched twice at most. A finder yields
    ``(start, end)`` pairs in any order.
    """
    return masked(text, [span for finder in finders for span in finder(text)], *finders)


def masked(text: str, spans: list[tuple[int, int]], *finders: Finder) -> str:
    """Like ``mask``, for callers that already have the ``spans`` that the ``finders`` find in ``text``."""
    for left in reversed(range(ROUNDS if len(text) < _LONG else _ROUNDS_OF_LONG)):
        replaced = replace(text, spans) if spans else text
        if replaced == text:
            break
        text = replaced
        spans = [span for finder in finders for span in finder(text)] if left else []
    return text


def replace(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Returns ``text`` with the union of ``spans`` replaced; one that touches a mask replaces the whole mask."""
    parts: list[str] = []
    done = 0
    for start, end in union([*spans, *_masks(text)]):
        parts += (text[done:start], MASK)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _masks(text: str) -> list[tuple[int, int]]:
    found = []
    place = text.find(MASK)
    while place >= 0:
        found.append((place, place + len(MASK)))
        place = text.find(MASK, place + len(MASK))
    return found


def union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Returns ``spans`` in order; those that overlap or touch are merged."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
