from threading import Event

import pytest

from SteadyAPI.demo.server.application import Application
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.server import DemoServer


class FakeListener:
    """Serves until it is shut down, without a socket."""

    server_port = 49152

    def __init__(self, port: int, application: Application) -> None:
        self.port = port
        self.application = application
        self.crashes: list[Exception] = []
        self.closed = False
        self._serving = Event()
        self._ended = Event()

    def serve_forever(self, poll_interval: float = 0.5) -> None:
        del poll_interval
        self._serving.set()
        self._ended.wait(60)

    def shutdown(self) -> None:
        assert self._serving.wait(60)
        self._ended.set()

    def server_close(self) -> None:
        self.closed = True


class Street:
    """Remembers the listeners that were opened."""

    def __init__(self) -> None:
        self.opened: list[FakeListener] = []

    def listen(self, port: int, application: Application) -> FakeListener:
        self.opened.append(FakeListener(port, application))
        return self.opened[-1]


@pytest.fixture
def street() -> Street:
    return Street()


def test_inside_the_context_it_serves_and_outside_it_is_closed(street: Street) -> None:
    with DemoServer(listen=street.listen) as server:
        assert server.base_url == "http://127.0.0.1:49152"
    assert (server.base_url, street.opened[0].closed) == ("", True)


def test_it_starts_once_only(street: Street) -> None:
    with DemoServer(8765, listen=street.listen) as server:
        assert server.start() == server.base_url
    assert [listener.port for listener in street.opened] == [8765]


def test_it_can_start_again(street: Street) -> None:
    server = DemoServer(listen=street.listen)
    server.start()
    server.stop()
    server.start()
    server.stop()
    assert [listener.closed for listener in street.opened] == [True, True]


def test_stopping_a_stopped_server_does_nothing(street: Street) -> None:
    DemoServer(listen=street.listen).stop()
    assert street.opened == []


def test_secrets_are_random_unless_given() -> None:
    assert DemoServer().password != DemoServer().password
    assert DemoServer().client_secret != DemoServer().client_secret


def test_given_secrets_are_those_that_the_shop_takes(street: Street) -> None:
    server = DemoServer(password="correct horse", client_secret="battery staple", listen=street.listen)
    assert (server.password, server.client_secret) == ("correct horse", "battery staple")
    with server:
        headers = (("Content-Type", "application/x-www-form-urlencoded"),)
        ask = Request("POST", "/auth/token", headers=headers, body=b"username=ada&password=correct+horse")
        assert street.opened[0].application.respond(ask).status == 200


def test_it_knows_the_tokens_it_handed_out(street: Street) -> None:
    with DemoServer(client_secret="battery staple", listen=street.listen) as server:
        headers = (("Content-Type", "application/x-www-form-urlencoded"),)
        form = b"grant_type=client_credentials&client_id=tour&client_secret=battery+staple"
        response = street.opened[0].application.respond(Request("POST", "/auth/token", headers=headers, body=form))
        assert [token.encode() in response.body for token in server.tokens] == [True]


def test_a_failure_of_the_shop_comes_to_light_when_it_stops(street: Street) -> None:
    server = DemoServer(listen=street.listen)
    server.start()
    bug = KeyError("bug")
    street.opened[0].crashes.append(bug)
    with pytest.raises(ExceptionGroup, match="the demo server failed while it answered") as failure:
        server.stop()
    assert failure.value.exceptions == (bug,)


def test_no_secret_shows_in_the_representation() -> None:
    assert "correct horse" not in repr(DemoServer(password="correct horse"))
