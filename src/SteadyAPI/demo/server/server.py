"""The demo server: starts and stops the shop in this process."""

import secrets
from collections.abc import Callable
from threading import Thread
from typing import Protocol, Self

from SteadyAPI.demo.server.application import Application
from SteadyAPI.demo.server.http_server import ShopHttpServer

POLL_SECONDS = 0.02
"""How often the accept loop looks whether it should end: the time that stopping takes."""


class HttpServer(Protocol):
    """What the demo server needs of an HTTP server."""

    crashes: list[Exception]
    server_port: int

    def serve_forever(self, _poll_interval: float = 0.5, /) -> None:
        """Serves until ``shutdown`` is called."""

    def shutdown(self) -> None:
        """Ends ``serve_forever``."""

    def server_close(self) -> None:
        """Closes all sockets."""


class DemoServer:
    """A shop API on 127.0.0.1; use it as a context manager, or call ``start`` and ``stop``.

    Args:
        port: the port to listen on; 0 takes any free one.
        password: the password of the user ``ada``; random unless given.
        client_secret: the secret of the client ``tour``; random unless given.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        password: str = "",
        client_secret: str = "",
        listen: Callable[[int, Application], HttpServer] = ShopHttpServer,
    ) -> None:
        self.password = password or secrets.token_urlsafe(18)
        self.client_secret = client_secret or secrets.token_urlsafe(18)
        self._port = port
        self._listen = listen
        self._application = Application(self.password, self.client_secret)
        self._http_server: HttpServer | None = None

    @property
    def base_url(self) -> str:
        """The shop's address, such as ``http://127.0.0.1:49152``; empty while it is stopped."""
        return f"http://127.0.0.1:{self._http_server.server_port}" if self._http_server else ""

    @property
    def tokens(self) -> list[str]:
        """Every token handed out so far, for tests that look for them in a log."""
        return self._application.issued_tokens()

    def start(self) -> str:
        """Starts the shop unless it runs already, and returns its base URL; requests are taken from that moment on.

        Raises:
            OSError: the port is taken or not allowed.
        """
        if self._http_server is None:
            self._http_server = self._listen(self._port, self._application)
            serve = self._http_server.serve_forever
            Thread(
                target=serve,
                args=(POLL_SECONDS,),
                name="SteadyAPI demo server",
                daemon=True,
            ).start()
        return self.base_url

    def stop(self) -> None:
        """Stops the shop and closes its connections; does nothing when it is stopped.

        Raises:
            ExceptionGroup: the shop itself failed while it handled a request; carries what went wrong.
        """
        http_server, self._http_server = self._http_server, None
        if http_server is None:
            return
        http_server.shutdown()
        http_server.server_close()
        if http_server.crashes:
            message = "the demo server failed while it answered"
            raise ExceptionGroup(message, http_server.crashes)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_failure: object) -> None:
        self.stop()
