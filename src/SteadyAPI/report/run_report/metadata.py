"""The run's figures in report.html and log.html: suite metadata in Robot Framework's markup."""

from base64 import b64encode
from urllib.parse import quote

from SteadyAPI.engine.units import duration
from SteadyAPI.report.plain_text import cut, visible
from SteadyAPI.report.run_folder import DEFAULT_OUTPUT, RunFiles
from SteadyAPI.report.run_report.chart import sparkline
from SteadyAPI.report.run_report.pabot import whole_run_folder
from SteadyAPI.report.run_report.page import NAME
from SteadyAPI.report.run_report.summary import Endpoint, RunSummary

KEY = "API"
_MOST_ENDPOINTS = 5
_LONGEST_PATH = 60


def metadata(summary: RunSummary, files: RunFiles) -> str:
    """Returns one line, a table of at most five endpoints, and one picture.

    One of pabot's processes knows only its part: it says so, and links to the report of the whole run.
    """
    rows = "".join(f"\n{_row(endpoint)}" for endpoint in summary.by_time[:_MOST_ENDPOINTS])
    left_out = len(summary.endpoints) - _MOST_ENDPOINTS
    more = f"\n… {left_out} more endpoints" if left_out > 0 else ""
    picture = b64encode(sparkline(summary.timings.distribution).encode()).decode()
    return (
        f"{line(summary)} · {_link(files)}\n\n| =endpoint= | =calls= | =p50= | =longest= | =retries= |{rows}"
        f"{more}\n\n[data:image/svg+xml;base64,{picture}|How long requests took, from 5 ms to over 10 s]"
    )


def line(summary: RunSummary) -> str:
    """Returns the run in one line."""
    facts = [counted(len(summary), "request")]
    facts += [
        f"p{share} {duration(seconds)}"
        for share in (50, 95)
        if (seconds := summary.timings.percentile(share)) is not None
    ]
    if summary.unexpected:
        facts.append(f"*{summary.unexpected} ended unexpectedly*")
    facts.append(counted(summary.retries, "retry", "retries"))
    if summary.saved:
        facts.append(f"*{saved_words(summary)}*")
    return " · ".join(facts)


def _link(files: RunFiles) -> str:
    if whole_run_folder(files.folder) is not None:
        return f"part of a run of pabot · [{NAME}|open API report of the whole run]"
    of_output = "" if files.output == DEFAULT_OUTPUT else f" of {_plain(files.output)}"
    return f"[{quote(files.path(NAME).name)}|open API report{of_output}]"


def saved_words(summary: RunSummary) -> str:
    """Says how many tests a retry saved."""
    return f"{counted(len(summary.saved), 'test')} passed only thanks to a retry"


def retry_words(summary: RunSummary) -> str:
    """Says how many retries there were."""
    return counted(summary.retries, "retry", "retries")


def _row(endpoint: Endpoint) -> str:
    median = endpoint.timings.percentile(50)
    cells = [
        _plain(f"{endpoint.method} {cut(endpoint.path, _LONGEST_PATH)}"),
        str(len(endpoint.timings)),
        "–" if median is None else duration(median),  # noqa: RUF001  the sign for a figure that can't be given
        duration(endpoint.timings.longest),
        str(endpoint.retries),
    ]
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Keeps a text from being read as markup: no bars, no links, no bold or italic."""
    text = visible(text).replace("|", "¦").replace("[", "(").replace("]", ")").replace("://", ":\u200b//")
    return text.replace("*", "\u200b*\u200b").replace("_", "\u200b_\u200b")


def counted(number: int, one: str, many: str = "") -> str:
    """Returns a number with its noun, such as ``1 test`` or ``4 tests``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
