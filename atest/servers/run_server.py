"""A server that every suite of the run shares."""

from collections.abc import Callable
from http.server import ThreadingHTTPServer
from threading import Thread


class RunServer:
    """A library over a server: started when a suite first asks for it, stopped at the end of the run."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, make: Callable[[], ThreadingHTTPServer]) -> None:
        self.ROBOT_LIBRARY_LISTENER = self
        self._make = make
        self._server: ThreadingHTTPServer | None = None

    def base_url(self) -> str:
        """Starts the server, unless it runs, and returns its base URL."""
        if self._server is None:
            self._server = self._make()
            self._server.daemon_threads = True
            Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        """Stops the server."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
