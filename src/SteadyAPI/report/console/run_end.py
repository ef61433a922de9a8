"""What the run says on the console at its end: nothing when there is nothing to say but where the report is."""

import sys
from contextlib import suppress
from pathlib import Path

from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.run.metadata import retry_words, saved_words
from SteadyAPI.report.run.summary import RunSummary
from SteadyAPI.robot_compat import console_type


def print_run_end(summary: RunSummary, page: Path | None, mask: Masker) -> None:
    """Writes one line in Robot Framework's own form, and another one before it if there were retries."""
    stream = sys.__stdout__
    if stream is None or console_type() in {"quiet", "none"}:
        return
    lines = []
    if summary.retries:
        saved = f", {saved_words(summary)}" if summary.saved else ""
        lines.append(f"API:     {retry_words(summary)}{saved}\n")
    where = str(page) if page is not None else "no report, the output folder could not be written"
    lines.append(f"API:     {where}\n")
    # Whoever reads the output may have gone, as `head` does.
    with suppress(OSError):
        stream.write(mask("".join(lines)))
