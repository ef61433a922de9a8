"""Values in an XML body by XPath, as far as Python's own XML package goes."""

import re
from collections.abc import Mapping
from typing import Any, NoReturn
from xml.etree import ElementTree as ET

from SteadyAPI.errors import UsageError

_END = re.compile(r"/(?:@(?P<attribute>[\w:.{}/-]+)|(?P<text>text\(\)))$")


class NotXmlError(Exception):
    """The body is no XML that may be read."""


class _Builder(ET.TreeBuilder):
    """Builds the tree of a document without a type."""

    def doctype(self, *_: Any) -> NoReturn:
        raise NotXmlError("it has a document type (<!DOCTYPE ...>), which is not read")


def xml_values(content: bytes, xpath: str, namespaces: Mapping[str, str] | None = None) -> list[str]:
    """Returns the texts of all matches, in the order of the document.

    Args:
        content: The body; its declaration names the charset.
        xpath: A path such as ``.//item[@id='7']/name``, ``item/@id`` or ``/shop/item``.
        namespaces: Prefixes that the path uses, with their URIs.

    Raises:
        NotXmlError: When it is no well-formed XML, or has a document type: entities could read files or fill memory.
        UsageError: When the path isn't one.
    """
    try:
        # Reading ends at a document type, so that there are no entities to expand.
        root = ET.fromstring(content, ET.XMLParser(target=_Builder()))  # noqa: S314
    except ET.ParseError as error:
        raise NotXmlError(str(error)) from error
    end = _END.search(xpath)
    path = xpath[: end.start()] if end else xpath
    try:
        found = _from_top(root, path or ".", dict(namespaces or {}))
    except (SyntaxError, KeyError, TypeError) as error:  # a bracket that is never closed is a TypeError there
        raise UsageError(f'"{xpath}" is no XPath that is understood here: {error}') from error
    attribute = end["attribute"] if end else None
    if attribute is not None:
        return [value for element in found if (value := element.get(_expanded(attribute, namespaces))) is not None]
    return ["".join(element.itertext()) for element in found]


def _from_top(root: ET.Element, path: str, namespaces: dict[str, str]) -> list[ET.Element]:
    """Finds elements; a path from the top, such as ``/shop/item``, begins with the root's own name."""
    if path.startswith("//"):
        path = f".{path}"
    if path.startswith("/"):
        above = ET.Element("above")
        above.append(root)
        return above.findall(f".{path}", namespaces)
    return root.findall(path, namespaces)


def _expanded(attribute: str, namespaces: Mapping[str, str] | None) -> str:
    prefix, colon, name = attribute.partition(":")
    return f"{{{(namespaces or {})[prefix]}}}{name}" if colon and prefix in (namespaces or {}) else attribute
