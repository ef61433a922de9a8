"""Where the run writes its files."""

import os
from pathlib import Path
from urllib.parse import quote


def output_folder() -> Path | None:
    """Returns the run's output folder; ``None`` outside a run, and in a run that writes no files."""
    from robot.libraries.BuiltIn import BuiltIn, RobotNotRunningError  # noqa: PLC0415  costs time; a run has loaded it

    try:
        folder = BuiltIn().get_variable_value("${OUTPUT DIR}")
    except RobotNotRunningError:
        return None
    # Robot Framework makes the folder when it opens the output file, before the first keyword.
    return Path(str(folder)) if folder is not None and Path(str(folder)).is_dir() else None


def files_beside(folder: Path) -> tuple[str, str]:
    """Returns the addresses of the run's log and report from that folder; empty for one that isn't written."""
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415  as above

    builtin = BuiltIn()
    places = (str(builtin.get_variable_value(name, "NONE")) for name in ("${LOG FILE}", "${REPORT FILE}"))
    log, report = ("" if place == "NONE" else quote(os.path.relpath(place, folder)) for place in places)
    return log, report
