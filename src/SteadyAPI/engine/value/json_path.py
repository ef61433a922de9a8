"""Values in a JSON body by JSONPath (RFC 9535).

Plain paths (names, indexes) are read here; the rest of the language takes the package ``python-jsonpath``.
"""

import re
from typing import Any, NamedTuple

from SteadyAPI.engine.contract.body import json_text, not_json, parsed
from SteadyAPI.engine.contract.path import json_path
from SteadyAPI.engine.exchange import Response
from SteadyAPI.errors import UsageError

_STEP = re.compile(
    r"""\.(?P<name>[A-Za-z_\u0080-\U0010FFFF][\w\u0080-\U0010FFFF]*)"""
    r"""|\[(?P<index>0|-?[1-9]\d*)\]|\['(?P<single>[^'\\]*)'\]|\["(?P<double>[^"\\]*)"\]""",
    re.ASCII,
)
_MOST_KEYS = 8


class Found(NamedTuple):
    """What a path leads to; ``reason`` says why it leads nowhere."""

    value: Any = None
    reason: str = ""


def json_body(response: Response) -> Found:
    """Returns the parsed body of a response, or why it is no JSON, in words that follow the request's name."""
    try:
        return Found(parsed(json_text(response.content)))
    except ValueError as error:
        return Found(reason=not_json(response, str(error)))


def find(body: Any, path: str) -> Found:
    """Follows a path through a parsed body.

    Args:
        body: What JSON text was parsed to.
        path: Such as ``$.items[0].id``. A path that can match more than once (wildcards, slices, filters) gives a list
            of its matches.

    Raises:
        UsageError: When it is no path, or takes a package that isn't there.
    """
    steps = plain_steps(path)
    return Found(_matches(body, path)) if steps is None else _walk(body, steps)


def plain_steps(path: str) -> list[str | int] | None:
    """Returns the names and indexes of a plain path; ``None`` for any other path.

    Raises:
        UsageError: When it doesn't begin as a path does.
    """
    if not path.startswith("$"):
        raise UsageError(
            f'expected a JSONPath that begins with $, got "{path}".\n'
            f"  write for example: ${'' if path.startswith('[') else '.'}{path.lstrip('.') or 'name'}"
        )
    steps: list[str | int] = []
    position = 1
    while position < len(path):
        step = _STEP.match(path, position)
        if step is None:
            return None
        position = step.end()
        steps.append(int(step["index"]) if step["index"] else step["name"] or step["single"] or step["double"] or "")
    return steps


def _walk(body: Any, steps: list[str | int]) -> Found:
    value = body
    for number, step in enumerate(steps):
        if not _is_there(value, step):
            return Found(reason=_why_not(value, step, json_path(tuple(steps[:number]))))
        value = value[step]
    return Found(value)


def _is_there(value: Any, step: str | int) -> bool:
    if isinstance(step, str):
        return isinstance(value, dict) and step in value
    return isinstance(value, list) and -len(value) <= step < len(value)


def _why_not(value: Any, step: str | int, where: str) -> str:
    if isinstance(value, dict) and isinstance(step, str):
        there = ", ".join(list(map(str, value))[:_MOST_KEYS]) or "none"
        return f'"{step}" is absent at {where} (keys there: {there})'
    if isinstance(value, list) and isinstance(step, int):
        return f"index {step} is out of range at {where} ({len(value)} items there)"
    kind = {dict: "an object", list: "a list", str: "text", type(None): "null", bool: "a truth value"}
    return f"{where} is {kind.get(type(value), 'a number')}, which has no {json_path((step,)).lstrip('$')}"


def _matches(body: Any, path: str) -> list[Any]:
    jsonpath = _package(path)
    try:
        return list(jsonpath.findall(path, body))
    except jsonpath.JSONPathError as error:
        raise UsageError(f'"{path}" is no JSONPath (RFC 9535): {error}') from error


def _package(path: str) -> Any:
    """Imports python-jsonpath; its module has the name of other packages' modules."""
    try:
        import jsonpath  # noqa: PLC0415  the package takes 50 ms to import, and most paths are plain
    except ImportError as error:
        raise UsageError(
            f'"{path}" has wildcards, slices or filters, which take the package python-jsonpath.\n'
            '  install it: pip install "robotframework-steadyapi[jsonpath]"'
        ) from error
    if not hasattr(jsonpath, "JSONPathError"):
        raise UsageError(
            f'"{path}" has wildcards, slices or filters, which take the package python-jsonpath.\n'
            f"  the module jsonpath that is found is of another one: {jsonpath.__file__}\n"
            '  uninstall that one or rename the file, then: pip install "robotframework-steadyapi[jsonpath]"'
        )
    return jsonpath
