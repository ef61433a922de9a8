"""The HTTP server of the demo shop: its listening socket, and the connections it accepted."""

import socket
import sys
from contextlib import suppress
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Lock
from typing import Any

from SteadyAPI.demo.server.application import Application
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.request_handler import RequestHandler
from SteadyAPI.demo.server.response import Response


class ShopHttpServer(ThreadingHTTPServer):
    """Accepts connections on 127.0.0.1, one thread each, and closes them all when it is closed."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, application: Application) -> None:
        self._application = application
        self._closing = Event()
        self._lock = Lock()
        self._accepted: set[Any] = set()
        self.crashes: list[Exception] = []
        super().__init__(("127.0.0.1", port), RequestHandler)

    def respond(self, request: Request) -> Response:
        """Returns the application's response."""
        return self._application.respond(request)

    def pause(self, seconds: float) -> None:
        """Waits, or returns at once when the server is being closed."""
        self._closing.wait(seconds)

    def server_bind(self) -> None:
        """Binds without asking the name service for the name of 127.0.0.1, which can take seconds."""
        TCPServer.server_bind(self)
        host, port = self.socket.getsockname()
        self.server_name, self.server_port = str(host), int(port)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remembers the connection, then serves it in a thread."""
        with self._lock:
            self._accepted.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Closes a connection; without the parent's half-close, which would turn a reset into a normal end."""
        with self._lock:
            self._accepted.discard(request)
        self.close_request(request)

    def server_close(self) -> None:
        """Closes the listening socket and every connection still open, idle ones included."""
        self._closing.set()
        super().server_close()
        with self._lock:
            accepted = list(self._accepted)
        for connection in accepted:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the parent's signature
        """Keeps what went wrong in the shop itself; a client that hangs up is no news."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError | TimeoutError):
            self.crashes.append(error)
