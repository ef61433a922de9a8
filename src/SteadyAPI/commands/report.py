"""``python -m SteadyAPI report``: makes the report again, of one run or of many together."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from SteadyAPI.command_line import command_parser
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.report.exports.markdown import markdown
from SteadyAPI.report.run_folder import RunFiles
from SteadyAPI.report.run_report.log_link import LOG, LogPages
from SteadyAPI.report.run_report.merged_runs import is_merged, merge_records, record_files, summary_of
from SteadyAPI.report.run_report.page import PageHeader
from SteadyAPI.report.run_report.trend import worsened
from SteadyAPI.report.run_report.write_reports import write_reports

DESCRIPTION = """
Makes api-report.html from the records of a run (api-requests.jsonl), or of several runs together: of pabot's workers,
of a rerun, of other machines. Folders are searched with all their subfolders.

  python -m SteadyAPI report results
  python -m SteadyAPI report results/pabot_results --output results
  python -m SteadyAPI report results --baseline last-week --markdown >> "$GITHUB_STEP_SUMMARY"
"""
SCHEMA = "api-requests.schema.json"


def report(argv: Sequence[str]) -> int:
    """Makes the report that the arguments ask for, and returns the exit code.

    Raises:
        SystemExit: 2 for arguments that make no sense, or records that can't be read; 0 after ``--help``.
    """
    parser = arguments()
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
    found = record_files(options.sources)
    folder = options.output or _folder_of(options.sources[0])
    is_own = len(found) == 1 and found[0].parent == folder and not is_merged(found[0])
    summary = summary_of(found, options.path, None if is_own else LogPages(folder))
    changes = None
    if options.baseline is not None:
        changes = worsened(summary, summary_of(record_files([options.baseline]), options.path))
    folder.mkdir(parents=True, exist_ok=True)
    if len(found) > 1:
        merge_records(found, folder)
    log, robot_report = (name if (folder / name).is_file() else "" for name in (LOG, "report.html"))
    title = f"{len(found)} runs together" if len(found) > 1 else ""
    names = RunFiles.of_records(folder, found[0]) if len(found) == 1 else RunFiles(folder)
    page = write_reports(names, summary, PageHeader(title, log, robot_report), RUN_SECRETS.mask, changes)
    return RUN_SECRETS.mask(
        markdown(summary, changes, options.log_url or log) if options.markdown else f"API:     {page}\n"
    )


def _folder_of(source: Path) -> Path:
    return source if source.is_dir() else source.parent


def arguments() -> ArgumentParser:
    """Returns the parser of the command's arguments."""
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
