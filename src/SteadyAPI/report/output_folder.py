"""The run's output folder, and the links to the run's own files."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote


def output_folder() -> Path | None:
    """Returns the run's output folder; ``None`` outside a run, and in a run that writes no files."""
    from robot.running.context import EXECUTION_CONTEXTS  # type: ignore[import-untyped]  # noqa: PLC0415  run has it

    context = EXECUTION_CONTEXTS.current
    return None if context is None else _folder_of(context.output)


@lru_cache(maxsize=1)
def _folder_of(output: Any) -> Path | None:  # noqa: ARG001  the cache key: each run has its own
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415  as above

    folder = Path(str(BuiltIn().get_variable_value("${OUTPUT DIR}")))
    # Robot Framework makes the folder when it opens the output file, before the first keyword.
    return folder if folder.is_dir() else None


def log_links(folder: Path) -> tuple[str, str]:
    """Returns the relative links from a folder to the run's log and report; empty for one that isn't written."""
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415  as above

    builtin = BuiltIn()
    paths = (str(builtin.get_variable_value(name, "NONE")) for name in ("${LOG FILE}", "${REPORT FILE}"))
    log, report = ("" if path == "NONE" else quote(os.path.relpath(path, folder)) for path in paths)
    return log, report
