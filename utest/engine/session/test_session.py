from typing import Any

import pytest
from fakes import FakeTransport, lost, responded, session, surroundings

from SteadyAPI.engine.exchange import FailureClass, FailureKind, Response, SentRequest, Timeout
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.request.written_url import WrittenUrl
from SteadyAPI.engine.session.session import Session, SessionSettings
from SteadyAPI.engine.token.token import Token
from SteadyAPI.engine.transport import Delivery


def made(transport: FakeTransport, **settings: object) -> Session:
    around = surroundings()
    return Session("shop", SessionSettings(base_url="http://shop.test", **settings), transport, around)  # type: ignore[arg-type]  # settings by name


def test_a_request_carries_the_sessions_defaults() -> None:
    transport = FakeTransport()
    made(
        transport, headers={"Accept": "text/plain"}, timeout=Timeout(1, 2), allow_redirects=False, auth=("a", "b")
    ).send(Call(method="GET", url="/orders"))
    request = transport.request
    assert request.url == "http://shop.test/orders"
    assert request.headers == {"Accept": "text/plain"}
    assert (request.allow_redirects, request.auth) == (False, ("a", "b"))
    assert transport.timeouts == [Timeout(1, 2)]


def test_a_header_of_the_call_replaces_the_sessions_whatever_its_case() -> None:
    transport = FakeTransport()
    made(transport, headers={"Accept": "text/plain", "X-Kept": "1"}).send(
        Call(method="GET", url="/", headers={"ACCEPT": "text/html"})
    )
    assert transport.request.headers == {"ACCEPT": "text/html", "X-Kept": "1"}


@pytest.mark.parametrize(
    ("of_session", "of_call", "expected"),
    [(True, None, None), (True, False, WrittenUrl), (False, None, WrittenUrl), (False, True, None)],
)
def test_a_url_is_sent_as_it_is_written_on_request(of_session: bool, of_call: bool | None, expected: Any) -> None:
    transport = FakeTransport()
    made(transport, params={"q": "1"}, url_encoding=of_session).send(
        Call(method="GET", url="/%7e", url_encoding=of_call)
    )
    request = transport.request
    if expected is None:
        assert (type(request.url), request.url, request.params) == (str, "http://shop.test/%7e", [("q", "1")])
    else:
        assert (type(request.url), request.url, request.params) == (WrittenUrl, "http://shop.test/%7e?q=1", None)


def test_a_header_of_the_call_does_not_stick() -> None:
    transport = FakeTransport()
    shop = made(transport)
    shop.send(Call(method="GET", url="/", headers={"X-Once": "1"}))
    shop.send(Call(method="GET", url="/"))
    assert transport.request.headers == {}


def test_a_token_goes_with_every_request() -> None:
    transport = FakeTransport()
    made(transport, token=Token("abc")).send(Call(method="GET", url="/"))
    assert transport.request.token == "abc"


def test_a_token_can_be_given_later() -> None:
    transport = FakeTransport()
    shop = made(transport)
    shop.use_token(Token("later"))
    shop.send(Call(method="GET", url="/"))
    assert transport.request.token == "later"


def test_an_authorization_header_of_the_call_wins_over_token_and_auth() -> None:
    transport = FakeTransport()
    made(transport, token=Token("abc"), auth=("a", "b")).send(
        Call(method="GET", url="/", headers={"authorization": "Digest x"})
    )
    assert (transport.request.token, transport.request.auth) == (None, None)


def test_a_call_can_set_its_own_limits() -> None:
    transport = FakeTransport()
    made(transport).send(Call(method="GET", url="/", timeout=Timeout(1, 1), allow_redirects=False))
    assert transport.request.timeout == Timeout(1, 1)
    assert not transport.request.allow_redirects


def test_a_failed_attempt_is_tried_again() -> None:
    transport = FakeTransport(lost(failure_class=FailureClass.UNSENT), responded(200))
    exchange = made(transport).send(Call(method="GET", url="/"))
    assert [attempt.outcome for attempt in exchange.attempts] == ["connection refused", "200"]


