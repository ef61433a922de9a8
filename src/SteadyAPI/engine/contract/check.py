"""One JSON text against whatever the suite names as its schema: a model, a type, or a JSON Schema."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from SteadyAPI.engine.contract.body import parsed
from SteadyAPI.engine.contract.document import as_json, find_file, load_document, missing_extra, state_of
from SteadyAPI.engine.contract.json_schema.pointer import keys_of, pointed_at
from SteadyAPI.engine.contract.model.resolve import name_of, resolve
from SteadyAPI.engine.contract.violation import Verdict
from SteadyAPI.errors import SchemaError

FORBID = "forbid"
_SHARED = ("$schema", "$defs", "definitions")
_SCHEMA_FILE = re.compile(r"(?is)(.*?\.(?:json|ya?ml))(?:#(.*))?")
"""A file, and a part of it; folders may have the sign in their names, too."""


def check(
    schema: Any, text: bytes, folders: Sequence[Path], *, strict: bool = True, extra: str | None = None
) -> Verdict:
    """Validates a JSON text and names every mismatch.

    Args:
        schema: A class or other type, its name (see ``resolve``), a JSON Schema as a mapping, or the path of a JSON or
            YAML file with one; ``shop.yaml#/components/schemas/Order`` is a part of a file.
        text: The body, without a byte order mark.
        folders: Where modules and relative paths are looked up, nearest first.
        strict: Whether nothing is converted, except where a model sets ``strict`` itself.
        extra: What unexpected fields are, except where the schema says otherwise itself: ``forbid`` makes them
            mismatches, ``ignore`` and ``allow`` don't, and with ``allow`` models keep them. ``None`` is ``forbid`` for
            types, and ``ignore`` for JSON Schemas, which are open by definition.

    Raises:
        SchemaError: When the schema can't be found or used.
    """
    name = name_of(schema)
    close = extra == FORBID
    if isinstance(schema, Mapping | bool):
        return _by_json_schema(_validator_of(schema, name, folders, close=close), name, text)
    named = _SCHEMA_FILE.fullmatch(str(schema)) if isinstance(schema, Path | str) else None
    if isinstance(schema, Path) or named is not None:
        file, fragment = named.groups("") if named is not None else (str(schema), "")
        path = find_file(file, folders, 'file "{}" with a JSON Schema')
        validator = _validator_in(path, state_of(path), f"#{fragment}", name, close, tuple(folders))
        return _by_json_schema(validator, name, text)
    # Pydantic takes 40 ms to import: a suite that checks no model, and every dry run, goes without.
    from SteadyAPI.engine.contract.model.model_check import check_json  # noqa: PLC0415

    found = resolve(schema, folders)
    return check_json(found, name, text, strict=strict, extra=extra or FORBID)


def _by_json_schema(validator: Any, name: str, text: bytes) -> Verdict:
    from SteadyAPI.engine.contract.json_schema.validator import check_text  # noqa: PLC0415  it belongs to an extra

    return check_text(validator, name, text)


def _validator_of(schema: Mapping[str, Any] | bool, name: str, folders: Sequence[Path], *, close: bool) -> Any:
    make = _schema_validator(name)
    # Robot Framework's dictionaries are of a class of its own: written and read, they are plain.
    plain = schema if isinstance(schema, bool) else parsed(as_json(dict(schema), f'"{name}" is not a JSON Schema'))
    return make(plain, name, file=None, close=close, folders=folders)


@lru_cache(maxsize=256)
def _validator_in(
    path: Path, _state: tuple[int, int], reference: str, name: str, close: bool, folders: tuple[Path, ...]
) -> Any:
    make = _schema_validator(name)
    document = load_document(path)
    part = pointed_at(document, reference)
    if part is None:
        raise SchemaError(f'"{path}" has nothing at {reference}.')
    if isinstance(document, dict) and "openapi" in document:
        from SteadyAPI.engine.contract.json_schema.validator import SchemaValidator  # noqa: PLC0415  see above
        from SteadyAPI.engine.contract.openapi.description import Description  # noqa: PLC0415  see above

        described = Description(document, path, close=close, folders=folders)
        return SchemaValidator(described.validator(*keys_of(reference)), tuple(described.left_out))
    if reference == "#":
        return make(part, name, file=path, close=close, folders=folders)
    if not close:
        whole = {"$ref": f"{path.resolve().as_uri()}{reference}"}
        return make(whole, name, file=None, close=False, folders=(path.parent, *folders))
    if keys_of(reference)[0] not in _SHARED:
        raise SchemaError(f'"{name}": only a part under $defs can be closed from outside.')
    shared = {key: document[key] for key in _SHARED if key in document}
    return make(shared | {"$ref": reference}, name, file=path, close=True, folders=folders)


def _schema_validator(name: str) -> Any:
    try:
        from SteadyAPI.engine.contract.json_schema.validator import schema_validator  # noqa: PLC0415  it belongs to an extra
    except ModuleNotFoundError as error:
        raise missing_extra(f'the JSON Schema "{name}"') from error
    return schema_validator
