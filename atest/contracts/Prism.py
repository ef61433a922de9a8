"""Prism (https://stoplight.io/open-source/prism) as a second opinion: it mocks and judges by the same documents."""

import http.client
import socket
import subprocess
import time
from pathlib import Path

from corpus import HOME
from robot.api.deco import keyword, library

LOOPBACK = "127.0.0.1"
START_LIMIT = 60.0
STOP_LIMIT = 5.0
PAUSE = 0.05


@library(scope="SUITE", listener="SELF")
class Prism:
    """Starts Prism on free ports of 127.0.0.1 and stops it at the end of the suite."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    @keyword
    def start_mock(self, document: Path) -> str:
        """Starts a service that answers as a document describes, and returns its base URL."""
        return self._start("mock", document)

    @keyword
    def start_judge(self, document: Path, service: str) -> str:
        """Starts a proxy in front of a service and returns its base URL.

        It passes answers on, and says in the header ``sl-violations`` what a document does not describe of them.
        """
        return self._start("proxy", document, service)

    def close(self) -> None:
        """Stops what was started."""
        for process in self._running:
            process.terminate()
            try:
                process.wait(STOP_LIMIT)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, mode: str, document: Path, *service: str) -> str:
        port = _free_port()
        prism = HOME / ".cache" / "prism" / "node_modules" / ".bin" / "prism"
        command = [str(prism), mode, "-h", LOOPBACK, "-p", str(port), str(document), *service]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._running.append(process)
        deadline = time.monotonic() + START_LIMIT
        while process.poll() is None and time.monotonic() < deadline:
            if _answers(port):
                return f"http://{LOOPBACK}:{port}"
            time.sleep(PAUSE)
        raise AssertionError(f"Prism did not start within {START_LIMIT:.0f} s: {' '.join(command)}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        return int(one.getsockname()[1])


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
