"""The files that a report consists of."""

from collections.abc import Sequence
from pathlib import Path

from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.exports.curl_file import NAME as CURL_NAME
from SteadyAPI.report.exports.curl_file import curl_file
from SteadyAPI.report.run_folder import RunFiles
from SteadyAPI.report.run_report.page import NAME, PageHeader, run_page
from SteadyAPI.report.run_report.summary import RunSummary
from SteadyAPI.report.run_report.trend import Change

_ALL_PAGES = "api-report*.html"


def write_reports(
    files: RunFiles,
    summary: RunSummary,
    header: PageHeader,
    mask: Masker,
    changes: Sequence[Change] | None = None,
) -> Path:
    """Writes the page, and the curl script when requests ended unexpectedly; returns the page's path.

    Raises:
        OSError: When the folder can't be written.
    """
    page = files.path(NAME)
    others = tuple(sorted(path.name for path in files.folder.glob(_ALL_PAGES) if path != page))
    page.write_text(
        mask(run_page(summary, header._replace(others=others), changes)), encoding="utf-8", errors="replace"
    )
    script = files.path(CURL_NAME)
    if summary.failures:
        # Shells of Windows, too, want the ends of lines that those of Linux have.
        script.write_text(mask(curl_file(summary.failures)), encoding="utf-8", errors="replace", newline="\n")
    else:
        script.unlink(missing_ok=True)
    return page
