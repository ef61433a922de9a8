"""The demo server: starts and stops the shop in this process."""

import secrets
from collections.abc import Callable
from threading import Thread
from typing import Protocol, Self

from SteadyAPI.demo.server.application import Application
from SteadyAPI.demo.server.http_server import ShopListener

POLL_SECONDS = 0.02
"""How often the accept loop looks whether it should end: the time that stopping takes."""


class Listener(Protocol):
    """What the server needs of a listener."""

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
        listen: Callable[[int, Application], Listener] = ShopListener,
    ) -> None:
        self.password = password or secrets.token_urlsafe(18)
        self.client_secret = client_secret or secrets.token_urlsafe(18)
        self._port = port
        self._listen = listen
        self._application = Application(self.password, self.client_secret)
        self._listener: Listener | None = None

    @property
    def base_url(self) -> str:
        """Where the shop answers, such as ``http://127.0.0.1:49152``; empty while it is stopped."""
        return f"http://127.0.0.1:{self._listener.server_port}" if self._listener else ""

    @property
    def tokens(self) -> list[str]:
        """Every token handed out so far, for tests that look for them in a log."""
        return self._application.issued_tokens()

    def start(self) -> str:
        """Starts the shop unless it runs already, and returns its base URL; requests are taken from that moment on.

        Raises:
            OSError: the port is taken or not allowed.
        """
        if self._listener is None:
            self._listener = self._listen(self._port, self._application)
            serve = self._listener.serve_forever
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
            ExceptionGroup: the shop itself failed while it answered; carries what went wrong.
        """
        listener, self._listener = self._listener, None
        if listener is None:
            return
        listener.shutdown()
        listener.server_close()
        if listener.crashes:
            message = "the demo server failed while it answered"
            raise ExceptionGroup(message, listener.crashes)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_failure: object) -> None:
        self.stop()
