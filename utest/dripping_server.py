"""A server or proxy that sends a byte now and then, and never comes to an end, at any stage of opening a connection."""

import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType

import trustme

LOOPBACK = "127.0.0.1"
STEP = 0.02
"""Seconds between two bytes."""
END = 30.0
"""Seconds after which a drip ends all the same, so that a client without limits fails its test."""
_PIECE = 65536
_RECORD = b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc"
"""The beginning of a handshake record of TLS that says that 16 KB follow (RFC 8446, section 5.1)."""
_TUNNEL = b"HTTP/1.1 200 Connection established\r\n\r\n"
_HEAD = b"HTTP/1.1 200 OK\r\n"
RESPONSES: Mapping[str, tuple[bytes, bytes]] = MappingProxyType(
    {
        "status line": (_HEAD[:14], b"O"),
        "header": (_HEAD + b"X-A: ", b"a"),
        "headers": (_HEAD, b"X-A: a\r\n"),
        "interim responses": (b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
        "body": (_HEAD + b"Content-Length: 60000\r\n\r\n", b"a"),
        "compressed body": (_HEAD + b"Content-Encoding: gzip\r\nContent-Length: 60000\r\n\r\n\x1f\x8b\x08", b"\0"),
        "body to the end": (_HEAD + b"\r\n", b"a"),
        "chunks": (_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        "size of a chunk": (_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        "trailer": (_HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", b"X: y\r\n"),
    }
)
"""The first bytes of responses, and what then comes again and again."""
Stage = Callable[["DrippingServer", socket.socket], None]


class DrippingServer:
    """Serves in threads of its own until it is closed; every connection is treated alike."""

    def __init__(self, stage: str) -> None:
        authority = trustme.CA()
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(LOOPBACK).configure_cert(self._context)
        self._stage = STAGES[stage] if stage in STAGES else _responding(*RESPONSES[stage])
        self._closed = threading.Event()
        self.drips = 0
        """How many drips have begun: a client that gave up before met no drip."""
        self.spent = 0
        """How many have come to their end, because nobody gave up."""
        self._listener = socket.create_server((LOOPBACK, 0))
        self.address = f"{LOOPBACK}:{self._listener.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self._threads[0].start()

    def close(self) -> None:
        """Ends serving."""
        self._closed.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self._threads.append(threading.Thread(target=self._play, args=(connection,), daemon=True))
                self._threads[-1].start()

    def _play(self, connection: socket.socket) -> None:
        connection.settimeout(END)
        with suppress(OSError), connection:
            self._stage(self, connection)

    def drip(self, connection: socket.socket, start: bytes, drop: bytes) -> None:
        """Sends the first bytes, and then a drop again and again."""
        connection.sendall(start)
        self.drips += 1
        for _ in range(int(END / STEP)):
            if self._closed.wait(STEP):
                return
            connection.sendall(drop)
        self.spent += 1

    def in_tls(self, connection: socket.socket, stage: Stage) -> None:
        """Goes on over TLS."""
        with self._context.wrap_socket(connection, server_side=True) as encrypted:
            stage(self, encrypted)


def _handshake(server: DrippingServer, connection: socket.socket) -> None:
    connection.recv(_PIECE)
    server.drip(connection, _RECORD, b"\0")


def _tunnel(server: DrippingServer, connection: socket.socket) -> None:
    connection.recv(_PIECE)
    server.drip(connection, _TUNNEL[:14], b"n")


def _handshake_in_a_tunnel(server: DrippingServer, connection: socket.socket) -> None:
    connection.recv(_PIECE)
    connection.sendall(_TUNNEL)
    _handshake(server, connection)


def _responding(start: bytes, drop: bytes) -> Stage:
    def respond(server: DrippingServer, connection: socket.socket) -> None:
        connection.recv(_PIECE)
        server.drip(connection, start, drop)

    return respond


def _over_tls(stage: Stage) -> Stage:
    return lambda server, connection: server.in_tls(connection, stage)


STAGES: Mapping[str, Stage] = MappingProxyType(
    {
        "TLS handshake": _handshake,
        "response over TLS": _over_tls(_responding(*RESPONSES["status line"])),
        "tunnel of a proxy": _tunnel,
        "TLS handshake in a tunnel": _handshake_in_a_tunnel,
        "TLS handshake of a proxy": _handshake,
        "tunnel of a proxy with TLS": _over_tls(_tunnel),
        "TLS handshake in a tunnel with TLS": _over_tls(_handshake_in_a_tunnel),
    }
)
"""What a connection goes through before the bytes only drip; a proxy where the name speaks of a proxy or tunnel."""


def target_of(stage: str, address: str) -> tuple[str, dict[str, str]]:
    """Returns the URL to ask for, and the proxies, so that a client meets the server at an address."""
    if stage in RESPONSES:
        return f"http://{address}/", {}
    if "proxy" not in stage and "tunnel" not in stage:
        return f"https://{address}/", {}
    encrypted = "with TLS" in stage or "handshake of a proxy" in stage
    return "https://shop.test/", {"https": f"{'https' if encrypted else 'http'}://{address}"}
