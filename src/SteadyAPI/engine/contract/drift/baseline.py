"""A file of learnt shapes: one for every operation and status of an API."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from SteadyAPI.engine.contract.drift.change import Change, changes
from SteadyAPI.engine.contract.drift.shape import Shape
from SteadyAPI.engine.file_lock import locked
from SteadyAPI.errors import SchemaError, UsageError

_VERSION = 1
_INDENT = 1
_NOTHING = "nothing"

Shapes = dict[tuple[str, str], Shape]


class Baseline:
    """The shapes of an API's responses, by operation and status.

    Args:
        path: The file.
        update: Whether new samples are added to the file; without, it must be there and stays as it is.

    Raises:
        UsageError: When there is no file and none is to be written.
        SchemaError: When the file is none that was written here.
    """

    def __init__(self, path: Path, *, update: bool) -> None:
        self.path = path
        self.update = update
        self._warned: set[str] = set()
        self._learnt: Shapes = {}
        self._known: Shapes = {}
        if path.is_file():
            self._known = _read(path)
        elif not update:
            raise UsageError(
                f'no baseline "{path}" to compare with.\n'
                f"  record one first: Track Contract    {path.name}    update=True"
            )

    def take(self, operation: str, status: int, body: Any) -> list[Change]:
        """Learns from a body, or compares it: what changed is returned, breaking first.

        An operation or status that isn't in the file is a change that breaks nothing.
        """
        key = operation, str(status)
        if self.update:
            self._learnt.setdefault(key, Shape()).learn(body)
            return []
        known = self._known.get(key)
        if known is None:
            what = f"{operation} → {status}"
            return [Change("status", "first seen, not in the baseline", _NOTHING, what, breaking=False)]
        return sorted(changes(known, body), key=lambda change: not change.breaking)

    def first_warning(self, operation: str) -> bool:
        """Returns whether a warning about an operation is the first one."""
        first = operation not in self._warned
        self._warned.add(operation)
        return first

    def save(self, mask: Callable[[str], str]) -> None:
        """Adds what was learnt to the file, which others may have changed since; the text passes ``mask`` first."""
        if not self._learnt:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with locked(self.path):
            shapes = _read(self.path) if self.path.is_file() else {}
            for key, shape in self._learnt.items():
                shapes.setdefault(key, Shape()).merge(shape)
            _write(self.path, mask(_text_of(shapes)))
        self._learnt = {}


def _text_of(shapes: Shapes) -> str:
    operations: dict[str, dict[str, Any]] = {}
    for (operation, status), shape in sorted(shapes.items()):
        operations.setdefault(operation, {})[status] = shape.to_json()
    return json.dumps({"steadyapi_baseline": _VERSION, "operations": operations}, indent=_INDENT, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    """Writes a file whole or not at all: a run may be ended while it writes."""
    written = path.with_name(f".{path.name}.{os.getpid()}")
    # The same bytes on every system: baselines are kept with the suites.
    written.write_text(text + "\n", encoding="utf-8", newline="\n")
    written.replace(path)


def _read(path: Path) -> Shapes:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {
            (operation, status): Shape.from_json(shape)
            for operation, statuses in content["operations"].items()
            for status, shape in statuses.items()
        }
    except OSError as error:
        raise SchemaError(f'can\'t read "{path}": {error.strerror}.') from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SchemaError(
            f'"{path}" is not a baseline: {type(error).__name__}: {error}\n'
            "  expected a file that Track Contract wrote; delete it to record it anew"
        ) from error
