"""From Pydantic's error locations to steps through the body.

A location isn't a path: it also names union members, discriminator tags, validators and ``[key]``. It is aligned with
the body: an element is a step, or a name to skip, and the alignment whose value is the reported input wins. A model
that unwraps an envelope before it validates leaves the envelope's name out: where nothing else fits, it is looked for.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from SteadyAPI.engine.contract.normalized_path import NOWHERE, Steps, child

_WAYS = 100  # More ways than that through nested envelopes are not worth the time.


class Position(NamedTuple):
    """Where an error is: the steps, and the names skipped on the way as (number of steps before it, name)."""

    steps: Steps
    skipped: tuple[tuple[int, str | int], ...] = ()


def position_of(location: Steps, body: Any, reported: Any) -> Position:
    """Returns the position in the body that a location means.

    Args:
        location: Pydantic's ``loc``.
        body: The parsed body.
        reported: The error's ``input``: the value at the end of the right steps.
    """
    position, value = _straight(location, body)
    if _same(value, reported):
        return position
    found = _alignments(location, body)
    exact = [position for position, value in found if _same(value, reported)]
    if not exact:
        exact = [position for position, value in _inside_envelopes(location, body) if _same(value, reported)]
    return max(exact or [position for position, _ in found], key=lambda position: len(position.steps))


def position_of_missing(location: Steps, body: Any, parent: Any) -> Position:
    """Returns the position of a value that is absent; ``parent`` is what it is absent from."""
    position = position_of(location[:-1], body, parent)
    return Position((*position.steps, location[-1]), position.skipped)


def _straight(location: Steps, body: Any) -> tuple[Position, Any]:
    """Walks the location and skips what leads nowhere: nearly always the right way, and quick."""
    steps: list[str | int] = []
    skipped: list[tuple[int, str | int]] = []
    for element in location:
        inner = child(body, element)
        if inner is NOWHERE:
            skipped.append((len(steps), element))
        else:
            steps.append(element)
            body = inner
    return Position(tuple(steps), tuple(skipped)), body


def _alignments(location: Steps, body: Any) -> list[tuple[Position, Any]]:
    """Returns every way to walk the location, one for each position that it can end at."""
    front: dict[Steps, tuple[Position, Any]] = {(): (Position(()), body)}
    for element in location:
        following: dict[Steps, tuple[Position, Any]] = {}
        for position, value in front.values():
            inner = child(value, element)
            if inner is not NOWHERE:
                steps = (*position.steps, element)
                following[steps] = (Position(steps, position.skipped), inner)
            skipped = (*position.skipped, (len(position.steps), element))
            following.setdefault(position.steps, (Position(position.steps, skipped), value))
        front = following
    return list(front.values())


def _inside_envelopes(location: Steps, body: Any) -> list[tuple[Position, Any]]:
    """Returns the ways to walk the location when objects on the way were replaced by one of their own values."""
    ways: list[tuple[Position, Any]] = [(Position(()), body)]
    for element in location:
        following: list[tuple[Position, Any]] = []
        for position, value in ways:
            for steps, inner in ((), value), *_values(value):
                reached = child(inner, element)
                if reached is not NOWHERE:
                    following.append((Position((*position.steps, *steps, element), position.skipped), reached))
        if not following:
            following = [
                (Position(position.steps, (*position.skipped, (len(position.steps), element))), value)
                for position, value in ways
            ]
        ways = following[:_WAYS]
    below = [
        (Position((*position.steps, *steps), position.skipped), inner)
        for position, value in ways
        for steps, inner in _values(value)
    ]
    return ways + below


def _values(value: Any) -> Iterator[tuple[Steps, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (name,), inner


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)
