from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import perf_counter
from types import SimpleNamespace
from typing import Any

import pytest
import requests
from fake_network import FakeNetwork, http

from SteadyAPI.engine.transport.adapter import PooledAdapter
from SteadyAPI.engine.transport.connection import OpeningStalledError, TimedHTTPConnection
from SteadyAPI.engine.transport.connection_pool import POOL_CLASSES
from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.response import RequestsResponse


def fetch(session: requests.Session) -> requests.Response:
    current.begin()
    return session.get("http://shop.test/", timeout=1)


def pooled() -> requests.Session:
    session = requests.Session()
    session.mount("http://", PooledAdapter(2))
    return session


def test_the_second_response_comes_over_a_used_connection(network: Callable[..., FakeNetwork]) -> None:
    network(http(), http())
    session = pooled()
    fetch(session)
    first = current.reused
    fetch(session)
    assert (first, current.reused) == (False, True)


def test_a_connection_opened_again_is_fresh(network: Callable[..., FakeNetwork]) -> None:
    network(http("200 OK", b"", "Connection: close"), http())
    session = pooled()
    fetch(session)
    fetch(session)
    assert not current.reused


def test_before_a_request_there_is_no_connection() -> None:
    current.begin()
    assert not current.reused


def test_a_new_thread_knows_no_connection() -> None:
    seen: list[bool] = []
    thread = Thread(target=lambda: seen.append(current.reused))
    thread.start()
    thread.join()
    assert seen == [False]


def test_the_response_is_the_librarys_own(network: Callable[..., FakeNetwork]) -> None:
    network(http())
    assert isinstance(fetch(pooled()), RequestsResponse)


def test_connections_through_a_proxy_count_too(network: Callable[..., FakeNetwork]) -> None:
    network(http(), http())
    session = pooled()
    session.proxies = {"http": "http://proxy.test"}
    fetch(session)
    fetch(session)
    assert current.reused


def test_a_tunnel_through_a_proxy_is_asked_for(network: Callable[..., FakeNetwork]) -> None:
    fake = network(b"HTTP/1.1 200 Connection established\r\n\r\n", http())
    made = TimedHTTPConnection("proxy.test", 3128)
    made.set_tunnel("shop.test", 80)
    current.begin()
    made.connect()
    made.request("GET", "/")
    assert made.getresponse().status == 200
    assert fake.sent[0].startswith(b"CONNECT shop.test:80")
    made.close()


def test_a_proxy_that_gives_no_tunnel_takes_no_longer_than_the_attempt(network: Callable[..., FakeNetwork]) -> None:
    network(b"HTTP/1.1 200 Conn")
    made = TimedHTTPConnection("proxy.test", 3128, timeout=9)
    made.set_tunnel("shop.test", 80)
    current.begin(perf_counter() + 1.0, "the deadline")
    with pytest.raises(OpeningStalledError, match=r"^the deadline passed before the proxy had opened a tunnel$"):
        made.connect()
    current.begin()
    made.close()


@pytest.mark.parametrize(
    ("left", "timeout", "words"),
    [
        (60.0, 0.5, "the time limit for connecting, 500 ms, passed in the TLS handshake"),
        (-1.0, 0.5, "the deadline passed in the TLS handshake"),
    ],
)
def test_a_handshake_that_takes_too_long_names_the_limit(
    monkeypatch: pytest.MonkeyPatch, left: float, timeout: float, words: str
) -> None:
    def connect(_: Any) -> None:
        raise TimeoutError("handshake timed out")

    monkeypatch.setattr("urllib3.connection.HTTPConnection.connect", connect)
    current.begin(perf_counter() + left, "the deadline")
    with pytest.raises(OpeningStalledError, match=f"^{words}$"):
        TimedHTTPConnection("shop.test", timeout=timeout).connect()
    current.begin()


def test_a_proxy_of_socks_keeps_its_own_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    manager = SimpleNamespace(pool_classes_by_scheme={}, connection_pool_kw={})
    monkeypatch.setattr("requests.adapters.SOCKSProxyManager", lambda *_, **__: manager)
    assert PooledAdapter(2).proxy_manager_for("socks5://proxy.test").pool_classes_by_scheme == {}
    assert PooledAdapter(2).proxy_manager_for("http://proxy.test").pool_classes_by_scheme == POOL_CLASSES


def test_the_password_of_a_key_reaches_the_pool(tmp_path: Path) -> None:
    (tmp_path / "client.pem").write_text("a certificate")
    cert: Any = (str(tmp_path / "client.pem"), str(tmp_path / "client.pem"), "opensesame")
    pool = SimpleNamespace()
    PooledAdapter(2).cert_verify(pool, "https://shop.test/", False, cert)
    assert (pool.cert_file, pool.key_file, pool.key_password) == cert


def test_no_pool_retries_by_itself() -> None:
    assert PooledAdapter(2).max_retries.total == 0
