"""Where the run writes its files."""

import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote


def output_folder() -> Path | None:
    """Returns the run's output folder; ``None`` outside a run, and in a run that writes no files."""
    from robot.running.context import EXECUTION_CONTEXTS  # type: ignore[import-untyped]  # noqa: PLC0415  run has it

    # Asked for by every log entry: BuiltIn's way to a variable's value takes ten times as long.
    context = EXECUTION_CONTEXTS.current
    folder = "" if context is None else str(context.variables["${OUTPUT_DIR}"])
    # Robot Framework makes the folder when it opens the output file, before the first keyword.
    return _folder(folder) if folder and os.path.isdir(folder) else None  # noqa: PTH112  a path object costs more


@lru_cache(maxsize=4)
def _folder(place: str) -> Path:
    return Path(place)


def files_beside(folder: Path) -> tuple[str, str]:
    """Returns the addresses of the run's log and report from that folder; empty for one that isn't written."""
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415  as above

    builtin = BuiltIn()
    places = (str(builtin.get_variable_value(name, "NONE")) for name in ("${LOG FILE}", "${REPORT FILE}"))
    log, report = ("" if place == "NONE" else quote(os.path.relpath(place, folder)) for place in places)
    return log, report
