"""References to anchors (JSON Schema 2020-12, section 8.2.2) within a document that is no schema itself.

A validator looks for anchors in schemas, and doesn't know where a document has its schemas.
"""

from collections.abc import Iterator
from typing import Any

from SteadyAPI.engine.contract.json_schema.pointer import pointer


def without_anchors(document: Any) -> Any:
    """Returns the document with pointers in place of references to its anchors; itself when it has none."""
    places = dict(_anchors(document))
    return _pointing(document, places) if places else document


def _anchors(document: Any) -> Iterator[tuple[str, str]]:
    """Yields each anchor as a reference, and the pointer to where it is."""
    waiting: list[tuple[tuple[str, ...], Any]] = [((), document)]
    while waiting:
        keys, node = waiting.pop()
        if isinstance(node, dict):
            anchor = node.get("$anchor")
            if isinstance(anchor, str):
                yield f"#{anchor}", pointer(*keys)
            waiting += [((*keys, str(key)), value) for key, value in node.items() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            waiting += [((*keys, str(index)), value) for index, value in enumerate(node)]


def _pointing(node: Any, places: dict[str, str]) -> Any:
    if isinstance(node, list):
        return [_pointing(item, places) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _pointing(value, places) for key, value in node.items()}
    reference = node.get("$ref")
    if isinstance(reference, str) and reference in places:
        copy["$ref"] = places[reference]
    return copy
