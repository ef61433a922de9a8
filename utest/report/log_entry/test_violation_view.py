from SteadyAPI.engine.contract.violation import Violation
from SteadyAPI.report.log_entry.violation_view import violations_html


def test_every_mismatch_is_a_row_and_escaped() -> None:
    html = violations_html([Violation("$['<b>']", "<i>", "<u>", "<s>")])
    assert html == (
        '<div style="overflow-x:auto"><table style="border-spacing:1ch 0;width:max-content;max-width:max(100%,40em)">'
        '<tr style="text-align:left"><th>where</th>'
        "<th>expected</th><th>got</th><th>hint</th></tr>"
        "<tr><td><code>$[&#x27;&lt;b&gt;&#x27;]</code></td><td>&lt;i&gt;</td><td>&lt;u&gt;</td><td>&lt;s&gt;</td></tr>"
        "</table></div>"
    )


def test_a_hundred_rows_are_shown() -> None:
    html = violations_html([Violation("$", "a", "b")] * 103)
    assert (html.count("<tr><td>"), html.endswith("… 3 more")) == (100, True)
