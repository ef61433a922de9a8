"""What the console says at the end of a run: the retries, and where the report is."""

import sys
from contextlib import suppress
from pathlib import Path

from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.run_report.metadata import retry_words, saved_words
from SteadyAPI.report.run_report.summary import RunSummary
from SteadyAPI.robot_compat import console_type


def print_run_end(summary: RunSummary, page: Path | None, mask: Masker) -> None:
    """Writes a line on the retries, if any, and the path of the report as Robot Framework writes those of its files."""
    stream = sys.__stdout__
    if stream is None or console_type() in {"quiet", "none"}:
        return
    lines = []
    if summary.retries:
        saved = f", {saved_words(summary)}" if summary.saved else ""
        lines.append(f"API:     {retry_words(summary)}{saved}\n")
    where = str(page) if page is not None else "no report, the output folder could not be written"
    lines.append(f"API:     {where}\n")
    # The reader of a pipe may have closed it, as `head` does.
    with suppress(OSError):
        stream.write(mask("".join(lines)))
