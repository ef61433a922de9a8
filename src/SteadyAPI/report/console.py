"""What the run says on the console at its end: nothing when there is nothing to say but where the report is."""

import sys
from pathlib import Path

from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.metadata import retry_words, saved_words
from SteadyAPI.report.run_summary import RunSummary
from SteadyAPI.robot_compat import console_type


def tell_end(summary: RunSummary, page: Path | None, mask: Masker) -> None:
    """Writes one line in Robot Framework's own form, and another one before it if there were retries."""
    stream = sys.__stdout__
    if stream is None or console_type() in {"quiet", "none"}:
        return
    if summary.retries:
        saved = f", {saved_words(summary)}" if summary.saved else ""
        stream.write(mask(f"API:     {retry_words(summary)}{saved}\n"))
    where = str(page) if page is not None else "no report, the output folder could not be written"
    stream.write(mask(f"API:     {where}\n"))
