"""Connections that lead nowhere: each plays scripted answers and records what it was sent."""

import os
import socket
from io import BufferedReader, RawIOBase
from typing import Any

Answer = bytes | Exception
CLOSED = b""
"""The server closes the connection without a byte of an answer."""


class _Broken(RawIOBase):
    """A stream of which reading fails."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        raise self._error


class _Wire(socket.socket):
    """One end of a pair; the other end says what the network's script has next, when it is listened to."""

    network: "FakeNetwork"
    far: socket.socket

    def sendall(self, data: Any, *args: Any) -> None:
        self.network.sent[-1] += bytes(data)
        error, self.network.unsent = self.network.unsent, None
        if error is not None:
            raise error

    def setsockopt(self, *args: Any) -> None:
        """Takes the options of TCP, which a pair doesn't know."""

    def makefile(self, *args: Any, **kwargs: Any) -> Any:
        answer = self.network.answers.pop(0)
        self.network.sent.append(b"")
        if isinstance(answer, Exception):
            return BufferedReader(_Broken(answer))
        self.far.sendall(answer)
        if answer == CLOSED or self.network.closes:
            self.far.close()
        return super().makefile(*args, **kwargs)

    def close(self) -> None:
        self.far.close()
        super().close()


class FakeNetwork:
    """Takes the place of ``create_connection``: ``answers`` are played in order, ``sent`` has a text per request.

    ``unsent`` is an error that the next data to be sent meet.
    """

    def __init__(self, *answers: Answer, refuse: Exception | None = None, closes: bool = False) -> None:
        self.answers = list(answers)
        self.sent: list[bytes] = [b""]
        self.opened = 0
        self.closes = closes
        self.addresses: list[str] = []
        self.unknown = False
        self.unsent: Exception | None = None
        self._refuse = refuse
        self._wires: list[_Wire] = []

    def look_up(self, host: str, port: int, *_: Any) -> list[Any]:
        if self.unknown:
            raise socket.gaierror(-2, "Name or service not known")
        return [(0, 0, 0, "", (address, port)) for address in self.addresses or [host]]

    def connect(self, *_: Any, **__: Any) -> socket.socket:
        if self._refuse is not None:
            raise self._refuse
        self.opened += 1
        near, far = socket.socketpair()
        transport_options = _Wire(near.family, near.type, near.proto, near.detach())
        transport_options.network, transport_options.far = self, far
        self._wires.append(transport_options)
        return transport_options

    def close(self) -> None:
        """Closes what a test has left open, though somebody may still hold it as a file."""
        for transport_options in self._wires:
            transport_options.far.close()
            handle = transport_options.detach()
            if handle >= 0:
                os.close(handle)


def http(status: str = "200 OK", body: bytes = b"{}", *headers: str, length: int | None = None) -> bytes:
    """Returns the bytes of an answer; ``length`` is what it claims, when that isn't so."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body
