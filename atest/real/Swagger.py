"""Kinto's own description of itself, which is Swagger 2.0, as an OpenAPI 3.0 document and as models."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from robot.api.deco import keyword, library

# The tests of a built package run from a copy, below the project.
HOME = next(folder for folder in Path(__file__).resolve().parents if (folder / ".ci").is_dir())
GENERATOR = HOME / ".cache" / "model-generator" / "bin" / "datamodel-codegen"
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")


@library(scope="SUITE")
class Swagger:
    """Rewrites what a service says of its responses, and has models written of it."""

    @keyword
    def write_openapi(self, swagger: dict[str, Any], path: Path) -> None:
        """Writes the responses that a Swagger document describes as OpenAPI."""
        document = {
            "openapi": "3.0.3",
            "info": swagger["info"],
            "servers": [{"url": swagger["basePath"]}],
            "paths": {name: _path(item) for name, item in swagger["paths"].items()},
        }
        path.write_text(json.dumps(document), encoding="utf-8")

    @keyword
    def write_model(self, schema: dict[str, Any], name: str, path: Path) -> None:
        """Has Pydantic models written of one schema, by the library's own command."""
        source = path.with_suffix(".json")
        described = {"openapi": "3.0.3", "info": {"title": name, "version": "1"}, "paths": {}}
        source.write_text(json.dumps(described | {"components": {"schemas": {name: schema}}}), encoding="utf-8")
        command = [sys.executable, "-m", "SteadyAPI", "model", str(source), f"--output={path}"]
        done = subprocess.run(
            [*command, f"--generator={GENERATOR}"], capture_output=True, text=True, timeout=300, check=False
        )
        if done.returncode:
            raise AssertionError(done.stderr)


def _path(item: dict[str, Any]) -> dict[str, Any]:
    return {method: {"responses": _responses(item[method])} for method in _METHODS if method in item}


def _responses(operation: dict[str, Any]) -> dict[str, Any]:
    return {
        status: {"description": response.get("description", "")}
        | ({"content": {"application/json": {"schema": response["schema"]}}} if "schema" in response else {})
        for status, response in operation["responses"].items()
    }
