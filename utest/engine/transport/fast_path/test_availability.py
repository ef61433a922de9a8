"""When the fast path is taken: not where it is switched off, nor past what somebody has put in the way."""

import functools
import http.client
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
import requests
import responses
import urllib3
import vcr
from fake_network import FakeNetwork
from fake_network import http as scripted
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.transport import Delivery, TransportSettings
from SteadyAPI.engine.transport.adapter import PooledAdapter
from SteadyAPI.engine.transport.fast_path import send_fast
from SteadyAPI.engine.transport.fast_path.availability import bypassed_code_is_patched, is_switched_on
from SteadyAPI.engine.transport.fast_path.fast_session import FastSession
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

Script = Callable[..., FakeNetwork]
URL = "http://shop.test/orders"
GET = Request("GET", URL)
BYPASSED = [
    (requests.Session, "send"),
    (requests.Session, "prepare_request"),
    (HTTPAdapter, "send"),
    (HTTPConnectionPool, "urlopen"),
    (HTTPConnectionPool, "_get_conn"),
    (urllib3.connection.HTTPConnection, "request"),
    (urllib3.connection.HTTPConnection, "getresponse"),
    (http.client.HTTPConnection, "request"),
    (http.client.HTTPConnection, "putrequest"),
    (http.client.HTTPConnection, "endheaders"),
    (http.client.HTTPConnection, "send"),
    (http.client.HTTPConnection, "getresponse"),
]


def send(transport: RequestsTransport) -> Delivery:
    return transport.send(GET, Timeout(1, 1), None)


def body(delivery: Delivery) -> bytes:
    assert delivery.response is not None
    return delivery.response.content


@pytest.mark.parametrize(("value", "on"), [(None, True), ("1", True), ("0", False)])
def test_the_environment_switches_it_off(monkeypatch: pytest.MonkeyPatch, value: str | None, on: bool) -> None:
    monkeypatch.delenv("STEADYAPI_FAST_PATH", raising=False)
    if value is not None:
        monkeypatch.setenv("STEADYAPI_FAST_PATH", value)
    transport = RequestsTransport(TransportSettings())
    adapter = transport.requests_session.get_adapter(URL)
    assert isinstance(adapter, PooledAdapter)
    assert (isinstance(transport.requests_session, FastSession), adapter._fast_path is not None) == (on, on)
    assert (is_switched_on(True), is_switched_on(False)) == (True, False)
    transport.close()


def test_a_session_that_is_switched_off_prepares_as_requests_does(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared: list[str] = []

    def prepare(_: Any, request: requests.Request) -> Any:
        prepared.append(request.url)
        return request

    session = FastSession(fast_path=False)
    monkeypatch.setattr(requests.Session, "prepare_request", prepare)
    session.prepare_request(requests.Request("GET", URL))
    assert prepared == [URL]


def test_nothing_is_in_the_way_by_itself() -> None:
    assert not bypassed_code_is_patched()


@pytest.mark.parametrize(("owner", "name"), BYPASSED, ids=[f"{owner.__module__}.{name}" for owner, name in BYPASSED])
def test_whatever_wraps_what_it_bypasses_is_noticed(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
    original = getattr(owner, name)

    @functools.wraps(original)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return original(*args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, wrapper)
        assert bypassed_code_is_patched()
    assert not bypassed_code_is_patched()


@pytest.mark.parametrize("pool", [HTTPConnectionPool, HTTPSConnectionPool])
def test_another_class_of_connections_is_noticed(monkeypatch: pytest.MonkeyPatch, pool: Any) -> None:
    class Other(pool.ConnectionCls):  # type: ignore[misc]  # a class that is known at run time
        """A connection of somebody else."""

    monkeypatch.setattr(pool, "ConnectionCls", Other)
    assert bypassed_code_is_patched()


@pytest.mark.parametrize("fast_path", [True, False])
@pytest.mark.parametrize("warm", [True, False])
def test_responses_plays_its_responses(network: Script, warm: bool, fast_path: bool) -> None:
    fake = network(scripted(body=b"real"), scripted(body=b"real"))
    transport = RequestsTransport(TransportSettings(), fast_path=fast_path)
    if warm:
        send(transport)
    with responses.RequestsMock() as mock:
        mock.get(URL, body=b"played")
        assert body(send(transport)) == b"played"
        assert len(mock.calls) == 1
    assert body(send(transport)) == b"real"
    assert fake.opened == 1


@pytest.mark.parametrize("fast_path", [True, False])
@pytest.mark.parametrize("warm", [True, False])
def test_vcrpy_records_and_plays(network: Script, tmp_path: Path, warm: bool, fast_path: bool) -> None:
    network(*[scripted(body=b"real")] * 4)
    transport = RequestsTransport(TransportSettings(), fast_path=fast_path)
    if warm:
        send(transport)
    cassette_file = str(tmp_path / "cassette.yaml")
    with vcr.VCR().use_cassette(cassette_file) as cassette:
        assert body(send(transport)) == b"real"
        assert len(cassette) == 1
    network()
    with vcr.VCR().use_cassette(cassette_file) as cassette:
        assert body(send(transport)) == b"real"
        assert cassette.play_count == 1
    network(scripted(body=b"real again"))
    assert body(send(transport)) == b"real again"


def test_afterwards_the_fast_path_is_taken_again(network: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    network(*[scripted()] * 3)
    transport = RequestsTransport(TransportSettings(), fast_path=True)
    send(transport)
    with responses.RequestsMock() as mock:
        mock.get(URL, body=b"played")
        send(transport)
    exchanged = MagicMock(side_effect=send_fast._exchanged)
    monkeypatch.setattr(send_fast, "_exchanged", exchanged)
    send(transport)
    assert exchanged.call_count == 1
