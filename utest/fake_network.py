"""Scripted connections: each plays responses and records what it was sent."""

import os
import socket
from io import BufferedReader, RawIOBase
from typing import Any

ScriptedResponse = bytes | Exception
CLOSED = b""
"""The server closes the connection without a byte of a response."""


class _Broken(RawIOBase):
    """A stream whose reading fails."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        raise self._error


class _ScriptedSocket(socket.socket):
    """One end of a pair; reading from it makes the other end send the next scripted response."""

    network: "FakeNetwork"
    far: socket.socket

    def sendall(self, data: Any, *args: Any) -> None:
        self.network.sent[-1] += bytes(data)
        error, self.network.unsent = self.network.unsent, None
        if error is not None:
            raise error

    def setsockopt(self, *args: Any) -> None:
        """Takes the options of TCP, which a pair doesn't have."""

    def makefile(self, *args: Any, **kwargs: Any) -> Any:
        response = self.network.responses.pop(0)
        self.network.sent.append(b"")
        if isinstance(response, Exception):
            return BufferedReader(_Broken(response))
        self.far.sendall(response)
        if response == CLOSED or self.network.closes:
            self.far.close()
        return super().makefile(*args, **kwargs)

    def close(self) -> None:
        self.far.close()
        super().close()


class FakeNetwork:
    """Replaces ``create_connection``: ``responses`` are played in order, ``sent`` has the bytes of each request.

    ``unsent`` is the error of the next attempt to send.
    """

    def __init__(self, *responses: ScriptedResponse, refuse: Exception | None = None, closes: bool = False) -> None:
        self.responses = list(responses)
        self.sent: list[bytes] = [b""]
        self.opened = 0
        self.closes = closes
        self.addresses: list[str] = []
        self.unknown = False
        self.unsent: Exception | None = None
        self._refuse = refuse
        self._sockets: list[_ScriptedSocket] = []

    def look_up(self, host: str, port: int, *_: Any) -> list[Any]:
        if self.unknown:
            raise socket.gaierror(-2, "Name or service not known")
        return [(0, 0, 0, "", (address, port)) for address in self.addresses or [host]]

    def connect(self, *_: Any, **__: Any) -> socket.socket:
        if self._refuse is not None:
            raise self._refuse
        self.opened += 1
        near, far = socket.socketpair()
        connection = _ScriptedSocket(near.family, near.type, near.proto, near.detach())
        connection.network, connection.far = self, far
        self._sockets.append(connection)
        return connection

    def close(self) -> None:
        """Closes the sockets that a test left open."""
        for connection in self._sockets:
            connection.far.close()
            handle = connection.detach()
            if handle >= 0:
                os.close(handle)


def http(status: str = "200 OK", body: bytes = b"{}", *headers: str, length: int | None = None) -> bytes:
    """Returns the bytes of a response; ``length`` is the content length it claims, when that is wrong."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body
