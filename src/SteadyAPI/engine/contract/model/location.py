"""From Pydantic's error locations to steps through the body.

A location isn't a path: it also names union members, discriminator tags, validators and ``[key]``. It is aligned with
the body: an element is a step, or a name to skip, and the alignment whose value is the reported input wins.
"""

from typing import Any, NamedTuple

from SteadyAPI.engine.contract.path import NOWHERE, Steps, child


class Place(NamedTuple):
    """Where an error stands: the steps, and the names skipped on the way as (number of steps before it, name)."""

    steps: Steps
    skipped: tuple[tuple[int, str | int], ...] = ()


def place_of(location: Steps, body: Any, reported: Any) -> Place:
    """Returns the place in the body that a location stands for.

    Args:
        location: Pydantic's ``loc``.
        body: The parsed body.
        reported: The error's ``input``: the value at the end of the right steps.
    """
    place, value = _straight(location, body)
    if _same(value, reported):
        return place
    found = _alignments(location, body)
    exact = [place for place, value in found if _same(value, reported)]
    return max(exact or [place for place, _ in found], key=lambda place: len(place.steps))


def place_of_missing(location: Steps, body: Any, parent: Any) -> Place:
    """Returns the place of a value that is absent; ``parent`` is what it is absent from."""
    place = place_of(location[:-1], body, parent)
    return Place((*place.steps, location[-1]), place.skipped)


def _straight(location: Steps, body: Any) -> tuple[Place, Any]:
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
    return Place(tuple(steps), tuple(skipped)), body


def _alignments(location: Steps, body: Any) -> list[tuple[Place, Any]]:
    """Returns every way to walk the location, one for each place that it can end at."""
    front: dict[Steps, tuple[Place, Any]] = {(): (Place(()), body)}
    for element in location:
        following: dict[Steps, tuple[Place, Any]] = {}
        for place, value in front.values():
            inner = child(value, element)
            if inner is not NOWHERE:
                steps = (*place.steps, element)
                following[steps] = (Place(steps, place.skipped), inner)
            skipped = (*place.skipped, (len(place.steps), element))
            following.setdefault(place.steps, (Place(place.steps, skipped), value))
        front = following
    return list(front.values())


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)
