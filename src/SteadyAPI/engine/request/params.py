"""Query parameters of a session and of a request, merged."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from SteadyAPI.errors import UsageError

_PAIR = 2


def merged_params(defaults: Mapping[str, Any], own: Any) -> Any:
    """Merges a request's parameters into the session's; one of the request replaces the session's of the same name.

    Args:
        defaults: The session's parameters.
        own: The request's: a mapping, pairs, text that is already encoded, or ``None``.

    Raises:
        UsageError: When they are a list of anything else.
    """
    if not defaults:
        return own
    if isinstance(own, str | bytes):
        text = own.decode() if isinstance(own, bytes) else own
        return "&".join(part for part in (urlencode(dict(defaults), doseq=True), text.lstrip("?")) if part)
    pairs = list(own.items()) if isinstance(own, Mapping) else list(own or ())
    if not all(isinstance(pair, tuple | list) and len(pair) == _PAIR for pair in pairs):
        kinds = ", ".join(dict.fromkeys(type(pair).__name__ for pair in pairs))
        raise UsageError(
            f"params: expected a dictionary, a list of pairs, or text; got a list of {kinds}.\n"
            "  write for example: VAR    &{params}    page=2"
        )
    named = {name for name, _ in pairs}
    return [(name, value) for name, value in defaults.items() if name not in named] + pairs
