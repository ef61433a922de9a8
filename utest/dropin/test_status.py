from typing import Any

import pytest
import requests

from SteadyAPI.dropin.status import (
    InvalidExpectedStatus,
    InvalidResponse,
    UnknownStatusError,
    check_status,
    expectation_of,
)


def response(status: int) -> requests.Response:
    made = requests.Response()
    made.status_code, made.url = status, "http://shop.test/x"
    return made


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (200, None),
        (200, "200"),
        (200, 200),
        (200, "OK"),
        (404, "not found"),
        (404, "Any"),
        (418, "I am a teapot"),
        (404, "anything"),
    ],
)
def test_an_expected_status_passes(status: int, expected: Any) -> None:
    check_status(expected, response(status))


@pytest.mark.parametrize("status", [400, 500])
def test_an_error_fails_when_nothing_is_expected(status: int) -> None:
    with pytest.raises(requests.HTTPError, match=str(status)):
        check_status(None, response(status))


def test_another_status_fails_with_both_numbers() -> None:
    with pytest.raises(AssertionError, match=r"^Url: http://shop.test/x Expected status: 200 != 404$"):
        check_status("404", response(200))


def test_a_message_stands_in_front() -> None:
    with pytest.raises(AssertionError, match=r"^mine Url: "):
        check_status("404", response(200), "mine")


def test_a_name_that_no_status_has_is_refused() -> None:
    with pytest.raises(UnknownStatusError, match="i am an alien"):
        check_status("i am an alien", response(200))


@pytest.mark.parametrize("expected", [{"a": 1}, [200], True])
def test_what_is_neither_text_nor_number_is_refused(expected: Any) -> None:
    with pytest.raises(InvalidExpectedStatus):
        check_status(expected, response(200))


def test_what_is_no_response_is_refused() -> None:
    with pytest.raises(InvalidResponse, match="not a response"):
        check_status("200", "not a response")


@pytest.mark.parametrize(
    ("expected", "matching", "text"),
    [
        (None, [200, 399], "a status below 400"),
        ("any", [100, 500], "any"),
        ("not found", [404], "404"),
        (201, [201], "201"),
        (600, [600], "600"),
        ("no such status", [200, 399], "a status below 400"),
        (True, [200, 399], "a status below 400"),
    ],
)
def test_what_a_call_expects_is_known_to_log_and_report(expected: Any, matching: list[int], text: str) -> None:
    expectation = expectation_of(expected)
    assert (expectation.text, [expectation.matches(status) for status in matching]) == (text, [True] * len(matching))
    assert not expectation.matches(101) or text in {"any", "a status below 400"}
