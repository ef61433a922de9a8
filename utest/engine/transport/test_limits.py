"""The limits of a call hold on kept connections as on new ones, as those of requests do, and end a slow drip."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

import pytest
import requests
from dripping_server import RESPONSES, STEP
from echo_network import EchoNetwork, Piece

from SteadyAPI.engine.exchange import FailureClass, FailureKind, Request, Timeout
from SteadyAPI.engine.transport import Delivery, TransportSettings
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

URL = "http://shop.test"
SHORT, LONG = 0.05, 30.0
LATE = 0.1
"""Seconds: more than the short limit, less than the long one."""
HEAD = b"HTTP/1.1 200 OK\r\n"
LENGTH = b"Content-Length: 4\r\n\r\n"
SLOW: dict[str, list[Piece]] = {
    "head": [LATE, HEAD + LENGTH + b"body"],
    "head in two pieces": [HEAD, LATE, LENGTH + b"body"],
    "odd head": [b"HTTP/1.1 200\r\nX-A: 1\r\n  2\r\n", LATE, LENGTH + b"body"],
    "interim response": [b"HTTP/1.1 100 Continue\r\n\r\n", LATE, HEAD + LENGTH + b"body"],
    "body": [HEAD + LENGTH + b"bo", LATE, b"dy"],
    "chunks": [HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nbo\r\n", LATE, b"2\r\ndy\r\n0\r\n\r\n"],
}
Opened = Callable[..., EchoNetwork]


@pytest.fixture(name="opened")
def _opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    networks: list[EchoNetwork] = []

    def script(slow: list[Piece]) -> EchoNetwork:
        quick: list[Piece] = [HEAD + LENGTH + b"fast"]
        network = EchoNetwork(lambda target: slow if target == b"/slow" else quick)
        monkeypatch.setattr("urllib3.util.connection.create_connection", network.connect)
        monkeypatch.setattr("socket.getaddrinfo", network.look_up)
        networks.append(network)
        return network

    yield script
    for network in networks:
        network.close()


def of_requests(earlier: float | None, limit: float) -> bool:
    """Returns whether plain requests gets the body."""
    with requests.Session() as session:
        if earlier is not None:
            session.get(f"{URL}/fast", timeout=earlier)
        try:
            return session.get(f"{URL}/slow", timeout=limit).content == b"body"
        except (requests.Timeout, requests.ConnectionError):
            return False


def of_ours(earlier: float | None, limit: float, *, fast_path: bool) -> bool:
    transport = RequestsTransport(TransportSettings(), fast_path=fast_path)
    if earlier is not None:
        transport.send(Request("GET", f"{URL}/fast"), Timeout(earlier, earlier), None)
    delivery = transport.send(Request("GET", f"{URL}/slow"), Timeout(limit, limit), None)
    transport.close()
    if delivery.response is not None:
        return delivery.response.content == b"body"
    assert delivery.failure is not None
    assert delivery.failure.kind is FailureKind.READ_TIMEOUT
    return False


@pytest.mark.parametrize("limit", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("kept", [True, False], ids=["kept", "new"])
@pytest.mark.parametrize("slow", SLOW.values(), ids=SLOW)
def test_the_limit_of_a_call_is_that_of_requests(opened: Opened, slow: list[Piece], kept: bool, limit: float) -> None:
    other = LONG if limit == SHORT else SHORT
    earlier = other if kept else None
    # Within the short limit nothing more comes, however slow this machine is.
    opened(slow if limit == LONG else slow[: slow.index(LATE)])
    begun = perf_counter()
    expected = of_requests(earlier, limit)
    assert of_ours(earlier, limit, fast_path=True) is expected
    assert of_ours(earlier, limit, fast_path=False) is expected
    assert expected is (limit == LONG)
    assert perf_counter() - begun < LONG


@pytest.mark.parametrize("fast_path", [True, False], ids=["fast", "ordinary"])
@pytest.mark.parametrize("drip", RESPONSES.values(), ids=RESPONSES)
def test_a_drip_ends_with_the_attempt(opened: Opened, drip: tuple[bytes, bytes], fast_path: bool) -> None:
    start, drop = drip
    pieces: list[Piece] = [start]
    for _ in range(3_000):
        pieces += [STEP, drop]
    opened(pieces)
    transport = RequestsTransport(TransportSettings(), fast_path=fast_path)
    transport.send(Request("GET", f"{URL}/fast"), Timeout(LONG, LONG), None)
    for delivery in (
        transport.send(Request("GET", f"{URL}/slow"), Timeout(LONG, LONG), 0.15),
        transport.send(Request("GET", f"{URL}/slow"), Timeout(LONG, LONG, total=0.15), LONG),
    ):
        failure = failure_of(delivery)
        assert (failure.kind, failure.failure_class) == (FailureKind.READ_TIMEOUT, FailureClass.AMBIGUOUS)
        assert failure.limited
    assert failure.detail.startswith("the timeout of 150 ms passed after ")
    transport.close()


def failure_of(delivery: Delivery) -> Any:
    assert delivery.failure is not None
    return delivery.failure


def test_the_shorter_limit_of_the_two_is_named(opened: Opened) -> None:
    opened([])
    transport = RequestsTransport(TransportSettings())
    slow = Request("GET", f"{URL}/slow")
    assert failure_of(transport.send(slow, Timeout(total=9), 0.05)).detail == (
        "the deadline passed after 0 bytes of the response"
    )
    assert failure_of(transport.send(slow, Timeout(total=0.05), None)).detail == (
        "the timeout of 50 ms passed after 0 bytes of the response"
    )
    assert failure_of(transport.send(slow, Timeout(total=9, spent=8.95), LONG)).detail == (
        "the timeout of 9 s passed after 0 bytes of the response"
    )
    transport.close()
