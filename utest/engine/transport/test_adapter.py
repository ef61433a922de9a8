"""What stands in the request line, and how headers are read."""

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import requests
from fake_network import FakeNetwork, http
from requests.auth import HTTPDigestAuth

from SteadyAPI.engine.charset import text_of
from SteadyAPI.engine.exchange import FailureKind, Request, Timeout
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.request.written_url import WrittenUrl
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.adapter import PooledAdapter
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

Script = Callable[..., FakeNetwork]
TARGETS = (
    "/%7e",
    "/%7E",
    "/a/../b/%2e%2E/./c",
    "//twice//",
    "/a|b[1]{2}?q=<>^`",
    "/?",
    "/?a=%zz&%",
    "/x?sig=a%2fb%2Bc+d",
)


def first_line(sent: bytes) -> str:
    return sent.partition(b"\r\n")[0].decode()


@pytest.mark.parametrize("fast_path", [True, False])
@pytest.mark.parametrize("target", TARGETS)
def test_a_written_url_is_sent_as_it_is_on_new_and_kept_connections(
    network: Script, target: str, fast_path: bool
) -> None:
    network_ = network(http(), http(), http())
    transport = RequestsTransport(TransportSettings(), fast_path=fast_path)
    for _ in range(2):
        delivery = transport.send(Request("GET", WrittenUrl(f"http://shop.test{target}#part")), Timeout(1, 1), None)
        assert delivery.sent.url == f"http://shop.test{target}#part"
    transport.send(Request("GET", "http://shop.test/%7e"), Timeout(1, 1), None)
    assert [first_line(sent) for sent in network_.sent[:3]] == [
        f"GET {target} HTTP/1.1",
        f"GET {target} HTTP/1.1",
        "GET /~ HTTP/1.1",
    ]


def test_a_proxy_gets_it_as_it_is_without_user_info(network: Script) -> None:
    network_ = network(http())
    transport = RequestsTransport(TransportSettings(proxies={"http": "http://proxy.test:3128"}))
    transport.send(Request("GET", WrittenUrl("http://ada:word@shop.test/%7e/../x")), Timeout(1, 1), None)
    assert first_line(network_.sent[0]) == "GET http://shop.test/%7e/../x HTTP/1.1"
    assert f"Authorization: Basic {b64encode(b'ada:word').decode()}".encode() in network_.sent[0]


@pytest.mark.parametrize(
    ("options", "scheme"), [({"auth": ("ada", "word")}, b"Basic"), ({"token": "abc"}, b"Bearer abc")]
)
def test_it_is_signed_as_any_other(network: Script, options: dict[str, Any], scheme: bytes) -> None:
    network_ = network(http())
    transport = RequestsTransport(TransportSettings())
    transport.send(Request("POST", WrittenUrl("http://shop.test/%7e"), data=b"x", **options), Timeout(1, 1), None)
    assert first_line(network_.sent[0]) == "POST /%7e HTTP/1.1"
    assert b"Authorization: " + scheme in network_.sent[0]


def test_a_digest_covers_what_is_sent(network: Script) -> None:
    challenge = http("401 Who", b"", 'WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"')
    network_ = network(challenge, http())
    transport = RequestsTransport(TransportSettings())
    request = Request("GET", WrittenUrl("http://shop.test/%7e"), auth=HTTPDigestAuth("ada", "word"))
    transport.send(request, Timeout(1, 1), None)
    assert first_line(network_.sent[1]) == "GET /%7e HTTP/1.1"
    assert b'uri="/%7e"' in network_.sent[1]


def odd(*lines: bytes) -> bytes:
    return b"\r\n".join([b"HTTP/1.1 200 " + "Gr\u00fcn".encode(), *lines, b"Content-Length: 0", b"", b""])


UTF_8 = (b"X-Name: " + "M\u00fcller \u20ac".encode(), b"X-Old: M\xfcller")


@pytest.mark.parametrize("fast_path", [True, False])
def test_headers_and_reasons_are_read_as_utf_8(network: Script, fast_path: bool) -> None:
    network(odd(*UTF_8), odd(*UTF_8))
    transport = RequestsTransport(TransportSettings(), fast_path=fast_path)
    for _ in range(2):
        response = transport.send(Request("GET", "http://shop.test/"), Timeout(1, 1), None).response
        assert response is not None
        assert response.reason == "Gr\u00fcn"
        assert (response.headers["X-Name"], response.headers["X-Old"]) == ("M\u00fcller \u20ac", "M\u00fcller")


