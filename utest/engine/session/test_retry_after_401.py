import io
from typing import Any

import pytest
from fake_time import FakeTime
from fakes import FakeTransport, lost, responded, surroundings

from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.session.session import Session, SessionSettings
from SteadyAPI.engine.token.token import Token


class FakeSource:
    """Gives one token after the other; the last one has no successor."""

    def __init__(self, *tokens: str) -> None:
        self._tokens = list(tokens)
        self.refused: list[str] = []

    def value(self) -> str:
        return self._tokens[0]

    def renew(self, refused: str) -> str | None:
        self.refused.append(refused)
        self._tokens.pop(0)
        return self._tokens[0] if self._tokens else None


def shop(transport: FakeTransport, source: Any) -> Session:
    settings = SessionSettings(base_url="http://shop.test", token=source)
    return Session("shop", settings, transport, surroundings(FakeTime()))


def test_a_401_is_followed_by_one_request_with_another_token() -> None:
    transport, source = FakeTransport(responded(401), responded(200)), FakeSource("first", "second")
    exchange = shop(transport, source).send(Call(method="POST", url="/orders", body=b"{}"))
    assert [(request.token, request.data) for request in transport.requests] == [("first", b"{}"), ("second", b"{}")]
    assert exchange.response is not None
    assert exchange.response.status == 200
    assert exchange.request.token == "second"
    assert source.refused == ["first"]


def test_both_attempts_stand_in_one_record() -> None:
    transport = FakeTransport(responded(401), responded(200))
    exchange = shop(transport, FakeSource("first", "second")).send(Call(method="GET", url="/orders"))
    facts = [(attempt.number, attempt.outcome, attempt.wait_reason) for attempt in exchange.attempts]
    assert facts == [(1, "401", "a new token"), (2, "200", "")]


def test_a_second_401_is_the_response() -> None:
    transport, source = FakeTransport(responded(401)), FakeSource("first", "second", "third")
    exchange = shop(transport, source).send(Call(method="GET", url="/orders"))
    assert [request.token for request in transport.requests] == ["first", "second"]
    assert len(exchange.attempts) == 2
    assert exchange.retries == 0


@pytest.mark.parametrize("status", [400, 403, 404])
def test_no_other_refusal_asks_for_another_token(status: int) -> None:
    source = FakeSource("first", "second")
    shop(FakeTransport(responded(status)), source).send(Call(method="GET", url="/orders"))
    assert source.refused == []


def test_a_401_that_the_test_expects_is_left_alone() -> None:
    source = FakeSource("first", "second")
    shop(FakeTransport(responded(401)), source).send(Call(method="GET", url="/", expected=expect(401)))
    assert source.refused == []


def test_another_expected_status_does_not_keep_the_token() -> None:
    source = FakeSource("first", "second")
    shop(FakeTransport(responded(401), responded(201)), source).send(Call(method="GET", url="/", expected=expect(201)))
    assert source.refused == ["first"]


def test_without_another_token_the_401_is_the_response() -> None:
    transport = FakeTransport(responded(401))
    exchange = shop(transport, Token("fixed")).send(Call(method="GET", url="/orders"))
    assert len(transport.requests) == 1
    assert exchange.retries == 0


def test_no_response_asks_for_no_other_token() -> None:
    source = FakeSource("first", "second")
    shop(FakeTransport(lost()), source).send(Call(method="GET", url="/orders"))
    assert source.refused == []


def test_a_file_is_wound_back_to_where_it_stood() -> None:
    body = io.BytesIO(b"--the body")
    body.seek(2)

    class Reading(FakeTransport):
        def __init__(self) -> None:
            super().__init__(responded(401), responded(200))
            self.bodies: list[bytes] = []

        def send(self, request: Any, timeout: Any, budget: Any) -> Any:
            self.bodies.append(request.data.read())
            return super().send(request, timeout, budget)

    transport = Reading()
    shop(transport, FakeSource("first", "second")).send(Call(method="POST", url="/", body=body))
    assert transport.bodies == [b"the body", b"the body"]


def test_a_stream_that_can_be_read_once_is_not_sent_again() -> None:
    source = FakeSource("first", "second")
    stream = iter([b"once"])
    shop(FakeTransport(responded(401)), source).send(Call(method="POST", url="/", body=stream))
    assert source.refused == []
