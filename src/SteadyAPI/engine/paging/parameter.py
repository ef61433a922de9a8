"""A query parameter of a call, wherever the suite wrote it: in its params or in its URL."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from SteadyAPI.engine.request.call import Call


def value_of(call: Call, name: str) -> str | None:
    """Returns the value that a parameter has; ``None`` when the call doesn't have it."""
    written = parse_qsl(call.url.partition("#")[0].partition("?")[2], keep_blank_values=True)
    values = [value for key, value in [*written, *_pairs(call)] if key == name]
    return str(values[-1]) if values else None


def with_value(call: Call, name: str, value: Any) -> Call:
    """Returns a call with a parameter in place of those of the same name."""
    path, mark, query = call.url.partition("#")[0].partition("?")
    kept = "&".join(part for part in query.split("&") if unquote_plus(part.partition("=")[0]) != name)
    pairs = [pair for pair in _pairs(call) if pair[0] != name]
    return replace(call, url=path + (mark + kept if kept else ""), params=[*pairs, (name, str(value))])


def _pairs(call: Call) -> list[tuple[Any, Any]]:
    given = call.params or ()
    return parse_qsl(given, keep_blank_values=True) if isinstance(given, str) else list(given)