def test_a_call_can_forbid_retries() -> None:
    transport = FakeTransport(lost(FailureKind.REFUSED, FailureClass.UNSENT), responded(200))
    exchange = made(transport).send(Call(method="GET", url="/", retries=False))
    assert exchange.response is None
    assert exchange.failure is not None
    assert len(exchange.attempts) == 1


def test_the_record_carries_alias_and_expectation() -> None:
    exchange = made(FakeTransport()).send(Call(method="GET", url="/", expected=expect("201")))
    assert (exchange.alias, exchange.expected.text, exchange.as_expected) == ("shop", "201", False)


def test_the_record_carries_what_the_call_accepts() -> None:
    call = Call(
        method="GET",
        url="/",
        retries=False,
        expect_error=frozenset({FailureKind.DNS}),
        accepted_failures=frozenset({FailureKind.REFUSED}),
    )
    assert made(FakeTransport(lost(FailureKind.REFUSED))).send(call).accepted_failures == {
        FailureKind.DNS,
        FailureKind.REFUSED,
    }


def test_the_record_may_show_another_expectation_than_retries_go_by() -> None:
    transport = FakeTransport(responded(503), responded(200))
    exchange = made(transport).send(Call(method="GET", url="/", recorded_as=expect(503)))
    assert (exchange.expected.text, len(exchange.attempts)) == ("503", 2)


def test_the_last_record_is_kept_and_entered_in_the_ledger() -> None:
    around = surroundings()
    shop = session(around=around)
    exchange = shop.send(Call(method="GET", url="/orders"))
    assert shop.last is exchange
    assert around.ledger.calls == {"GET /orders": 1}


def test_the_native_response_gets_the_attempts() -> None:
    exchange = session().send(Call(method="GET", url="/"))
    assert exchange.response is not None
    assert exchange.response.requests_response.attempts == exchange.attempts


def test_a_response_without_a_native_response_is_kept_all_the_same() -> None:
    delivery = Delivery(SentRequest("GET", "http://shop.test/"), Response(200, "OK", "http://shop.test/"))
    exchange = session(FakeTransport(delivery)).send(Call(method="GET", url="/"))
    assert exchange.as_expected


def test_secrets_that_pass_by_are_masked_from_then_on() -> None:
    around = surroundings()
    delivery = responded(body=b'{"access_token": "answer-secret-1"}', headers=[("Set-Cookie", "sid=answer-secret-2")])
    session(FakeTransport(delivery), base_url="http://u:base-secret-3@shop.test", around=around).send(
        Call(method="POST", url="/", body={"password": "field-secret-4"}, params={"api_key": "query-secret-5"})
    )
    text = "answer-secret-1 answer-secret-2 base-secret-3 field-secret-4 query-secret-5"
    assert around.secrets.mask(text) == " ".join(["[redacted]"] * 5)


def test_closing_closes_the_connections() -> None:
    transport = FakeTransport()
    made(transport).close()
    assert transport.closed


def test_a_session_shows_its_alias_only() -> None:
    assert repr(session()) == "<Session shop>"


def test_an_update_holds_from_the_next_request_on() -> None:
    transport = FakeTransport()
    shop = made(transport, headers={"X-A": "b"})
    shop.update(headers={"X-C": "d"}, params={"q": "1"})
    shop.send(Call(method="GET", url="/", params=[("r", "2")]))
    assert transport.request.headers == {"X-C": "d"}
    assert transport.request.params == [("q", "1"), ("r", "2")]


def test_an_authentication_given_later_takes_the_place_of_the_token() -> None:
    transport = FakeTransport()
    shop = made(transport, token=Token("abc"))
    shop.use_auth(("ada", "word"))
    shop.send(Call(method="GET", url="/"))
    assert (transport.request.token, transport.request.auth) == (None, ("ada", "word"))


def test_the_transport_can_be_had() -> None:
    transport = FakeTransport()
    assert made(transport).transport is transport
