"""Query parameters: of one request, and merged into those of its session."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from SteadyAPI.engine.request.fields import Text, field_pairs


def query_of(params: Any) -> str | list[tuple[Text, Text | None]] | None:
    """Returns parameters as pairs, or as the text of a query that is encoded already.

    A pair whose value is ``None`` takes a session's parameter of that name out.

    Raises:
        UsageError: When they are something else, or hold nested values.
    """
    if params is None:
        return None
    if isinstance(params, bytes | bytearray):
        params = params.decode("utf-8", "replace")
    if isinstance(params, str):
        return params.lstrip("?")
    pairs = field_pairs(params, "params")
    given = params.items() if isinstance(params, Mapping) else params
    return [*pairs, *((name, None) for name, value in given if value is None)]


def merged_params(defaults: Mapping[str, Any], own: Any, url: str) -> Any:
    """Merges a request's parameters into the session's; one of the request replaces the session's of the same name.

    Args:
        defaults: The session's parameters.
        own: The request's: pairs, text that is already encoded, or ``None``.
        url: The request's URL, whose query counts as the request's too.

    Raises:
        UsageError: When the session's parameters hold nested values.
    """
    if not defaults:
        return own
    named = {name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True)} if "?" in url else set()
    named |= {name for name, _ in (parse_qsl(own, keep_blank_values=True) if isinstance(own, str) else own or ())}
    pairs = [(name, text) for name, text in field_pairs(defaults, "params") if name not in named]
    if isinstance(own, str):
        return "&".join(part for part in (urlencode(pairs), own) if part)
    return [*pairs, *(own or ())]
