"""JSON and YAML files: schemas, OpenAPI documents and baselines, as plain values."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from SteadyAPI.engine.contract.body import json_text, parsed
from SteadyAPI.errors import SchemaError

_EXTRA = 'it comes with: pip install "robotframework-steadyapi[openapi]"'


def load_document(path: Path) -> Any:
    """Loads a JSON or YAML file once; a changed file is loaded again.

    Raises:
        SchemaError: When there is no such file, or it is neither JSON nor YAML.
    """
    resolved = path.resolve()
    try:
        return _loaded(resolved, resolved.stat().st_mtime_ns)
    except OSError as error:
        raise SchemaError(f'can\'t read "{path}": {error.strerror}.') from error


@lru_cache(maxsize=32)
def _loaded(path: Path, _changed: int) -> Any:
    content = json_text(path.read_bytes())
    if path.suffix.lower() == ".json" or content.lstrip()[:1] in {b"{", b"["}:
        try:
            return parsed(content)
        except ValueError as error:
            raise SchemaError(f'"{path}" is not JSON: {error}') from error
    return _yaml(path, content)


def _yaml(path: Path, content: bytes) -> Any:
    try:
        from SteadyAPI.engine.contract.yaml_text import yaml_value  # noqa: PLC0415  YAML belongs to an extra
    except ModuleNotFoundError as error:
        raise SchemaError(
            f'"{path}" is YAML, and that needs PyYAML.\n  {_EXTRA}\n  or write the file as JSON'
        ) from error
    try:
        return yaml_value(content)
    except ValueError as error:
        raise SchemaError(f'"{path}" is not YAML: {error}') from error


def missing_extra(what: str) -> SchemaError:
    """Makes the error for a check that needs the JSON Schema validator, where that isn't installed."""
    return SchemaError(f"{what} needs the package jsonschema-rs.\n  {_EXTRA}")


def as_json(value: Any, what: str) -> bytes:
    """Writes a value as a JSON text.

    Raises:
        SchemaError: When it holds something that JSON has no words for.
    """
    try:
        return json.dumps(value, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise SchemaError(
            f"{what}: {error}\n  expected dictionaries, lists, texts, numbers, booleans and None"
        ) from error
