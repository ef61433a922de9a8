"""The records of several runs together: of pabot's processes, of a rerun, of other machines."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.log_entry.body_store import FOLDER
from SteadyAPI.report.record_file import read_records
from SteadyAPI.report.run_folder import RECORDS, RunFiles
from SteadyAPI.report.run_report.log_link import PAGE, LogPages
from SteadyAPI.report.run_report.pabot import files_of_processes
from SteadyAPI.report.run_report.page import PageHeader
from SteadyAPI.report.run_report.summary import RunSummary
from SteadyAPI.report.run_report.write_reports import write_reports

MERGED = "api-requests-merged.jsonl"
_FIRST_LINE = '{"kind":"merged"}'
_PATTERN = "api-requests*.jsonl"


def record_files(sources: Sequence[Path]) -> list[Path]:
    """Returns the record files in folders and their subfolders, those of earlier runs first.

    Raises:
        ValueError: When there is none, or a source doesn't exist.
    """
    found = list(dict.fromkeys(path for source in sources for path in _inside(source)))
    # A file that was merged before lies beside its parts: each request counts once.
    found = [path for path in found if not is_merged(path)] or found
    if not found:
        named = ", ".join(str(source) for source in sources)
        raise ValueError(f"expected {RECORDS} in {named}, found none; a run writes it when it makes a request")
    return sorted(found, key=_began)


def summary_of(found: Sequence[Path], patterns: Sequence[str] = (), pages: LogPages | None = None) -> RunSummary:
    """Returns the figures of the records in these files.

    Args:
        found: The files.
        patterns: Templates that group paths.
        pages: The logs of the runs, when tests are to be linked there.

    Raises:
        ValueError: When a record doesn't follow the schema.
    """
    summary = RunSummary(patterns)
    for path in found:
        summary.tests.begin_run()
        for record in read_records(path):
            # Somebody else's file must not say where links lead.
            record.pop(PAGE, None)
            if pages is not None:
                pages.locate(record, path)
            try:
                summary.add(record)
            except (KeyError, TypeError, AttributeError) as error:
                raise ValueError(
                    f"{path}: expected a record as in `report --schema`, got one that lacks {error}"
                ) from error
    return summary


def merge_records(found: Sequence[Path], folder: Path) -> None:
    """Copies the records of several runs into one file, and their saved bodies into one folder."""
    target = folder / MERGED
    unfinished = target.with_name(target.name + ".new")
    with unfinished.open("w", encoding="utf-8", newline="\n") as merged:
        merged.write(f"{_FIRST_LINE}\n")
        for path in found:
            with path.open(encoding="utf-8", errors="replace") as lines:
                merged.writelines(line for line in lines if line.endswith("\n") and line.rstrip() != _FIRST_LINE)
    unfinished.replace(target)
    for bodies in dict.fromkeys(path.parent / FOLDER for path in found):
        if bodies.is_dir() and bodies != folder / FOLDER:
            shutil.copytree(bodies, folder / FOLDER, dirs_exist_ok=True)


def write_whole_run(folder: Path, title: str, mask: Masker) -> Path:
    """Writes the report of all of pabot's processes that have left records so far, and returns the page's path."""
    found = record_files(files_of_processes(folder, _PATTERN))
    merge_records(found, folder)
    return write_reports(RunFiles(folder), summary_of(found), PageHeader(title), mask)


def _inside(source: Path) -> Iterator[Path]:
    if source.is_file():
        yield source
    elif source.is_dir():
        yield from sorted(source.rglob(_PATTERN))
    else:
        raise ValueError(f"expected a folder or a file, got {source}, which does not exist")


def is_merged(path: Path) -> bool:
    """Returns whether a file holds the records of several runs."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        return lines.readline().strip() == _FIRST_LINE


def _began(path: Path) -> str:
    """Returns the time of the first record that has one."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                at = json.loads(line).get("at")
            except (ValueError, AttributeError):
                break
            if at:
                return str(at)
    return ""