def test_a_session_of_requests_reads_latin_1(network: Script) -> None:
    network(odd(*UTF_8))
    transport = RequestsTransport(TransportSettings(), requests.Session())
    response = transport.send(Request("GET", "http://shop.test/"), Timeout(1, 1), None).response
    assert response is not None
    assert response.headers["X-Name"] == "M\u00c3\u00bcller \u00e2\u0082\u00ac"


def test_cookies_are_utf_8_and_go_back_as_they_came(network: Script) -> None:
    network_ = network(
        odd(b"Set-Cookie: came=\xfc\xc3\xbc", b"Location: /"), http(), http("302 F", b"", "Location: /"), http()
    )
    transport = RequestsTransport(TransportSettings(cookies={"given": "\u20ac"}))
    own = TransportOptions(cookies={"own": "\u00fc", "raw": b"\xff"})
    for _ in range(2):
        transport.send(Request("GET", "http://shop.test/", transport_options=own), Timeout(1, 1), None)
    following = transport.send(
        Request("GET", "http://shop.test/", transport_options=own), Timeout(1, 1), None
    ).redirected
    assert following is not None
    transport.send(following, Timeout(1, 1), None)
    expected = {"given=\u20ac".encode(), b"own=\xc3\xbc", b"raw=\xff", b"came=\xfc\xc3\xbc"}
    for sent in network_.sent[1:4]:
        found = next(line for line in sent.split(b"\r\n") if line.startswith(b"Cookie: "))
        assert set(found.removeprefix(b"Cookie: ").split(b"; ")) == expected


def test_the_limit_of_headers_is_the_sessions(network: Script) -> None:
    network(odd(b"A: 1", b"B: 2"))
    failure = (
        RequestsTransport(TransportSettings(header_limit=2))
        .send(Request("GET", "http://shop.test/"), Timeout(1, 1), None)
        .failure
    )
    assert failure is not None
    assert failure.detail == "got 3 headers, and the header_limit of the session is 2"


@pytest.mark.parametrize(
    ("user_info", "pair"),
    [
        ("ada:word", "ada:word"),
        ("%C3%A4d%C3%A4:p%E2%82%AC", "\u00e4d\u00e4:p\u20ac"),
        ("ada", "ada:"),
        ("ada:", "ada:"),
    ],
)
def test_the_credentials_of_a_proxy_are_in_utf_8(network: Script, user_info: str, pair: str) -> None:
    network_ = network(http())
    proxies = {"http": f"http://{user_info}@proxy.test:3128"}
    RequestsTransport(TransportSettings(proxies=proxies)).send(Request("GET", "http://shop.test/"), Timeout(1, 1), None)
    assert f"Proxy-Authorization: Basic {b64encode(pair.encode()).decode()}\r\n".encode() in network_.sent[0]


def test_a_session_of_requests_writes_them_in_latin_1() -> None:
    adapter: Any = RequestsTransport(TransportSettings(), requests.Session()).requests_session.get_adapter("http://x")
    pair = b64encode("\u00e4:p".encode("latin-1")).decode()
    assert adapter.proxy_headers("http://%C3%A4:p@proxy.test") == {"Proxy-Authorization": f"Basic {pair}"}
    assert adapter.proxy_headers("http://proxy.test") == {}


@pytest.mark.parametrize("exception", ["127.*", "127.0.0.1:80"])
def test_exceptions_from_proxies_hold_that_requests_does_not_know(
    network: Script, monkeypatch: pytest.MonkeyPatch, exception: str
) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.test:3128")
    monkeypatch.setenv("no_proxy", exception)
    network_ = network(http(), http())
    for session in (None, requests.Session()):
        transport = RequestsTransport(TransportSettings(), session)
        transport.send(Request("GET", "http://127.0.0.1/x"), Timeout(1, 1), None)
    assert [first_line(sent).split()[1] for sent in network_.sent[:2]] == ["/x", "http://127.0.0.1/x"]


def _noting(send: Any, seen: list[Any], *args: Any, verify: Any, **rest: Any) -> Any:
    seen.append(verify)
    return send(*args, verify=verify, **rest)


@pytest.mark.parametrize(
    ("variables", "native", "of_requests"),
    [
        ({"SSL_CERT_FILE": "/file", "SSL_CERT_DIR": "/dir"}, "/file", True),
        ({"SSL_CERT_DIR": "/dir"}, "/dir", True),
        ({"REQUESTS_CA_BUNDLE": "/bundle", "SSL_CERT_FILE": "/file"}, "/bundle", "/bundle"),
        ({}, True, True),
    ],
)
def test_the_environment_names_the_authorities(
    network: Script, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], native: Any, of_requests: Any
) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    network(http(), http())
    seen: list[Any] = []
    for session in (None, requests.Session()):
        transport = RequestsTransport(TransportSettings(verify=None if session else True), session)
        adapter: Any = transport.requests_session.get_adapter("http://shop.test/")
        monkeypatch.setattr(adapter, "send", partial(_noting, adapter.send, seen))
        transport.send(Request("GET", "http://shop.test/"), Timeout(1, 1), None)
    assert seen == [native, of_requests]


