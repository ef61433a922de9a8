"""Where an attempt's time goes, over connections that lead nowhere."""

import socket
from collections.abc import Callable, Iterator
from threading import Event, Thread
from time import perf_counter
from typing import Any
from unittest.mock import MagicMock

import pytest
import requests
from fake_network import FakeNetwork, http
from urllib3.connection import HTTPConnection
from urllib3.exceptions import NewConnectionError

from SteadyAPI.engine.transport import connection, current_attempt
from SteadyAPI.engine.transport.adapter import PooledAdapter
from SteadyAPI.engine.transport.connection_pool import TimedHTTPPool
from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1.limited_socket import LimitedSocket


@pytest.fixture(name="_ticking")
def _a_clock_that_ticks_once_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks: Iterator[int] = iter(range(1000))
    for module in (connection, current_attempt):
        monkeypatch.setattr(module, "perf_counter", lambda: float(next(ticks)))


def session() -> requests.Session:
    made = requests.Session()
    made.mount("http://", PooledAdapter(2))
    return made


def fetch(made: requests.Session, url: str = "http://shop.test/") -> dict[str, float]:
    current.begin()
    made.get(url, timeout=1)
    return current.phases


@pytest.mark.usefixtures("_ticking")
def test_a_new_connection_is_looked_up_and_opened(network: Callable[..., FakeNetwork]) -> None:
    network(http())
    assert fetch(session()) == {"dns": 1.0, "connect": 3.0, "send": 4.0, "wait": 1.0, "receive": 1.0}


@pytest.mark.usefixtures("_ticking")
def test_a_reused_connection_is_neither(network: Callable[..., FakeNetwork]) -> None:
    network(http(), http())
    made = session()
    fetch(made)
    assert fetch(made) == {"send": 1.0, "wait": 1.0, "receive": 1.0}


def test_a_redirect_adds_to_the_same_phases(network: Callable[..., FakeNetwork]) -> None:
    fake = network(http("302 Found", b"", "Location: /new"), http())
    phases = fetch(session())
    assert (len(fake.sent) - 1, set(phases)) == (2, {"dns", "connect", "send", "wait", "receive"})


def test_an_encrypted_connection_has_a_handshake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib3.connection.HTTPSConnection.connect", lambda made: setattr(made, "sock", MagicMock()))
    current.begin()
    connection.TimedHTTPSConnection("shop.test").connect()
    assert set(current.phases) == {"tls"}


def test_the_next_address_is_tried_when_one_does_not_respond(
    network: Callable[..., FakeNetwork], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    fake = network(http())
    fake.addresses = ["192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.3"]
    opened = HTTPConnection._new_conn

    def new_connection(self: HTTPConnection) -> Any:
        tried.append(self.host)
        if self.host == "192.0.2.1":
            raise NewConnectionError(self, "refused")
        return opened(self)

    monkeypatch.setattr(HTTPConnection, "_new_conn", new_connection)
    fetch(session())
    assert tried == ["192.0.2.1", "192.0.2.2"]


def test_an_unknown_host_says_so(network: Callable[..., FakeNetwork]) -> None:
    network().unknown = True
    with pytest.raises(requests.ConnectionError, match=r"Failed to resolve 'shop\.test'"):
        fetch(session())


def test_the_connection_keeps_the_name_it_was_asked_for(network: Callable[..., FakeNetwork]) -> None:
    network(http()).addresses = ["192.0.2.2"]
    made = connection.TimedHTTPConnection("shop.test.")
    made.connect()
    made.close()
    assert (made._dns_host, made.host) == ("shop.test.", "shop.test")


def test_a_thread_that_sent_nothing_has_no_phases() -> None:
    seen: list[dict[str, float]] = []
    thread = Thread(target=lambda: seen.append(current.phases))
    thread.start()
    thread.join()
    assert seen == [{}]


@pytest.mark.enable_socket
def test_another_thread_ends_the_wait_on_a_connection() -> None:
    ours, theirs = socket.socketpair()
    ready, ended = Event(), list[bytes]()
    aborters: list[Callable[[], None]] = []

    class Connection:
        sock = ours

    def waits() -> None:
        current.begin()
        aborters.append(current.aborter())
        current.connection = Connection()
        ready.set()
        ended.append(ours.recv(1))

    thread = Thread(target=waits, daemon=True)
    thread.start()
    assert ready.wait(60)
    aborters[0]()
    thread.join(60)
    assert ended == [b""]
    ours.close()
    theirs.close()
    # It has gone already.
    aborters[0]()


def test_a_connection_that_was_given_back_is_left_to_who_has_it_now() -> None:
    made, (ours, theirs) = TimedHTTPPool("shop.test"), socket.socketpair()
    connection: Any = made._get_conn()
    connection.sock = LimitedSocket(ours, 0.0)
    current.begin()
    connection.begin_request()
    made._put_conn(connection)
    current.aborter()()
    theirs.sendall(b"x")
    assert ours.recv(1) == b"x"
    connection.begin_request()
    current.aborter()()
    assert ours.recv(1) == b""
    theirs.close()
    connection.close()


def test_a_thread_without_a_connection_has_nothing_to_end() -> None:
    current.begin()
    current.aborter()()


def test_time_at_a_gate_is_taken_out() -> None:
    current.begin(until=perf_counter() + 5, limit="a limit")
    before = current.until
    current.held_back(2)
    assert before is not None
    assert current.until == before + 2
    assert current.phases == {"send": -2}
    current.begin()
    current.held_back(1)
    assert current.until is None
