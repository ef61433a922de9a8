"""Where the run writes its files."""

import os
from pathlib import Path
from urllib.parse import quote


def output_folder() -> Path | None:
    """Returns the run's output folder, or ``None`` outside a run."""
    from robot.libraries.BuiltIn import BuiltIn, RobotNotRunningError  # noqa: PLC0415  costs time; a run has loaded it

    try:
        folder = BuiltIn().get_variable_value("${OUTPUT DIR}")
    except RobotNotRunningError:
        return None
    return None if folder is None else Path(str(folder))


def files_beside(folder: Path) -> tuple[str, str]:
    """Returns the addresses of the run's log and report from that folder; empty for one that isn't written."""
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415  as above

    builtin = BuiltIn()
    places = (str(builtin.get_variable_value(name, "NONE")) for name in ("${LOG FILE}", "${REPORT FILE}"))
    log, report = ("" if place == "NONE" else quote(os.path.relpath(place, folder)) for place in places)
    return log, report
