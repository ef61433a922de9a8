"""The record of one exchange."""

from dataclasses import replace

import pytest
from schedule import exchange, refused, respond

from SteadyAPI.engine.exchange import Attempt, Failure, FailureClass, FailureKind, Request, Response, SentRequest
from SteadyAPI.engine.request.expectation import expect

SECRET = "hunter2!x"


def test_an_attempt_is_named_by_its_status_or_its_failure() -> None:
    lost = Failure(FailureKind.RESET, FailureClass.AMBIGUOUS)
    assert Attempt(1, at=0, took=0, status=503).outcome == "503"
    assert Attempt(1, at=0, took=0, failure=lost).outcome == "connection reset"


def test_retries_are_the_attempts_after_the_first() -> None:
    assert exchange(respond()).retries == 0
    assert exchange(respond(503), respond()).retries == 1


def test_a_response_with_the_expected_status_is_as_expected() -> None:
    assert exchange(respond(404), expected=expect(404)).as_expected
    assert not exchange(respond(404)).as_expected


def test_no_response_is_as_expected_only_where_its_failure_is_accepted() -> None:
    lost = exchange(refused(), expected=expect("any"))
    assert not lost.as_expected
    assert replace(lost, accepted_failures=frozenset({FailureKind.REFUSED})).as_expected
    assert not replace(lost, accepted_failures=frozenset({FailureKind.DNS})).as_expected
    assert not replace(lost, failure=None).as_expected


@pytest.mark.parametrize(
    ("header", "media_type"),
    [({}, ""), ({"Content-Type": "Application/JSON; charset=utf-8"}, "application/json")],
)
def test_the_content_type_is_the_bare_media_type(header: dict[str, str], media_type: str) -> None:
    assert Response(200, "OK", "http://shop.test/", header).content_type == media_type


@pytest.mark.parametrize(
    "record",
    [
        Request(
            "GET", "http://shop.test/", headers={"X": SECRET}, params=SECRET, data=SECRET, token=SECRET, auth=SECRET
        ),
        SentRequest("GET", f"http://shop.test/?key={SECRET}", {"X": SECRET}, SECRET),
        Response(200, "OK", f"http://shop.test/?key={SECRET}", {"X": SECRET}, SECRET.encode()),
        Failure(FailureKind.RESET, FailureClass.AMBIGUOUS, SECRET, OSError(SECRET)),
    ],
)
def test_no_record_shows_what_may_be_secret(record: object) -> None:
    assert SECRET not in repr(record)
