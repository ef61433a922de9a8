"""Whatever bytes a server sends: the next request gets its own response, and both paths see the same."""

from itertools import pairwise
from typing import Any

import pytest
from echo_network import EchoNetwork
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from SteadyAPI.engine.exchange import FailureClass, Request, Timeout
from SteadyAPI.engine.transport import Delivery, TransportSettings
from SteadyAPI.engine.transport.http1 import limited_socket
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

URL = "http://shop.test"
WAIT = Timeout(0.02, 0.02)
FORGED = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged"
FRAGMENTS = [
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.0 200 OK\r\n",
    b"HTTP/1.1 204 No Content\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\n",
    b"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n",
    b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
    b"HTTP/1.1 304 Not Modified\r\n",
    b"HTTP/2.0 200 OK\r\n",
    b"Content-Length: 4\r\n",
    b"Content-Length: 0\r\n",
    b"Content-Length: -1\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Connection: keep-alive\r\n",
    b"Connection: close\r\n",
    b"Set-Cookie: a=1\r\n",
    b" folded\r\n",
    b"no header\r\n",
    b"\r\n",
    b"\n",
    b"4\r\nbody\r\n",
    b"0\r\n\r\n",
    b"0\r\nX: 1\r\n\r\n",
    b"zz\r\n",
    b"body",
    b"x",
    b"\0",
    FORGED,
]
RAW = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=6)), max_size=9).map(b"".join)


def play(raw: bytes, cuts: list[int], closes: bool, method: str, *, fast_path: bool) -> tuple[Delivery, Delivery, Any]:
    """Sends a request that is responded to with raw bytes over a kept connection, and then another one."""
    edges = sorted({0, *(cut for cut in cuts if cut < len(raw)), len(raw)})
    pieces: list[Any] = [raw[start:end] for start, end in pairwise(edges)]
    network = EchoNetwork(
        lambda target: pieces if target == b"/raw" else [b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext"]
    )
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("urllib3.util.connection.create_connection", network.connect)
        patched.setattr(limited_socket, "SHORTEST_WINDOW", 60.0)
        patched.setattr("socket.getaddrinfo", network.look_up)
        transport = RequestsTransport(TransportSettings(), fast_path=fast_path)
        transport.send(Request("GET", f"{URL}/first"), Timeout(), None)
        network.closes = closes
        odd = transport.send(Request(method, f"{URL}/raw", allow_redirects=False), WAIT, None)
        network.closes = False
        following = transport.send(Request("GET", f"{URL}/next"), Timeout(), None)
        transport.close()
    network.close()
    return odd, following, network.served


def facts(delivery: Delivery) -> Any:
    if delivery.response is not None:
        response = delivery.response
        return response.status, response.reason, dict(response.headers), response.content
    assert delivery.failure is not None
    return delivery.failure.kind, delivery.failure.failure_class


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RAW, st.lists(st.integers(1, 120), max_size=4), st.booleans(), st.sampled_from(["GET", "HEAD", "POST"]))
def test_the_next_request_never_sees_bytes_of_the_one_before(
    raw: bytes, cuts: list[int], closes: bool, method: str
) -> None:
    played = [play(raw, cuts, closes, method, fast_path=fast_path) for fast_path in (True, False)]
    for odd, following, served in played:
        assert following.response is not None, following.failure
        assert following.response.content == b"next"
        assert served == ["GET /first", f"{method} /raw", "GET /next"]
        if raw and odd.failure is not None:
            assert odd.failure.failure_class is not FailureClass.STALE
    assert facts(played[0][0]) == facts(played[1][0])
