"""An OpenAPI document: its operations, and the validators of what they promise."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from SteadyAPI.engine.contract.document import load_document
from SteadyAPI.engine.contract.json_schema.forbid_extra import ForbidExtra
from SteadyAPI.engine.contract.json_schema.pointer import keys_of, pointed_at, pointer
from SteadyAPI.engine.contract.json_schema.validator import Validator, bad_pattern, build_validator, local_file
from SteadyAPI.engine.contract.openapi.bundle import bundled
from SteadyAPI.engine.contract.openapi.dialect import copied, draft4, draft2020
from SteadyAPI.engine.contract.openapi.route import METHODS, Operation, Routes, bases
from SteadyAPI.engine.contract.path import json_path
from SteadyAPI.engine.contract.violation import json_type
from SteadyAPI.errors import SchemaError

_MOST_HOPS = 16


class Description:
    """One OpenAPI document; its schemas are compiled when they are first needed.

    Args:
        document: The parsed document.
        file: Where it comes from, which relative references are resolved against.
        close: Whether fields that the document doesn't name are mismatches.

    Raises:
        SchemaError: When it is no OpenAPI document of version 3.0 or 3.1.
    """

    def __init__(self, document: Any, file: Path, *, close: bool = False) -> None:
        self.file = file
        self._uri = file.resolve().as_uri()
        self.document = _bundled(_checked(document, file), self._uri, file.name)
        self._close = close
        self._old = str(self.document["openapi"]).startswith("3.0")
        self.left_out: list[str] = []
        self._validators: dict[tuple[str, ...], Validator] = {}
        self._paths: Mapping[str, Any] = self.document.get("paths") or {}
        self._routes = Routes(list(self._paths))
        self.bases = bases(self.document.get("servers") or ())

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        return self.file.name

    def operation(self, method: str, path: str, base: str = "") -> Operation | None:
        """Finds the operation that a request calls.

        Args:
            method: The request's method, in capitals.
            path: The path of its URL, percent-encoded.
            base: The path of the session's base URL, for a server that the document doesn't list.
        """
        for template in self._templates(path, base):
            found = self.operations_at(template).get(method.lower())
            if found is not None:
                return found
        return None

    def methods_at(self, path: str, base: str = "") -> list[str]:
        """Returns the methods that are described for a path, in capitals."""
        return [method.upper() for template in self._templates(path, base) for method in self.operations_at(template)]

    def operations_at(self, template: str) -> dict[str, Operation]:
        """Returns the operations of a path template, by method in small letters."""
        keys: tuple[str, ...] = ("paths", template)
        keys, item = self.follow(keys, self._paths[template])
        return {
            method: Operation(method.upper(), template, (*keys, method), item, item[method])
            for method in METHODS
            if isinstance(item.get(method), dict)
        }

    @cached_property
    def operations(self) -> list[Operation]:
        """All operations, in the document's order."""
        return [operation for template in self._paths for operation in self.operations_at(template).values()]

    def follow(self, keys: tuple[str, ...], value: Any) -> tuple[tuple[str, ...], Mapping[str, Any]]:
        """Follows a ``$ref`` that stands for a whole part of the document, such as a response.

        Raises:
            SchemaError: When it leads nowhere, or to another machine.
        """
        for _ in range(_MOST_HOPS):
            if not (isinstance(value, dict) and isinstance(value.get("$ref"), str)):
                return keys, value if isinstance(value, dict) else {}
            reference = value["$ref"]
            value = pointed_at(self.document, reference)
            if value is None:
                break
            keys = keys_of(reference)
        raise SchemaError(
            f'"{self.name}": the $ref at {pointer(*keys)} leads nowhere.\n'
            "  a file has to be beside the document; another machine is never asked"
        )

    def validator(self, *keys: str) -> Validator:
        """Returns the validator of the schema that the keys lead to.

        Raises:
            SchemaError: When it is no schema, or a reference in it leads nowhere.
        """
        if keys not in self._validators:
            make = (
                jsonschema_rs.Draft4Validator if self._old and not self._close else jsonschema_rs.Draft202012Validator
            )
            entry: dict[str, Any] = {"$ref": self._uri + pointer(*keys)}
            if self._close:
                entry = ForbidExtra(self._convertible).value(pointed_at(self._convertible, pointer(*keys)))
                entry = {"$id": f"{self._uri}?entry", **_absolute(entry, self._uri)}
            self._validators[keys] = self._build(make, entry)
        return self._validators[keys]

    def _build(self, make: Callable[..., Validator], entry: dict[str, Any]) -> Validator:
        """Builds a validator; published documents have patterns that are none, and these are left out."""
        while True:
            try:
                return build_validator(make, entry, self.name, registry=self._registry, validate_formats=True)
            except SchemaError as error:
                file = bad_pattern(error.__cause__)
                owner = pointed_at(self._content, pointer(*(str(step) for step in file[:-1]))) if file else None
                if not isinstance(owner, dict) or "pattern" not in owner:
                    raise
                del owner["pattern"]
                del self._registry
                self.left_out.append(f"{json_path(file)} is no regular expression")

    def _templates(self, path: str, base: str) -> Sequence[str]:
        found: dict[str, None] = {}
        for start in dict.fromkeys((*self.bases, base, "")):
            if path.startswith(start):
                found.update(dict.fromkeys(self._routes.templates_of(path[len(start) :])))
        return list(found)

    @cached_property
    def _convertible(self) -> Any:
        return draft2020(self.document) if self._old else copied(self.document)

    @cached_property
    def _content(self) -> Any:
        """The document as the validators read it: a copy, which may be changed."""
        if self._close:
            return _closed_document(self._convertible)
        return draft4(self.document) if self._old else self._convertible

    @cached_property
    def _registry(self) -> Any:
        draft = jsonschema_rs.Draft4 if self._old and not self._close else jsonschema_rs.Draft202012
        return jsonschema_rs.Registry([(self._uri, self._content)], draft=draft)


def load_description(path: Path, *, close: bool = False) -> Description:
    """Loads an OpenAPI document from a JSON or YAML file; once, as long as the file stays the same.

    Raises:
        SchemaError: When it can't be read, or is no OpenAPI document of version 3.0 or 3.1.
    """
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise SchemaError(f'can\'t read "{path}": {error.strerror}.') from error
    return _described(path.resolve(), changed, close)


@lru_cache(maxsize=8)
def _described(path: Path, _changed: int, close: bool) -> Description:
    return Description(load_document(path), path, close=close)


def _checked(document: Any, file: Path) -> dict[str, Any]:
    version = document.get("openapi") or document.get("swagger") if isinstance(document, dict) else None
    if isinstance(document, dict) and str(version).startswith(("3.0", "3.1")):
        for key, kind in (("paths", dict), ("servers", list)):
            if not isinstance(document.get(key) or kind(), kind):
                raise SchemaError(f'"{file}": {key}: expected {json_type(kind())}, got {json_type(document[key])}.')
        return document
    came = f"version {version}" if version else "neither openapi nor swagger in it"
    raise SchemaError(f'"{file}": expected an OpenAPI document of version 3.0 or 3.1, got {came}.')


def _bundled(document: dict[str, Any], uri: str, name: str) -> dict[str, Any]:
    try:
        return bundled(document, uri, local_file)
    except ValueError as error:
        raise SchemaError(f'"{name}" refers to another file: {error}') from error


def _closed_document(document: dict[str, Any]) -> Any:
    components = document.get("components") or {}
    closing = ForbidExtra(document)
    schemas = {name: closing.part(schema) for name, schema in (components.get("schemas") or {}).items()}
    return document | {"components": components | {"schemas": schemas}}


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
