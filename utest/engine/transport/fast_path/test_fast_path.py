"""Requests over a kept connection: the fast path and the ordinary one do and give the same."""

import gzip
import pickle
import ssl
from collections.abc import Callable, Iterator
from logging import DEBUG
from typing import Any

import pytest
import requests
import urllib3
from fake_network import CLOSED, FakeNetwork, http
from hypothesis import given
from hypothesis import strategies as st
from urllib3.util.url import _encode_target

from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.transport import Delivery, TransportSettings
from SteadyAPI.engine.transport.adapter import PooledAdapter
from SteadyAPI.engine.transport.fast_path import send_fast
from SteadyAPI.engine.transport.fast_path.request_head import _PLAIN
from SteadyAPI.engine.transport.http1.strict_response import StrictResponse
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

Script = Callable[..., FakeNetwork]
URL = "http://shop.test/orders"
GET = Request("GET", URL)
LONG = b"x" * 70_000


def raw(text: str, body: bytes = b"") -> bytes:
    """Returns a response as it is written, with the line ends of HTTP."""
    return text.replace("\n", "\r\n").encode("latin-1") + body


def lengthless(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Signs a request by taking its length away."""
    del prepared.headers["Content-Length"]
    return prepared


def hostless(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Signs a request by taking its host away."""
    prepared.url = "http:///orders"
    return prepared


RESPONSES: dict[str, Any] = {
    "json": http(),
    "no body": http(body=b""),
    "long body": http(body=LONG),
    "no reason": raw("HTTP/1.1 200 \nContent-Length: 2\n\n{}"),
    "no reason and no blank": raw("HTTP/1.1 200\nContent-Length: 2\n\n{}"),
    "blanks around": raw("HTTP/1.1 200   all  well  \nContent-Length:2\nX-A: \t b \t \n\n{}"),
    "two cookies": http("200 OK", b"{}", "Set-Cookie: a=1", "set-cookie: b=2; Path=/"),
    "one name twice": http("200 OK", b"{}", "X-A: 1", "x-a: 2", "X-B: 3"),
    "folded header": http("200 OK", b"{}", "X-A: 1\r\n  2", "X-B: 3"),
    "latin-1 header": raw("HTTP/1.1 200 Sch\xf6n\nContent-Length: 2\nX-A: \xfc\n\n{}"),
    "odd header name": http("200 OK", b"{}", "X A: 1", "X-B: 2"),
    "line without a colon": http("200 OK", b"{}", "nonsense", "X-B: 2"),
    "empty name": http("200 OK", b"{}", ": 1", "X-B: 2"),
    "bare line feeds": b"HTTP/1.1 200 OK\nContent-Length: 2\nX-A: 1\n\n{}",
    "kept": http("200 OK", b"{}", "Connection: Keep-Alive"),
    "closes": http("200 OK", b"{}", "Connection: close"),
    "old version": raw("HTTP/1.0 200 OK\nContent-Length: 2\n\n{}"),
    "old version, kept": raw("HTTP/1.0 200 OK\nContent-Length: 2\nConnection: keep-alive\n\n{}"),
    "new version": raw("HTTP/2 200 OK\nContent-Length: 2\n\n{}"),
    "chunks": raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\n"),
    "chunks and a length": raw("HTTP/1.1 200 OK\nTransfer-Encoding: Chunked\nContent-Length: 1\n\n2\n{}\n0\n\n"),
    "nonsense in chunks": raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\n{}\n0\n\n"),
    "other coding": raw("HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked\nContent-Length: 2\n\n2\n{}\n0\n\n"),
    "no number": raw("HTTP/1.1 200 OK\nContent-Length: two\nConnection: close\n\n"),
    "negative": raw("HTTP/1.1 200 OK\nContent-Length: -2\nConnection: close\n\n"),
    "two lengths": raw("HTTP/1.1 200 OK\nContent-Length: 2\nContent-Length: 2\n\n{}"),
    "two other lengths": raw("HTTP/1.1 200 OK\nContent-Length: 2\nContent-Length: 3\n\n{}"),
    "more than it says": http(body=b"{} and more", length=2),
    "nothing allowed": http("204 No Content", b""),
    "not modified": raw("HTTP/1.1 304 Not Modified\nContent-Length: 9\n\n"),
    "not found": http("404 Not Found", b"no"),
    "hint first": raw("HTTP/1.1 103 Early Hints\nLink: a\n\n") + http(),
    "continue first": raw("HTTP/1.1 100 Continue\n\n") + http(),
    "gzip": http("200 OK", gzip.compress(b"{}"), "Content-Encoding: gzip"),
    "half of gzip": http("200 OK", gzip.compress(LONG)[:-9], "Content-Encoding: gzip"),
    "jump": http("302 Found", b"", "Location: /there", "Set-Cookie: hop=2"),
    "no response": CLOSED,
    "garbage": b"\x00\x01garbage\r\n\r\n",
    "many headers": http("200 OK", b"{}", *(f"X-{number}: 1" for number in range(120))),
    "large head": http("200 OK", b"{}", f"X-A: {'a' * 9000}"),
    "reset": ConnectionResetError(104, "Connection reset by peer"),
    "late": TimeoutError("timed out"),
    "TLS broken": ssl.SSLError(1, "bad record"),
    "TLS ended": ssl.SSLEOFError(8, "EOF occurred"),
}
CUT: dict[str, Any] = {
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "half a body": http(body=b"{", length=9),
    "no body at all": http(body=b"", length=9),
    "half a chunk": raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n9\n{}"),
    "unknown coding": raw("HTTP/1.1 200 OK\nTransfer-Encoding: gzip\nContent-Length: 2\n\n{}"),
    "until it closes": raw("HTTP/1.1 200 OK\n\n{}"),
}


class Stream:
    """A body that comes bit by bit, as often as it is wanted."""

    def __iter__(self) -> Iterator[bytes]:
        return iter([b"a", b"b"])


UNSENT: dict[str, Exception] = {
    "broken pipe": BrokenPipeError(32, "Broken pipe"),
    "reset": ConnectionResetError(104, "Connection reset by peer"),
    "no route": OSError(113, "No route to host"),
    "late": TimeoutError("timed out"),
    "TLS": ssl.SSLError(1, "bad write"),
}
REQUESTS: dict[str, Request] = {
    "get": GET,
    "head": Request("HEAD", URL),
    "post": Request("POST", URL, {"Content-Type": "application/json"}, data=b"{}"),
    "large post": Request("POST", URL, data=LONG),
    "post of nothing": Request("POST", URL),
    "delete": Request("DELETE", URL),
    "other method": Request("PURGE", URL),
    "form": Request("POST", URL, data={"a": "b"}),
    "stream": Request("PUT", URL, data=Stream()),
    "query": Request("GET", f"{URL}/a%2fb;c=1/ü?q=a b&r=%41|#part"),
    "empty query": Request("GET", f"{URL}?"),
    "port": Request("GET", "http://shop.test:8080/orders"),
    "address": Request("GET", "http://[::1]:8080/orders"),
    "no agent": Request("GET", URL, {"User-Agent": None}),
    "no encodings": Request("GET", URL, {"Accept-Encoding": None}),
    "no length": Request("POST", URL, auth=lengthless),
    "no host": Request("GET", URL, auth=hostless),
    "own host": Request("GET", URL, {"Host": "other.test"}),
    "wrong length": Request("POST", URL, {"Content-Length": "7"}, data=b"{}"),
    "header in bytes": Request("GET", URL, {"X-A": b"b"}),
    "latin-1 header": Request("GET", URL, {"X-A": "ü"}),
    "no redirects": Request("GET", URL, allow_redirects=False),
    "token": Request("GET", URL, token="abc"),
    "to be closed": Request("GET", URL, {"Connection": "close"}),
}


def fast() -> RequestsTransport:
    return RequestsTransport(TransportSettings(), fast_path=True)


def ordinary() -> RequestsTransport:
    return RequestsTransport(TransportSettings(), fast_path=False)


def adapter_of(transport: RequestsTransport) -> PooledAdapter:
    adapter = transport.requests_session.get_adapter(URL)
    assert isinstance(adapter, PooledAdapter)
    return adapter


def pool_of(transport: RequestsTransport) -> Any:
    """Returns the one pool that a transport has opened."""
    (pool,) = adapter_of(transport).poolmanager.pools._container.values()
    return pool


def chain(error: BaseException | None) -> list[str]:
    """Returns an error and what it was raised for, in words."""
    words = []
    while error is not None:
        words.append(f"{type(error).__name__}: {error}".partition(" at 0x")[0])
        error = next((arg for arg in (*error.args, getattr(error, "reason", None)) if isinstance(arg, Exception)), None)
    return words


def facts(delivery: Delivery) -> Any:
    """Returns all that a suite can see of a delivery, and what urllib3's response says of itself."""
    failure = delivery.failure
    if delivery.response is None:
        assert failure is not None
        told = failure.detail.partition(" at 0x")[0]
        return failure.kind, failure.failure_class, told, chain(failure.cause), delivery.reused, set(delivery.phases)
    requests_response = delivery.response.requests_response
    under = requests_response.raw
    return (
        delivery.response,
        delivery.reused,
        set(delivery.phases),
        requests_response.encoding,
        requests_response.headers,
        requests_response.cookies.get_dict(),
        [(each.status_code, each.url, each.headers, each.cookies.get_dict()) for each in requests_response.history],
        requests_response.next.url if requests_response.next else None,
        requests_response.elapsed > requests_response.elapsed * 0,
        (under.status, under.reason, under.version, under.version_string, list(under.headers.items())),
        (under.tell(), under.length_remaining, under.closed, under.connection, under.retries.total),
        (
            under._request_method if hasattr(under, "_request_method") else None,
            under.url,
            under._original_response.msg.items(),
        ),
        under.read(),
        pickle.loads(pickle.dumps(requests_response)).content,
    )


def play(transport: RequestsTransport, fake: FakeNetwork, request: Request, unsent: Exception | None = None) -> Any:
    """Sends three requests, the middle one over a kept connection, and tells what became of them."""
    seen = [facts(transport.send(GET if request.method == "PURGE" else request, Timeout(1, 1), None))]
    fake.unsent = unsent
    seen += [facts(transport.send(request, Timeout(1, 1), None)) for _ in range(2)]
    return seen, fake.sent, fake.opened, fake.responses


@pytest.mark.parametrize("response", [*RESPONSES.values(), *CUT.values()], ids=[*RESPONSES, *CUT])
@pytest.mark.parametrize("request_", [GET, REQUESTS["head"], REQUESTS["post"]], ids=["get", "head", "post"])
def test_every_response_is_the_same(network: Script, request_: Request, response: Any) -> None:
    cut = any(response is each for each in CUT.values())
    played = []
    for made in (fast, ordinary):
        fake = network(http(), response, http(), http())
        transport = made()
        if cut:
            seen = [facts(transport.send(request_, Timeout(1, 1), None))]
            fake.closes = True
            seen.append(facts(transport.send(request_, Timeout(1, 1), None)))
            fake.closes = False
            played.append((seen, fake.sent, fake.opened))
        else:
            played.append(play(transport, fake, request_))
    assert played[0] == played[1]


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_every_request_is_the_same(network: Script, request_: Request) -> None:
    played = []
    for made in (fast, ordinary):
        fake = network(*[http() for _ in range(4)])
        fake.addresses = ["127.0.0.1"]
        played.append(play(made(), fake, request_))
    assert played[0] == played[1]


@pytest.mark.parametrize("error", UNSENT.values(), ids=UNSENT)
@pytest.mark.parametrize("request_", [GET, REQUESTS["large post"]], ids=["get", "large post"])
def test_what_can_not_be_sent_fails_the_same(network: Script, request_: Request, error: Exception) -> None:
    played = []
    for made in (fast, ordinary):
        fake = network(*[http() for _ in range(4)])
        played.append(play(made(), fake, request_, error))
    assert played[0] == played[1]


@given(st.from_regex(_PLAIN, fullmatch=True))
def test_a_plain_target_is_what_urllib3_would_send(head: str) -> None:
    target = head.split(" ")[1]
    assert _encode_target(target) == target


def test_whoever_reads_the_debug_messages_of_urllib3_gets_them(
    network: Script, caplog: pytest.LogCaptureFixture
) -> None:
    network(http(), http(), http())
    transport = fast()
    transport.send(GET, Timeout(1, 1), None)
    transport.send(GET, Timeout(1, 1), None)
    caplog.set_level(DEBUG, "urllib3")
    transport.send(GET, Timeout(1, 1), None)
    assert caplog.messages == ['http://shop.test:80 "GET /orders HTTP/1.1" 200 2']


def test_a_pool_that_was_closed_meanwhile_is_opened_anew(network: Script) -> None:
    fake = network(http(), http())
    transport = fast()
    transport.send(GET, Timeout(1, 1), None)
    pool_of(transport).close()
    adapter_of(transport).poolmanager.clear()
    assert facts(transport.send(GET, Timeout(1, 1), None))[0].status == 200
    assert fake.opened == 2


class TimeLimitOfTheTest(BaseException):
    """What Robot Framework raises, wherever the code is."""


@pytest.mark.parametrize("step", ["_send", "_receive"])
def test_a_connection_on_which_a_test_ran_out_of_time_is_not_used_again(
    network: Script, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    fake = network(http(), http())
    transport = fast()
    transport.send(GET, Timeout(1, 1), None)
    with monkeypatch.context() as patched:
        patched.setattr(send_fast, step, raising)
        with pytest.raises(TimeLimitOfTheTest):
            transport.send(GET, Timeout(1, 1), None)
    transport.send(GET, Timeout(1, 1), None)
    assert fake.opened == 2


@pytest.mark.parametrize("header", [[], ["Connection: close"]], ids=["stays", "closes"])
def test_a_connection_with_half_a_body_left_is_not_used_again(
    network: Script, monkeypatch: pytest.MonkeyPatch, header: list[str]
) -> None:
    fake = network(http(), http("200 OK", b"{}", *header), http())
    transport = fast()
    transport.send(GET, Timeout(1, 1), None)
    with monkeypatch.context() as patched:
        patched.setattr(StrictResponse, "read", raising)
        with pytest.raises(TimeLimitOfTheTest):
            transport.send(GET, Timeout(1, 1), None)
    transport.send(GET, Timeout(1, 1), None)
    assert fake.opened == 2


def raising(*_: Any) -> None:
    raise TimeLimitOfTheTest


def test_a_broken_body_gives_its_connection_back_once(network: Script) -> None:
    network(http(), http(body=b"{", length=9), closes=False)
    transport = fast()
    transport.send(GET, Timeout(1, 1), None)
    pool = pool_of(transport)
    kept = pool.pool.qsize()
    wire_failed = transport.send(GET, Timeout(0.05, 0.05), None)
    assert wire_failed.failure is not None
    assert pool.pool.qsize() == kept
    connections = [each for each in pool.pool.queue if each is not None]
    assert len(connections) == len(set(map(id, connections)))


def test_a_body_can_be_streamed_from_a_kept_connection(network: Script) -> None:
    fake = network(http(), http(body=LONG), http())
    transport = fast()
    transport.send(GET, Timeout(1, 1), None)
    streamed = transport.send(Request("GET", URL, transport_options=TransportOptions(stream=True)), Timeout(1, 1), None)
    assert streamed.response is not None
    assert b"".join(streamed.response.requests_response.iter_content(1000)) == LONG
    transport.send(GET, Timeout(1, 1), None)
    assert fake.opened == 1


def test_a_limit_for_all_of_a_request_is_left_to_urllib3(network: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    network(http(), http())
    transport = fast()
    transport.send(GET, Timeout(1, 1), None)
    monkeypatch.setattr(send_fast, "_send", raising)
    limit: Any = urllib3.Timeout(total=1)
    assert transport.requests_session.get(URL, timeout=limit).status_code == 200
