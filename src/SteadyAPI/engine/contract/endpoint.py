"""Names of endpoints where no document gives them: parts of a path that look like an id become ``{id}``."""

import re
from urllib.parse import urlsplit

_ID = re.compile(r"\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{24,64}")


def endpoint_of(method: str, url: str) -> str:
    """Returns method and path template of a request, such as ``GET /orders/{id}``."""
    segments = (urlsplit(url).path or "/").split("/")
    return f"{method} {'/'.join('{id}' if _ID.fullmatch(segment) else segment for segment in segments)}"
