"""Which kept connections are trusted with the next request."""

import socket
from collections.abc import Callable
from functools import partial
from queue import Empty, Full
from threading import Thread
from typing import Any
from unittest.mock import MagicMock

import pytest
from fake_network import CLOSED, FakeNetwork, http
from interrupted_steps import interrupted_at_each_step, result_in_thread
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from SteadyAPI.engine.exchange import FailureClass, Request, Timeout
from SteadyAPI.engine.transport import Delivery, TransportSettings, connection_pool
from SteadyAPI.engine.transport.connection import TimedConnection, TimedHTTPConnection, TimedHTTPSConnection
from SteadyAPI.engine.transport.connection_pool import POOL_CLASSES, KeptConnections, distrust_kept_connections
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

Script = Callable[..., FakeNetwork]


class Clock:
    """Time that a test moves on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 100.0
        monkeypatch.setattr(connection_pool, "perf_counter", lambda: self.seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def send(transport: RequestsTransport, method: str = "GET") -> Delivery:
    return transport.send(Request(method, "http://shop.test/orders"), Timeout(), None)


@pytest.mark.parametrize(
    ("method", "idle", "opened"),
    [("POST", 1.9, 1), ("POST", 2.1, 2), ("PATCH", 2.1, 2), ("GET", 60.0, 1), ("PUT", 60.0, 1), ("DELETE", 60.0, 1)],
)
def test_only_a_request_that_does_harm_twice_mistrusts_an_idle_connection(
    network: Script, clock: Clock, method: str, idle: float, opened: int
) -> None:
    fake = network(http(), http())
    transport = RequestsTransport(TransportSettings())
    send(transport)
    clock.seconds += idle
    send(transport, method)
    assert fake.opened == opened


def test_the_replaced_connection_counts_as_fresh(network: Script, clock: Clock) -> None:
    network(http(), http())
    transport = RequestsTransport(TransportSettings())
    send(transport)
    clock.seconds += 10
    assert not send(transport, "POST").reused


def test_after_a_stale_connection_the_next_request_goes_over_a_fresh_one(network: Script, clock: Clock) -> None:
    fake = network(http(), CLOSED, http(), http())
    transport = RequestsTransport(TransportSettings())
    send(transport)
    failure = send(transport).failure
    assert failure is not None
    assert failure.failure_class is FailureClass.STALE
    assert not send(transport).reused
    assert send(transport).reused
    assert fake.opened == 2


def test_distrust_ends_with_the_next_request(network: Script, clock: Clock) -> None:
    fake = network(http(), http(), http())
    transport = RequestsTransport(TransportSettings())
    send(transport)
    distrust_kept_connections()
    send(transport)
    send(transport)
    assert fake.opened == 2


def test_a_connection_that_is_not_given_back_needs_no_time(clock: Clock) -> None:
    connection_pool._thread.__dict__.clear()
    assert not connection_pool.TrustingPool()._is_risky(TimedHTTPConnection("shop.test"))


def test_a_thread_that_has_seen_nothing_trusts_a_kept_connection(network: Script, clock: Clock) -> None:
    fake = network(http(), http())
    transport = RequestsTransport(TransportSettings())
    send(transport)
    thread = Thread(target=send, args=[transport])
    thread.start()
    thread.join()
    assert fake.opened == 1


@pytest.mark.parametrize(("scheme", "base"), [("http", HTTPConnectionPool), ("https", HTTPSConnectionPool)])
def test_the_class_of_connections_is_ours_unless_somebody_replaced_it(
    monkeypatch: pytest.MonkeyPatch, scheme: str, base: Any
) -> None:
    pool = POOL_CLASSES[scheme]("shop.test")
    assert issubclass(pool.ConnectionCls, TimedConnection)
    monkeypatch.setattr(base, "ConnectionCls", object)
    assert pool.ConnectionCls is object


@pytest.mark.parametrize("is_closed", [True, False])
def test_an_unverified_connection_is_opened_without_a_warning(monkeypatch: pytest.MonkeyPatch, is_closed: bool) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(TimedHTTPSConnection, "connect", lambda made, *_: opened.append(made))
    connection = TimedHTTPSConnection("shop.test")
    connection.sock = None if is_closed else socket.socket(socket.AF_UNIX)
    POOL_CLASSES["https"]("shop.test", cert_reqs="CERT_NONE")._validate_conn(connection)
    assert opened == ([connection] if is_closed else [])
    connection.close()


def test_a_connection_of_somebody_else_is_left_to_urllib3() -> None:
    foreign = MagicMock(is_closed=True, is_verified=True)
    POOL_CLASSES["https"]("shop.test")._validate_conn(foreign)
    assert foreign.connect.call_count == 1


def test_two_seconds_are_still_trusted(network: Script, clock: Clock) -> None:
    fake = network(http(), http())
    transport = RequestsTransport(TransportSettings())
    send(transport)
    clock.seconds += 2.0
    send(transport, "POST")
    assert fake.opened == 1


def test_kept_connections_are_taken_from_the_top_and_are_not_more_than_asked_for() -> None:
    kept = KeptConnections(2)
    kept.put("first")
    kept.put("second")
    with pytest.raises(Full):
        kept.put("third")
    assert (kept.qsize(), kept.get(), kept.get(), kept.qsize()) == (2, "second", "first", 0)
    with pytest.raises(Empty):
        kept.get()


@pytest.mark.parametrize("act", [KeptConnections.get, lambda kept: kept.put("more")])
def test_an_interrupted_step_leaves_no_lock(act: Callable[[KeptConnections], Any]) -> None:
    def kept() -> KeptConnections:
        made = KeptConnections(3)
        made.put("first")
        return made

    for left in interrupted_at_each_step(kept, act):
        result_in_thread(partial(left.put, "later"))
        assert result_in_thread(left.get) == "later"
