"""One JSON text against whatever the suite names as its schema: a model, a type, or a JSON Schema."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from SteadyAPI.engine.contract.body import parsed
from SteadyAPI.engine.contract.document import as_json, load_document, missing_extra
from SteadyAPI.engine.contract.json_schema.pointer import keys_of, pointed_at
from SteadyAPI.engine.contract.model.resolve import file_in, name_of, resolve
from SteadyAPI.engine.contract.violation import Verdict
from SteadyAPI.errors import SchemaError

_SHARED = ("$schema", "$defs", "definitions")
_SCHEMA_FILES = (".json", ".yaml", ".yml")


def check(
    schema: Any, text: bytes, folders: Sequence[Path], *, strict: bool = True, closed: bool | None = None
) -> Verdict:
    """Validates a JSON text and names every mismatch.

    Args:
        schema: A class or other type, its name (see ``resolve``), a JSON Schema as a mapping, or the path of a JSON or
            YAML file with one; ``shop.yaml#/components/schemas/Order`` is a part of a file.
        text: The body, without a byte order mark.
        folders: Where modules and relative paths are looked up, nearest first.
        strict: Whether nothing is converted, except where a model sets ``strict`` itself.
        closed: Whether unexpected fields are mismatches, except where the schema says otherwise itself; ``None`` is
            true for types, and false for JSON Schemas, which are open by definition.

    Raises:
        SchemaError: When the schema can't be found or used.
    """
    name = name_of(schema)
    if isinstance(schema, Mapping):
        return _by_json_schema(_validator_of(schema, name, close=bool(closed)), name, text)
    if isinstance(schema, Path) or (isinstance(schema, str) and _is_schema_file(schema)):
        file, _, fragment = str(schema).partition("#")
        path = file_in(folders, file)
        if path is None:
            looked = ", ".join(str(folder) for folder in folders) or str(Path.cwd())
            raise SchemaError(f'no file "{file}" with a JSON Schema.\n  looked in: {looked}')
        changed = path.stat().st_mtime_ns
        return _by_json_schema(_validator_in(path, changed, f"#{fragment}", name, bool(closed)), name, text)
    # Pydantic takes 40 ms to import: a suite that checks no model, and every dry run, goes without.
    from SteadyAPI.engine.contract.model.model_check import check_json  # noqa: PLC0415

    found = resolve(schema, folders)
    return check_json(found, name, text, strict=strict, closed=closed is not False)


def _is_schema_file(schema: str) -> bool:
    return schema.partition("#")[0].lower().endswith(_SCHEMA_FILES)


def _by_json_schema(validator: Any, name: str, text: bytes) -> Verdict:
    from SteadyAPI.engine.contract.json_schema.validator import check_text  # noqa: PLC0415  it belongs to an extra

    return check_text(validator, name, text)


def _validator_of(schema: Mapping[str, Any], name: str, *, close: bool) -> Any:
    make = _schema_validator(name)
    # Robot Framework's dictionaries are of a class of its own: written and read, they are plain.
    return make(parsed(as_json(dict(schema), f'"{name}" is not a JSON Schema')), name, file=None, close=close)


@lru_cache(maxsize=256)
def _validator_in(path: Path, _changed: int, reference: str, name: str, close: bool) -> Any:
    make = _schema_validator(name)
    document = load_document(path)
    part = pointed_at(document, reference)
    if part is None:
        raise SchemaError(f'"{path}" has nothing at {reference}.')
    if isinstance(document, dict) and "openapi" in document:
        from SteadyAPI.engine.contract.openapi.description import Description  # noqa: PLC0415  see above

        return Description(document, path, close=close).validator(*keys_of(reference))
    if reference == "#":
        return make(part, name, file=path, close=close)
    if not close:
        return make({"$ref": f"{path.resolve().as_uri()}{reference}"}, name, file=None, close=False)
    if keys_of(reference)[0] not in _SHARED:
        raise SchemaError(f'"{name}": only a part under $defs can be closed from outside.')
    return make(
        {key: document[key] for key in _SHARED if key in document} | {"$ref": reference}, name, file=path, close=True
    )


def _schema_validator(name: str) -> Any:
    try:
        from SteadyAPI.engine.contract.json_schema.validator import schema_validator  # noqa: PLC0415  it belongs to an extra
    except ModuleNotFoundError as error:
        raise missing_extra(f'the JSON Schema "{name}"') from error
    return schema_validator
