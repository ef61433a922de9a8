"""Proxies, as users write them."""

from collections.abc import Mapping
from typing import Any

from SteadyAPI.errors import UsageError

NO_PROXIES: Mapping[str, str | None] = {"http": None, "https": None, "all": None, "no_proxy": "*"}
"""None of the session, and none of the environment."""


def checked_proxies(proxies: Any) -> Mapping[str, str | None] | None:
    """Returns proxies by scheme, as the transport takes them; an empty URL means none for that scheme.

    Raises:
        UsageError: When they are no dictionary and not ``none``.
    """
    if proxies is None:
        return None
    if isinstance(proxies, str) and proxies.lower() == "none":
        return NO_PROXIES
    if not isinstance(proxies, Mapping):
        raise UsageError(
            f"proxies: expected a dictionary of proxy URLs by scheme, or none; got {type(proxies).__name__}.\n"
            "  write for example: VAR    &{proxies}    https=http://proxy.example:3128"
        )
    return {str(scheme): url or None for scheme, url in proxies.items()}
