"""Servers that break as ordered, and runs of their own, as a Robot Framework library."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from broken_handshakes import BrokenHandshakes
from fault_server import FaultServer, ReceivedRequest
from robot.api import ExecutionResult
from robot.api.deco import keyword, library

HERE = Path(__file__).parent
LONGEST_RUN = 300.0


@library(scope="GLOBAL", listener="SELF")
class FaultServers:
    """Starts them on free ports of 127.0.0.1 and stops them at the end of the run."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._faults: FaultServer | None = None
        self._handshakes: dict[str, BrokenHandshakes] = {}
        self._process: subprocess.Popen[str] | None = None
        self._runs: list[subprocess.Popen[bytes]] = []

    @keyword
    def start_fault_server(self) -> str:
        """Starts the server unless it runs, forgets what it has seen, and returns its base URL."""
        if self._faults is None:
            self._faults = FaultServer()
            self._faults.start()
        self._faults.reset()
        return f"http://127.0.0.1:{self._faults.port}"

    @keyword
    def arrivals_at(self, name: str) -> list[ReceivedRequest]:
        """Returns the requests that came for a name, in order."""
        assert self._faults is not None
        self._faults.catch_up()
        return [request for request in self._faults.received if request.name == name]

    @keyword
    def server_should_have_seen(self, count: int, name: str) -> None:
        """Fails unless that many requests came for a name."""
        seen = len(self.arrivals_at(name))
        if seen != count:
            raise AssertionError(f"Expected {count} requests for /{name}, the server saw {seen}.")

    @keyword
    def start_broken_handshakes(self, how: str) -> str:
        """Starts a listener that breaks TLS in a way of ``broken_handshakes``, and returns its base URL."""
        if how not in self._handshakes:
            self._handshakes[how] = BrokenHandshakes(how)
        return f"https://127.0.0.1:{self._handshakes[how].port}"

    @keyword
    def handshakes_begun(self, how: str) -> int:
        """Returns how many connections were made to a listener that breaks TLS."""
        return self._handshakes[how].connections

    @keyword
    def start_server_process(self) -> str:
        """Starts a fault server as a process that can be paused, and returns its base URL."""
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "fault_server.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        return f"http://127.0.0.1:{int(self._process.stdout.readline())}"

    @keyword
    def pause_server_process(self) -> None:
        """Pauses the process (SIGSTOP): its port still accepts, and nothing responds."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGSTOP)
        # The signal was sent; until it has arrived, the process may respond to one more request.
        os.waitid(os.P_PID, self._process.pid, os.WSTOPPED)

    @keyword
    def continue_server_process(self) -> None:
        """Lets the process go on."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGCONT)

    @keyword
    def stop_server_process(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self.continue_server_process()
            self._process.communicate(timeout=LONGEST_RUN)
            self._process = None

    @keyword
    def begin_run(self, suite: Path, output: Path, *options: str) -> int:
        """Starts Robot Framework on a suite as a process of its own and returns the number of the run."""
        command = [sys.executable, "-m", "robot", "--console", "none", "--outputdir", str(output), *options, str(suite)]
        self._runs.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        return len(self._runs) - 1

    @keyword
    def end_run(self, number: int, output: Path) -> dict[str, Any]:
        """Waits for a run and returns its exit code ``rc``, its root ``suite`` and its tests by name."""
        code = self._runs[number].wait(LONGEST_RUN)
        suite = ExecutionResult(str(output / "output.xml")).suite
        return {"rc": code, "suite": suite, "tests": {test.name: test for test in suite.all_tests}}

    @keyword
    def run_suite(self, suite: Path, output: Path, *options: str) -> dict[str, Any]:
        """Runs a suite and returns its exit code ``rc``, its root ``suite``, its tests by name and its time."""
        started = time.monotonic()
        outcome = self.end_run(self.begin_run(suite, output, *options), output)
        return {**outcome, "seconds": time.monotonic() - started}

    @keyword
    def seconds_waited(self, output: Path) -> float:
        """Returns how many seconds the requests of a run waited before they were tried again."""
        lines = (output / "api-requests.jsonl").read_text(encoding="utf-8").splitlines()
        return sum(attempt.get("waited", 0.0) for line in lines for attempt in json.loads(line).get("tries", ()))

    def close(self) -> None:
        """Stops everything at the end of the run."""
        self.stop_server_process()
        for run in self._runs:
            if run.poll() is None:
                run.kill()
        for listener in self._handshakes.values():
            listener.stop()
        self._handshakes.clear()
        if self._faults is not None:
            self._faults.stop()
            self._faults = None
