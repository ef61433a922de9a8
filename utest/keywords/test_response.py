from types import SimpleNamespace
from typing import Any

import pytest
from fakes import FakeTransport, context, responded

from SteadyAPI.engine.request.call import Call
from SteadyAPI.errors import StatusError, UsageError
from SteadyAPI.keywords.response import ResponseKeywords


def keywords(status: int | None = 200) -> Any:
    group = ResponseKeywords(context(FakeTransport(responded(status or 200))))
    if status is not None:
        sessions = group._context.sessions
        sessions.send(sessions.get("shop"), Call(method="GET", url="/orders"))
    return group


@pytest.mark.parametrize("expected", [200, "200", "ok", "2xx", [200, 201]])
def test_an_expected_status_passes(expected: Any) -> None:
    keywords().response_status_should_be(expected)


def test_another_status_fails_and_shows_the_exchange() -> None:
    group = keywords(404)
    with pytest.raises(StatusError, match="Expected 200, got 404 Said: GET /orders"):
        group.response_status_should_be(200)
    assert len(group._context.log.entries) == 1


def test_the_message_stands_first() -> None:
    with pytest.raises(StatusError, match=r"^It is there\n"):
        keywords(404).response_status_should_be(200, message="It is there")


def test_a_response_in_hand_is_looked_at_instead_of_the_last_one() -> None:
    delivery = responded(404)
    assert delivery.response is not None
    keywords(200).response_status_should_be(404, delivery.response.requests_response)


def test_without_any_response_it_says_so() -> None:
    with pytest.raises(UsageError, match="no request has been answered yet"):
        keywords(None).response_status_should_be(200)


def test_something_else_than_a_response_is_refused() -> None:
    with pytest.raises(UsageError, match="expected what a request keyword returned, got str"):
        keywords().response_status_should_be(200, "404")


def test_a_successful_response_passes() -> None:
    keywords(200).response_should_be_successful()


def test_an_error_is_not_successful() -> None:
    with pytest.raises(StatusError, match=r"^It is there\n  Expected a status below 400, got 404"):
        keywords(404).response_should_be_successful(message="It is there")


def test_the_last_response_is_the_native_one() -> None:
    assert keywords(404).get_last_response().status_code == 404


def test_another_status_is_recorded_as_unexpected() -> None:
    group, seen = keywords(404), []
    group._context.ledger.observer = SimpleNamespace(unexpected=lambda exchange, _: seen.append(exchange))
    with pytest.raises(StatusError):
        group.response_status_should_be(200)
    assert [(exchange.expected.text, exchange.as_expected) for exchange in seen] == [("200", False)]
