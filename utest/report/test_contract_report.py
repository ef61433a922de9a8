from typing import Any

import pytest
from fakes import NOON

from SteadyAPI.engine.contract.record import Check, CheckRecord
from SteadyAPI.engine.contract.violation import Violation
from SteadyAPI.engine.ledger import Entry
from SteadyAPI.report.contract_report import headline, merged, never_called, never_checked, report_html, report_of

ID = Violation("$.lines[0].id", "integer", '"7" (string)')
ID_AGAIN = Violation("$.lines[12].id", "integer", '"8" (string)')


def entry(method: str, path: str) -> Entry:
    return Entry(method, f"http://shop.test{path}", "shop", NOON, 0.1, ("200",), as_expected=True)


@pytest.fixture
def report() -> Any:
    record = CheckRecord()
    record.describe("shop.yaml", {"GET /orders/{orderId}": ["404", "200"], "DELETE /orders/{orderId}": ["204"]})
    place = ("shop.yaml", "GET /orders/{orderId}", "GET /orders/{id}", 200)
    record.add(Check("openapi", *place, "First", (ID, ID_AGAIN)))
    record.add(Check("openapi", *place, "Second", (ID,)))
    record.add(Check("schema", "models.User", "GET /users", "GET /users", 200, "Third"))
    record.add(Check("schema", "models.User", test="Fourth", not_json=True))
    return report_of(record, [entry("GET", "/orders/7"), entry("GET", "/users"), entry("GET", "/health")])


def test_mismatches_are_grouped_over_items_and_tests(report: Any) -> None:
    assert report["mismatches"] == [
        {
            "operation": "GET /orders/{orderId}",
            "schema": "shop.yaml",
            "path": "$.lines[*].id",
            "expected": "integer",
            "got": '"7" (string)',
            "count": 3,
            "first_test": "First",
        }
    ]


def test_schemas_are_counted(report: Any) -> None:
    assert report["schemas"] == [
        {"kind": "openapi", "schema": "shop.yaml", "checks": 2, "failed": 2},
        {"kind": "schema", "schema": "models.User", "checks": 2, "failed": 1},
    ]


def test_operations_are_seen_against_described(report: Any) -> None:
    assert report["operations"] == [
        {"operation": "DELETE /orders/{orderId}", "seen": {}, "described": ["204"]},
        {"operation": "GET /orders/{orderId}", "seen": {"200": 2}, "described": ["200", "404"]},
        {"operation": "GET /users", "seen": {"200": 1}, "described": []},
    ]


def test_calls_that_nothing_looked_at_are_named(report: Any) -> None:
    assert never_checked(report) == {"GET /health": 1}


def test_operations_that_nobody_called_are_named(report: Any) -> None:
    assert never_called(report) == ["DELETE /orders/{orderId}"]


def test_the_headline_counts_mismatches_and_operations(report: Any) -> None:
    assert headline(report) == "1 mismatch in 1 operation, found by 4 checks"


def test_the_headline_of_a_good_run_says_so() -> None:
    record = CheckRecord()
    record.add(Check("schema", "Order"))
    assert headline(report_of(record, [])) == "1 checks, every contract kept"


def test_a_body_that_is_no_json_is_no_kept_contract() -> None:
    record = CheckRecord()
    record.add(Check("schema", "Order", not_json=True))
    assert headline(report_of(record, [])) == "0 mismatches in 0 operations, found by 1 checks"


def test_parts_of_a_run_add_up(report: Any) -> None:
    whole = merged([report, report])
    assert (
        whole["mismatches"][0]["count"],
        whole["schemas"][0]["checks"],
        whole["operations"][1],
        whole["calls"],
        whole["checked"],
    ) == (
        6,
        4,
        {"operation": "GET /orders/{orderId}", "seen": {"200": 4}, "described": ["200", "404"]},
        {"GET /health": 2, "GET /orders/{id}": 2, "GET /users": 2},
        {"GET /orders/{id}": 4, "GET /users": 2},
    )


def test_one_part_is_the_whole(report: Any) -> None:
    assert merged([report]) == report


def test_the_html_has_every_part_and_no_script(report: Any) -> None:
    html = report_html(report)
    titles = [
        "Mismatches (1)",
        "Schemas (2)",
        "Operations (2)",
        "Called, never checked (1)",
        "Described, never called (1)",
    ]
    assert ([title in html for title in titles], "<script" in html, "<style" in html) == ([True] * 5, False, False)


def test_values_are_escaped() -> None:
    record = CheckRecord()
    record.add(Check("schema", "<b>Order"))
    assert "&lt;b&gt;Order" in report_html(report_of(record, []))


def test_very_long_tables_are_cut() -> None:
    record = CheckRecord()
    for number in range(203):
        record.add(Check("schema", f"Schema {number}"))
    assert "… 3 more" in report_html(report_of(record, []))
