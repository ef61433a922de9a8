"""The files that a report consists of."""

from collections.abc import Sequence
from pathlib import Path

from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.exports.curl_file import NAME as CURL_NAME
from SteadyAPI.report.exports.curl_file import curl_file
from SteadyAPI.report.run.page import NAME, PageHeader, run_page
from SteadyAPI.report.run.summary import RunSummary
from SteadyAPI.report.run.trend import Change


def write_reports(
    folder: Path,
    summary: RunSummary,
    header: PageHeader,
    mask: Masker,
    changes: Sequence[Change] | None = None,
) -> Path:
    """Writes the page, and the curl script when requests ended unexpectedly; returns the page's path.

    Raises:
        OSError: When the folder can't be written.
    """
    page = folder / NAME
    page.write_text(mask(run_page(summary, header, changes)), encoding="utf-8", errors="replace")
    script = folder / CURL_NAME
    if summary.failures:
        script.write_text(mask(curl_file(summary.failures)), encoding="utf-8", errors="replace")
    else:
        script.unlink(missing_ok=True)
    return page
