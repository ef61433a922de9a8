"""Masks parts of a text, which are found by the finders passed in."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

MASK = "[redacted]"
# Shorter secrets are likely to occur in texts that aren't secret.
LEAST = 6
ROUNDS = 8
# Long texts are searched once, and once more around the masks, because each search takes long.
_LONG = 1 << 12
# What the masks brought together stands near them. What goes up to an edge of that may be cut there.
_NEAR, _EDGE = 1_024, 256

Finder = Callable[[str], Iterable[tuple[int, int]]]


def mask(text: str, *finders: Finder) -> str:
    """Returns ``text`` with all that any of ``finders`` finds replaced by ``MASK``; the same object if nothing is.

    Overlapping and touching stretches become one mask. What is left is searched again until nothing is found, so that
    masking a second time changes nothing; a text of more than 4 KB is searched once more at most, around the masks. A
    finder yields ``(start, end)`` pairs in any order.
    """
    return masked(text, _found(text, finders), *finders)


def masked(text: str, spans: list[tuple[int, int]], *finders: Finder) -> str:
    """Like ``mask``, for callers that already have the ``spans`` that the ``finders`` find in ``text``."""
    again, rounds = (_found_near_masks, 2) if len(text) >= _LONG else (_found, ROUNDS)
    for left in reversed(range(rounds)):
        replaced = replace(text, spans) if spans else text
        if replaced == text:
            break
        text = replaced
        spans = again(text, finders) if left else []
    return text


def _found(text: str, finders: Sequence[Finder]) -> list[tuple[int, int]]:
    return [span for finder in finders for span in finder(text)]


def _found_near_masks(text: str, finders: Sequence[Finder]) -> list[tuple[int, int]]:
    length = len(text)
    spans: list[tuple[int, int]] = []
    for begin, finish in union([(start - _NEAR, end + _NEAR) for start, end in _masks(text)]):
        first, last = max(0, begin), min(length, finish)
        least = _EDGE if first else 0
        most = last - first - (_EDGE if last < length else 0)
        found = _found(text[first:last], finders)
        spans += [(first + start, first + end) for start, end in found if start >= least and end <= most]
    return spans


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
    return [mask.span() for mask in _mask().finditer(text)]


@cache
def _mask() -> re.Pattern[str]:
    return re.compile(re.escape(MASK))


def union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Returns ``spans`` in order; those that overlap or touch are merged."""
    joined: list[tuple[int, int]] = []
    last = 0
    for start, end in sorted(spans):
        if not joined or start > last:
            joined.append((start, end))
            last = end
        elif end > last:
            joined[-1] = (joined[-1][0], end)
            last = end
    return joined
