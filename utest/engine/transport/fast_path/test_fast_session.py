from collections.abc import Callable
from typing import Any

import pytest
import requests
from fake_network import FakeNetwork, http
from hypothesis import given
from hypothesis import strategies as st
from requests.auth import AuthBase, HTTPDigestAuth

from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.transport import Delivery, TransportSettings
from SteadyAPI.engine.transport.fast_path.fast_session import _AS_IT_IS, FastSession
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

Script = Callable[..., FakeNetwork]
URL = "http://shop.test/orders"
COOKIE = http("200 OK", b"{}", "Set-Cookie: sid=1; Path=/", "Content-Type: application/json; charset=latin-1")
JUMP = http("302 Found", b"", "Location: /there", "Set-Cookie: hop=2")


class Signed(AuthBase):
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["X-Signed"] = f"{request.method} {request.url}"
        return request


def ordinary() -> RequestsTransport:
    """Returns a transport over a plain session of requests, which knows no fast path."""
    session = requests.Session()
    session.headers["User-Agent"] = "SteadyAPI"
    return RequestsTransport(TransportSettings(), session, fast_path=False)


def facts(delivery: Delivery) -> Any:
    """Returns what a suite can see of a response."""
    assert delivery.response is not None
    requests_response = delivery.response.requests_response
    return (
        delivery.response,
        requests_response.cookies.get_dict(),
        [(each.status_code, each.url, each.headers) for each in requests_response.history],
        requests_response.next.url if requests_response.next else None,
        requests_response.request.method,
        requests_response.request.headers,
        requests_response.request.body,
        type(requests_response),
    )


REQUESTS = {
    "get": Request("GET", URL),
    "url in capitals": Request("GET", "HTTP://Shop.Test/a b/ü?q=ü&r=1#part"),
    "no path": Request("GET", "http://shop.test"),
    "query without a path": Request("GET", "http://shop.test?q=1"),
    "headers": Request("GET", URL, {"X-A": "b", "accept": "text/plain"}),
    "head": Request("HEAD", URL),
    "post without a body": Request("POST", URL),
    "post bytes": Request("POST", URL, {"Content-Type": "application/json"}, data=b"{}"),
    "empty bytes": Request("POST", URL, data=b""),
    "form": Request("POST", URL, data={"a": "b"}),
    "params": Request("GET", URL, params={"a": "b"}),
    "token": Request("GET", URL, token="abc"),
    "basic": Request("PUT", URL, data=b"x", auth=("ada", "word")),
    "own auth": Request("GET", URL, auth=Signed()),
    "user info": Request("GET", "http://ada:word@shop.test/"),
    "no header": Request("GET", URL, {"Accept": None}),
    "parts": Request("POST", URL, transport_options=TransportOptions(json={"a": 1})),
    "unverified": Request("GET", URL, transport_options=TransportOptions(verify=False)),
    "no redirects": Request("GET", URL, allow_redirects=False),
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
@pytest.mark.parametrize(
    "script", [[http(), http()], [COOKIE, http()], [JUMP, http(), http()]], ids=["ok", "cookie", "jump"]
)
def test_both_ways_send_the_same_bytes_and_give_the_same_response(
    network: Script, request_: Request, script: list[bytes]
) -> None:
    """Two requests each: the second one has the cookies of the first."""
    seen = []
    for transport in (RequestsTransport(TransportSettings()), ordinary()):
        fake = network(*script, *script)
        deliveries = [transport.send(request_, Timeout(1, 1), None) for _ in range(2)]
        # Only the place of the Cookie header may differ: requests keeps none for a URL with user info.
        seen.append(([sorted(each.split(b"\r\n")) for each in fake.sent], [facts(delivery) for delivery in deliveries]))
    assert seen[0] == seen[1]


def test_both_ways_answer_a_digest_challenge(network: Script) -> None:
    seen = []
    for transport in (RequestsTransport(TransportSettings()), ordinary()):
        challenge = http("401 Who", b"", 'WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"')
        fake = network(challenge, http(body=b"in"))
        delivery = transport.send(Request("GET", URL, auth=HTTPDigestAuth("ada", "word")), Timeout(1, 1), None)
        assert delivery.response is not None
        seen.append(
            (
                delivery.response.content,
                len(delivery.response.requests_response.history),
                fake.sent[1][:160],
            )
        )
    assert seen[0] == seen[1]


def test_hooks_of_the_session_are_called(network: Script) -> None:
    network(http(), http())
    transport = RequestsTransport(TransportSettings())
    statuses: list[int] = []
    transport.requests_session.hooks["response"].append(lambda response, **_: statuses.append(response.status_code))
    transport.send(Request("GET", URL), Timeout(1, 1), None)
    assert statuses == [200]


@pytest.mark.parametrize("change", [{"params": {"a": "b"}}, {"auth": ("ada", "word")}], ids=["params", "auth"])
def test_what_a_suite_sets_on_the_session_holds(network: Script, change: dict[str, Any]) -> None:
    fake = network(http(), http())
    transport = RequestsTransport(TransportSettings())
    vars(transport.requests_session).update(change)
    transport.send(Request("GET", URL), Timeout(1, 1), None)
    assert b"?a=b" in fake.sent[0] or b"Authorization: Basic" in fake.sent[0]


def test_a_header_with_a_line_break_is_not_sent() -> None:
    failure = RequestsTransport(TransportSettings()).send(
        Request("GET", URL, {"X-A": "a\r\nX-B: b"}), Timeout(1, 1), None
    )
    assert failure.failure is not None
    assert "Invalid leading whitespace, reserved character(s), or return character(s)" in failure.failure.detail


def test_a_proxy_of_the_environment_holds_from_the_next_request_on(
    network: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = network(http(), http(), http())
    transport = RequestsTransport(TransportSettings())
    transport.send(Request("GET", URL), Timeout(1, 1), None)
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.test:3128")
    transport.send(Request("GET", URL), Timeout(1, 1), None)
    monkeypatch.delenv("HTTP_PROXY")
    transport.send(Request("GET", URL), Timeout(1, 1), None)
    assert [sent.partition(b" HTTP")[0] for sent in fake.sent[:3]] == [
        b"GET /orders",
        b"GET http://shop.test/orders",
        b"GET /orders",
    ]


def test_proxies_of_a_request_go_before_the_environment() -> None:
    settings = FastSession().merge_environment_settings(URL, {"http": "http://mine.test"}, None, True, None)
    assert settings["proxies"]["http"] == "http://mine.test"


def test_credentials_of_a_netrc_file_are_used(network: Script, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    fake = network(http(), http())
    (tmp_path / "netrc").write_text("machine shop.test login ada password word\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    transport = RequestsTransport(TransportSettings(netrc=True))
    for _ in range(2):
        transport.send(Request("GET", URL), Timeout(1, 1), None)
    assert b"Authorization: Basic YWRhOndvcmQ=" in fake.sent[0]
    assert b"Authorization: Basic YWRhOndvcmQ=" in fake.sent[1]


def test_a_session_that_trusts_no_environment_reads_none(network: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = network(http())
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.test:3128")
    transport = RequestsTransport(TransportSettings())
    transport.requests_session.trust_env = False
    transport.send(Request("GET", URL), Timeout(1, 1), None)
    assert fake.sent[0].startswith(b"GET /orders")


@given(st.from_regex(_AS_IT_IS, fullmatch=True))
def test_a_plain_url_is_what_requests_would_make_of_it(url: str) -> None:
    prepared = requests.PreparedRequest()
    prepared.prepare_url(url, None)
    assert prepared.url == url
