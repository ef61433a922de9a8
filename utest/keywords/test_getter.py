from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fakes import after_a_response, context

from SteadyAPI.arguments import AssertionOperator
from SteadyAPI.errors import ExpectationError, UsageError
from SteadyAPI.keywords.getter import GetterKeywords

EQUAL, LESS, CONTAINS = AssertionOperator["=="], AssertionOperator["<"], AssertionOperator["contains"]
ORDER = b'{"id": 7, "name": "lamp", "lines": [{"sku": "a"}]}'


def keywords(body: bytes = ORDER, *headers: tuple[str, str]) -> Any:
    return after_a_response(GetterKeywords, body, *headers)


def test_a_status_is_a_number() -> None:
    assert keywords().get_response_status() == 200
    assert keywords().get_response_status(EQUAL, "200") == 200


def test_a_status_that_differs_fails_and_shows_the_exchange() -> None:
    group = keywords()
    with pytest.raises(ExpectationError, match=r"^GET /orders → 200 status: expected to be less than 200") as caught:
        group.get_response_status(LESS, 200)
    assert caught.value.exchange is group._context.sessions.last_exchange
    assert group._context.log.entries[0].startswith("<details")


def test_a_message_stands_first() -> None:
    with pytest.raises(ExpectationError, match=r"^mine\n  GET /orders → 200 status"):
        keywords().get_response_status(EQUAL, 201, "mine")


def test_without_a_response_there_is_nothing_to_get() -> None:
    with pytest.raises(UsageError, match="no request has been answered yet"):
        GetterKeywords(context()).get_response_status()


@pytest.mark.parametrize("written", ["2xx", "not found", ""])
def test_a_status_is_compared_with_a_number(written: str) -> None:
    with pytest.raises(UsageError, match="status: expected a number such as 200 to compare with, got"):
        keywords().get_response_status(EQUAL, written)


@pytest.mark.usefixtures("evaluated")
def test_an_expression_about_a_status_is_no_number() -> None:
    assert keywords().get_response_status(AssertionOperator["validate"], "value < 300") == 200


@pytest.mark.parametrize("expected", ["application/json", "Application/JSON ", "application/json; charset=utf-8"])
def test_a_content_type_is_compared_as_a_media_type(expected: str) -> None:
    group = keywords(ORDER, ("Content-Type", "application/json; charset=utf-8"))
    assert group.get_response_header("content-type", EQUAL, expected) == "application/json; charset=utf-8"
    group.response_header_should_be("Content-Type", expected)
    with pytest.raises(ExpectationError, match="Content-Type: expected not to be"):
        group.get_response_header("Content-Type", AssertionOperator["!="], expected)


@pytest.mark.parametrize("expected", ["text/html", "application/json; charset=latin-1", 7])
def test_a_content_type_of_another_kind_differs(expected: Any) -> None:
    group = keywords(ORDER, ("Content-Type", "application/json; charset=utf-8"))
    with pytest.raises(ExpectationError, match='got "application/json; charset=utf-8"'):
        group.get_response_header("Content-Type", EQUAL, expected)


def test_other_operators_see_a_whole_content_type() -> None:
    group = keywords(ORDER, ("Content-Type", "application/json; charset=utf-8"))
    group.get_response_header("Content-Type", CONTAINS, "utf-8")


def test_a_header_is_found_whatever_its_case() -> None:
    assert keywords().get_response_header("content-TYPE") == "application/json"
    keywords().response_header_should_be("Content-Type", "application/json")


def test_an_absent_header_fails_and_names_those_there() -> None:
    with pytest.raises(ExpectationError, match="no header X-None; headers there: Content-Type"):
        keywords().get_response_header("X-None")


def test_a_header_that_should_not_exist_fails_whatever_its_case() -> None:
    keywords().response_header_should_not_exist("X-None")
    with pytest.raises(ExpectationError, match='expected no header content-TYPE, got "application/json"'):
        keywords().response_header_should_not_exist("content-TYPE")


def test_text_is_decoded() -> None:
    group = keywords("grün".encode("latin-1"), ("Content-Type", "text/plain; charset=latin-1"))
    assert group.get_response_text(CONTAINS, "ü") == "grün"
    group.response_text_should_contain("gr")
    with pytest.raises(ExpectationError, match='body: expected to contain "blau"'):
        group.response_text_should_contain("blau")


@pytest.mark.parametrize("limit", ["1s", timedelta(seconds=1), 1, "500 milliseconds"])
def test_a_response_time_is_compared_with_a_time(limit: Any) -> None:
    assert keywords().get_response_time(LESS, limit) == timedelta(0)


def test_a_response_time_counts_its_seconds_too() -> None:
    group = keywords()
    session = group._context.sessions.get("shop")
    last = session.last
    session.last = replace(last, attempts=(replace(last.attempts[0], took=2.3),))
    assert group.get_response_time() == timedelta(seconds=2.3)


def test_a_response_that_took_too_long_fails() -> None:
    with pytest.raises(ExpectationError, match=r"response time: expected to be at most -1000 ms, got 0 ms$"):
        keywords().response_time_should_be_at_most(timedelta(seconds=-1))


def test_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="response time: expected a time such as 500ms"):
        keywords().get_response_time(LESS, "soon")


@pytest.mark.usefixtures("evaluated")
def test_a_response_time_may_be_evaluated() -> None:
    assert keywords().get_response_time(AssertionOperator["then"], "value.total_seconds()") == 0.0


def test_a_response_time_without_an_operator_is_a_duration() -> None:
    assert keywords().get_response_time() == timedelta(0)
