"""Redirects are exchanges of their own: what answered before is not asked again."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from fake_time import FakeTime
from fakes import FakeTransport, lost, responded, surroundings

from SteadyAPI.engine.exchange import (
    Exchange,
    FailureClass,
    FailureKind,
    Redirect,
    Request,
    Response,
    SentRequest,
)
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.retry.policy import RetryPolicy
from SteadyAPI.engine.session.authentication import ApiKey, KeyLocation
from SteadyAPI.engine.session.session import Session, SessionSettings
from SteadyAPI.engine.transport import Delivery

LANDED = "http://shop.test/landed"
BUSY, BROKEN = responded(503), responded(500)
CUT = lost(FailureKind.CLOSED, FailureClass.AMBIGUOUS)
DEAD = lost(FailureKind.CONNECT_TIMEOUT, FailureClass.UNSENT)


def to(url: str = LANDED, method: str = "GET", *, foreign: bool = False, token: str | None = None) -> Delivery:
    """Returns a redirect and the request that it asks for."""
    following = Request(
        method, url, data=b"body", token=token, redirect=Redirect(SimpleNamespace(headers={}), 1, foreign)
    )
    return replace(responded(303, headers=[("Set-Cookie", "sid=cookie-of-the-hop")]), redirected=following)


def landed(delivery: Delivery) -> Delivery:
    return replace(delivery, sent=SentRequest("GET", LANDED))


def shop(*deliveries: Delivery, **settings: Any) -> tuple[Session, FakeTransport]:
    transport = FakeTransport(*deliveries)
    made = SessionSettings(base_url="http://shop.test", **settings)
    return Session("shop", made, transport, surroundings(FakeTime())), transport


def post(session: Session, **call: Any) -> Exchange:
    return session.send(Call(method="POST", url="/orders", body=b"{}", **call))


def methods(transport: FakeTransport) -> list[str]:
    return [request.method for request in transport.requests]


@pytest.mark.parametrize("trouble", [BUSY, BROKEN, CUT, DEAD, responded(429)])
def test_only_the_request_in_trouble_is_sent_again(trouble: Delivery) -> None:
    session, transport = shop(to(), trouble, responded())
    exchange = post(session)
    assert methods(transport) == ["POST", "GET", "GET"]
    assert exchange.response is not None
    assert exchange.response.status == 200
    assert exchange.retries == 1


@pytest.mark.parametrize(("trouble", "sends"), [(CUT, 2), (BROKEN, 2), (BUSY, 4), (DEAD, 4)])
def test_a_redirected_post_is_judged_as_a_post(trouble: Delivery, sends: int) -> None:
    session, transport = shop(to(method="POST"), trouble)
    post(session)
    assert len(transport.requests) == sends


def test_a_key_of_the_suite_holds_for_the_redirected_post_too() -> None:
    keyed = to(method="POST")
    assert keyed.redirected is not None
    keyed = replace(keyed, redirected=replace(keyed.redirected, headers={"Idempotency-Key": "k"}))
    session, transport = shop(keyed, CUT, responded())
    post(session)
    assert methods(transport) == ["POST", "POST", "POST"]


def test_every_attempt_is_in_one_record() -> None:
    session, _ = shop(to(), landed(BUSY), landed(responded()))
    exchange = post(session)
    facts = [(attempt.number, attempt.outcome, attempt.wait_reason) for attempt in exchange.attempts]
    assert facts == [(1, "303", "redirect"), (2, "503", ""), (3, "200", "")]
    assert [attempt.sent.url if attempt.sent else None for attempt in exchange.attempts] == [None, LANDED, LANDED]
    assert (exchange.method, exchange.target, exchange.sent.url) == ("GET", "/landed", "http://shop.test/orders")
    assert [attempt.outcome for attempt in exchange.last_attempts] == ["503", "200"]


def test_the_response_has_those_before_it_as_history() -> None:
    first, second = to(), to("http://shop.test/second")
    session, _ = shop(first, second, responded())
    exchange = post(session)
    assert isinstance(exchange.response, Response)
    assert isinstance(first.response, Response)
    assert isinstance(second.response, Response)
    assert exchange.response.requests_response.history == [
        first.response.requests_response,
        second.response.requests_response,
    ]


def test_a_deadline_holds_for_all_redirects_together() -> None:
    time = FakeTime()

    class Slow(FakeTransport):
        def send(self, request: Any, timeout: Any, budget: Any) -> Delivery:
            time.seconds += 1.0
            return super().send(request, timeout, budget)

    transport = Slow(*[to()] * 10)
    policy = RetryPolicy(deadline=3.0, deadline_written=True)
    session = Session(
        "shop", SessionSettings(base_url="http://shop.test", policy=policy), transport, surroundings(time)
    )
    exchange = post(session)
    assert exchange.failure is not None
    assert exchange.failure.kind is FailureKind.DEADLINE
    assert exchange.elapsed == 3.0
    assert len(transport.requests) == 3


def test_a_timeout_holds_for_an_attempt_with_all_its_redirects() -> None:
    time = FakeTime()
    spent = []

    class Slow(FakeTransport):
        def send(self, request: Any, timeout: Any, budget: Any) -> Delivery:
            spent.append((timeout.total, timeout.spent))
            time.seconds += 1.0
            return super().send(request, timeout, budget)

    transport = Slow(to(), to(), responded(503), responded())
    policy = RetryPolicy(timeout=9.0)
    session = Session(
        "shop", SessionSettings(base_url="http://shop.test", policy=policy), transport, surroundings(time)
    )
    assert post(session).response is not None
    # The attempt that was in trouble is followed by another one, whose redirects were followed before.
    assert spent == [(9.0, 0.0), (9.0, 1.0), (9.0, 2.0), (9.0, 2.0)]


def test_trouble_counts_against_the_host_that_has_it() -> None:
    session, transport = shop(*[to("http://dead.test/x"), DEAD] * 30, policy=RetryPolicy(attempts=1))
    for _ in range(5):
        post(session)
    transport.requests.clear()
    exchange = post(session)
    assert methods(transport) == ["POST"]
    assert exchange.failure is not None
    assert exchange.failure.detail.startswith("dead.test lost 5 requests in a row")


class Renewing:
    """A token source with two tokens."""

    def value(self) -> str:
        return "first"

    def renew(self, refused: str) -> str | None:
        return "second" if refused == "first" else None


def test_only_the_request_that_was_refused_is_sent_with_another_token() -> None:
    session, transport = shop(to(token="first"), responded(401), responded(), token=Renewing())
    exchange = post(session)
    assert [(request.method, request.token) for request in transport.requests] == [
        ("POST", "first"),
        ("GET", "first"),
        ("GET", "second"),
    ]
    assert exchange.request.token == "first"
    assert exchange.retries == 0


def test_a_foreign_origin_gets_no_new_token() -> None:
    session, transport = shop(to(foreign=True), responded(401), token=Renewing())
    post(session)
    assert len(transport.requests) == 2


def test_secrets_of_a_redirect_are_known_before_it_is_followed() -> None:
    time, around = FakeTime(), surroundings()

    class Watching(FakeTransport):
        def send(self, request: Any, timeout: Any, budget: Any) -> Delivery:
            shown.append(around.secrets.mask("cookie-of-the-hop"))
            return super().send(request, timeout, budget)

    shown: list[str] = []
    Session("shop", SessionSettings(base_url="http://shop.test"), Watching(to(), responded()), around).send(
        Call(method="GET", url="/")
    )
    assert time.seconds == 0.0
    assert [text == "cookie-of-the-hop" for text in shown] == [True, False]


def test_why_an_earlier_request_was_not_retried_is_kept() -> None:
    stale = lost(FailureKind.CLOSED, FailureClass.STALE)
    session, _ = shop(stale, to(), responded())
    assert post(session).note == (
        "attempt 1 (connection closed without an answer) may already have been applied: this POST was sent again"
    )


def test_headers_of_api_keys_are_named_for_the_transport() -> None:
    session, transport = shop(responded())
    session.authentication.use_key(ApiKey(KeyLocation.header, "X-Client", "key-1"))
    session.authentication.use_key(ApiKey(KeyLocation.cookie, "key", "key-2"))
    post(session)
    assert transport.request.credential_headers == {"x-client"}


@pytest.mark.parametrize("foreign", [True, False])
def test_a_known_secret_stays_on_its_origin_whatever_its_header_is_called(foreign: bool) -> None:
    redirect = to(foreign=foreign)
    assert redirect.redirected is not None
    assert redirect.redirected.redirect is not None
    headers = redirect.redirected.redirect.prepared.headers
    headers.update({"X-Team": "hunter2-of-the-team", "X-Raw": b"raw hunter2-of-the-team", "X-Plain": "plain"})
    # A proxy's credentials were made for the new request.
    headers["Proxy-Authorization"] = "Basic hunter2-of-the-team"
    around = surroundings()
    around.secrets.register("hunter2-of-the-team")
    Session("shop", SessionSettings(base_url="http://shop.test"), FakeTransport(redirect, responded()), around).send(
        Call(method="GET", url="/")
    )
    stripped = set() if not foreign else {"X-Team", "X-Raw"}
    assert set(headers) == {"X-Team", "X-Raw", "X-Plain", "Proxy-Authorization"} - stripped
