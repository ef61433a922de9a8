"""Fields that a model reads from further inside the body (Pydantic's ``AliasPath``).

Where such a value is absent, Pydantic reports the whole path as the location and the model's object as the input, and
takes what the path begins with for an unexpected field. The mismatch is the first step that leads nowhere.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import ErrorDetails

from SteadyAPI.engine.contract.model.error_wording import keys_hint
from SteadyAPI.engine.contract.model.json_forms import nodes_of
from SteadyAPI.engine.contract.model.location import position_of
from SteadyAPI.engine.contract.normalized_path import NOWHERE, Steps, child, value_at
from SteadyAPI.engine.contract.union_mismatches import Finding
from SteadyAPI.engine.contract.violation import ABSENT, PRESENT

UNEXPECTED = frozenset({"extra_forbidden", "unexpected_keyword_argument", "unexpected_positional_argument"})
"""The types of Pydantic's errors that mean an unexpected field."""


def alias_paths(schema: Any) -> tuple[Steps, ...]:
    """Returns the paths of more than one step by which the models of a schema name their fields."""
    adapter = schema if isinstance(schema, TypeAdapter) else TypeAdapter(schema)
    paths = (path for node in nodes_of(adapter.core_schema) for path in _paths(node.get("validation_alias")))
    return tuple(dict.fromkeys(path for path in paths if len(path) > 1))


def _paths(alias: Any) -> Iterator[Steps]:
    if isinstance(alias, list) and alias:
        yield from (tuple(path) for path in (alias if isinstance(alias[0], list) else [alias]))


def absences(schema: Any, details: Sequence[ErrorDetails], body: Any) -> tuple[list[Finding], Sequence[ErrorDetails]]:
    """Returns the mismatches of values that are absent at the end of such paths, and the errors that are others."""
    if not any(_is_further_inside(detail, body) for detail in details):
        # Looking for the paths takes milliseconds in a large schema.
        return [], details
    paths = alias_paths(schema)
    found: list[Finding] = []
    begun: set[Steps] = set()
    others: list[ErrorDetails] = []
    for detail in details:
        path = _path_of(detail, body, paths)
        if path:
            found.append(_absence(detail, body, path))
            begun.add(detail["loc"][: 1 - len(path)])
        else:
            others.append(detail)
    return found, [each for each in others if each["type"] not in UNEXPECTED or each["loc"] not in begun]


def _path_of(detail: ErrorDetails, body: Any, paths: Sequence[Steps]) -> Steps:
    """Returns the path that an error ends with when what it misses is looked for from the reported object."""
    if not _is_further_inside(detail, body):
        return ()
    location: Steps = detail["loc"]
    return next((path for path in paths if location[-len(path) :] == path), ())


def _is_further_inside(detail: ErrorDetails, body: Any) -> bool:
    """Returns whether a value is missed elsewhere than directly in the reported object.

    What is missed there is a field of a model of its own, even where its names happen to be those of a path.
    """
    return detail["type"] == "missing" and value_at(body, detail["loc"][:-1]) != detail["input"]


def _absence(detail: ErrorDetails, body: Any, path: Steps) -> Finding:
    """Walks the path from the model's object to the first step that leads nowhere."""
    parent = detail["input"]
    owner = position_of(detail["loc"][: -len(path)], body, parent)
    steps = owner.steps
    *onward, absent = path
    for step in onward:
        inner = child(parent, step)
        if inner is NOWHERE:
            absent = step
            break
        steps, parent = (*steps, step), inner
    return Finding((*steps, absent), owner.skipped, PRESENT, ABSENT, keys_hint(absent, parent))
