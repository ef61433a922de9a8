"""The log entry of pages."""

from exchanges import lost, responded

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.log_entry.pages_view import pages_html
from SteadyAPI.report.plain_text import text_of

MASK = SecretRegistry().mask


def test_each_page_has_a_row() -> None:
    html = pages_html([(responded(b"[1, 2]"), 2), (lost(), 0)], "GET /orders", MASK)
    assert text_of(html).splitlines() == [
        "GET /orders → 2 pages · 2 items · 15 ms",
        "page request result items took size",
        "1 /orders/7?full=yes 200 2 12 ms 6 B",
        "2 /orders/7?full=yes connection refused 0 3 ms",
    ]


def test_of_very_many_pages_the_first_and_the_last_are_shown() -> None:
    lines = text_of(pages_html([(responded(b"[]"), 1)] * 50, "GET /orders", MASK)).splitlines()
    assert len(lines) == 2 + 21
    assert lines[12] == "… 30 more"
    assert lines[0] == "GET /orders → 50 pages · 50 items · 600 ms"


def test_one_is_one() -> None:
    assert "1 page · 1 item · " in pages_html([(responded(b"[1]"), 1)], "GET /orders", MASK)


def test_secrets_are_masked() -> None:
    assert "hunter2234" not in pages_html([(responded(b"[1]"), 1)], "GET /orders?password=hunter2234", MASK)
