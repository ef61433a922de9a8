"""What importing the library, the drop-in or the listener adds to a dry run, in CPU time, beside the peer.

Run it with ``uv run poe start-up``. The kinds of run take turns, so that a noisy machine hurts them alike; the figure
is the median of the paired differences. A second table has runs that send one request: what a dry run no longer pays
must not be paid by them instead.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 21
NOTHING = "No Operation"
LISTENER = ["--listener", "SteadyAPI.Redactor"]
DRY = {
    "no library": ("", NOTHING, []),
    "SteadyAPI": ("Library    SteadyAPI", NOTHING, []),
    "SteadyAPI.RequestsLibrary": ("Library    SteadyAPI.RequestsLibrary", NOTHING, []),
    "SteadyAPI.Redactor, the listener": ("", NOTHING, LISTENER),
    "RequestsLibrary (peer)": ("Library    RequestsLibrary", NOTHING, []),
}
REAL = {
    "no library": ("", NOTHING, []),
    "SteadyAPI": ("Library    SteadyAPI", "GET    {url}", []),
    "SteadyAPI.RequestsLibrary": ("Library    SteadyAPI.RequestsLibrary", "GET    {url}", []),
    "SteadyAPI.Redactor, no request": ("", NOTHING, LISTENER),
    "RequestsLibrary (peer)": ("Library    RequestsLibrary", "GET    {url}", []),
}


class Handler(BaseHTTPRequestHandler):
    """Responds to every GET with a little JSON."""

    def do_GET(self) -> None:
        """Responds."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "13")
        self.end_headers()
        self.wfile.write(b'{"id": 12345}')

    def log_message(self, *_: object) -> None:
        """Logs nothing."""


def main() -> None:
    """Runs both kinds of runs and prints a table of each."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        _table("dry run with", DRY, Path(folder), ["--dryrun", "--output", "NONE", "--log", "NONE", "--report", "NONE"])
        url = f"http://127.0.0.1:{server.server_port}/"
        real = {name: (library, step.format(url=url), options) for name, (library, step, options) in REAL.items()}
        _table("run of one GET with", real, Path(folder), ["--outputdir", f"{folder}/out"])
    server.shutdown()


def _table(title: str, kinds: Mapping[str, tuple[str, str, list[str]]], folder: Path, options: list[str]) -> None:
    commands = {}
    for number, (name, (library, step, further)) in enumerate(kinds.items()):
        suite = folder / f"suite_{number}.robot"
        suite.write_text(
            f"*** Settings ***\nDocumentation    A run.\n{library}\n\n*** Test Cases ***\nIt Runs\n    {step}\n"
        )
        commands[name] = [sys.executable, "-m", "robot", *options, *further, str(suite)]
    rounds = [{name: _cpu(command) for name, command in commands.items()} for _ in range(ROUNDS + 1)][1:]
    print(f"{title:<34}{'CPU ms':>8}{'added ms':>10}")
    for name in kinds:
        total = statistics.median(figures[name] for figures in rounds)
        added = statistics.median(figures[name] - figures["no library"] for figures in rounds)
        print(f"{name:<34}{total:>8.0f}{added:>10.1f}")
    print()


def _cpu(command: list[str]) -> float:
    """Returns the CPU time of one run in milliseconds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


if __name__ == "__main__":
    main()
