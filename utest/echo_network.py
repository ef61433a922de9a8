"""Connections to a server that tells which request it responds to, so that a response to another one is noticed."""

import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

Piece = bytes | float
"""Bytes, or seconds after which the rest comes."""
_REQUEST = re.compile(rb"([A-Z]+) (\S+) HTTP/1\.1\r\n(.*?)\r\n\r\n", re.DOTALL)
_LENGTH = re.compile(rb"content-length: ([0-9]+)", re.IGNORECASE)


class _EchoSocket(socket.socket):
    """One end of a pair; the other end has the response as soon as a whole request was sent."""

    network: "EchoNetwork"
    far: socket.socket
    unserved = b""

    def send(self, data: Any, *_: Any) -> int:
        self.unserved += bytes(data)
        while found := _REQUEST.match(self.unserved):
            length = _LENGTH.search(found[3])
            end = found.end() + (int(length[1]) if length else 0)
            if len(self.unserved) < end:
                break
            self.unserved = self.unserved[end:]
            self.network.served.append((found[1] + b" " + found[2]).decode())
            self._bring(self.network.respond(found[2]))
        return len(data)

    def sendall(self, data: Any, *_: Any) -> None:
        self.send(data)

    def _bring(self, pieces: list[Piece]) -> None:
        for number, piece in enumerate([] if self.network.closed else pieces):
            if isinstance(piece, float):
                timer = threading.Timer(piece, self._bring, [pieces[number + 1 :]])
                timer.daemon = True
                timer.start()
                return
            # Who has given up doesn't listen any more.
            with suppress(OSError):
                self.far.sendall(piece)
        if self.network.closes:
            self.far.shutdown(socket.SHUT_WR)

    def setsockopt(self, *args: Any) -> None:
        """Takes the options of TCP, which a pair doesn't have."""


class EchoNetwork:
    """Replaces ``create_connection``; ``served`` has each request that arrived whole, such as ``GET /a``."""

    def __init__(self, respond: Callable[[bytes], list[Piece]], *, closes: bool = False) -> None:
        """Takes what makes the pieces of a response out of the target of its request."""
        self.respond = respond
        self.closes = closes
        self.served: list[str] = []
        self.opened = 0
        self.closed = False
        self._sockets: list[_EchoSocket] = []

    def connect(self, _address: Any, timeout: Any = None, **__: Any) -> socket.socket:
        self.opened += 1
        near, far = socket.socketpair()
        made = _EchoSocket(near.family, near.type, near.proto, near.detach())
        made.network, made.far = self, far
        made.settimeout(timeout)
        self._sockets.append(made)
        return made

    def look_up(self, host: str, port: int, *_: Any) -> list[Any]:
        return [(0, 0, 0, "", (host, port))]

    def close(self) -> None:
        """Closes both ends of every connection; what was still to come doesn't."""
        self.closed = True
        for made in self._sockets:
            made.far.close()
            made.close()
