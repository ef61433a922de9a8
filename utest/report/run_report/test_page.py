"""The page of a run."""

import re
from html.parser import HTMLParser
from pathlib import Path

from records import request, rich, summary

from SteadyAPI.report.run_report.page import PageHeader, run_page
from SteadyAPI.report.run_report.tables import contract
from SteadyAPI.report.run_report.trend import worsened

GOLDEN = Path(__file__).parent / "golden"
HEADER = PageHeader("Shop", "log.html")
_VOID = {"meta", "rect", "line"}


class Tags(HTMLParser):
    """Keeps the elements of a page, and those that were never closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)
        self.open += [] if tag in _VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert tag in _VOID or self.open.pop() == tag


def page() -> str:
    return run_page(rich(), HEADER, worsened(rich(), rich()))


def test_a_page_looks_as_it_did() -> None:
    body = re.sub(r"<style>.*</style>", "<style></style>", page()).replace("><", ">\n<")
    assert body == (GOLDEN / "api_report.html").read_text(encoding="utf-8")


def test_every_element_is_closed() -> None:
    assert Tags(page()).open == []


def test_it_needs_no_script_and_no_network() -> None:
    assert (Tags(page()).seen & {"script", "link", "img", "iframe"}, re.findall(r"url\(|@import|src=", page())) == (
        set(),
        [],
    )


def test_a_test_is_found_in_the_log() -> None:
    assert '<a href="log.html#s1-t1">Shop.Order</a>' in page()


def test_without_a_log_a_test_is_a_name() -> None:
    assert "log.html" not in run_page(rich(), PageHeader())


def test_an_id_that_is_none_is_no_link() -> None:
    record = request(expected=False, test_id='"><script>')
    assert "log.html#" not in run_page(summary(record), PageHeader("", "log.html"))


def test_a_run_without_requests_says_so() -> None:
    assert "<p>No request was made.</p>" in run_page(summary(), PageHeader())


def test_what_became_worse_stands_first() -> None:
    now = summary(*(request("http://a.test/x", elapsed=0.5) for _ in range(5)))
    before = summary(*(request("http://a.test/x", elapsed=0.1) for _ in range(5)))
    shown = run_page(now, PageHeader(), worsened(now, before))
    assert '<td class="path">GET /x</td><td><span class="bad">slower</span></td><td>median 100 ms → 500 ms' in shown


def test_with_nothing_to_compare_there_is_no_trend() -> None:
    assert "earlier run" not in run_page(rich(), PageHeader())


def test_a_long_run_says_how_its_picture_is_read() -> None:
    many = summary(*(request(f"http://a.test/{'x' * (n % 7)}") for n in range(201)))
    assert "all begin at the left edge" in run_page(many, PageHeader())


def test_of_very_many_rows_the_rest_is_counted() -> None:
    many = summary(
        *(request(f"http://a.test/{chr(97 + n % 26)}{chr(97 + n // 26)}x") for n in range(120)),
        {"kind": "check", "schema": "Order", "mismatches": 0},
    )
    shown = run_page(many, PageHeader())
    assert ("<p class=dim>… 20 more</p>" in shown, "<li>… 20 more</li>" in shown) == (True, True)


def test_of_very_many_failures_all_are_counted() -> None:
    assert "120 in all" in run_page(summary(*(request(expected=False) for _ in range(120))), PageHeader())


def test_broken_contracts_are_listed_with_a_headline() -> None:
    row = {"kind": "mismatch", "operation": "GET /orders/{id}", "schema": "models.Order", "path": "$.lines[*].id"}
    made = summary(
        {"kind": "check", "schema": "models.Order", "mismatches": 1}, row | {"expected": "<int>", "got": "null"}
    )
    html = contract(made)
    assert "1 mismatch in 1 operation" in html
    assert "&lt;int&gt;" in html


def test_operations_show_what_was_seen_and_what_no_test_has_met() -> None:
    place = {"method": "GET", "path": "/orders/{id}"}
    made = summary(
        {"kind": "operation", **place, "statuses": ["200", "404", "default"]},
        {"kind": "operation", "method": "PUT", "path": "/orders/{id}"},
        *[{"kind": "check", "schema": "shop.yaml", "mismatches": 0, "status": 200, **place}] * 3,
    )
    html = contract(made)
    assert "<td>GET /orders/{id}</td><td>200: 3</td><td>404, default</td>" in html
    assert "<td>PUT /orders/{id}</td>" not in html


def test_what_a_document_names_otherwise_counts_as_called_and_checked() -> None:
    path = "/orders/{order_id}/{day}"
    made = summary(
        {"kind": "operation", "method": "GET", "path": path},
        {"kind": "operation", "method": "PUT", "path": path},
        request("http://shop.test/v1/orders/7/2026-01-31"),
        {"kind": "check", "schema": "shop.yaml", "mismatches": 0, "status": 200, "method": "GET", "path": path}
        | {"endpoint": "/v1/orders/{id}/2026-01-31"},
    )
    html = contract(made)
    assert "never checked" not in html
    assert html.count("<li>") == html.count(f"<li>PUT {path}</li>") == 1


def test_requests_that_were_sent_at_once_have_a_table() -> None:
    batch = {
        "kind": "batch",
        "request": "POST /coupons/<b>",
        "asked": 20,
        "sent": 20,
        "at_once": 20,
        "took": 0.034,
        "spread": 0.0018,
        "outcomes": {"201": 1, "409": 19},
    }
    page = run_page(summary(request(), batch, {"kind": "batch", "sent": 1, "asked": 3}), HEADER)
    assert "<h2>At once</h2>" in page
    row = page.partition("POST /coupons/&lt;b&gt;")[2].partition("</tr>")[0]
    assert re.findall(r">([^<>]+)<", row) == ["20 of 20", "20", "1.8 ms", "34 ms", "201: 1, 409: 19"]
    assert "1 of 3" in page
    assert "At once" not in run_page(summary(request()), HEADER)


def test_of_very_many_batches_the_first_hundred_are_kept() -> None:
    assert len(summary(*[{"kind": "batch"}] * 130).batches) == 100
