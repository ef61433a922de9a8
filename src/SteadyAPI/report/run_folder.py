"""The files of a run, in its output folder, and the links to Robot Framework's own.

They are named after Robot Framework's output file: ``api-report.html`` beside ``output.xml``, ``api-report-rerun.html``
beside ``rerun.xml``. So runs that keep their outputs keep their records.
"""

import os
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any, NamedTuple
from urllib.parse import quote

DEFAULT_OUTPUT = "output.xml"
RECORDS = "api-requests.jsonl"
"""The records of a run beside ``output.xml``."""


class RunFiles(NamedTuple):
    """The output folder of a run, and the name of its output file."""

    folder: Path
    output: str = DEFAULT_OUTPUT

    @classmethod
    def of_records(cls, folder: Path, records: Path) -> "RunFiles":
        """Returns the files in a folder for the run that left these records."""
        stem = records.stem.removeprefix(PurePath(RECORDS).stem).removeprefix("-")
        return cls(folder, DEFAULT_OUTPUT if stem in {"", "merged"} else f"{stem}.xml")

    def path(self, name: str) -> Path:
        """Returns the path of a file of the run; ``name`` is what it is called beside ``output.xml``."""
        stem, plain = PurePath(self.output).stem, PurePath(name)
        return self.folder / (name if stem == "output" else f"{plain.stem}-{stem}{plain.suffix}")


def run_files() -> RunFiles | None:
    """Returns the files of the run; ``None`` outside a run, and in a run that writes no output file."""
    from robot.running.context import EXECUTION_CONTEXTS  # type: ignore[import-untyped]  # noqa: PLC0415  run has it

    context = EXECUTION_CONTEXTS.current
    return None if context is None else _files_of(context.output)


def output_folder() -> Path | None:
    """Returns the output folder of the run; ``None`` where the run has no files."""
    files = run_files()
    return None if files is None else files.folder


@lru_cache(maxsize=1)
def _files_of(output: Any) -> RunFiles | None:  # noqa: ARG001  the cache key: each run has its own
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415  as above

    builtin = BuiltIn()
    folder = Path(str(builtin.get_variable_value("${OUTPUT DIR}")))
    name = str(builtin.get_variable_value("${OUTPUT FILE}", "NONE"))
    # Robot Framework makes the folder when it opens the output file, before the first keyword.
    return None if name.upper() == "NONE" or not folder.is_dir() else RunFiles(folder, PurePath(name).name)


def relative_link(path: str | Path, folder: Path) -> str:
    """Returns the link from a page in a folder to a file; to another drive of Windows, an absolute one."""
    try:
        return quote(os.path.relpath(path, folder).replace(os.sep, "/"))
    except ValueError:
        return PurePath(path).as_uri()


def log_links(folder: Path) -> tuple[str, str]:
    """Returns the relative links from a folder to the run's log and report; empty for one that isn't written."""
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415  as above

    builtin = BuiltIn()
    paths = (str(builtin.get_variable_value(name, "NONE")) for name in ("${LOG FILE}", "${REPORT FILE}"))
    log, report = ("" if path == "NONE" else relative_link(path, folder) for path in paths)
    return log, report
