"""Names of endpoints where no document gives them: parts of a path that look like an id become ``{id}``."""

import re

_ID = re.compile(r"\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{24,64}")


def endpoint_of(method: str, url: str) -> str:
    """Returns method and path template of a request, such as ``GET /orders/{id}``."""
    # By hand: what a server redirects to may be no URL to the standard library.
    address, scheme, rest = url.partition("?")[0].partition("#")[0].partition("://")
    segments = (f"/{rest.partition('/')[2]}" if scheme else address or "/").split("/")
    return f"{method} {'/'.join('{id}' if _ID.fullmatch(segment) else segment for segment in segments)}"
