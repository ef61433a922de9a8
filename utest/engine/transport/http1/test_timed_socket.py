"""A socket that ends every read and write in time."""

from collections.abc import Iterator
from typing import Any

import pytest

from SteadyAPI.engine.transport import current_attempt
from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1 import timed_socket
from SteadyAPI.engine.transport.http1.timed_socket import OutOfTimeError, TimedSocket

REQUEST = b"GET / HTTP/1.1\r\n\r\n"


class Clock:
    """Time that a test moves on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 100.0
        for module in (current_attempt, timed_socket):
            monkeypatch.setattr(module, "perf_counter", lambda: self.seconds)


@pytest.fixture(name="clock")
def _clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    current.begin()
    yield Clock(monkeypatch)
    current.begin()


class Recording:
    """A socket that takes a few bytes at a time, and records the limit that held for each step."""

    def __init__(self, most: int = 1 << 20, error: Exception | None = None) -> None:
        self.limits: list[float | None] = []
        self.sent = b""
        self._most = most
        self._error = error

    def gettimeout(self) -> float | None:
        return 7.0

    def settimeout(self, limit: float | None) -> None:
        self.limits.append(limit)

    def send(self, data: Any, _flags: int = 0) -> int:
        piece = bytes(data[: self._most])
        self.sent += piece
        return len(piece)

    def recv(self, _size: int) -> bytes:
        if self._error is not None:
            raise self._error
        return b"x"


def test_a_limit_holds_for_each_step() -> None:
    real = Recording(most=4)
    made = TimedSocket(real)
    assert made.gettimeout() == 7.0
    made.settimeout(2.0)
    made.sendall(b"0123456789")
    made.settimeout(None)
    made.recv(1)
    assert (real.sent, real.limits) == (b"0123456789", [2.0, 2.0, 2.0, None])


@pytest.mark.parametrize(("limit", "held"), [(None, 3.0), (5.0, 3.0), (1.0, 1.0)])
def test_the_limit_of_the_attempt_cuts_it(clock: Clock, limit: float | None, held: float) -> None:
    real = Recording()
    made = TimedSocket(real)
    made.settimeout(limit)
    current.begin(103.0, "the deadline")
    made.sendall(REQUEST)
    clock.seconds = 102.9999
    made.recv(1)
    assert real.limits == [held, pytest.approx(0.001)]


def test_a_handshake_that_asks_for_its_limit_gets_what_is_left(clock: Clock) -> None:
    made = TimedSocket(Recording())
    current.begin(103.0, "the deadline")
    left = [made.gettimeout()]
    clock.seconds = 104.0
    left.append(made.gettimeout())
    made.settimeout(None)
    current.begin()
    left.append(made.gettimeout())
    assert left == [3.0, 0.001, None]


def test_nothing_is_sent_or_read_when_the_time_is_over(clock: Clock) -> None:
    real = Recording()
    made = TimedSocket(real)
    current.begin(103.0, "the deadline")
    made.sendall(REQUEST)
    made.recv(1)
    clock.seconds = 103.0
    with pytest.raises(OutOfTimeError):
        made.sendall(REQUEST)
    with pytest.raises(OutOfTimeError):
        made.recv(9)
    assert real.sent == REQUEST


def test_a_step_that_ends_with_the_attempt_names_its_limit(clock: Clock) -> None:
    made = TimedSocket(Recording(error=TimeoutError("timed out")))
    current.begin(103.0, "the deadline")
    made.sendall(REQUEST)
    clock.seconds = 102.0
    with pytest.raises(TimeoutError, match=r"^timed out$"):
        made.recv(1)
    clock.seconds = 102.5
    made.settimeout(1.0)

    def late(_size: int) -> bytes:
        clock.seconds = 103.5
        raise TimeoutError("timed out")

    made._real.recv = late
    with pytest.raises(OutOfTimeError, match=r"^the deadline passed after 0 bytes of the response$"):
        made.recv(1)
    current.begin()


def test_the_end_of_tls_within_tls_is_the_end() -> None:
    real = Recording()
    real.recv = lambda _size: 0  # type: ignore[assignment,method-assign,return-value]  # as urllib3's SSLTransport
    assert TimedSocket(real).recv(9) == b""
