"""Where the run writes its files."""

from pathlib import Path


def output_folder() -> Path | None:
    """Returns the run's output folder, or ``None`` outside a run."""
    from robot.libraries.BuiltIn import BuiltIn, RobotNotRunningError  # noqa: PLC0415  costs time; a run has loaded it

    try:
        folder = BuiltIn().get_variable_value("${OUTPUT DIR}")
    except RobotNotRunningError:
        return None
    return None if folder is None else Path(str(folder))
