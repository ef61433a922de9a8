"""A test's time-out may strike at any line: the next request gets its own response, and nothing is sent again.

Every 41st line is tried; all of them with STEADYAPI_EVERY_LINE=1, as ``uv run poe every-line`` does.
"""

import gc
import gzip
import http.client
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import requests
import urllib3
from echo_network import EchoNetwork, Piece

from SteadyAPI.engine import transport as package
from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

STEP = 1 if os.environ.get("STEADYAPI_EVERY_LINE") == "1" else 41
FOLDERS = tuple(
    str(Path(module.__file__ or "").parent) for module in (package, requests, urllib3, http.client) if module.__file__
)
FIRST = Request("GET", "http://shop.test/first")
POST = Request("POST", "http://shop.test/second", {"Content-Type": "application/json"}, data=b'{"amount": 1}')
LARGE = Request("POST", "http://shop.test/second", data=b"x" * 70_000)
NEXT = Request("GET", "http://shop.test/third")


def with_length(head: bytes = b"HTTP/1.1 200 OK\r\n") -> Any:
    return lambda target: [head + b"Content-Length: %d\r\n\r\n" % len(target) + target]


def chunked(target: bytes) -> list[Piece]:
    chunks = b"".join(b"1\r\n%c\r\n" % letter for letter in target)
    return [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\nX-Sum: 1\r\n\r\n"]


def to_the_end(target: bytes) -> list[Piece]:
    return [b"HTTP/1.1 200 OK\r\n\r\n" + target]


def compressed(target: bytes) -> list[Piece]:
    body = gzip.compress(target)
    return [b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body) + body]


def bodiless(head: bytes) -> Any:
    """Returns what responds to the interrupted request with a head alone, and to the others as usual."""
    return lambda target: [head] if target == b"/second" else with_length()(target)


def cut_off(target: bytes) -> list[Piece]:
    return [b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (len(target) + 9 * (target == b"/second")) + target]


KINDS: dict[str, Any] = {
    "plain": with_length(),
    "odd head": with_length(b"HTTP/1.1 200\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nX-A: 1\r\n  2\r\n"),
    "hint first": with_length(b"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\n"),
    "chunks": chunked,
    "until it closes": to_the_end,
    "compressed": compressed,
    "no content": bodiless(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "redirect": bodiless(b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"),
    "broken head": bodiless(b"HTTP/1.1 200 OK\r\nX A: 1\r\nContent-Length: 0\r\n\r\n"),
    "cut off": cut_off,
}
CLOSING = frozenset({"until it closes", "cut off"})


class TimeIsOverError(BaseException):
    """What Robot Framework raises, wherever the code is."""


class Interruption:
    """Counts the lines that run in the transport and below, and raises at one of them."""

    def __init__(self, at: int = 0) -> None:
        self.lines = 0
        self._at = at

    def __call__(self, frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.startswith(FOLDERS):
            return None
        if event == "line":
            self.lines += 1
            if self.lines == self._at:
                raise TimeIsOverError
        return self


def run(transport: RequestsTransport, request: Request, interruption: Interruption) -> None:
    before = sys.gettrace()
    sys.settrace(interruption)
    try:
        transport.send(request, Timeout(1, 1), None)
    except TimeIsOverError:
        pass
    finally:
        sys.settrace(before)


@pytest.fixture(name="_silence")
def _without_complaints_of_finalizers(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption inside a finalizer goes nowhere, and is no fault."""
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)


def networks(monkeypatch: pytest.MonkeyPatch, kind: str) -> Iterator[EchoNetwork]:
    while True:
        network = EchoNetwork(KINDS[kind], closes=kind in CLOSING)
        monkeypatch.setattr("urllib3.util.connection.create_connection", network.connect)
        monkeypatch.setattr("socket.getaddrinfo", network.look_up)
        try:
            yield network
        finally:
            network.close()


@pytest.mark.usefixtures("_silence")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("fast_path", [True, False], ids=["fast", "ordinary"])
@pytest.mark.parametrize("request_", [POST, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_next_request_gets_its_own_response(
    monkeypatch: pytest.MonkeyPatch, kind: str, request_: Request, fast_path: bool
) -> None:
    at, lines = 0, 1
    for network in networks(monkeypatch, kind):
        transport = RequestsTransport(TransportSettings(), fast_path=fast_path)
        transport.send(FIRST, Timeout(1, 1), None)
        interruption = Interruption(at)
        run(transport, request_, interruption)
        lines = max(lines, interruption.lines)
        response = transport.send(NEXT, Timeout(1, 1), None).response
        transport.close()
        assert response is not None, at
        assert response.content == b"/third", at
        assert network.served.count("POST /second") <= 1, at
        assert network.served.count("GET /third") == 1, at
        at += STEP
        if at > lines:
            break
    print(f"{kind}: interrupted at {lines // STEP} of {lines} lines")  # noqa: T201  the figures of every-line
    assert lines > 50
    # What is left of interrupted requests complains here, and not in another test.
    gc.collect()
