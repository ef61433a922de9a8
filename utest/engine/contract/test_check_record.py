from exchanges import lost, responded

from SteadyAPI.engine.contract.check_record import Check, CheckRecord, schema_check
from SteadyAPI.engine.contract.violation import Verdict, Violation


def test_checks_are_kept_in_order() -> None:
    record = CheckRecord()
    record.add(Check("schema", "Order"))
    record.add(Check("schema", "User"))
    assert [check.schema for check in record.checks] == ["Order", "User"]


def test_a_check_with_a_mismatch_failed() -> None:
    assert Check("schema", "Order", violations=(Violation("$", "object", "null"),)).failed


def test_a_check_of_what_is_no_json_failed() -> None:
    assert Check("schema", "Order", not_json=True).failed


def test_a_check_without_mismatches_passed() -> None:
    assert not Check("schema", "Order").failed


def test_a_document_says_what_it_describes() -> None:
    record = CheckRecord()
    record.describe("shop.yaml", {"GET /orders": ["200", "default"]})
    assert record.described == {"shop.yaml": {"GET /orders": ("200", "default")}}


def test_a_check_of_a_response_has_its_endpoint_and_status() -> None:
    record = CheckRecord()
    record.add_response(responded(status=201), Check("schema", "Order"))
    record.add_response(lost(), Check("openapi", "shop.yaml", "GET /orders/{orderId}"))
    assert list(record.checks) == [
        Check("schema", "Order", "GET /orders/{id}", "GET /orders/{id}", 201),
        Check("openapi", "shop.yaml", "GET /orders/{orderId}", "GET /orders/{id}", 0),
    ]


def test_the_check_of_a_schema_tells_its_verdict() -> None:
    wrong = (Violation("$", "object", "null"),)
    assert schema_check(Verdict("Order", violations=wrong), "A Test") == Check(
        "schema", "Order", test="A Test", violations=wrong
    )
    assert schema_check(Verdict("Order", not_json="why"), "A Test").not_json


def test_equal_checks_are_kept_once_and_counted_each() -> None:
    record = CheckRecord()
    for _ in range(1000):
        record.add(Check("schema", "Order", test="First"))
        record.add(Check("schema", "Order", test="Second"))
    assert (len(record.checks), len(set(map(id, record.checks)))) == (2000, 2)
