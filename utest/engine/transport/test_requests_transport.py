import base64
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from fake_network import CLOSED, FakeNetwork, http

from SteadyAPI.engine.exchange import Attempt, FailureClass, FailureKind, Request, Timeout
from SteadyAPI.engine.request.body import ChunkedBody
from SteadyAPI.engine.request.download import FileSink
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.transport import Delivery, TransportSettings
from SteadyAPI.engine.transport.requests_transport import RequestsTransport
from SteadyAPI.engine.transport.response import exchange_of

Script = Callable[..., FakeNetwork]
LIMITS = Timeout(1, 1)


def deliver(request: Request, transport: RequestsTransport | None = None, budget: float | None = None) -> Delivery:
    return (transport or RequestsTransport(TransportSettings())).send(request, LIMITS, budget)


def get(url: str = "http://shop.test/orders", **options: object) -> Request:
    return Request("GET", url, **options)  # type: ignore[arg-type]  # options by name


def test_the_record_says_what_was_sent(network: Script) -> None:
    fake = network(http())
    sent = deliver(Request("POST", "http://shop.test/orders", {"X-A": "b"}, params={"c": "d"}, data=b"body")).sent
    assert (sent.method, sent.url, sent.body) == ("POST", "http://shop.test/orders?c=d", b"body")
    assert sent.headers["X-A"] == "b"
    assert fake.sent[0].startswith(b"POST /orders?c=d HTTP/1.1\r\n")
    assert fake.sent[0].endswith(b"\r\n\r\nbody")


def test_the_record_shows_bytes_of_headers_as_text_and_what_goes_in_chunks(network: Script) -> None:
    fake = network(http())
    request = Request("POST", "http://shop.test/", headers={"X-Name": b"\xc3\xbc"}, data=ChunkedBody(b"abc"))
    sent = deliver(request).sent
    assert (sent.headers["X-Name"], sent.headers["Transfer-Encoding"], sent.body) == ("\u00fc", "chunked", b"abc")
    assert b"X-Name: \xc3\xbc\r\n" in fake.sent[0]
    assert fake.sent[0].endswith(b"3\r\nabc\r\n0\r\n\r\n")


@pytest.mark.parametrize("name", ["User-Agent", "Accept-Encoding", "Accept", "connection"])
def test_any_header_can_be_taken_out(network: Script, name: str) -> None:
    fake = network(http())
    sent = deliver(get(headers={name: None})).sent
    assert name not in sent.headers
    assert f"\r\n{name}: ".lower().encode() not in fake.sent[0].lower()


def test_the_record_says_what_came_back(network: Script) -> None:
    network(http("404 Not Found", b"nothing", "Content-Type: text/plain; charset=utf-8"))
    response = deliver(get()).response
    assert response is not None
    assert (response.status, response.reason, response.content) == (404, "Not Found", b"nothing")
    assert response.content_type == "text/plain"


def test_the_native_response_is_one_of_requests(network: Script) -> None:
    network(http(body=b'{"a": 1}'))
    response = deliver(get()).response
    assert response is not None
    assert isinstance(response.requests_response, requests.Response)
    assert response.requests_response.json() == {"a": 1}


def test_a_connection_is_kept_and_used_again(network: Script) -> None:
    fake = network(http(), http())
    transport = RequestsTransport(TransportSettings())
    assert [deliver(get(), transport).reused, deliver(get(), transport).reused] == [False, True]
    assert fake.opened == 1


def test_a_token_is_sent_as_bearer(network: Script) -> None:
    fake = network(http())
    deliver(get(token="abc", auth=("a", "b")))
    assert b"Authorization: Bearer abc\r\n" in fake.sent[0]


def test_basic_credentials_are_sent_as_utf_8(network: Script) -> None:
    fake = network(http())
    deliver(get(auth=("ada", "pässword")))
    assert base64.b64encode("ada:pässword".encode()) in fake.sent[0]


def test_cookies_are_kept_for_the_next_request(network: Script) -> None:
    fake = network(http("200 OK", b"", "Set-Cookie: sid=1"), http())
    transport = RequestsTransport(TransportSettings(cookies={"given": "2"}))
    deliver(get(), transport)
    deliver(get(), transport)
    assert b"Cookie: given=2; sid=1" in fake.sent[1] or b"Cookie: sid=1; given=2" in fake.sent[1]


