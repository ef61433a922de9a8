"""Values in a JSON body by JSONPath (RFC 9535).

Paths to one value (names, indexes) are followed here, and a dash is part of a plain name. Wildcards, slices and plain
filters are read by ``json_query``; the rest of the language takes the package ``python-jsonpath``.
"""

import re
from typing import Any, NamedTuple

from SteadyAPI.engine.contract.body import json_text, not_json, parsed
from SteadyAPI.engine.contract.normalized_path import json_path
from SteadyAPI.engine.exchange import Response
from SteadyAPI.engine.value.json_query import parse
from SteadyAPI.errors import UsageError

_FIRST = r"A-Za-z_\u0080-\ud7ff\ue000-\U0010ffff"
_STEP = re.compile(
    rf"""\.(?P<name>[{_FIRST}][{_FIRST}0-9-]*)|\[(?P<index>0|-?[1-9][0-9]{{0,14}})\]"""
    r"""|\['(?P<single>[^'\\\x00-\x1f\ud800-\udfff]*)'\]|\["(?P<double>[^"\\\x00-\x1f\ud800-\udfff]*)"\]"""
)
_DOT_BEFORE_BRACKET = re.compile(r"(?<!\.)\.(?=\[)")
_ENDS_OF_BRACKETS = ("]", "']", '"]', "0]")
_TAKES_PACKAGE = '"{path}" has more than names, indexes, wildcards, slices and plain filters, for python-jsonpath.'
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
            of its matches; one without a match leads nowhere.

    Raises:
        UsageError: When it is no path, or takes a package that isn't there.
    """
    steps = plain_steps(path)
    return _matches(body, path) if steps is None else _walk(body, steps)


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


def _matches(body: Any, path: str) -> Found:
    query = parse(path)
    if query is not None:
        return _all_of(query.values(body))
    _check_brackets(path)
    jsonpath = _package(path)
    try:
        compiled = jsonpath.JSONPathEnvironment(strict=True).compile(path)
        values = list(compiled.findall(body))
    except jsonpath.JSONPathError as error:
        raise UsageError(f'"{path}" is no JSONPath (RFC 9535): {str(error).splitlines()[0]}') from error
    return Found(values[0]) if values and compiled.singular_query() else _all_of(values)


def _check_brackets(path: str) -> None:
    """Refuses a path that only its brackets keep from being read: a package would make nothing of it either."""
    corrections = [("no dot stands before a bracket", _DOT_BEFORE_BRACKET.sub("", path))]
    corrections += [("a bracket isn't closed", path + end) for end in _ENDS_OF_BRACKETS]
    corrections += [("its last bracket closes nothing", path.removesuffix("]"))]
    for why, corrected in corrections:
        if parse(corrected) is not None:
            raise UsageError(f'"{path}" is no JSONPath (RFC 9535): {why}.\n  write: {corrected}')


def _package(path: str) -> Any:
    """Imports python-jsonpath; its module has the name of other packages' modules."""
    try:
        import jsonpath  # noqa: PLC0415  the package takes 50 ms to import, and most paths are plain
    except ImportError as error:
        raise UsageError(
            f'{_TAKES_PACKAGE.format(path=path)}\n  install it: pip install "robotframework-steadyapi[jsonpath]"'
        ) from error
    if not hasattr(jsonpath, "JSONPathError"):
        raise UsageError(
            f"{_TAKES_PACKAGE.format(path=path)}\n"
            f"  the module jsonpath that is found is of another one: {jsonpath.__file__}\n"
            '  uninstall that one or rename the file, then: pip install "robotframework-steadyapi[jsonpath]"'
        )
    return jsonpath


def _all_of(values: list[Any]) -> Found:
    return Found(values) if values else Found(reason="nothing matches")
