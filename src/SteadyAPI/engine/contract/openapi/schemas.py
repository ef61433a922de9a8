"""The schemas of an OpenAPI document as validators, compiled when they are first needed."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import jsonschema_rs

from SteadyAPI.engine.contract.json_schema.bundle import FILES
from SteadyAPI.engine.contract.json_schema.forbid_extra import ForbidExtra
from SteadyAPI.engine.contract.json_schema.pointer import pointed_at, pointer
from SteadyAPI.engine.contract.json_schema.references import References
from SteadyAPI.engine.contract.json_schema.validator import (
    NEWER_FORMATS,
    Validator,
    bad_pattern,
    build_validator,
    without_pattern,
)
from SteadyAPI.engine.contract.normalized_path import json_path
from SteadyAPI.engine.contract.openapi.dialect import Change, converted, current, draft4, draft2020, is_base64
from SteadyAPI.engine.contract.openapi.direction import Direction
from SteadyAPI.engine.contract.openapi.discriminator import Discriminators
from SteadyAPI.errors import SchemaError

_FORMATS = {"byte": is_base64}
_OLD_FORMATS = NEWER_FORMATS | _FORMATS
_ONE_WAY = frozenset({"readOnly", "writeOnly"})
_UNCHECKED = {
    "itemSchema": "itemSchema describes the items of a stream",
    "querystring": "a parameter in: querystring describes a query as a whole",
}
"""What version 3.2 adds and isn't checked."""
_KEYWORDS = frozenset({*_ONE_WAY, "discriminator", "itemSchema"})


class Schemas:
    """The validators of one document's schemas.

    Args:
        document: The document with all files that it refers to.
        uri: Where it is.
        name: Its name for messages.
        close: Whether fields that the document doesn't name are mismatches.

    ``left_out`` grows by the patterns that are no regular expressions: published documents have some.
    """

    def __init__(self, document: Mapping[str, Any], uri: str, name: str, *, close: bool) -> None:
        self._document = document
        self._uri = uri
        self._name = name
        self._close = close
        self._old = str(document["openapi"]).startswith("3.0")
        self._draft4 = self._old and not close
        self._validators: dict[tuple[bool, tuple[str, ...]], Validator] = {}
        self._conversions: dict[bool, Any] = {}
        self._contents: dict[bool, Any] = {}
        self._registries: dict[bool, Any] = {}
        self.left_out = [_UNCHECKED[word] for word in _UNCHECKED if word in self._used]

    def resolve(self, reference: str) -> Any:
        """Returns what a reference within the document leads to, or ``None``."""
        return pointed_at(self._document, reference)

    def validator(self, keys: tuple[str, ...], *, request: bool) -> Validator:
        """Returns the validator of the schema that the keys lead to.

        Raises:
            SchemaError: When it is no schema, or a reference in it leads nowhere.
        """
        request = request and not _ONE_WAY.isdisjoint(self._used)
        if (request, keys) not in self._validators:
            reference = pointer(*keys)
            if self._discriminators:
                reference = self._discriminators.reference(reference)
            entry: dict[str, Any] = {"$ref": self._uri + reference}
            if self._close:
                content = self._conversion(request)
                entry = ForbidExtra(content).value(pointed_at(content, reference))
                entry = {"$id": f"{self._uri}?entry", **_absolute(entry, self._uri)}
            self._validators[request, keys] = self._build(entry, keys, request)
        return self._validators[request, keys]

    def _build(self, entry: dict[str, Any], keys: tuple[str, ...], request: bool) -> Validator:
        make = jsonschema_rs.Draft4Validator if self._draft4 else jsonschema_rs.Draft202012Validator
        formats = _OLD_FORMATS if self._draft4 else _FORMATS
        nothing_to_load = References(None)
        while True:
            registry = self._registry(request)
            try:
                return build_validator(make, entry, self._name, nothing_to_load, registry=registry, formats=formats)
            except SchemaError as error:
                steps = bad_pattern(error.__cause__, self._content(request))
                if without_pattern(self._content(request), steps):
                    del self._registries[request]
                elif without_pattern(entry, steps := bad_pattern(error.__cause__, entry)):
                    steps = (*keys, *steps)
                else:
                    raise
                self.left_out.append(f"{json_path(steps)} is no regular expression")

    @cached_property
    def _used(self) -> set[str]:
        """Which keywords the document has that ask for more than its conversion."""
        found: set[str] = set()
        waiting: list[Any] = [self._document]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                found |= _KEYWORDS & node.keys()
                if node.get("in") == "querystring":
                    found.add("querystring")
                waiting += node.values()
            elif isinstance(node, list):
                waiting += node
        return found

    @cached_property
    def _discriminators(self) -> Discriminators | None:
        if "discriminator" not in self._used:
            return None
        return Discriminators(self._document, self.resolve, conditional=not self._draft4)

    def _conversion(self, request: bool) -> Any:
        """Returns a copy of the document in the words of JSON Schema, for the values of one direction."""
        if request not in self._conversions:
            document = self._document
            if ("readOnly" if request else "writeOnly") in self._used:
                direction = Direction(self.resolve, request=request, alone=self._old)
                document = converted(document, [direction.schema])
            changes: list[Change] = draft4() if self._draft4 else draft2020() if self._old else current()
            if self._discriminators:
                changes.append(self._discriminators.schema)
            content = converted(document, changes)
            if self._discriminators:
                schemas = content.get("components", {}).get("schemas", {})
                schemas.update(self._discriminators.bases(schemas))
            self._conversions[request] = content
        return self._conversions[request]

    def _content(self, request: bool) -> Any:
        """Returns the document as the validators read it."""
        if request not in self._contents:
            content = self._conversion(request)
            self._contents[request] = _closed_document(content) if self._close else content
        return self._contents[request]

    def _registry(self, request: bool) -> Any:
        if request not in self._registries:
            draft = jsonschema_rs.Draft4 if self._draft4 else jsonschema_rs.Draft202012
            self._registries[request] = jsonschema_rs.Registry([(self._uri, self._content(request))], draft=draft)
        return self._registries[request]


def _closed_document(document: dict[str, Any]) -> Any:
    """Returns a document whose shared schemas take named fields only, in the files that it refers to as well."""
    closing = ForbidExtra(document)
    closed = document | {"components": _closed_components(closing, document)}
    if FILES in document:
        files = {name: _closed_file(closing, content) for name, content in document[FILES].items()}
        closed[FILES] = files
    return closed


def _closed_components(closing: ForbidExtra, document: Mapping[str, Any]) -> dict[str, Any]:
    components = document.get("components") or {}
    schemas = {name: closing.part(schema) for name, schema in (components.get("schemas") or {}).items()}
    return components | {"schemas": schemas}


def _closed_file(closing: ForbidExtra, content: Any) -> Any:
    """A file is a schema, a document with components, or a collection of schemas by name."""
    if not isinstance(content, dict):
        return content
    if isinstance(content.get("components"), dict):
        return content | {"components": _closed_components(closing, content)}
    closed = closing.part(content)
    return {name: closing.part(part) if part is content[name] else part for name, part in closed.items()}


def _absolute(node: Any, uri: str) -> Any:
    """Returns a copy of a schema whose references name the document that it was taken from."""
    if isinstance(node, list):
        return [_absolute(item, uri) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: uri + value
        if key == "$ref" and isinstance(value, str) and value.startswith("#")
        else _absolute(value, uri)
        for key, value in node.items()
    }
