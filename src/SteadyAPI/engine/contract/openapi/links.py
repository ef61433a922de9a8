"""References from one document to others, which have to be known before any of them is used."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin


def linked(document: Any, uri: str) -> Iterator[str]:
    """Yields the URIs, without fragments, of the other documents that one refers to; each once.

    Args:
        document: The parsed document.
        uri: Where it is, which relative references are resolved against.
    """
    seen = {uri}
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            reference = node.get("$ref")
            if isinstance(reference, str) and not reference.startswith("#"):
                target = urljoin(uri, reference).partition("#")[0]
                if target not in seen:
                    seen.add(target)
                    yield target
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
