import socket
import struct
from io import BytesIO
from typing import Any

import pytest

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.request_handler import METHODS, RequestHandler
from SteadyAPI.demo.server.response import Delivery, Response, json_response


class Outgoing(BytesIO):
    """Keeps what was written after it is closed."""

    sent = b""

    def close(self) -> None:
        self.sent = self.getvalue()
        super().close()


class FakeSocket:
    def __init__(self, incoming: bytes) -> None:
        self._incoming = incoming
        self.outgoing = Outgoing()
        self.options: list[tuple[Any, ...]] = []

    def makefile(self, mode: str, _size: int) -> BytesIO:
        return BytesIO(self._incoming) if mode == "rb" else self.outgoing

    def setsockopt(self, *option: Any) -> None:
        self.options.append(option)

    def settimeout(self, _seconds: float) -> None:
        """Accepts any limit."""


class FakeShop:
    def __init__(self, response: Response) -> None:
        self._response = response
        self.calls: list[Request] = []
        self.pauses: list[float] = []

    def respond(self, request: Request) -> Response:
        self.calls.append(request)
        return self._response

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


def converse(incoming: bytes, response: Response | None = None) -> tuple[FakeSocket, FakeShop]:
    connection, shop = FakeSocket(incoming), FakeShop(response or json_response(200, {"ok": True}))
    RequestHandler(connection, ("127.0.0.1", 1), shop)  # type: ignore[arg-type]
    return connection, shop


def test_a_request_reaches_the_shop_as_a_call() -> None:
    _, shop = converse(b"POST /echo?a=1 HTTP/1.1\r\nX-A: 1\r\nX-A: 2\r\nContent-Length: 2\r\n\r\nhi")
    headers = (("X-A", "1"), ("X-A", "2"), ("Content-Length", "2"))
    assert shop.calls == [Request("POST", "/echo", (("a", "1"),), headers, b"hi")]


def test_a_response_is_sent_with_its_headers_and_length() -> None:
    connection, _ = converse(b"GET / HTTP/1.1\r\n\r\n", json_response(201, {}, (("Location", "/x"),)))
    head, _, body = connection.outgoing.sent.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 201 Created\r\n")
    assert b"\r\nContent-Type: application/json\r\nLocation: /x\r\nContent-Length: 2" in head
    assert body == b"{}"


def test_a_connection_is_kept_for_the_next_request() -> None:
    _, shop = converse(b"GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n")
    assert [request.path for request in shop.calls] == ["/a", "/b"]


@pytest.mark.parametrize("method", METHODS)
def test_every_usual_method_is_served(method: str) -> None:
    _, shop = converse(f"{method} / HTTP/1.1\r\n\r\n".encode())
    assert [request.method for request in shop.calls] == [method]


def test_head_has_a_response_without_a_body_but_with_its_length() -> None:
    connection, _ = converse(b"HEAD / HTTP/1.1\r\n\r\n")
    assert b"Content-Length: 12" in connection.outgoing.sent
    assert connection.outgoing.sent.endswith(b"\r\n\r\n")


@pytest.mark.parametrize("status", [204, 304])
def test_a_status_without_body_is_sent_without_one(status: int) -> None:
    connection, _ = converse(b"GET / HTTP/1.1\r\n\r\n", Response(status, b"surplus"))
    assert b"Content-Length" not in connection.outgoing.sent
    assert connection.outgoing.sent.endswith(b"\r\n\r\n")


def test_a_delay_comes_before_the_response() -> None:
    _, shop = converse(b"GET / HTTP/1.1\r\n\r\n", Response(200, delay=0.5))
    assert shop.pauses == [0.5]


def test_a_reset_sends_nothing_and_aborts_the_connection() -> None:
    connection, shop = converse(b"GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n", Response(200, delivery=Delivery.RESET))
    assert (connection.outgoing.sent, len(shop.calls)) == (b"", 1)
    assert (socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)) in connection.options


def test_a_close_sends_nothing_and_ends_the_connection() -> None:
    connection, shop = converse(b"GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n", Response(200, delivery=Delivery.CLOSE))
    assert (connection.outgoing.sent, len(shop.calls)) == (b"", 1)
    assert socket.SO_LINGER not in [option[1] for option in connection.options]


def test_a_truncated_response_announces_more_than_it_sends() -> None:
    connection, _ = converse(b"GET / HTTP/1.1\r\n\r\n", Response(200, b"0123456789", delivery=Delivery.TRUNCATED))
    assert b"Content-Length: 10" in connection.outgoing.sent
    assert connection.outgoing.sent.endswith(b"\r\n\r\n01234")


def test_a_body_that_makes_no_sense_is_refused_and_ends_the_connection() -> None:
    connection, shop = converse(b"POST / HTTP/1.1\r\nContent-Length: x\r\n\r\nGET / HTTP/1.1\r\n\r\n")
    assert connection.outgoing.sent.startswith(b"HTTP/1.1 400 ")
    assert b"expected a whole number as Content-Length, got x" in connection.outgoing.sent
    assert shop.calls == []


def test_an_unknown_method_is_refused_as_json() -> None:
    connection, _ = converse(b"BREW / HTTP/1.1\r\n\r\n")
    assert connection.outgoing.sent.startswith(b"HTTP/1.1 501 ")
    assert connection.outgoing.sent.endswith(b"""{"detail": "Unsupported method ('BREW')"}""")


def test_an_error_without_a_message_is_named_by_its_status() -> None:
    connection, _ = converse(b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n")
    assert connection.outgoing.sent.endswith(b'"}')
    assert b" 414 " in connection.outgoing.sent


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    converse(b"GET / HTTP/1.1\r\n\r\nGARBAGE\r\n\r\n")
    assert capfd.readouterr() == ("", "")
