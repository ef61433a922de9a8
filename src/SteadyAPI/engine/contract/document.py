"""JSON and YAML files: schemas, OpenAPI documents and baselines, as plain values."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from SteadyAPI.engine.contract.body import json_text, parsed
from SteadyAPI.errors import SchemaError

_URL = re.compile(r"(?i)https?://")
_EXTRA = 'it comes with: pip install "robotframework-steadyapi[openapi]"'


def find_file(file: str, folders: Sequence[Path], what: str) -> Path:
    """Returns the first file of that path: in one of the folders, else as it is.

    Args:
        file: The path, relative or absolute.
        folders: Where to look first, nearest first.
        what: What is looked for, as the message names it, with ``{}`` for the path: ``OpenAPI document "{}"``.

    Raises:
        SchemaError: When there is none, or it is a URL.
    """
    if _URL.match(file):
        address = urlsplit(file)
        name, host = Path(address.path).name or "openapi.json", address.netloc.rpartition("@")[2]
        raise SchemaError(
            "expected the path of a file, got a URL; nothing is fetched for a check.\n"
            f"  save it first, beside the suite: curl -o {name} {address.scheme}://{host}{address.path}"
        )
    path = next((path for path in (*(folder / file for folder in folders), Path(file)) if path.is_file()), None)
    if path is None:
        looked = ", ".join(str(folder) for folder in folders) or str(Path.cwd())
        raise SchemaError(f"no {what.format(file)}.\n  looked in: {looked}")
    return path


def state_of(path: Path) -> tuple[int, int]:
    """Returns what a file has after a change and had not before: the time of the change in ns, and the size.

    The time alone may be the same: file systems count it in milliseconds, or in two seconds.

    Raises:
        OSError: When there is no such file.
    """
    state = path.stat()
    return state.st_mtime_ns, state.st_size


def load_document(path: Path) -> Any:
    """Loads a JSON or YAML file once; a changed file is loaded again.

    Raises:
        SchemaError: When there is no such file, or it is neither JSON nor YAML.
    """
    resolved = path.resolve()
    try:
        return _loaded(resolved, state_of(resolved))
    except OSError as error:
        raise SchemaError(f'can\'t read "{path}": {error.strerror}.') from error


@lru_cache(maxsize=32)
def _loaded(path: Path, _state: tuple[int, int]) -> Any:
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
