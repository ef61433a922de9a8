"""Counting statuses."""

from typing import Any

import pytest
from fakes import context, responded

from SteadyAPI.errors import ExpectationError, UsageError
from SteadyAPI.keywords.concurrency.responses import Responses
from SteadyAPI.keywords.concurrency.statuses import StatusKeywords


def responses(*statuses: int) -> list[Any]:
    delivered = [responded(status).response for status in statuses]
    return [each.requests_response for each in delivered if each is not None]


def check(given: Any, **counts: Any) -> None:
    StatusKeywords(context()).statuses_should_be(given, **counts)


@pytest.mark.parametrize(
    "counts",
    [
        {"201": 1, "409": 2},
        {"201": "1", "409": "2"},
        {"2xx": 1, "4xx": 2},
        {"created": 1, "409": "1-2"},
        {"201": "0 - 1", "400-499": 2},
        {"any": 3},
        {"201": 1, "409": 2, "500": 0},
    ],
)
def test_counts_that_hold_pass(counts: dict[str, Any]) -> None:
    check(responses(201, 409, 409), **counts)


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({"201": 1, "409": 1}, "Expected 201 once and 409 once, got 201 once and 409 twice\n  409: #2, #3"),
        ({"201": 2, "409": 2}, "Expected 201 twice and 409 twice, got 201 once and 409 twice"),
        ({"409": 2}, "Expected 409 twice, got 201 once and 409 twice\n  201: #1"),
        ({"2xx": "2-3", "409": 2}, "Expected 2xx 2 to 3 times and 409 twice, got 201 once and 409 twice"),
        ({"500": 1}, "Expected 500 once, got 201 once and 409 twice\n  201: #1\n  409: #2, #3"),
    ],
)
def test_counts_that_do_not_hold_fail(counts: dict[str, Any], message: str) -> None:
    with pytest.raises(ExpectationError) as caught:
        check(responses(201, 409, 409), **counts)
    assert str(caught.value) == message


def test_what_the_requests_were_is_told_where_it_is_known() -> None:
    with pytest.raises(ExpectationError, match=r"got 200 once: GET /orders, 4 at once"):
        check(Responses(responses(200), "GET /orders, 4 at once"), **{"404": 1})


@pytest.mark.parametrize(
    ("given", "counts", "message"),
    [
        (
            [],
            {},
            (
                "expected statuses and how often each is to come, got none.\n"
                "  write for example: Statuses Should Be    ${responses}    201=1    409=19"
            ),
        ),
        (
            [],
            {"20x": 1},
            (
                'expected statuses such as 201 or 4xx before the "=", got "20x".\n'
                "  write for example: Statuses Should Be    ${responses}    201=1    409=19"
            ),
        ),
        (
            [],
            {"201": "many"},
            (
                '201: expected how often it is to come, a number or a range such as 1-3; got "many".\n'
                "  write for example: Statuses Should Be    ${responses}    201=1    409=19"
            ),
        ),
        (
            [],
            {"201": "3-1"},
            (
                '201: expected how often it is to come, a number or a range such as 1-3; got "3-1".\n'
                "  write for example: Statuses Should Be    ${responses}    201=1    409=19"
            ),
        ),
        ([], {"500": 0}, "responses: expected at least one, got an empty list: nothing would be tested."),
        ((), {"201": 1}, "responses: expected at least one, got an empty list: nothing would be tested."),
        (
            7,
            {"201": 1},
            (
                "responses: expected the list that Send Concurrently returned, got int.\n"
                "  write for example: ${responses} =    Send Concurrently    POST    /orders    times=20"
            ),
        ),
        (
            responses(200)[0],
            {"201": 1},
            (
                "responses: expected the list that Send Concurrently returned, got a single response.\n"
                "  write for example: ${responses} =    Send Concurrently    POST    /orders    times=20"
            ),
        ),
        (
            [*responses(200), "refused"],
            {"201": 1},
            (
                "responses: expected the list that Send Concurrently returned, got a list with str.\n"
                "  write for example: ${responses} =    Send Concurrently    POST    /orders    times=20"
            ),
        ),
    ],
)
def test_what_cannot_be_used_is_refused(given: Any, counts: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        check(given, **counts)
    assert str(caught.value) == message
