"""A server process of the test run, on free ports of the loopback interface."""

import http.client
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

LOOPBACK = "127.0.0.1"
TRIES = 3
START_LIMIT = 120.0
STOP_LIMIT = 30.0
PAUSE = 0.02
LAST_LINES = 15


def free_ports(count: int) -> list[int]:
    """Returns ``count`` different ports of the loopback interface that nothing listens on."""
    with ExitStack() as sockets:
        held = [sockets.enter_context(socket.socket()) for _ in range(count)]
        for one in held:
            one.bind((LOOPBACK, 0))
        return [int(one.getsockname()[1]) for one in held]


def status(port: int, path: str) -> int | None:
    """Returns the HTTP status of ``GET path`` without TLS, or ``None`` when nothing responds."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


class Child:
    """A started process that serves HTTP on ``port``; it is stopped by its own process id.

    What it prints goes to ``log``. It is ready when ``GET ready`` gets a status of ``worst`` at most; by
    default that is any without an error.
    """

    def __init__(self, command: Sequence[str | Path], log: Path, port: int, ready: str, worst: int = 399) -> None:
        self._log = log
        self._ready = ready
        self._worst = worst
        self.port = port
        # In the log's folder, because some servers leave files where they are started.
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=self._log.parent
            )

    def is_ready(self) -> bool:
        """Waits until the process responds; returns false when it ended before, or takes too long."""
        deadline = time.monotonic() + START_LIMIT
        while self._process.poll() is None and time.monotonic() < deadline:
            got = status(self.port, self._ready)
            if got is not None and got <= self._worst:
                return True
            time.sleep(PAUSE)
        return False

    def last_words(self) -> str:
        """Returns the end of what the process printed."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-LAST_LINES:])

    def stop(self) -> None:
        """Ends the process and waits until it is gone."""
        self._process.terminate()
        try:
            self._process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(STOP_LIMIT)


def running(launch: Callable[[], Child]) -> Child:
    """Returns a child that is ready.

    ``launch`` starts it on ports that are free now. Another program can take one of them first: then the child ends,
    and ``launch`` is called again.
    """
    words = ""
    for _ in range(TRIES):
        child = launch()
        if child.is_ready():
            return child
        child.stop()
        words = child.last_words()
    message = f"A server of the acceptance suites didn't start. The end of its log:\n{words}"
    raise RuntimeError(message)