def test_calls_without_a_session_keep_no_cookies(network: Script) -> None:
    fake = network(http("200 OK", b"", "Set-Cookie: sid=1"), http())
    transport = RequestsTransport(TransportSettings(keep_cookies=False))
    deliver(get(), transport)
    deliver(get(), transport)
    assert b"sid=1" not in fake.sent[1]


def test_a_redirect_is_followed_unless_forbidden(network: Script) -> None:
    network(http("302 Found", b"", "Location: /there"), http("302 Found", b"moved", "Location: /x"))
    asked, kept = deliver(get()), deliver(get(allow_redirects=False))
    assert asked.redirected is not None
    assert kept.response is not None
    assert asked.redirected.url == "http://shop.test/there"
    assert (kept.redirected, kept.response.content) == (None, b"moved")
    assert kept.response.requests_response.next.url == "http://shop.test/x"


def test_a_proxy_is_used(network: Script) -> None:
    fake = network(http())
    deliver(get(), RequestsTransport(TransportSettings(proxies={"http": "http://proxy.test:3128"})))
    assert fake.sent[0].startswith(b"GET http://shop.test/orders HTTP/1.1")


@pytest.mark.parametrize("off", [{"http": None}, {"no_proxy": "*"}, {"no_proxy": "shop.test"}])
def test_a_session_may_go_round_the_environments_proxies(
    network: Script, monkeypatch: pytest.MonkeyPatch, off: dict[str, str | None]
) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.test:3128")
    fake = network(*[http()] * 2)
    deliver(get(), RequestsTransport(TransportSettings()))
    deliver(get(), RequestsTransport(TransportSettings(proxies=off)))
    assert [sent.split(b" ")[1] for sent in fake.sent[:2]] == [b"http://shop.test/orders", b"/orders"]


def test_a_request_may_go_round_the_sessions_proxies(network: Script) -> None:
    fake = network(http())
    transport = RequestsTransport(TransportSettings(proxies={"http": "http://proxy.test:3128"}))
    deliver(get(transport_options=TransportOptions(proxies={"http": None})), transport)
    assert fake.sent[0].startswith(b"GET /orders HTTP/1.1")


@pytest.mark.parametrize(
    ("response", "kind", "failure_class"),
    [
        (CLOSED, FailureKind.CLOSED, FailureClass.AMBIGUOUS),
        (ConnectionResetError("reset"), FailureKind.RESET, FailureClass.AMBIGUOUS),
        (TimeoutError("late"), FailureKind.READ_TIMEOUT, FailureClass.AMBIGUOUS),
        (http("200 OK", b"no gzip at all", "Content-Encoding: gzip"), FailureKind.DECODING, FailureClass.FATAL),
    ],
)
def test_a_response_that_does_not_come_is_a_failure(
    network: Script, response: object, kind: FailureKind, failure_class: FailureClass
) -> None:
    network(response)
    failure = deliver(get()).failure
    assert failure is not None
    assert (failure.kind, failure.failure_class) == (kind, failure_class)


def test_a_body_shorter_than_announced_is_a_failure(network: Script) -> None:
    network(http(body=b"half", length=8), closes=True)
    failure = deliver(get()).failure
    assert failure is not None
    assert failure.kind is FailureKind.TRUNCATED


def test_a_refused_connection_is_a_failure(network: Script) -> None:
    network(refuse=ConnectionRefusedError("no"))
    failure = deliver(get()).failure
    assert failure is not None
    assert (failure.kind, failure.failure_class) == (FailureKind.REFUSED, FailureClass.UNSENT)


def test_a_request_that_cannot_be_made_is_a_failure(network: Script) -> None:
    network()
    delivery = deliver(get("http://"))
    assert delivery.failure is not None
    assert delivery.failure.kind is FailureKind.INVALID
    assert delivery.sent.url == "http://"


def test_a_request_without_any_time_left_is_not_sent(network: Script) -> None:
    fake = network(http(body=b"slow"))
    failure = deliver(get(), budget=-1).failure
    assert failure is not None
    assert failure.kind is FailureKind.CONNECT_TIMEOUT
    assert "the deadline passed while the connection was opened" in failure.detail
    assert fake.sent == [b""]


def test_a_response_in_time_is_read_whole(network: Script) -> None:
    network(http(body=b"soon"))
    response = deliver(get(), budget=60).response
    assert response is not None
    assert response.content == b"soon"


