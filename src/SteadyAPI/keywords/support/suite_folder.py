"""Where a suite's files are looked up."""

from pathlib import Path

from robot.libraries.BuiltIn import BuiltIn, RobotNotRunningError


def suite_folders() -> list[Path]:
    """Returns the suite's folder and its parents up to where the run was started, nearest first."""
    try:
        builtin = BuiltIn()
        source = str(builtin.get_variable_value("${SUITE SOURCE}"))
        root = Path(str(builtin.get_variable_value("${EXECDIR}"))).resolve()
    except RobotNotRunningError:
        return [Path.cwd()]
    path = Path(source).resolve()
    nearest = path if path.is_dir() else path.parent
    if nearest != root and root not in nearest.parents:
        return [nearest, root]
    return [folder for folder in (nearest, *nearest.parents) if folder == root or root in folder.parents]
