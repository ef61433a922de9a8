from typing import Any

import pytest
from fake_network import FakeNetwork
from fakes import FakeTransport, context, session

from SteadyAPI.engine.request.call import Call
from SteadyAPI.errors import SessionError, UsageError
from SteadyAPI.keywords.support.token_http import SessionTokenHttp

GET = Call(method="GET", url="/token", sign_in=True)


def http(shared: Any, **options: Any) -> SessionTokenHttp:
    return SessionTokenHttp(shared, **{"verify": True, "cert": None, "on_code": None, **options})


def test_a_relative_address_belongs_to_the_current_session() -> None:
    transport = FakeTransport()
    made = http(context(transport))
    made.send(GET)
    assert transport.request.url == made.url("/token") == "http://shop.test/token"


def test_a_bound_door_stays_with_its_first_session() -> None:
    first, second = FakeTransport(), FakeTransport()
    made = http(context(second))
    made.bind(None)
    made.bind(session(first, base_url="http://first.test"))
    made.bind(session(second))
    made.send(GET)
    assert first.request.url == "http://first.test/token"
    assert second.requests == []


def test_an_address_elsewhere_goes_without_the_session() -> None:
    transport = FakeTransport()
    shared = context(transport)
    made = http(shared)
    made.bind(shared.sessions.current)
    assert made.send(Call(method="GET", url="http://id.test/token", sign_in=True)).alias == ""


def test_without_a_session_a_relative_address_is_refused() -> None:
    with pytest.raises(SessionError, match="relative URL"):
        http(context(alias="")).send(GET)


@pytest.mark.parametrize("verify", [True, False])
def test_a_certificate_or_authority_of_its_own_opens_connections_of_its_own(client_pem: str, verify: bool) -> None:
    options = {"cert": client_pem} if verify else {"verify": "False"}
    transport = FakeTransport()
    made = http(context(transport), **options)
    own = made._session_for("http://shop.test/token")
    assert made._session_for("http://shop.test/token") is own
    assert own.alias == ""
    settings = own._transport._settings  # type: ignore[attr-defined]  # the pooled one
    assert (settings.cert, settings.verify) == (options.get("cert"), verify)


def test_a_browser_keeps_cookies_and_sends_nothing_over_the_session(network: Any) -> None:
    transport = FakeTransport()
    scripted: FakeNetwork = network(
        b"HTTP/1.1 302 Found\r\nSet-Cookie: seen=yes-it-was; Path=/\r\nLocation: /in\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    )
    shared = context(transport)
    made = http(shared)
    made.bind(shared.sessions.current)
    browser = made.browser()
    for _ in range(2):
        browser.log(browser.send(Call(method="GET", url="/in", allow_redirects=False, sign_in=True)))
    assert b"Cookie: seen=yes-it-was" in scripted.sent[1]
    assert transport.requests == []
    assert len(vars(shared.log)["entries"]) == 2


def test_each_browser_is_a_new_one() -> None:
    browser = http(context()).browser()
    assert browser.browser() is not browser


def test_a_browser_belongs_to_its_doors_session() -> None:
    made = http(context(alias=""))
    browser = made.browser()
    browser.bind(session(base_url="http://first.test"))
    assert made.url("/a") == browser.url("/a") == "http://first.test/a"


def test_a_code_is_handed_to_the_suites_keyword(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr("robot.libraries.BuiltIn.BuiltIn.run_keyword", lambda _self, *words: ran.append(words))
    made = http(context(), on_code="Approve")
    made.show_code({"verification_uri": "http://id.test/d", "user_code": "AB-CD", "interval": 5})
    made.browser().show_code({"verification_uri": "u", "user_code": "c", "verification_uri_complete": "u?c"})
    assert ran == [("Approve", "http://id.test/d", "AB-CD"), ("Approve", "u", "c", "u?c")]


def test_a_code_without_a_keyword_says_how_to_name_one() -> None:
    with pytest.raises(UsageError, match="write for example: on_code=Approve The Device"):
        http(context()).show_code({})


def test_a_grant_that_was_asked_for_is_recorded() -> None:
    shared = context(FakeTransport())
    told: list[Any] = []
    shared.ledger.note = lambda kind, facts: told.append((kind, dict(facts)))  # type: ignore[method-assign]  # a spy
    made = http(shared)
    form = {"grant_type": "password", "username": "ada"}
    made.log(made.send(Call(method="POST", url="/token?tenant=1", body=form, sign_in=True)))
    made.log(made.send(GET))
    assert told == [("token", {"url": "http://shop.test/token", "grant": "password"})]
