"""The mismatches of a contract as a table for the log."""

from collections.abc import Sequence
from html import escape

from SteadyAPI.engine.contract.violation import Violation
from SteadyAPI.report.plain_text import html_table

_MOST_ROWS = 100


def violations_html(violations: Sequence[Violation]) -> str:
    """Returns a table: where, expected, got, hint."""
    rows = "".join(
        f"<tr><td><code>{escape(row.path)}</code></td><td>{escape(row.expected)}</td><td>{escape(row.got)}</td>"
        f"<td>{escape(row.hint)}</td></tr>"
        for row in violations[:_MOST_ROWS]
    )
    more = len(violations) - _MOST_ROWS
    tail = f"… {more} more" if more > 0 else ""
    return html_table(("where", "expected", "got", "hint"), rows) + tail