def test_closing_closes_the_connections(network: Script) -> None:
    fake = network(http(), http())
    transport = RequestsTransport(TransportSettings())
    deliver(get(), transport)
    transport.close()
    deliver(get(), transport)
    assert fake.opened == 2


def foreign(history: bool = False) -> requests.Response:
    response = requests.Response()
    response.status_code, response.reason, response.url = 201, "Created", "http://shop.test/orders/7"
    response._content, response.elapsed = b"{}", timedelta(seconds=2)
    response.request = requests.Request("GET", response.url).prepare()
    if history:
        first = requests.Response()
        first.request = requests.Request("POST", "http://shop.test/orders").prepare()
        response.history = [first]
    return response


def test_a_response_from_elsewhere_becomes_a_record() -> None:
    exchange = exchange_of(foreign())
    assert exchange.response is not None
    assert (exchange.request.method, exchange.response.status, exchange.elapsed) == ("GET", 201, 2.0)
    assert [attempt.outcome for attempt in exchange.attempts] == ["201"]


def test_the_record_of_a_redirected_response_names_what_was_asked_first() -> None:
    exchange = exchange_of(foreign(history=True))
    assert (exchange.request.method, exchange.request.url) == ("POST", "http://shop.test/orders")


def test_a_response_of_ours_keeps_its_attempts(network: Script) -> None:
    network(http())
    response = deliver(get()).response
    assert response is not None
    response.requests_response.attempts = (Attempt(1, 0, 1, 503), Attempt(2, 1, 1, 200))
    assert exchange_of(response.requests_response).attempts == response.requests_response.attempts


def test_settings_can_change_while_connections_are_kept(network: Script) -> None:
    fake = network(http(), http())
    transport = RequestsTransport(TransportSettings())
    deliver(get(), transport)
    transport.change(verify=False, proxies={"http": "http://proxy.test"}, cookies={"a": "b"})
    deliver(get(), transport)
    assert transport.requests_session.cookies.get_dict() == {"a": "b"}
    assert fake.sent[1].startswith(b"GET http://shop.test/orders")


def test_a_change_without_proxies_keeps_those_there() -> None:
    transport = RequestsTransport(TransportSettings(proxies={"http": "http://proxy.test"}))
    transport.change(verify=False)
    assert transport.requests_session.proxies == {"http": "http://proxy.test"}


def test_a_stream_is_left_unread(network: Script) -> None:
    network(http(body=b"stream"))
    response = deliver(get(transport_options=TransportOptions(stream=True))).response
    assert response is not None
    assert response.content == b""
    assert response.requests_response.content == b"stream"


@pytest.mark.parametrize(("status", "file", "memory"), [("200 OK", b"body", b""), ("404 Not Found", None, b"body")])
def test_a_body_goes_to_its_sink_when_the_status_is_wanted(
    network: Script, tmp_path: Path, status: str, file: bytes | None, memory: bytes
) -> None:
    network(http(status, b"body"))
    sink = FileSink(tmp_path / "file", lambda code: code == 200)
    response = deliver(get(transport_options=TransportOptions(sink=sink))).response
    sink.keep()
    assert response is not None
    assert response.content == memory
    assert (sink.target.read_bytes() if sink.target.exists() else None) == file


@pytest.mark.parametrize("header", ["Content-Encoding: identity", "Transfer-Encoding: chunked"])
def test_a_body_in_pieces_is_read_whole(network: Script, header: str) -> None:
    body = b"4\r\nsoon\r\n0\r\n\r\n" if "chunked" in header else b"soon"
    network(
        b"HTTP/1.1 200 OK\r\n"
        + header.encode()
        + (b"" if "chunked" in header else b"\r\nContent-Length: 4")
        + b"\r\n\r\n"
        + body
    )
    response = deliver(get(), budget=60).response
    assert response is not None
    assert response.content == b"soon"


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n"


@pytest.mark.parametrize("response", [http(body=b"body"), CHUNKED])
def test_a_body_has_a_limit(network: Script, response: bytes) -> None:
    network(response, response)
    assert deliver(get(), RequestsTransport(TransportSettings(body_limit=4))).failure is None
    failure = deliver(get(), RequestsTransport(TransportSettings(body_limit=3))).failure
    assert failure is not None
    assert failure.kind is FailureKind.TOO_LARGE
    assert failure.detail.endswith("raise it with body_limit=, or store the body with Download File")
