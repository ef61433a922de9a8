"""What is said of many requests at once."""

from dataclasses import replace
from typing import Any

import pytest
from exchanges import lost, responded

from SteadyAPI.engine.concurrency.batch import Batch
from SteadyAPI.engine.exchange import Exchange, FailureKind, SentRequest
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.errors import ContractError, ExpectationError, NoResponseError, StatusError
from SteadyAPI.report.messages.batch_failures import (
    broken_contracts,
    by_outcome,
    facts_of,
    listed_numbers,
    times,
    timing_words,
    unexpected_in_batch,
    unsent_words,
    wrong_counts,
)

OK = expect(200)
ANY = expect("any")


def batch(*exchanges: Exchange, **others: Any) -> Batch:
    sent = tuple(enumerate(exchanges, 1))
    return Batch(sent, others.pop("asked", len(sent)), others.pop("at_once", 4), took=0.1, **others)


def with_status(status: int, expected: Any = OK, body: bytes = b"") -> Exchange:
    return responded(body, status, "", expected=expected)


@pytest.mark.parametrize(("count", "words"), [(1, "once"), (2, "twice"), (0, "0 times"), (19, "19 times")])
def test_counts_are_words(count: int, words: str) -> None:
    assert times(count) == words


def test_long_lists_of_numbers_are_cut() -> None:
    assert listed_numbers([1, 4, 9]) == "#1, #4, #9"
    assert listed_numbers(range(1, 11)).endswith("#10")
    assert listed_numbers(range(1, 14)) == "#1, #2, #3, #4, #5, #6, #7, #8, #9, #10 and 3 more"


def test_outcomes_are_grouped_the_unexpected_ones_first() -> None:
    exchanges = [with_status(200), with_status(404), lost(expected=OK), with_status(404), with_status(200)]
    groups = by_outcome(list(enumerate(exchanges, 1)))
    assert [(outcome, [number for number, _ in same]) for outcome, same in groups] == [
        ("404", [2, 4]),
        ("connection refused", [3]),
        ("200", [1, 5]),
    ]


def test_an_exchange_without_response_and_failure_says_so() -> None:
    assert by_outcome([(1, replace(with_status(200), response=None))])[0][0] == "no response"


def test_it_is_said_how_close_requests_were() -> None:
    assert timing_words(batch(with_status(200), together=20, spread=0.0018)) == "20 at once within 1.8 ms"
    assert timing_words(batch(with_status(200), together=1)) == "4 at once"
    assert unsent_words(batch(with_status(200), asked=3)) == "2 of 3 not sent"
    assert unsent_words(batch(with_status(200))) == ""


def test_unexpected_statuses_are_counted_and_numbered() -> None:
    exchanges = [with_status(200), with_status(404, body=b'{"detail": "no such product"}'), with_status(500)]
    error = unexpected_in_batch(batch(*exchanges), "GET /orders/{id}", None)
    assert isinstance(error, StatusError)
    assert str(error) == (
        "Expected 200 from all 3, got it from 1: GET /orders/{id} (4 at once)\n"
        "  404 once: #2\n"
        "  500 once: #3\n"
        "  #2: GET /orders/7?full=yes\n"
        "  server said (#2): no such product"
    )
    assert error.exchange is exchanges[1]


def test_a_batch_that_was_stopped_says_what_was_not_sent() -> None:
    error = unexpected_in_batch(batch(with_status(500), asked=100), "GET /orders/7?full=yes", "The shop is down")
    assert str(error) == (
        "The shop is down\n"
        "  Expected 200 from all 100, got it from none: GET /orders/7?full=yes (4 at once)\n"
        "  500 once: #1\n"
        "  stopped after the first of these: 99 of 100 not sent"
    )


def test_requests_without_responses_are_told_with_their_failures() -> None:
    reset = lost(FailureKind.RESET, expected=ANY, detail="it broke")
    exchanges = [with_status(409, ANY), reset, reset]
    error = unexpected_in_batch(batch(*exchanges, together=3, spread=0.002), "GET /orders/7?full=yes", None)
    assert isinstance(error, NoResponseError)
    assert str(error) == (
        "Expected a response from all 3, got it from 1: GET /orders/7?full=yes (3 at once within 2.0 ms)\n"
        "  connection reset twice: #2, #3\n"
        "  reason (#2): it broke"
    )


