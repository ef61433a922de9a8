"""A socket that knows what is still due on it, and when its other end closed it."""

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from SteadyAPI.engine.transport import current_attempt
from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1 import limited_socket, timed_socket
from SteadyAPI.engine.transport.http1.limited_socket import LimitedSocket
from SteadyAPI.engine.transport.http1.starting_gate import StartingGate
from SteadyAPI.engine.transport.http1.strict_response import StrictResponse

REQUEST = b"GET / HTTP/1.1\r\n\r\n"
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


class Clock:
    """Time that a test moves on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 100.0
        for module in (current_attempt, limited_socket, timed_socket):
            monkeypatch.setattr(module, "perf_counter", lambda: self.seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture(name="pair")
def _pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    near, far = socket.socketpair()
    current.begin()
    yield near, far
    current.begin()
    near.close()
    far.close()


Pair = tuple[socket.socket, socket.socket]


class Scripted:
    """A socket that takes what it is given, and fails to receive."""

    def gettimeout(self) -> float | None:
        return 7.0

    def settimeout(self, limit: float | None) -> None:
        pass

    def send(self, data: Any, _flags: int = 0) -> int:
        return len(data)

    def recv(self, _size: int) -> bytes:
        raise ConnectionResetError(104, "reset")


def response(sock: LimitedSocket) -> StrictResponse:
    made = StrictResponse(sock, method="GET")
    made.begin()
    return made


def test_a_connection_is_clean_until_a_request_is_sent_and_once_its_response_is_read(pair: Pair) -> None:
    made = LimitedSocket(pair[0])
    states = [made.is_clean]
    made.sendall(REQUEST)
    states.append(made.is_clean)
    pair[1].sendall(RESPONSE)
    got = response(made)
    states.append(made.is_clean)
    got.read()
    states.append(made.is_clean)
    assert states == [True, False, False, True]


@pytest.mark.parametrize("more", [b"H", RESPONSE])
def test_bytes_that_nobody_asked_for_make_a_connection_unclean(pair: Pair, more: bytes) -> None:
    made = LimitedSocket(pair[0])
    made.sendall(REQUEST)
    pair[1].sendall(RESPONSE + more)
    assert response(made).read() == b"{}"
    assert not made.is_clean


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")
def test_a_connection_is_not_used_by_a_child_of_its_process(pair: Pair) -> None:
    made = LimitedSocket(pair[0])
    child = os.fork()
    if not child:
        os._exit(made.is_clean)
    _, status = os.waitpid(child, 0)
    assert (os.waitstatus_to_exitcode(status), made.is_clean) == (0, True)


def test_a_child_opens_connections_of_its_own(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    made, process = LimitedSocket(pair[0]), limited_socket._Process()
    monkeypatch.setattr(limited_socket, "_process", process)
    process.is_a_child()
    states = made.is_clean, LimitedSocket(pair[1]).is_clean
    assert states == (False, True)


def test_a_closed_connection_is_not_used(pair: Pair) -> None:
    made = LimitedSocket(pair[0])
    made.close()
    assert not made.is_clean


def test_a_response_can_be_read_after_its_connection_was_closed(pair: Pair) -> None:
    made = LimitedSocket(pair[0])
    made.sendall(REQUEST)
    pair[1].sendall(RESPONSE)
    got = response(made)
    made.close()
    open_meanwhile = pair[0].fileno() >= 0
    assert (open_meanwhile, got.read(), pair[0].fileno()) == (True, b"{}", -1)


def test_aborting_closes_at_once(pair: Pair) -> None:
    made = LimitedSocket(pair[0])
    made.makefile("rb")
    made.abort()
    assert pair[0].fileno() == -1


def ended(pair: Pair, clock: Clock, after: float, handshake: float = 0.0) -> LimitedSocket:
    """Returns a socket whose other end closed so many seconds after the request."""
    made = LimitedSocket(pair[0], handshake)
    made.sendall(REQUEST)
    clock.seconds += after
    pair[1].shutdown(socket.SHUT_WR)
    made.makefile("rb").read(1)
    return made


@pytest.mark.parametrize(
    ("after", "handshake", "before"),
    [(0.0, 0.0, True), (0.0019, 0.0, True), (0.0021, 0.0, False), (0.04, 0.05, True), (0.06, 0.05, False)],
)
def test_the_end_within_a_round_trip_came_before_the_request(
    pair: Pair, clock: Clock, after: float, handshake: float, before: bool
) -> None:
    assert ended(pair, clock, after, handshake).ended_before_the_request is before


def test_a_reset_is_an_end_too(clock: Clock) -> None:
    made = LimitedSocket(Scripted())
    made.sendall(REQUEST)
    with pytest.raises(ConnectionResetError):
        made.makefile("rb").read(1)
    assert made.ended_before_the_request


def test_a_connection_that_did_not_end_came_too_late_for_nothing(pair: Pair) -> None:
    made = LimitedSocket(pair[0])
    made.sendall(REQUEST)
    assert not made.ended_before_the_request


def test_a_single_byte_of_a_response_shows_that_the_request_arrived(pair: Pair, clock: Clock) -> None:
    made = LimitedSocket(pair[0])
    made.sendall(REQUEST)
    pair[1].sendall(b"H")
    pair[1].shutdown(socket.SHUT_WR)
    made.makefile("rb").read(2)
    assert not made.ended_before_the_request


def test_a_request_that_was_not_written_whole_did_not_arrive(clock: Clock) -> None:
    real = Scripted()
    made = LimitedSocket(real)

    def full(*_: Any) -> int:
        raise BrokenPipeError(32, "Broken pipe")

    made.sendall(REQUEST)
    real.send = full  # type: ignore[assignment,method-assign]  # from now on
    with pytest.raises(BrokenPipeError):
        made.sendall(b"body")
    clock.seconds += 9
    assert made.ended_before_the_request


def test_only_the_first_piece_waits_at_a_gate() -> None:
    written: list[bytes] = []

    class Narrow:
        def gettimeout(self) -> None:
            return None

        def settimeout(self, limit: float | None) -> None:
            pass

        def send(self, data: bytes, _flags: int) -> int:
            written.append(bytes(data[:3]))
            return len(written[-1])

    gate = StartingGate(1, KeyboardInterrupt())
    with gate.ticket():
        LimitedSocket(Narrow()).sendall(b"request")
    assert written == [b"req", b"ues", b"t"]
    assert gate.count == 1
    with StartingGate(1, KeyboardInterrupt()).ticket():
        LimitedSocket(Narrow()).sendall(b"one")
    assert written[3:] == [b"one"]
