"""The servers of the acceptance suites in this folder, as a Robot Framework library."""

import os
import secrets
from pathlib import Path
from typing import NamedTuple

from authority import Authority
from kinto_server import KintoServer
from nginx_server import NginxServer
from robot.api.deco import keyword, library
from robot.libraries.BuiltIn import BuiltIn
from until_the_end import UntilTheEnd

from SteadyAPI.demo.environment import environment
from SteadyAPI.robot_compat import Secret

LOOPBACK = "127.0.0.1,localhost"
LOGS = ("kinto.log", "nginx-access.log", "nginx-error.log")


class Running(NamedTuple):
    """The servers of this run."""

    authority: Authority
    nginx: NginxServer


@library(scope="GLOBAL", listener="SELF")
class Servers:
    """Kinto behind nginx, started when the first suite asks for it and stopped at the end of the run.

    Everything listens on free ports of 127.0.0.1. What the servers log is in the output directory: ``kinto.log``,
    ``nginx-access.log`` and ``nginx-error.log``.
    """

    def __init__(self) -> None:
        self._until_the_end = UntilTheEnd()
        self._running: Running | None = None
        self._seen = 0

    @keyword
    def start_kinto_behind_nginx(self) -> dict[str, str]:
        """Starts the servers unless they run already, and returns where they are.

        ``open``, ``limited``, ``paced``, ``exhausted`` and ``expired`` are base URLs of the same Kinto: without a
        limit, limited to one request in three seconds, in one second, in a minute, and with an expired certificate.
        ``authority`` is the path of the certificate to trust.
        """
        if self._running is None:
            self._running = self._started()
        authority, nginx = self._running
        urls = {name: f"https://127.0.0.1:{port}/v1" for name, port in nginx.ports.items() if name != "mark"}
        return {**urls, "authority": str(authority.bundle)}

    def _started(self) -> Running:
        logs = Path(str(BuiltIn().get_variable_value("${OUTPUT DIR}")))
        # A line that an earlier run left in the same folder would count as one of this run.
        for old in (logs / name for name in LOGS):
            old.unlink(missing_ok=True)
        # A proxy that this machine uses for the internet doesn't reach servers on its loopback interface.
        direct = {name: f"{os.environ.get(name, '')},{LOOPBACK}".lstrip(",") for name in ("NO_PROXY", "no_proxy")}
        self._until_the_end.enter_context(environment(**direct))
        folder = self._until_the_end.folder()
        authority = Authority(folder)
        kinto = KintoServer(folder, logs / "kinto.log")
        self._until_the_end.callback(kinto.stop)
        nginx = NginxServer(folder, logs, authority, kinto.port)
        self._until_the_end.callback(nginx.stop)
        return Running(authority, nginx)

    def close(self) -> None:
        """Stops the servers; Robot Framework calls it at the end of the run."""
        self._until_the_end.close()
        self._running = None

    @keyword
    def unique_name(self, purpose: str) -> str:
        """Returns a name that starts with ``purpose`` and that no other test has."""
        return f"{purpose}-{secrets.token_hex(4)}"

    @keyword
    def new_password(self, ending: str = "") -> Secret:
        """Returns a random password; ``ending`` adds characters that it must have."""
        return Secret(secrets.token_urlsafe(12) + ending)

    @keyword
    def start_counting_exchanges(self) -> None:
        """Forgets what nginx has served until now."""
        self._seen = len(self._exchanges())

    @keyword
    def exchanges_should_be(self, *expected: str) -> None:
        """Fails unless nginx served exactly these exchanges since it was told to start counting.

        Each is written as it stands in nginx's access log: ``GET /v1/ 200``.
        """
        got = self._exchanges()[self._seen :]
        if got != list(expected):
            lines = "\n  ".join(["Expected nginx to serve", *expected])
            lines += "\n  ".join(["\nit served", *got])
            raise AssertionError(lines)

    def _exchanges(self) -> list[str]:
        if self._running is None:
            message = "The servers don't run. Call the keyword Start Kinto Behind Nginx first."
            raise RuntimeError(message)
        return self._running.nginx.exchanges()
