import socket
import struct
import sys
from math import inf
from typing import Any

import pytest

from SteadyAPI.engine.transport.http1.handshake_time import round_trip


class Connected:
    """A socket that tells what the kernel has measured."""

    def __init__(self, info: bytes) -> None:
        self._info = info

    def getsockopt(self, level: int, option: int, length: int) -> bytes:
        return self._info[:length]


def info(microseconds: int) -> bytes:
    return bytes(68) + struct.pack("I", microseconds) + bytes(100)


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(socket, "TCP_INFO", 11, raising=False)


@pytest.mark.usefixtures("linux")
@pytest.mark.parametrize(
    ("connected", "seconds"),
    [(Connected(info(1500)), 0.0015), (Connected(info(0)), inf), (Connected(b""), inf), (object(), inf)],
)
def test_the_kernel_tells_the_round_trip_if_it_knows_it(connected: Any, seconds: float) -> None:
    assert round_trip(connected) == pytest.approx(seconds)


def test_other_systems_do_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert round_trip(Connected(info(1500))) == inf


@pytest.mark.enable_socket
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells it this way")
def test_a_real_connection_has_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as connected:
        assert 0 < round_trip(connected) < 1
