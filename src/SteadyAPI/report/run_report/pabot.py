"""Pabot's processes: each has a folder of its own inside the run's, ``pabot_results/0`` and so on."""

from pathlib import Path

PARTS = "pabot_results"


def whole_run_folder(folder: Path) -> Path | None:
    """Returns the folder of the whole run for that of one process; ``None`` where pabot isn't at work.

    The folders of processes have numbers for names. A run that a test starts inside one of them is a run of its own.
    """
    parts = next((parent for parent in folder.parents if parent.name == PARTS), None)
    if parts is None or not all(name.isdigit() for name in folder.relative_to(parts).parts):
        return None
    return parts.parent


def files_of_processes(folder: Path, pattern: str) -> list[Path]:
    """Returns what pabot's processes have written so far, of files of that name, inside the folder of a whole run."""
    found = sorted((folder / PARTS).rglob(pattern))
    return [file for file in found if whole_run_folder(file.parent) == folder]
