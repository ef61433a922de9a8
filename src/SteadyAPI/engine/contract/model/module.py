"""Python files with schemas, loaded by path so that two suites' ``models.py`` never mix."""

import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType

from SteadyAPI.engine.contract.document import state_of
from SteadyAPI.engine.contract.model.schema_code_errors import CODE_ERRORS, is_package, source_line
from SteadyAPI.errors import SchemaError

_PREFIX = "steadyapi_schemas_"


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A module with the files that were read for it: its own, its package's, and those beside it that it imports."""

    module: ModuleType
    files: dict[Path, tuple[int, int]]

    def is_current(self) -> bool:
        return all(_state_of(file) == state for file, state in self.files.items())


_loaded: dict[Path, _Loaded] = {}
_names: set[str] = set()
"""The names in ``sys.modules`` of what was loaded here."""


def load_file(path: Path, folders: Sequence[Path] = ()) -> ModuleType:
    """Loads a Python file under a name made of its path, once, as long as it and what it imports stay the same.

    Args:
        path: The file. It may belong to a package, and import other files of the package or beside it.
        folders: Where else its imports are looked up.

    Raises:
        SchemaError: When the file raises while it is imported; the message says where and why.
    """
    resolved = path.resolve()
    known = _loaded.get(resolved)
    if known is not None and known.is_current():
        return known.module
    if resolved.suffix != ".py":
        raise SchemaError(f'expected a Python file, got "{path}".\n  write for example: models.py::Order')
    top = _top_package(resolved)
    package = f"{_PREFIX}{hashlib.sha256(str(top).encode()).hexdigest()[:16]}"
    parts = resolved.relative_to(top).with_suffix("").parts
    name = ".".join((package, *(part for part in parts if part != "__init__")))
    beside = top.parent if (top / "__init__.py").is_file() else top
    paths = [beside, *(folder.resolve() for folder in folders)]
    _forget_changed(paths)
    before = set(sys.modules)
    try:
        with _importable(paths):
            _load_package(package, top)
            module = _imported(name, resolved)
            _names.update(_new_modules(before, paths))
            files = {file: _state_of(file) for _, file in _own_modules(paths)}
    except CODE_ERRORS as error:
        for new in _new_modules(before, paths):
            del sys.modules[new]
        raise _import_failed(str(path), error) from error
    _loaded[resolved] = _Loaded(module, files)
    return module


def _top_package(file: Path) -> Path:
    """Returns the folder of the outermost package that a file belongs to; else its own folder."""
    folder = file.parent
    while (folder / "__init__.py").is_file() and (folder.parent / "__init__.py").is_file():
        folder = folder.parent
    return folder


def _load_package(name: str, folder: Path) -> None:
    if name in sys.modules:
        return
    start = folder / "__init__.py"
    spec = importlib.util.spec_from_file_location(
        name, start if start.is_file() else None, submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        package = ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package
        return
    # Known before it runs: forward references of its classes are looked up there.
    sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])


def _imported(name: str, file: Path) -> ModuleType:
    """Imports a module; the neighbours that it imports may import it back by its plain name."""
    plain = file.stem
    is_top = name.split(".")[1:] == [plain]
    if not is_top or name in sys.modules or plain in sys.modules or plain in sys.stdlib_module_names:
        return importlib.import_module(name)
    loader = SourceFileLoader(name, str(file))
    spec = ModuleSpec(name, loader, origin=str(file))
    spec.has_location = True
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = sys.modules[plain] = module
    try:
        loader.exec_module(module)
    finally:
        sys.modules.pop(plain, None)
    return module


@contextmanager
def _importable(paths: Sequence[Path]) -> Iterator[None]:
    """Lets code import what lies in folders, whatever other folders' modules are known by the same names."""
    there = [
        (entry.stem, path) for path in paths for entry in path.iterdir() if entry.suffix == ".py" or entry.is_dir()
    ]
    # Of several with one name the nearest counts.
    local = dict(reversed(there))
    others = {
        name: module
        for name, module in sys.modules.items()
        if (top := name.partition(".")[0]) in local
        and not _is_installed(module)
        and not _is_of(module, local[top] / top)
    }
    for name in others:
        del sys.modules[name]
    added = [str(path) for path in paths]
    sys.path[:0] = added
    importlib.invalidate_caches()
    try:
        yield
    finally:
        for entry in added:
            sys.path.remove(entry)
        sys.modules.update(others)


def _forget_changed(paths: Sequence[Path]) -> None:
    """Forgets the modules that were loaded here from folders, when one of their files has changed."""
    if all(known.is_current() for known in _loaded.values() if _is_below(known.module, paths)):
        return
    for name, _ in _own_modules(paths):
        del sys.modules[name]


def _own_modules(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Returns the names and files of the modules that were loaded here from folders."""
    known = [(name, sys.modules[name]) for name in _names if name in sys.modules]
    return [(name, Path(str(module.__file__)).resolve()) for name, module in known if _is_below(module, paths)]


def _new_modules(before: set[str], paths: Sequence[Path]) -> list[str]:
    new = [name for name in sys.modules if name not in before]
    return [name for name in new if name.startswith(_PREFIX) or _is_below(sys.modules[name], paths)]


def _is_below(module: ModuleType, paths: Sequence[Path]) -> bool:
    file = getattr(module, "__file__", None)
    if not isinstance(file, str) or _is_installed(module):
        return False
    return any(Path(file).resolve().is_relative_to(path) for path in paths)


def _is_of(module: ModuleType, name: Path) -> bool:
    """Returns whether a module is the file of that name, without its suffix, or in the folder of that name."""
    file = Path(str(getattr(module, "__file__", None))).resolve()
    return file == name.with_suffix(".py") or file.is_relative_to(name)


def _is_installed(module: ModuleType) -> bool:
    """Returns whether a module belongs to Python or an installed package, and not to the suite."""
    file = getattr(module, "__file__", None)
    if isinstance(file, str):
        return is_package(file)
    return not hasattr(module, "__path__")


def _state_of(file: Path) -> tuple[int, int]:
    try:
        return state_of(file)
    except OSError:
        return (0, 0)


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
                return load_file(candidate, folders)
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
