import socket
from typing import Any

import pytest

from SteadyAPI.demo.server.application import Application
from SteadyAPI.demo.server.http_server import ShopHttpServer
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response


class FakeSocket:
    """A listening socket that never leaves the process."""

    def __init__(self, *_arguments: Any) -> None:
        self.bound: Any = None
        self.closed = False

    def setsockopt(self, *_option: Any) -> None:
        """Accepts any option."""

    def bind(self, address: Any) -> None:
        self.bound = address

    def getsockname(self) -> tuple[str, int]:
        return "127.0.0.1", 49152

    def listen(self, _backlog: int) -> None:
        """Listens to nobody."""

    def close(self) -> None:
        self.closed = True


class FakeConnection:
    def __init__(self, *, broken: bool = False) -> None:
        self._broken = broken
        self.events: list[str] = []

    def shutdown(self, _how: int) -> None:
        self.events.append("shutdown")
        if self._broken:
            raise OSError("not connected")

    def close(self) -> None:
        self.events.append("close")


class QuietListener(ShopHttpServer):
    """Serves no request, so that a connection stays open."""

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Leaves the connection as it is."""


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> ShopHttpServer:
    monkeypatch.setattr(socket, "socket", FakeSocket)
    return QuietListener(0, Application("correct horse", "battery staple"))


def listening_socket(listener: ShopHttpServer) -> Any:
    return listener.socket


def test_it_listens_on_loopback_only(listener: ShopHttpServer) -> None:
    assert listening_socket(listener).bound == ("127.0.0.1", 0)
    assert (listener.server_name, listener.server_port) == ("127.0.0.1", 49152)


def test_it_sends_the_response_of_the_application(listener: ShopHttpServer) -> None:
    assert listener.respond(Request("DELETE", "/users/1")) == Response(204)


def test_a_finished_connection_is_closed_without_a_half_close(listener: ShopHttpServer) -> None:
    connection = FakeConnection()
    listener.process_request(connection, ("127.0.0.1", 1))
    listener.shutdown_request(connection)
    listener.server_close()
    assert connection.events == ["close"]


def test_open_connections_are_ended_when_it_is_closed(listener: ShopHttpServer) -> None:
    connection = FakeConnection()
    listener.process_request(connection, ("127.0.0.1", 1))
    listener.server_close()
    assert connection.events == ["shutdown"]
    assert listening_socket(listener).closed


def test_a_connection_that_broke_meanwhile_does_not_stop_the_closing(listener: ShopHttpServer) -> None:
    broken, whole = FakeConnection(broken=True), FakeConnection()
    listener.process_request(broken, ("127.0.0.1", 1))
    listener.process_request(whole, ("127.0.0.1", 2))
    listener.server_close()
    assert whole.events == ["shutdown"]


def test_a_pause_ends_at_once_when_it_is_closed(listener: ShopHttpServer) -> None:
    listener.server_close()
    listener.pause(3600)


def fail(listener: ShopHttpServer, error: BaseException) -> None:
    try:
        raise error
    except type(error):
        listener.handle_error(None, None)


def test_a_failure_of_the_shop_is_kept(listener: ShopHttpServer) -> None:
    error = KeyError("bug")
    fail(listener, error)
    assert listener.crashes == [error]


@pytest.mark.parametrize("error", [ConnectionResetError(), BrokenPipeError(), TimeoutError()])
def test_a_client_that_hangs_up_is_no_news(listener: ShopHttpServer, error: OSError) -> None:
    fail(listener, error)
    assert listener.crashes == []


def test_nothing_is_printed_about_a_failure(listener: ShopHttpServer, capfd: pytest.CaptureFixture[str]) -> None:
    fail(listener, KeyError("bug"))
    assert capfd.readouterr() == ("", "")
