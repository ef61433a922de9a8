import time
from collections.abc import Callable
from typing import Any

import pytest
import requests
from fake_network import FakeNetwork, http

from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.cookie_jar import CookieJar, with_own_cookies
from SteadyAPI.engine.transport.requests_transport import RequestsTransport
from SteadyAPI.engine.transport.set_cookie import set_cookie_of

Script = Callable[..., FakeNetwork]


class Client:
    """Sends GETs and shows the Cookie header of each."""

    def __init__(self, network: Script, *set_cookies: str, **given: str) -> None:
        self.fake = network(http("200 OK", b"", *(f"Set-Cookie: {each}" for each in set_cookies)), *[http()] * 9)
        self.transport = RequestsTransport(TransportSettings(cookies=given))

    def get(self, url: str = "http://shop.test/", **options: Any) -> str | None:
        own = TransportOptions(cookies=options.pop("cookies", None))
        request = Request("GET", url, transport_options=own, **options)
        self.transport.send(request, Timeout(), None)
        lines = [line for line in self.fake.sent[-2].split(b"\r\n") if line.lower().startswith(b"cookie:")]
        assert len(lines) < 2
        return lines[0].decode().partition(": ")[2] if lines else None


def test_a_server_replaces_what_the_suite_gave(network: Script) -> None:
    client = Client(network, "sid=new; Path=/", sid="old", other="kept")
    assert (client.get(), client.get()) == ("sid=old; other=kept", "other=kept; sid=new")


def test_a_server_deletes_what_the_suite_gave(network: Script) -> None:
    client = Client(network, "sid=; Path=/; Max-Age=0", sid="old")
    assert (client.get(), client.get()) == ("sid=old", None)


def test_a_server_deletes_what_it_set(network: Script) -> None:
    client = Client(network, "sid=1; Path=/", "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "none=; Max-Age=0")
    client.get()
    assert client.get() is None


def test_a_cookie_of_another_path_is_another_one(network: Script) -> None:
    client = Client(network, "sid=deep; Path=/a", sid="old")
    client.get()
    assert (client.get(), client.get("http://shop.test/a/b"), client.get("http://shop.test/ab")) == (
        "sid=old",
        "sid=deep; sid=old",
        "sid=old",
    )


def test_another_host_does_not_replace_what_the_suite_gave(network: Script) -> None:
    client = Client(network, sid="old")
    jump, foreign = (
        http("302 Found", b"", "Location: http://other.test/"),
        http("200 OK", b"", "Set-Cookie: sid=1; Path=/"),
    )
    client.fake.responses[:1] = [jump, foreign]
    redirect = client.transport.send(Request("GET", "http://shop.test/"), Timeout(), None).redirected
    assert redirect is not None
    client.transport.send(redirect, Timeout(), None)
    assert client.get() == "sid=old"


def test_a_suite_replaces_what_a_server_set(network: Script) -> None:
    client = Client(network, "sid=new; Path=/", "gone=1; Path=/")
    client.get()
    client.transport.change(cookies={"sid": "mine", "gone": None})
    assert client.get() == "sid=mine"


def test_cookies_of_the_request_go_before_those_of_the_session(network: Script) -> None:
    client = Client(network, sid="session", other="kept")
    assert client.get(cookies={"sid": "call"}) == "other=kept; sid=call"
    assert client.get(headers={"Cookie": "sid=header"}, cookies={"sid": "call"}) == "sid=header"
    assert client.get(headers={"Cookie": "sid=header"}) == "sid=header"
    assert client.get() == "sid=session; other=kept"


@pytest.mark.parametrize(
    ("header", "url", "sent"),
    [
        ("a=1; Domain=shop.test; Path=/", "http://api.shop.test/", "a=1"),
        ("a=1; Path=/", "http://api.shop.test/", None),
        ("a=1; Domain=shop.test; Path=/", "http://myshop.test/", None),
        ("a=1; Path=/x/", "http://shop.test/x/y", "a=1"),
        ("a=1; Path=/x/", "http://shop.test/x", None),
        ("a; Path=/", "http://shop.test/", "a"),
    ],
)
def test_a_cookie_goes_where_it_belongs(network: Script, header: str, url: str, sent: str | None) -> None:
    client = Client(network, header)
    client.get()
    assert client.get(url) == sent


def test_an_expired_cookie_is_not_sent(network: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(network, "a=1; Max-Age=100; Path=/")
    client.get()
    assert client.get() == "a=1"
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 101)
    assert client.get() is None


def test_secure_cookies_need_tls_or_a_loopback_host() -> None:
    jar = CookieJar()
    jar.set("a", "1", secure=True)
    assert [jar.header_for(url, {}) for url in ("http://a.test", "https://a.test", "http://localhost:8080")] == [
        None,
        "a=1",
        "a=1",
    ]


def test_the_cookies_of_a_response_are_read_the_same_way(network: Script) -> None:
    client = Client(network, "a=1; Path=/elsewhere", "b=2; Domain=other.test")
    response = client.transport.send(Request("GET", "http://shop.test/"), Timeout(), None).response
    assert response is not None
    assert dict(response.requests_response.cookies) == {"a": "1"}


def test_a_copy_has_the_same_cookies() -> None:
    jar = CookieJar({"a": "1"})
    jar.home = "shop.test"
    assert (dict(jar.copy()), jar.copy().home, type(jar.copy())) == ({"a": "1"}, "shop.test", CookieJar)


def test_a_transport_apart_sends_the_cookies_of_now_and_keeps_its_own(network: Script) -> None:
    client = Client(network, "first=1")
    client.get()
    twin = client.transport.apart()
    assert twin.requests_session.cookies.get_dict() == {"first": "1"}
    assert twin.requests_session.get_adapter("http://") is client.transport.requests_session.get_adapter("http://")


def test_cookies_of_a_copy_are_stored_when_they_are_taken_over() -> None:
    jar = CookieJar({"own": "1"})
    copied = jar.copy()
    for text in ("own=2; Path=/", "other=3; Path=/"):
        cookie = set_cookie_of(text, "http", "shop.test", "/")
        assert cookie is not None
        copied.home = "shop.test"
        copied._store(cookie, "shop.test")
    assert jar.get_dict() == {"own": "1"}
    jar.receive_from(copied)
    assert jar.get_dict() == {"own": "2", "other": "3"}


def test_a_jar_that_is_no_copy_remembers_nothing() -> None:
    jar = CookieJar({"own": "1"})
    assert jar.received is None
    jar.receive_from(CookieJar())
    assert jar.get_dict() == {"own": "1"}


def test_a_jar_of_another_kind_is_shared() -> None:
    session = requests.Session()
    assert with_own_cookies(session).cookies is session.cookies
    transport, twin = (RequestsTransport(TransportSettings(), session) for _ in range(2))
    transport.keep_cookies_of(twin)
