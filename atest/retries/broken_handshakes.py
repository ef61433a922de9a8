"""Listeners that break TLS in the handshake."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable

LOOPBACK = "127.0.0.1"


class BrokenHandshakes:
    """Accepts, reads the first bytes of the client, and breaks off in one of several ways, for every connection."""

    def __init__(self, how: str) -> None:
        self._break = _WAYS[how]
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port = int(self._listener.getsockname()[1])
        self.connections = 0
        self._silent: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stops listening."""
        # Closing alone doesn't wake the thread that waits in accept.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)
        for connection in self._silent:
            connection.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                connection.recv(4096)
                self._break(connection)
                self._silent.append(connection)


def _end(connection: socket.socket) -> None:
    connection.close()


def _text(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    connection.close()


def _drip(connection: socket.socket) -> None:
    """Begins a record of 16 KB, and sends a byte of it now and then, until the client has gone."""
    record = b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc"
    with contextlib.suppress(OSError):
        for byte in record + bytes(1000):
            connection.sendall(bytes((byte,)))
            time.sleep(0.02)


def _alert(connection: socket.socket) -> None:
    """Sends a fatal alert of TLS 1.2, unexpected_message."""
    connection.sendall(b"\x15\x03\x03\x00\x02\x02\x0a")
    connection.shutdown(socket.SHUT_WR)


def _words(connection: socket.socket) -> None:
    body = b"The plain HTTP request was sent to HTTPS port"
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
    connection.shutdown(socket.SHUT_WR)


def _silence(connection: socket.socket) -> None:
    connection.settimeout(None)


_WAYS: dict[str, Callable[[socket.socket], None]] = {
    "end": _end,
    "text": _text,
    "silence": _silence,
    "drip": _drip,
    "alert": _alert,
    "words": _words,
}