def test_requests_that_a_breaker_held_back_say_how_to_send_them() -> None:
    exchanges = [lost(FailureKind.REFUSED), lost(FailureKind.BREAKER, detail="it broke"), lost(FailureKind.DNS)]
    error = unexpected_in_batch(batch(*exchanges), "GET /orders/7?full=yes", None)
    assert str(error).splitlines()[4:] == [
        '  reason (#1): nothing listens on shop.test; base URL of session "shop"',
        "  reason (#2): it broke; to send all the same, write: Reset Host Health",
    ]


def test_a_batch_of_one_is_no_all() -> None:
    error = unexpected_in_batch(batch(with_status(500)), "GET /orders/7?full=yes", None)
    line = "Expected 200 from 1 request, got it from none: GET /orders/7?full=yes (4 at once)"
    assert str(error).splitlines()[0] == line


def test_many_outcomes_are_cut() -> None:
    exchanges = [with_status(status) for status in range(400, 411)]
    lines = str(unexpected_in_batch(batch(*exchanges), "GET /orders/7?full=yes", None)).splitlines()
    assert lines[-1] == "  and 3 other outcomes"
    assert len(lines) == 10


def test_broken_contracts_are_counted_and_the_first_one_told() -> None:
    first = ContractError("GET /orders/2 breaks shop.yaml\n  $.id: missing", "exchange", ("violation",))
    error = broken_contracts(batch(*[with_status(200)] * 5), "GET /orders/{id}", {2: first, 4: ContractError("other")})
    assert str(error) == (
        "2 of 5 responses break their contract: GET /orders/{id}\n"
        "  #2, #4\n"
        "  #2: GET /orders/2 breaks shop.yaml\n"
        "    $.id: missing"
    )
    assert (error.exchange, error.violations) == ("exchange", ("violation",))


def test_wrong_counts_are_set_side_by_side() -> None:
    got = {201: [1, 4, 9], 409: list(range(10, 27))}
    title = "POST /coupons/SPRING/redeem, 20 at once within 1.8 ms"
    error = wrong_counts([("201", "once"), ("409", "19 times")], got, [201], title)
    assert isinstance(error, ExpectationError)
    assert str(error) == (
        "Expected 201 once and 409 19 times, got 201 3 times and 409 17 times: "
        "POST /coupons/SPRING/redeem, 20 at once within 1.8 ms\n"
        "  201: #1, #4, #9"
    )


def test_counts_of_an_unknown_request_are_told() -> None:
    error = wrong_counts([("200", "twice"), ("201", "once"), ("404", "once")], {200: [1]}, [], "")
    assert str(error) == "Expected 200 twice, 201 once and 404 once, got 200 once"


def test_a_request_is_named_where_the_title_does_not() -> None:
    sent = SentRequest("GET", "http://shop.test/orders/8")
    error = unexpected_in_batch(batch(replace(with_status(500), sent=sent)), "GET /orders/{id}", None)
    assert "\n  #1: GET /orders/8" in str(error)


def test_of_requests_that_expect_different_statuses_the_first_one_says_which() -> None:
    exchanges = [with_status(200), with_status(200, expect("4xx"))]
    assert str(unexpected_in_batch(batch(*exchanges), "GET /orders/7?full=yes", None)).splitlines() == [
        "Expected the status of its item from all 2, got it from 1: GET /orders/7?full=yes (4 at once)",
        "  200 once: #2",
        "  #2: GET /orders/7?full=yes, expected 4xx",
    ]


def test_the_record_of_a_batch_has_its_figures() -> None:
    exchanges = [with_status(200), with_status(404), with_status(200)]
    facts = facts_of(batch(*exchanges, asked=5, together=3, spread=0.00184567), "GET /orders/{id}")
    assert facts == {
        "request": "GET /orders/{id}",
        "asked": 5,
        "sent": 3,
        "at_once": 4,
        "took": 0.1,
        "outcomes": {"404": 1, "200": 2},
        "together": 3,
        "spread": 0.001846,
    }
    assert "spread" not in facts_of(batch(*exchanges), "GET /orders/{id}")
