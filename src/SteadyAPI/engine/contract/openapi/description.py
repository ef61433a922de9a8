"""An OpenAPI document: its operations, and the validators of what they promise."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from SteadyAPI.engine.contract.document import load_document, state_of
from SteadyAPI.engine.contract.json_schema.bundle import bundled
from SteadyAPI.engine.contract.json_schema.pointer import keys_of, pointed_at, pointer
from SteadyAPI.engine.contract.json_schema.references import References
from SteadyAPI.engine.contract.json_schema.validator import Validator
from SteadyAPI.engine.contract.openapi.route import METHODS, Operation, Routes
from SteadyAPI.engine.contract.openapi.schemas import Schemas
from SteadyAPI.engine.contract.openapi.server import server_paths
from SteadyAPI.engine.contract.violation import json_type
from SteadyAPI.errors import SchemaError

_MOST_HOPS = 16
_VERSIONS = ("3.0", "3.1", "3.2")
_CONVERT = "\n  convert it once: npx swagger2openapi {name} -o openapi.json"


class Description:
    """One OpenAPI document; its schemas are compiled when they are first needed.

    Args:
        document: The parsed document.
        file: Where it comes from, which relative references are resolved against.
        close: Whether fields that the document doesn't name are mismatches.
        folders: Where files that it refers to may be, besides its own folder.

    Raises:
        SchemaError: When it is no OpenAPI document of version 3.
    """

    def __init__(self, document: Any, file: Path, *, close: bool = False, folders: Sequence[Path] = ()) -> None:
        self.file = file
        uri = file.resolve().as_uri()
        self.document = _bundled(_checked(document, file), uri, file, folders)
        self.schemas = Schemas(self.document, uri, file.name, close=close)
        self._paths: Mapping[str, Any] = self.document.get("paths") or {}
        self._listed = tuple(server_paths(_servers(self.document)))
        self._routes = self._routes_by_server()
        self._all_routes = Routes(list(self._paths))

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
        more = item.get("additionalOperations")
        places = [((*keys, method), item.get(method)) for method in METHODS]
        places += (
            [((*keys, "additionalOperations", name), more[name]) for name in more] if isinstance(more, dict) else []
        )
        return {
            place[-1].lower(): Operation(place[-1].upper(), template, place, item, operation)
            for place, operation in places
            if isinstance(operation, dict)
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

    def validator(self, *keys: str, request: bool = False) -> Validator:
        """Returns the validator of the schema that the keys lead to; for values of requests, or of responses.

        Raises:
            SchemaError: When it is no schema, or a reference in it leads nowhere.
        """
        return self.schemas.validator(keys, request=request)

    @property
    def left_out(self) -> list[str]:
        """What is in the document and isn't checked."""
        return self.schemas.left_out

    def _routes_by_server(self) -> list[tuple[list[str], Routes]]:
        """Returns the path templates by the paths of their servers; those of a path or operation replace the others."""
        grouped: dict[tuple[str, ...], dict[str, None]] = {}
        for template in self._paths:
            for starts in self._starts_of(template):
                grouped.setdefault(starts, {})[template] = None
        return [(list(starts), Routes(list(templates))) for starts, templates in grouped.items()]

    def _starts_of(self, template: str) -> list[tuple[str, ...]]:
        """Returns the paths of the servers of each operation of a path."""
        own = [_servers(each.description) or _servers(each.item) for each in self.operations_at(template).values()]
        return [tuple(server_paths(servers)) if servers else self._listed for servers in own]

    def _templates(self, path: str, base: str) -> Sequence[str]:
        """Returns the templates that a path fits; when there are none, those it fits but for a slash at its end."""
        found = self._templates_of(path, base)
        return found or self._templates_of(path[:-1] if path.endswith("/") else f"{path}/", base)

    def _templates_of(self, path: str, base: str) -> Sequence[str]:
        found: dict[str, None] = {}
        for starts, routes in [*self._routes, self._elsewhere(base)]:
            for start in starts:
                front = re.match(f"{start}(?=/|$)", path)
                if front is not None:
                    found.update(dict.fromkeys(routes.templates_of(path[front.end() :])))
        return list(found)

    def _elsewhere(self, base: str) -> tuple[list[str], Routes]:
        """Returns all templates by the paths that a server may have which the document doesn't list."""
        return [start for start in (re.escape(base), "") if start not in self._listed], self._all_routes


def load_description(path: Path, *, close: bool = False, folders: Sequence[Path] = ()) -> Description:
    """Loads an OpenAPI document from a JSON or YAML file; once, as long as the file stays the same.

    Raises:
        SchemaError: When it can't be read, or is no OpenAPI document of version 3.
    """
    try:
        state = state_of(path)
    except OSError as error:
        raise SchemaError(f'can\'t read "{path}": {error.strerror}.') from error
    return _described(path.resolve(), state, close, tuple(folders))


@lru_cache(maxsize=8)
def _described(path: Path, _state: tuple[int, int], close: bool, folders: tuple[Path, ...]) -> Description:
    return Description(load_document(path), path, close=close, folders=folders)


def _servers(part: Mapping[str, Any]) -> list[Any]:
    servers = part.get("servers")
    return servers if isinstance(servers, list) else []


def _checked(document: Any, file: Path) -> dict[str, Any]:
    version = document.get("openapi") or document.get("swagger") if isinstance(document, dict) else None
    if isinstance(document, dict) and str(version).startswith(_VERSIONS):
        for key, kind in (("paths", dict), ("servers", list)):
            if not isinstance(document.get(key) or kind(), kind):
                raise SchemaError(f'"{file}": {key}: expected {json_type(kind())}, got {json_type(document[key])}.')
        return document
    came = f"version {version}" if version else "neither openapi nor swagger in it"
    convert = _CONVERT.format(name=file.name) if str(version).startswith("2") else ""
    raise SchemaError(f'"{file}": expected an OpenAPI document of version 3.0, 3.1 or 3.2, got {came}.{convert}')


def _bundled(document: dict[str, Any], uri: str, file: Path, folders: Sequence[Path]) -> dict[str, Any]:
    try:
        return bundled(document, uri, References(document, file, folders), resolve_anchors=True)
    except ValueError as error:
        raise SchemaError(f'"{file.name}" refers to another file: {error}') from error
