"""Writes utest/public_api.txt, the public interface of the library: ``uv run poe api``.

One line says one thing: what it is about, two spaces, and what holds for it. test_public_api.py compares the file with
the library.
"""

import json
import re
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib.resources import files
from inspect import Parameter, signature
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from robot.libdoc import LibraryDocumentation  # type: ignore[import-untyped]  # Robot Framework types its API only

import SteadyAPI
from SteadyAPI.__main__ import COMMANDS
from SteadyAPI.engine.token.credentials_file import NAMES

FILE = Path(__file__).with_name("public_api.txt")
LIBRARIES = ("SteadyAPI", "SteadyAPI.RequestsLibrary")
_VARIABLE = re.compile(
    r"""environ(?:\.get\(|\[)"(\w+)"|"(\w+)" in os\.environ|"(STEADYAPI_\w+|\w+_CA_BUNDLE|(?:https?|all|no)_proxy)\""""
)
"""What is read from the environment by its own name, or has a name that only variables of the environment have."""


def public_api() -> list[str]:
    """Returns the lines of the interface as the library has it."""
    lines = [*_names(), *_listener(), *_variables(), *_commands(), *_records()]
    for library in LIBRARIES:
        lines += _library(library)
    return lines


def _names() -> Iterator[str]:
    for name in sorted(SteadyAPI.__all__):
        kind = getattr(SteadyAPI, name)
        bases = ", ".join(base.__name__ for base in kind.__bases__) if isinstance(kind, type) else type(kind).__name__
        yield f"from SteadyAPI import {name}  {bases}"


def _listener() -> Iterator[str]:
    for option in signature(SteadyAPI.Redactor).parameters.values():
        yield f"listener SteadyAPI.Redactor, {_argument(option)}"


def _argument(option: Parameter) -> str:
    return f"{option.name}  {option.annotation.__name__} = {option.default!r}"


def _variables() -> Iterator[str]:
    root = Path(SteadyAPI.__file__).parent
    texts = (file.read_text(encoding="utf-8") for file in root.rglob("*.py"))
    found = {name for text in texts for names in _VARIABLE.findall(text) for name in names if name}
    found |= {f"PREFIX_{name.upper()}" for name in NAMES}
    yield from (f"environment variable {name}  read" for name in sorted(found))


def _commands() -> Iterator[str]:
    for name, (place, _) in COMMANDS.items():
        module = resolve_name(place.partition(":")[0])
        parser: ArgumentParser = module.arguments()
        for action in parser._actions:
            options = "|".join(action.option_strings) or f"argument {action.dest}"
            kind = [type(action).__name__.strip("_"), str(action.nargs or ""), *map(str, action.choices or ())]
            yield f"python -m SteadyAPI {name} {options}  {' '.join(filter(None, kind))}"


def _records() -> Iterator[str]:
    schema = json.loads(files("SteadyAPI.report").joinpath("api-requests.schema.json").read_text(encoding="utf-8"))
    for kind, description in (("record", schema), *schema["$defs"].items()):
        for name, field in description.get("properties", {}).items():
            need = "required" if name in description.get("required", ()) else "optional"
            yield f"api-requests.jsonl, {kind}, {name}  {need} {field.get('type') or field.get('$ref') or ''}".rstrip()


def _library(name: str) -> Iterator[str]:
    documentation = LibraryDocumentation(name)
    for keyword in (*documentation.inits, *documentation.keywords):
        title = f"{name}: {keyword.name}"
        if keyword in documentation.keywords:
            yield f"{title}, tags  {', '.join(keyword.tags)}"
            yield f"{title}, returns  {keyword.args.return_type or 'any'}"
        named = (argument for argument in keyword.args if argument.name)
        yield from (f"{title}, {_kind(argument, place)}  {_need(argument)}" for place, argument in enumerate(named, 1))
    # libdoc gathers them in a set, whose order says nothing.
    for kind in sorted(documentation.type_docs, key=lambda kind: str(kind.name)):
        yield from _members(name, kind)


def _kind(argument: Any, place: int) -> str:
    kinds = {argument.NAMED_ONLY: f"{argument.name}=", argument.VAR_NAMED: f"&{argument.name}"}
    kinds[argument.VAR_POSITIONAL] = f"@{argument.name}"
    return kinds.get(argument.kind) or f"argument {place}, {argument.name}"


def _need(argument: Any) -> str:
    need = "required" if argument.required else "any number" if argument.default_repr is None else argument.default_repr
    return f"{argument.type or 'any'} = {need}"


def _members(library: str, kind: Any) -> Iterator[str]:
    for member in kind.members or ():
        yield f"{library}: {kind.name}.{member.name}  member"
    for item in kind.items or ():
        yield f"{library}: {kind.name}[{item.key}]  {item.type}"


if __name__ == "__main__":
    FILE.write_text("\n".join(public_api()) + "\n", encoding="utf-8", newline="\n")
