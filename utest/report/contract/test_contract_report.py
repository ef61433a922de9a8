from typing import Any

import pytest

from SteadyAPI.engine.contract.check_record import Check, CheckRecord
from SteadyAPI.engine.contract.violation import Violation
from SteadyAPI.report.contract.contract_report import headline, merged, report_of

ID = Violation("$.lines[0].id", "integer", '"7" (string)')
ID_AGAIN = Violation("$.lines[12].id", "integer", '"8" (string)')


@pytest.fixture
def report() -> Any:
    record = CheckRecord()
    record.describe("shop.yaml", {"GET /orders/{orderId}": ["404", "200"], "DELETE /orders/{orderId}": ["204"]})
    place = ("shop.yaml", "GET /orders/{orderId}", "GET /orders/{id}", 200)
    record.add(Check("openapi", *place, "First", (ID, ID_AGAIN)))
    record.add(Check("openapi", *place, "Second", (ID,)))
    record.add(Check("schema", "models.User", "GET /users", "GET /users", 200, "Third"))
    record.add(Check("schema", "models.User", test="Fourth", not_json=True))
    return report_of(record, {"GET /users": 1, "GET /orders/{id}": 1, "GET /health": 1})


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
    assert report["never_checked"] == {"GET /health": 1}


def test_operations_that_nobody_called_are_named(report: Any) -> None:
    assert report["never_called"] == ["DELETE /orders/{orderId}"]


def test_the_headline_counts_mismatches_and_operations(report: Any) -> None:
    assert report["headline"] == "1 mismatch in 1 operation"


def test_a_run_without_mismatches_has_none() -> None:
    assert headline([]) == "0 mismatches in 0 operations"


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
