"""The server of many requests at once, and runs of Robot Framework against it, as a library."""

import json
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from robot.api import ExecutionResult
from robot.api.deco import keyword, library

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "utest"))

from crowd import CrowdServer, crowd_server  # noqa: E402  found beside the unit tests

LONGEST_RUN = 300.0
_LOOK = 0.02


@library(scope="GLOBAL", listener="SELF")
class Crowd:
    """Starts the server in a process of its own, and stops it at the end of the run."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._server: CrowdServer | None = None

    @keyword
    def start_crowd_server(self) -> CrowdServer:
        """Starts the server unless it runs; returns its ``url``, its ``tls_url`` and the ``ca`` of its certificate."""
        if self._server is None:
            folder = self._stack.enter_context(tempfile.TemporaryDirectory())
            self._server = self._stack.enter_context(crowd_server(Path(folder)))
        return self._server

    @keyword
    def run_inner(self, suite: str, output: str, *options: str) -> dict[str, Any]:
        """Runs a suite of ``_inner`` to its end, and returns its tests by their names, and its records."""
        with subprocess.Popen(self._command("robot", suite, output, options)) as process:
            try:
                process.wait(LONGEST_RUN)
            except subprocess.TimeoutExpired:
                # Python's fault handler then prints where each of its threads is.
                process.send_signal(signal.SIGABRT)
                raise
        return _outcome(output)

    @keyword
    def run_inner_in_parallel(self, suite: str, output: str, processes: int) -> dict[str, Any]:
        """Runs a suite with pabot, a process for each test, and returns its tests by their names."""
        command = self._command("pabot.pabot", suite, output, ())
        own = ["--command", sys.executable, "-m", "robot", "--end-command"]
        command[5:5] = ["--processes", str(processes), "--testlevelsplit", *own]
        subprocess.run(command, check=False, timeout=LONGEST_RUN)
        return _outcome(output)

    @keyword
    def run_inner_and_interrupt(self, suite: str, output: str, count: int, name: str) -> dict[str, Any]:
        """Runs a suite, presses Ctrl-C when so many requests of a name have come, and returns its tests and records."""
        with subprocess.Popen(self._command("robot", suite, output, ())) as process:
            until = time.monotonic() + LONGEST_RUN
            while self._count(name) < count and time.monotonic() < until:
                time.sleep(_LOOK)
            process.send_signal(signal.SIGINT)
            process.wait(LONGEST_RUN)
        return _outcome(output)

    def _command(self, runner: str, suite: str, output: str, options: tuple[str, ...]) -> list[str]:
        url = self.start_crowd_server().url
        arguments = ["--outputdir", output, "--variable", f"CROWD:{url}", *options, str(HERE / "_inner" / suite)]
        return [sys.executable, "-X", "faulthandler", "-m", runner, *arguments]

    def _count(self, name: str) -> int:
        with urlopen(f"{self.start_crowd_server().url}/count/{name}", timeout=LONGEST_RUN) as response:
            return int(json.load(response)["count"])

    def close(self) -> None:
        """Stops the server."""
        self._stack.close()


def _outcome(output: str) -> dict[str, Any]:
    folder = Path(output)
    tests = {
        test.name: {"passed": test.passed, "message": test.message, "seconds": test.elapsed_time.total_seconds()}
        for test in ExecutionResult(folder / "output.xml").suite.all_tests
    }
    lines = [line for file in folder.rglob("api-requests.jsonl") for line in file.read_text().splitlines()]
    records = [json.loads(line) for line in lines]
    requests = [record for record in records if record["kind"] == "request"]
    log = (folder / "output.xml").read_text(encoding="utf-8")
    return {"tests": tests, "requests": requests, "log": log}
