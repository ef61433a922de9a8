"""The mismatches of a contract as a table for the log."""

from collections.abc import Sequence
from html import escape

from SteadyAPI.engine.contract.violation import Violation

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
    return f"<table><tr><th>where</th><th>expected</th><th>got</th><th>hint</th></tr>{rows}</table>{tail}"
