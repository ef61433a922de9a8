"""The run's contract checks as records."""

from SteadyAPI.engine.contract.check_record import Check, CheckRecord
from SteadyAPI.engine.contract.violation import Violation
from SteadyAPI.report.contract.contract_records import contract_records
from SteadyAPI.report.contract.contract_report import grouped_mismatches

BROKEN = (Violation("$.id", "integer", "null"), Violation("$.name", "string", "null"))


def test_a_check_tells_what_was_checked_and_what_came_of_it() -> None:
    checks = CheckRecord()
    checks.add(Check("schema", "models.Order", "GET /orders/{id}", status=200, violations=BROKEN, test="Shop.Order"))
    assert list(contract_records(checks)) == [
        {
            "kind": "check",
            "schema": "models.Order",
            "by": "schema",
            "mismatches": 2,
            "method": "GET",
            "path": "/orders/{id}",
            "status": 200,
            "test": "Shop.Order",
        },
        *({"kind": "mismatch", **row} for row in grouped_mismatches(checks.checks)),
    ]


def test_what_a_document_names_otherwise_is_recorded_as_it_was_called_too() -> None:
    checks = CheckRecord()
    checks.add(Check("openapi", "shop.yaml", "GET /orders/{order_id}", "GET /v1/orders/{id}", status=200))
    checks.add(Check("openapi", "shop.yaml", "GET /orders", "GET /orders", status=200))
    assert [record.get("endpoint") for record in contract_records(checks)] == ["/v1/orders/{id}", None]


def test_a_value_that_no_request_brought_has_no_endpoint() -> None:
    checks = CheckRecord()
    checks.add(Check("schema", "models.Order", not_json=True))
    assert list(contract_records(checks)) == [
        {"kind": "check", "schema": "models.Order", "by": "schema", "mismatches": 1}
    ]


def test_differences_from_a_tracked_contract_are_drift() -> None:
    checks = CheckRecord()
    checks.add(Check("baseline", "contract.json", "GET /orders", status=200, violations=BROKEN))
    assert [record["what"] for record in contract_records(checks) if record["kind"] == "drift"] == [
        "GET /orders: $.id",
        "GET /orders: $.name",
    ]


def test_what_a_document_describes_are_operations() -> None:
    checks = CheckRecord()
    checks.describe("shop", {"GET /orders": ("200",), "POST /orders": ("201",)})
    assert list(contract_records(checks)) == [
        {"kind": "operation", "method": "GET", "path": "/orders", "statuses": ["200"]},
        {"kind": "operation", "method": "POST", "path": "/orders", "statuses": ["201"]},
    ]
