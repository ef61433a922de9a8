"""The demo server as a Robot Framework library."""

from collections.abc import Callable

from robot.api.deco import keyword, library

from SteadyAPI.demo.server.server import DemoServer
from SteadyAPI.robot_compat import Secret


@library(scope="GLOBAL", listener="SELF")
class DemoShop:
    """Starts a small shop API on 127.0.0.1 inside the test run, for trying things out and for tests of tests.

    It has users, products, orders behind bearer tokens, and paths that misbehave on purpose. It stops by itself at the
    end of the run.
    """

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, open_server: Callable[..., DemoServer] = DemoServer) -> None:
        self._open_server = open_server
        self._server: DemoServer | None = None

    @keyword(tags=("Demo",))
    def start_demo_server(
        self, *, password: Secret | str | None = None, client_secret: Secret | str | None = None
    ) -> str:
        """Starts the shop, unless it runs already, and returns its base URL.

        Args:
            password: the password of the users ``ada`` and ``grace``; random unless given.
            client_secret: the secret of the client ``tour``; random unless given.

        Returns:
            The base URL, such as ``http://127.0.0.1:49152``.
        """
        if self._server is None:
            server = self._open_server(password=_plain(password), client_secret=_plain(client_secret))
            server.start()
            self._server = server
        return self._server.base_url

    @keyword(tags=("Demo",))
    def stop_demo_server(self) -> None:
        """Stops the shop and closes its connections; does nothing when it is stopped."""
        server, self._server = self._server, None
        if server is not None:
            server.stop()

    @keyword(tags=("Demo",))
    def get_demo_password(self) -> Secret:
        """Returns the password of the users ``ada`` and ``grace`` as a secret."""
        return Secret(self._running().password)

    @keyword(tags=("Demo",))
    def get_demo_client_secret(self) -> Secret:
        """Returns the secret of the client ``tour`` as a secret."""
        return Secret(self._running().client_secret)

    @keyword(tags=("Demo",))
    def get_demo_tokens(self) -> list[Secret]:
        """Returns every token that the shop handed out so far, as secrets: for tests that look for them in a log."""
        return [Secret(token) for token in self._running().tokens]

    def close(self) -> None:
        """Stops the shop at the end of the run."""
        self.stop_demo_server()

    def _running(self) -> DemoServer:
        if self._server is None:
            raise RuntimeError("expected a running demo server, got none; write Start Demo Server first")
        return self._server


def _plain(secret: Secret | str | None) -> str:
    return secret.value if isinstance(secret, Secret) else secret or ""
