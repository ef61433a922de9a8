"""The responses that real OpenAPI documents and recordings show, as cases for two validators to judge."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

# The tests of a built package run from a copy, below the project.
HOME = next(folder for folder in Path(__file__).resolve().parents if (folder / ".ci").is_dir())
FOLDER = HOME / ".cache" / "contract-documents"
DOCUMENTS = ("github/api.github.com.json", "figma/openapi.yaml", "paypal/*.json")
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Case(NamedTuple):
    """One body that an operation shows for a status."""

    document: str
    method: str
    path: str
    status: int
    media_type: str
    name: str
    body: Any


def documents() -> list[Path]:
    """Returns the documents that were brought."""
    return [path for pattern in DOCUMENTS for path in sorted(FOLDER.glob(pattern))]


def examples() -> Iterator[Case]:
    """Yields every example of a JSON response in the documents that are JSON; the YAML one has none."""
    for path in documents():
        if path.suffix == ".json":
            yield from _examples_in(path.name, json.loads(path.read_bytes()))


def recordings() -> Iterator[tuple[str, str, int, Any]]:
    """Yields method, path, status and body of every recorded JSON response of GitHub."""
    for path in sorted((FOLDER / "recorded").rglob("raw-fixture.json")):
        for exchange in json.loads(path.read_bytes()):
            if isinstance(exchange["response"], dict | list):
                yield exchange["method"].upper(), exchange["path"], exchange["status"], exchange["response"]


def _examples_in(document: str, content: Any) -> Iterator[Case]:
    for path, item in content["paths"].items():
        for method in _METHODS:
            for status, response in item.get(method, {}).get("responses", {}).items():
                for media_type, media in _followed(content, response).get("content", {}).items():
                    if "json" in media_type and "schema" in media:
                        for name, body in _bodies(content, media):
                            number = int(status.replace("X", "9")) if status != "default" else 599
                            yield Case(document, method.upper(), path, number, media_type, name, body)


def _bodies(content: Any, media: Any) -> Iterator[tuple[str, Any]]:
    if "example" in media:
        yield "example", media["example"]
    for name, example in media.get("examples", {}).items():
        found = _followed(content, example)
        if "value" in found:
            yield name, found["value"]


def _followed(content: Any, value: Any) -> Any:
    while isinstance(value, dict) and "$ref" in value:
        keys = value["$ref"][2:].split("/")
        value = content
        for key in keys:
            value = value[key.replace("~1", "/").replace("~0", "~")]
    return value
