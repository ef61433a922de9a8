"""``python -m SteadyAPI report``: makes the report again, of one run or of many together."""

import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from SteadyAPI.command_line import command_parser
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.report.exports.markdown import markdown
from SteadyAPI.report.log_entry.body_store import FOLDER
from SteadyAPI.report.record_file import RECORDS, read_records
from SteadyAPI.report.run.page import PageHeader
from SteadyAPI.report.run.report_files import write_reports
from SteadyAPI.report.run.summary import RunSummary
from SteadyAPI.report.run.trend import worsened

DESCRIPTION = """
Makes api-report.html from the records of a run (api-requests.jsonl), or of several runs together: of pabot's workers,
of a rerun, of other machines. Folders are searched with all their subfolders.

  python -m SteadyAPI report results
  python -m SteadyAPI report results/pabot_results --output results
  python -m SteadyAPI report results --baseline last-week --markdown >> "$GITHUB_STEP_SUMMARY"
"""
_MERGED = '{"kind":"merged"}'
SCHEMA = "api-requests.schema.json"


def report(argv: Sequence[str]) -> int:
    """Makes the report that the arguments ask for, and returns the exit code.

    Raises:
        SystemExit: 2 for arguments that make no sense, or records that can't be read; 0 after ``--help``.
    """
    parser = _parser()
    options = parser.parse_args(argv)
    if options.schema:
        sys.stdout.write(files("SteadyAPI.report").joinpath(SCHEMA).read_text(encoding="utf-8"))
        return 0
    if not options.sources:
        parser.error("expected a folder with a run's api-requests.jsonl, got none; write for example: report results")
    try:
        sys.stdout.write(_write_files(options))
    except (OSError, ValueError) as error:
        parser.error(str(error))
    return 0


def _write_files(options: Namespace) -> str:
    """Writes the files, and returns the text for the console."""
    found = _record_files(options.sources)
    summary = _summary(found, options.path)
    changes = None
    if options.baseline is not None:
        changes = worsened(summary, _summary(_record_files([options.baseline]), options.path))
    folder = options.output or _folder_of(options.sources[0])
    folder.mkdir(parents=True, exist_ok=True)
    if len(found) > 1:
        _merge(found, folder)
    log, robot_report = (name if (folder / name).is_file() else "" for name in ("log.html", "report.html"))
    # The test ids are those of the run's own log, not of a merged one.
    log = log if len(found) == 1 and found[0].parent == folder else ""
    title = f"{len(found)} runs together" if len(found) > 1 else ""
    page = write_reports(folder, summary, PageHeader(title, log, robot_report), RUN_SECRETS.mask, changes)
    return RUN_SECRETS.mask(
        markdown(summary, changes, options.log_url or log) if options.markdown else f"API:     {page}\n"
    )


def _record_files(sources: Sequence[Path]) -> list[Path]:
    found = list(dict.fromkeys(path for source in sources for path in _inside(source)))
    # A file that was merged before lies beside its parts: each request counts once.
    found = [path for path in found if not _is_merged(path)] or found
    if not found:
        places = ", ".join(str(source) for source in sources)
        raise ValueError(f"expected {RECORDS} in {places}, found none; a run writes it when it makes a request")
    return found


def _is_merged(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as lines:
        return lines.readline().strip() == _MERGED


def _inside(source: Path) -> Iterator[Path]:
    if source.is_file():
        yield source
    elif source.is_dir():
        yield from sorted(source.rglob(RECORDS))
    else:
        raise ValueError(f"expected a folder or a file, got {source}, which does not exist")


def _summary(found: Sequence[Path], patterns: Sequence[str]) -> RunSummary:
    summary = RunSummary(patterns)
    for path in found:
        for record in read_records(path):
            try:
                summary.add(record)
            except (KeyError, TypeError, AttributeError) as error:
                raise ValueError(
                    f"{path}: expected a record as in `report --schema`, got one that lacks {error}"
                ) from error
    return summary


def _merge(found: Sequence[Path], folder: Path) -> None:
    """Copies the records of several runs into one file, and their saved bodies into one folder."""
    target = folder / RECORDS
    unfinished = target.with_name(target.name + ".new")
    with unfinished.open("w", encoding="utf-8", newline="\n") as merged:
        merged.write(f"{_MERGED}\n")
        for path in found:
            with path.open(encoding="utf-8", errors="replace") as lines:
                merged.writelines(lines)
    unfinished.replace(target)
    for path in found:
        bodies = path.parent / FOLDER
        if bodies.is_dir() and bodies != folder / FOLDER:
            shutil.copytree(bodies, folder / FOLDER, dirs_exist_ok=True)


def _folder_of(source: Path) -> Path:
    return source if source.is_dir() else source.parent


def _parser() -> ArgumentParser:
    parser = command_parser("report", DESCRIPTION)
    add = parser.add_argument
    add("sources", nargs="*", type=Path, metavar="DIR", help="folders with the records of runs, or the files")
    add("--output", type=Path, metavar="DIR", help="where to write (default: the first folder named)")
    add("--baseline", type=Path, metavar="DIR", help="an earlier run: names what became slower or flakier")
    add("--markdown", action="store_true", help="print a summary in Markdown, for the page of a CI job")
    add("--log-url", default="", metavar="URL", help="where log.html is published, for the links in the Markdown")
    add(
        "--path", action="append", default=[], metavar="TEMPLATE", help="group paths, such as /users/{name}; repeatable"
    )
    add("--schema", action="store_true", help="print the JSON Schema of a record, and do nothing else")
    return parser
