"""Connections that lead nowhere: each plays scripted responses and records what it was sent."""

import os
import socket
from typing import Any

Script = bytes | Exception
CLOSED = b""
"""The server closes the connection without a byte of a response."""


class _Socket(socket.socket):
    """One end of a pair; the other end says what the network's script has next, once a request has been sent."""

    network: "FakeNetwork"
    far: socket.socket
    asked = False
    broken: Exception | None = None

    def send(self, data: Any, *_: Any) -> int:
        self.network.sent[-1] += bytes(data)
        self.asked = True
        error, self.network.unsent = self.network.unsent, None
        if error is not None:
            raise error
        return len(data)

    def sendall(self, data: Any, *_: Any) -> None:
        self.send(data)

    def setsockopt(self, *args: Any) -> None:
        """Takes the options of TCP, which a pair doesn't know."""

    def recv(self, *args: Any) -> bytes:
        self._play()
        return super().recv(*args)

    def recv_into(self, *args: Any) -> int:
        self._play()
        return super().recv_into(*args)

    def _play(self) -> None:
        if self.asked:
            self.asked = False
            self._respond(self.network.responses.pop(0))
        if self.broken is not None:
            raise self.broken

    def _respond(self, response: Script) -> None:
        self.network.sent.append(b"")
        if isinstance(response, Exception):
            self.broken = response
            return
        self.far.sendall(response)
        if response == CLOSED or self.network.closes:
            self.far.close()

    def close(self) -> None:
        self.far.close()
        super().close()


class FakeNetwork:
    """Takes the place of ``create_connection``: ``responses`` are played in order, ``sent`` has a text per request.

    ``unsent`` is an error that the next data to be sent meet.
    """

    def __init__(self, *responses: Script, refuse: Exception | None = None, closes: bool = False) -> None:
        self.responses = list(responses)
        self.sent: list[bytes] = [b""]
        self.opened = 0
        self.closes = closes
        self.addresses: list[str] = []
        self.unknown = False
        self.unsent: Exception | None = None
        self._refuse = refuse
        self._sockets: list[_Socket] = []

    def look_up(self, host: str, port: int, *_: Any) -> list[Any]:
        if self.unknown:
            raise socket.gaierror(-2, "Name or service not known")
        return [(0, 0, 0, "", (address, port)) for address in self.addresses or [host]]

    def connect(self, _address: Any, timeout: Any = None, **__: Any) -> socket.socket:
        if self._refuse is not None:
            raise self._refuse
        self.opened += 1
        near, far = socket.socketpair()
        made = _Socket(near.family, near.type, near.proto, near.detach())
        made.network, made.far = self, far
        made.settimeout(timeout)
        self._sockets.append(made)
        return made

    def close(self) -> None:
        """Closes what a test has left open, though somebody may still hold it as a file."""
        for made in self._sockets:
            made.far.close()
            handle = made.detach()
            if handle >= 0:
                os.close(handle)


def http(status: str = "200 OK", body: bytes = b"{}", *headers: str, length: int | None = None) -> bytes:
    """Returns the bytes of a response; ``length`` is what it claims, when that isn't so."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body
