"""Debian's nginx in front of an application: TLS, a genuine rate limit, and an access log that tells the truth."""

import itertools
import os
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from authority import Authority
from child import Child, free_ports, running, status

LOG_LIMIT = 60.0
PAUSE = 0.01
HERE = Path(__file__).parent
# Paths that the server ``mark`` serves, and no other.
MARK = "/mark/"
# One server of nginx.conf each; ``mark`` speaks plain HTTP, the others speak TLS.
SERVERS: Final[tuple[str, ...]] = ("mark", "open", "limited", "paced", "exhausted", "expired")


def program() -> str:
    """Returns the path of nginx, which Debian keeps in a folder that is not on every user's path."""
    places = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    found = shutil.which("nginx", path=places)
    if found is None:
        message = "nginx is not installed, and the suites in atest/real need it. Install it: .ci/install"
        raise RuntimeError(message)
    return found


class NginxServer:
    """An nginx with one listening port for each server of ``nginx.conf``; ``ports`` holds them by name."""

    def __init__(self, folder: Path, logs: Path, authority: Authority, application: int) -> None:
        self._folder = folder
        self._access_log = logs / "nginx-access.log"
        self._error_log = logs / "nginx-error.log"
        self._marks = itertools.count(1)
        valid = authority.certificate("valid")
        expired = authority.certificate("expired", expires=datetime.now(UTC) - timedelta(days=1))
        self._words = {
            "folder": folder,
            "access_log": self._access_log,
            "error_log": self._error_log,
            "kinto": application,
            "chain": valid.chain,
            "key": valid.key,
            "expired_chain": expired.chain,
            "expired_key": expired.key,
        }
        self.ports: dict[str, int] = {}
        self._child = running(self._launch)

    def _launch(self) -> Child:
        shutil.copy(HERE / "too_many_requests.conf", self._folder)
        self.ports = dict(zip(SERVERS, free_ports(len(SERVERS)), strict=True))
        settings = self._folder / "nginx.conf"
        settings.write_text(self._settings(), encoding="utf-8")
        command: list[str | Path] = [program(), "-p", self._folder, "-e", self._error_log, "-c", settings]
        return Child(command, self._error_log, self.ports["mark"], ready=f"{MARK}0")

    def _settings(self) -> str:
        text = (HERE / "nginx.conf").read_text(encoding="utf-8")
        for word, value in {**self._words, **self.ports}.items():
            text = text.replace("{{" + word + "}}", str(value))
        return text

    def exchanges(self) -> list[str]:
        """Returns every exchange finished until now, in order, as ``METHOD /path status`` lines.

        nginx writes a line just after the client has its response. It is one process and writes in order, so the lines
        are complete when the line of a request made now is there.
        """
        path = f"{MARK}{next(self._marks)}"
        status(self.ports["mark"], path)
        deadline = time.monotonic() + LOG_LIMIT
        while time.monotonic() < deadline:
            lines = self._access_log.read_text(encoding="utf-8").splitlines()
            if f"GET {path} 204" in lines:
                return [line for line in lines if f" {MARK}" not in line]
            time.sleep(PAUSE)
        message = f"nginx didn't write the line of GET {path} to {self._access_log} in {LOG_LIMIT:g} s."
        raise RuntimeError(message)

    def stop(self) -> None:
        """Ends the server."""
        self._child.stop()
