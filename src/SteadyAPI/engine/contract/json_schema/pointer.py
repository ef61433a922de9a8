"""JSON pointers (RFC 6901) as references write them."""

from typing import Any
from urllib.parse import quote, unquote


def pointed_at(document: Any, reference: str) -> Any:
    """Returns what a reference such as ``#/components/schemas/Order`` leads to, or ``None`` outside of the document."""
    if not reference.startswith("#/"):
        return document if reference == "#" else None
    value = document
    for key in keys_of(reference):
        if isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        elif isinstance(value, dict) and key in value:
            value = value[key]
        else:
            return None
    return value


def pointer(*keys: str) -> str:
    """Writes keys as a reference within a document: ``#/paths/~1orders/get``."""
    return "#/" + "/".join(quote(key.replace("~", "~0").replace("/", "~1"), safe="~") for key in keys)


def keys_of(reference: str) -> tuple[str, ...]:
    """Reads a reference within a document as the keys that ``pointer`` wrote."""
    return tuple(unquote(token).replace("~1", "/").replace("~0", "~") for token in reference[2:].split("/"))
