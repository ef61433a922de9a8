"""Python files with schemas, loaded by path so that two suites' ``models.py`` never mix."""

import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType

from SteadyAPI.engine.contract.model.schema_code_errors import CODE_ERRORS, source_line
from SteadyAPI.errors import SchemaError


def load_file(path: Path) -> ModuleType:
    """Loads a Python file once, under a name made of its path.

    Raises:
        SchemaError: When the file raises while it is imported; the message says where and why.
    """
    resolved = path.resolve()
    name = f"steadyapi_schemas_{hashlib.sha256(str(resolved).encode()).hexdigest()[:16]}_{resolved.stem}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, resolved)
    if spec is None or spec.loader is None:
        raise SchemaError(f'expected a Python file, got "{path}".\n  write for example: models.py::Order')
    module = importlib.util.module_from_spec(spec)
    with ExitStack() as undo:
        # Known before it runs: forward references of its classes are looked up there.
        sys.modules[name] = module
        undo.callback(sys.modules.pop, name)
        try:
            spec.loader.exec_module(module)
        except CODE_ERRORS as error:
            raise _import_failed(str(path), error) from error
        undo.pop_all()
    return module


def find_module(name: str, folders: Sequence[Path]) -> ModuleType:
    """Finds a module by its dotted name: beside the suite, in its parents, then on PYTHONPATH.

    Args:
        name: For example ``models`` or ``shop.models``.
        folders: Where to look first, nearest first.

    Raises:
        SchemaError: When there is none, or it fails to import.
    """
    relative = Path(*name.split("."))
    for folder in folders:
        for candidate in (folder / relative.with_suffix(".py"), folder / relative / "__init__.py"):
            if candidate.is_file():
                return load_file(candidate)
    try:
        return importlib.import_module(name)
    except CODE_ERRORS as error:
        if isinstance(error, ModuleNotFoundError) and _is_part(error.name, name):
            looked = ", ".join(str(folder) for folder in folders) or "no folder"
            raise SchemaError(
                f'no module "{name}" with schemas: there is no {relative}.py.\n  looked in: {looked}, PYTHONPATH'
            ) from error
        raise _import_failed(name, error) from error


def _is_part(missing: str | None, name: str) -> bool:
    """Tells a module that isn't there from one that is, but imports another that isn't."""
    return missing is not None and (name == missing or name.startswith(f"{missing}."))


def _import_failed(name: str, error: BaseException) -> SchemaError:
    reason = error.msg if isinstance(error, SyntaxError) else str(error).partition("\n")[0]
    return SchemaError(f'"{name}" fails to import: {type(error).__name__}: {reason}\n  at {source_line(error)}')
