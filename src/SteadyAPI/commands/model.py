"""``python -m SteadyAPI model SOURCE...``: writes a Pydantic model to start from, of samples or an OpenAPI document."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from SteadyAPI.command_line import command_parser
from SteadyAPI.engine.contract.document import load_document
from SteadyAPI.engine.contract.drift.schema import schema_of
from SteadyAPI.engine.contract.drift.shape import Shape
from SteadyAPI.engine.exchange import DEFAULT_TIMEOUT, Request
from SteadyAPI.engine.request.url import is_absolute
from SteadyAPI.engine.transport import TransportSettings, open_transport
from SteadyAPI.errors import SchemaError

DESCRIPTION = """
    Writes Pydantic models for the shape of sample responses, or for what an OpenAPI document describes.

    Each SOURCE is a file or a URL. Give several samples of the same response: a field that one of them lacks becomes
    optional, null where it was seen, and few different words become an enumeration. The models are a start: read them,
    and tighten what you know better.

    The code is written by datamodel-code-generator, a tool of its own: pip install datamodel-code-generator
"""
_MISSING = (
    "expected datamodel-code-generator, which writes the code, and it is not installed.\n"
    "  install it: pip install datamodel-code-generator\n"
    '  or name it: --generator "uvx --from datamodel-code-generator datamodel-codegen"'
)
_LONGEST_RUN = 600.0
_OPTIONS = (
    "--output-model-type=pydantic_v2.BaseModel",
    "--target-python-version=3.11",
    "--use-standard-collections",
    "--use-union-operator",
    "--disable-timestamp",
    "--formatters=builtin",
)


class _StopError(Exception):
    """The command can't go on; the message says why."""


def model(
    argv: Sequence[str],
    *,
    run: Callable[..., "subprocess.CompletedProcess[str]"] = subprocess.run,
    fetch: Callable[[str], bytes] | None = None,
) -> int:
    """Writes the models and returns the exit code: 0, or 2 when something is missing or wrong.

    Args:
        argv: The arguments behind ``model``.
        run: Runs a command as ``subprocess.run`` does.
        fetch: Gets the body of the response to a GET of a URL.
    """
    options = arguments().parse_args(argv)
    # The generator is a Python program; on Windows it would write in the console's character set.
    in_utf8 = os.environ | {"PYTHONUTF8": "1"}
    try:
        with TemporaryDirectory() as folder:
            values = [_value(source, Path(folder), fetch or _fetched) for source in options.source]
            command = _command(options, values, Path(folder))
            done = run(command, capture_output=True, encoding="utf-8", env=in_utf8, check=False, timeout=_LONGEST_RUN)
    except (_StopError, SchemaError, OSError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(f"model: {error}\n")
        return 2
    if done.returncode:
        sys.stderr.write(f"model: the generator failed (exit code {done.returncode}):\n{done.stderr[-2000:]}\n")
        return 2
    sys.stdout.write(f"Models written to {options.output}.\n" if options.output else done.stdout)
    return 0


def arguments() -> ArgumentParser:
    """Returns the parser of the command's arguments."""
    parser = command_parser("model", DESCRIPTION)
    parser.add_argument("source", nargs="+", metavar="SOURCE", help="a JSON or YAML file, or a URL")
    parser.add_argument("--output", metavar="FILE", help="the file to write; by default the console")
    parser.add_argument("--class-name", default="Model", metavar="NAME", help="the model's name (default: Model)")
    parser.add_argument("--generator", default="", metavar="COMMAND", help="how to start datamodel-code-generator")
    return parser


def _value(source: str, folder: Path, fetch: Callable[[str], bytes]) -> Any:
    path = Path(source)
    if is_absolute(source):
        path = folder / "fetched.json"
        path.write_bytes(fetch(source))
    return load_document(path)


def _fetched(url: str) -> bytes:
    transport = open_transport(TransportSettings())
    try:
        delivery = transport.send(Request("GET", url), DEFAULT_TIMEOUT, None)
    finally:
        transport.close()
    if delivery.response is None:
        why = delivery.failure.kind.value if delivery.failure else "no answer"
        raise _StopError(f"no answer from {url}: {why}")
    if not delivery.response.content or delivery.response.status >= 400:  # noqa: PLR2004  the first error status
        raise _StopError(f"expected a body from {url}, got {delivery.response.status} {delivery.response.reason}")
    return delivery.response.content


def _command(options: Namespace, values: Sequence[Any], folder: Path) -> list[str]:
    described = [value for value in values if isinstance(value, dict) and {"openapi", "swagger"} & set(value)]
    if described and len(values) > 1:
        raise _StopError("expected one OpenAPI document or several samples, got both or several documents.")
    content, kind = (values[0], "openapi") if described else (_schema_of(values, options.class_name), "jsonschema")
    source = folder / "source.json"
    source.write_text(json.dumps(content), encoding="utf-8")
    command = [*_generator(options.generator), f"--input={source}", f"--input-file-type={kind}", *_OPTIONS]
    command += [f"--class-name={options.class_name}"] if kind == "jsonschema" else []
    return [*command, f"--output={options.output}"] if options.output else command


def _schema_of(samples: Sequence[Any], name: str) -> dict[str, Any]:
    shape = Shape()
    for sample in samples:
        shape.learn(sample)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name} | schema_of(shape)


def _generator(named: str) -> list[str]:
    if named:
        return shlex.split(named)
    if find_spec("datamodel_code_generator") is not None:
        return [sys.executable, "-m", "datamodel_code_generator"]
    found = shutil.which("datamodel-codegen")
    if found is None:
        raise _StopError(_MISSING)
    return [found]
