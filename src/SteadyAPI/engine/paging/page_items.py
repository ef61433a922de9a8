"""The items of one page."""

from collections.abc import Mapping
from typing import Any

from SteadyAPI.engine.value.json_path import find


class PageError(Exception):
    """A page isn't what it should be; the message follows the request and its status."""


def items_of(body: Any, path: str | None) -> list[Any]:
    """Returns the items of a page.

    Args:
        body: Its body, parsed.
        path: The JSONPath of the list; without one, the body itself is the list, or has only one.

    Raises:
        PageError: When there is no list, or several.
        UsageError: When the path is none.
    """
    if path is not None:
        found = find(body, path)
        if not isinstance(found.value, list):
            kind = found.reason or f"{path} is no list but {type(found.value).__name__}"
            raise PageError(f"has no items: {kind}")
        return found.value
    if isinstance(body, list):
        return body
    lists = [name for name, value in body.items() if isinstance(value, list)] if isinstance(body, Mapping) else []
    if len(lists) != 1:
        which = f"several lists: {', '.join(lists)}" if lists else "no list"
        raise PageError(f"has {which}\n  say where the items are: items=$.items")
    found_list: list[Any] = body[lists[0]]
    return found_list
