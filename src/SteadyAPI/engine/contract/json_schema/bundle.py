"""A document that is spread over several files, as one: a ``$ref`` may lead to another file."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from SteadyAPI.engine.contract.json_schema.anchors import without_anchors

FILES = "x-steadyapi-files"
"""Where a document has the files that it refers to."""


def bundled(
    document: dict[str, Any], uri: str, load: Callable[[str], Any], *, resolve_anchors: bool = False
) -> dict[str, Any]:
    """Returns the document with the files it refers to, and they to others, and every reference within it.

    Args:
        document: The parsed document; it stays as it is, and is returned itself when it refers to no file.
        uri: Where it is, which relative references are resolved against.
        load: Gets a parsed file by its URI. Only files are loaded; a reference elsewhere stays.
        resolve_anchors: Whether references to anchors of the same file become pointers.
    """
    references = _no_pointers(document)
    if resolve_anchors and any(reference.startswith("#") for reference in references):
        document = without_anchors(document)
    if all(reference.startswith("#") for reference in references):
        return document
    names: dict[str, str] = {}
    found: dict[str, Any] = {}
    whole = _rewritten(document, uri, uri, names)
    while len(found) < len(names):
        target = next(each for each in names if each not in found)
        content = load(target)
        found[target] = _rewritten(without_anchors(content) if resolve_anchors else content, target, uri, names)
    return whole | {FILES: {names[target]: content for target, content in found.items()}} if found else document


def _no_pointers(document: Any) -> set[str]:
    """Returns the references that are no pointers within the document; looking is quicker than copying."""
    found: set[str] = set()
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            reference = node.get("$ref")
            if isinstance(reference, str) and not reference.startswith("#/"):
                found.add(reference)
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return found


def _rewritten(node: Any, here: str, home: str, names: dict[str, str]) -> Any:
    """Returns a copy whose references to files lead into the bundle; new files get a name in it."""
    if isinstance(node, list):
        return [_rewritten(item, here, home, names) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _rewritten(value, here, home, names) for key, value in node.items()}
    reference = node.get("$ref")
    if isinstance(reference, str):
        copy["$ref"] = _reference(reference, here, home, names)
    mapping = node.get("mapping")
    if isinstance(mapping, dict) and "propertyName" in node:
        copy["mapping"] = {tag: _mapped(target, here, home, names) for tag, target in mapping.items()}
    return copy


def _mapped(target: Any, here: str, home: str, names: dict[str, str]) -> Any:
    """A discriminator maps a tag to a reference, or to the plain name of a schema, which stays."""
    if not isinstance(target, str) or not any(mark in target for mark in "#/."):
        return target
    return _reference(target, here, home, names)


def _reference(reference: str, here: str, home: str, names: dict[str, str]) -> str:
    target, _, fragment = urljoin(here, reference).partition("#")
    if target == home:
        return f"#{fragment}"
    if not target.startswith("file:") or (fragment and not fragment.startswith("/")):
        # Elsewhere, or to an anchor, which the validator looks up.
        return reference
    name = names.setdefault(target, f"file{len(names) + 1}")
    return f"#/{FILES}/{name}{fragment}"
