from dataclasses import replace

from fake_shop_api import exchange, response

from SteadyAPI.engine.contract.violation import Verdict, Violation
from SteadyAPI.report.messages.contract_failures import broken_contract, broken_value, mismatch_count, request_name

WRONG = tuple(Violation(f"$.a{number}", "integer", "null") for number in range(10))


def message(verdict: Verdict, most: int = 8) -> list[str]:
    return str(broken_contract(exchange(received=response(200, b"{")), verdict, most)).split("\n")


def test_the_first_line_says_what_does_not_match_what() -> None:
    assert message(Verdict("Order", violations=WRONG[:1])) == [
        "GET /api/orders/7 → 200 does not match Order: 1 mismatch",
        "  $.a0: expected integer, got null",
    ]


def test_eight_mismatches_are_listed() -> None:
    lines = message(Verdict("Order", violations=WRONG))
    assert (len(lines), lines[-1]) == (10, "  … 2 more in log.html")


def test_the_limit_is_the_suites() -> None:
    assert len(message(Verdict("Order", violations=WRONG), most=3)) == 5


def test_all_mismatches_travel_with_the_error() -> None:
    answered = exchange(received=response())
    error = broken_contract(answered, Verdict("Order", violations=WRONG), 8)
    assert (error.violations, error.exchange) == (WRONG, answered)


def test_a_body_that_is_no_json_is_described() -> None:
    assert message(Verdict("Order", not_json="why")) == [
        'GET /api/orders/7 → 200 is not JSON: application/json, starts "{"',
        "  why",
    ]


def test_a_value_has_no_request() -> None:
    assert str(broken_value(Verdict("Order", violations=WRONG[:1]), 8)).startswith(
        "Value does not match Order: 1 mismatch"
    )


def test_a_value_that_is_no_json_says_why() -> None:
    assert str(broken_value(Verdict("Order", not_json="why"), 8)) == "Value is not JSON\n  why"


def test_without_a_session_the_whole_url_is_named() -> None:
    assert request_name(replace(exchange(), alias="")) == "GET https://shop.test/api/orders/7 → no answer"


def test_mismatches_are_counted_in_words() -> None:
    assert [mismatch_count(count) for count in (0, 1, 2)] == ["0 mismatches", "1 mismatch", "2 mismatches"]