def test_pools_that_are_there_and_those_to_come_grow() -> None:
    adapter = PooledAdapter(2)
    pool = adapter.poolmanager.connection_from_url("http://shop.test/")
    assert adapter.grow(5) == 2
    later = adapter.poolmanager.connection_from_url("http://else.test/")
    assert (pool.pool.maxsize, later.pool.maxsize) == (5, 5)


def test_pools_behind_proxies_grow_too() -> None:
    adapter, proxy = PooledAdapter(2), "http://proxy.test:3128"
    there = adapter.proxy_manager_for(proxy).connection_from_url("https://shop.test")
    assert adapter.grow(5) == 2
    to_come = adapter.proxy_manager_for(proxy).connection_from_url("https://else.test")
    of_another = adapter.proxy_manager_for("http://other.test:3128").connection_from_url("https://shop.test")
    assert [pool.pool.maxsize for pool in (there, to_come, of_another)] == [5, 5, 5]


def test_pools_never_shrink() -> None:
    adapter = PooledAdapter(5)
    pool = adapter.poolmanager.connection_from_url("http://shop.test/")
    assert adapter.grow(2) == 5
    assert (pool.pool.maxsize, adapter.grow(9)) == (5, 5)


@pytest.mark.parametrize(
    ("content", "content_type", "encoding", "text"),
    [
        ("M\u00fc".encode(), "text/plain", "utf-8", "M\u00fc"),
        ("M\u00fc".encode("latin-1"), "text/plain", "latin-1", "M\u00fc"),
        ("M\u00fc".encode("utf-8-sig"), "application/json", "utf-8-sig", "M\u00fc"),
        ("M\u20ac".encode("cp1252"), "text/plain; charset=windows-1252", "windows-1252", "M\u20ac"),
        ("M\u00fc".encode(), "text/plain; charset=nonsense", "utf-8", "M\u00fc"),
    ],
)
def test_text_follows_one_rule(network: Script, content: bytes, content_type: str, encoding: str, text: str) -> None:
    network(http("200 OK", content, f"Content-Type: {content_type}"))
    delivery = RequestsTransport(TransportSettings()).send(Request("GET", "http://shop.test/"), Timeout(1, 1), None)
    assert delivery.response is not None
    requests_response = delivery.response.requests_response
    assert (requests_response.encoding, requests_response.text) == (encoding, text)
    assert text_of(content, content_type) == text
    requests_response.encoding = "ascii"
    assert requests_response.text == content.decode("ascii", "replace")


@pytest.mark.parametrize(("content_type", "encoding"), [("text/plain", "ISO-8859-1"), ("image/png", None)])
def test_a_session_of_requests_reads_text_as_requests_does(
    network: Script, content_type: str, encoding: str | None
) -> None:
    network(http("200 OK", "M\u00fc".encode(), f"Content-Type: {content_type}"))
    transport = RequestsTransport(TransportSettings(), requests.Session())
    delivery = transport.send(Request("GET", "http://shop.test/"), Timeout(1, 1), None)
    assert delivery.response is not None
    assert delivery.response.requests_response.encoding == encoding


def test_the_text_of_an_unread_stream_has_no_charset_yet(network: Script) -> None:
    network(http("200 OK", b"text"))
    request = Request("GET", "http://shop.test/", transport_options=TransportOptions(stream=True))
    delivery = RequestsTransport(TransportSettings()).send(request, Timeout(1, 1), None)
    assert delivery.response is not None
    assert delivery.response.requests_response.encoding is None


@pytest.mark.parametrize(("session", "kind"), [(None, FailureKind.DECODING), (requests.Session(), None)])
def test_a_body_in_br_that_nobody_asked_for_is_a_failure(
    network: Script, monkeypatch: pytest.MonkeyPatch, session: Any, kind: Any
) -> None:
    monkeypatch.setattr("urllib3.response.HTTPResponse.CONTENT_DECODERS", ["gzip", "x-gzip", "deflate"])
    network(http("200 OK", b"packed", "Content-Encoding: br"))
    transport = RequestsTransport(TransportSettings(), session)
    delivery = transport.send(Request("GET", "http://shop.test/"), Timeout(1, 1), None)
    assert (delivery.failure.kind if delivery.failure else None) == kind
