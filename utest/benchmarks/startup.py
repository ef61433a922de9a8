"""What importing the library costs a dry run, in CPU time, beside no library and beside the peer.

Run it with ``uv run python utest/benchmarks/startup.py``. The three kinds of run take turns, so that a noisy machine
hurts them alike; the figure is the median of the paired differences.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 21
IMPORTS = {
    "no library": "",
    "SteadyAPI": "Library    SteadyAPI\n",
    "SteadyAPI.RequestsLibrary": "Library    SteadyAPI.RequestsLibrary    AS    RequestsLibrary\n",
    "RequestsLibrary (peer)": "Library    RequestsLibrary\n",
}
TEST = "*** Test Cases ***\nNothing Happens\n    No Operation\n"


def main() -> None:
    """Runs the dry runs in turn and prints a table."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        suites = {name: _suite(Path(folder), number, line) for number, (name, line) in enumerate(IMPORTS.items())}
        rounds = [{name: _cpu(suite, environment) for name, suite in suites.items()} for _ in range(ROUNDS + 1)][1:]
    print(f"{'dry run with':<28}{'CPU ms':>8}{'added ms':>10}")
    for name in IMPORTS:
        total = statistics.median(figures[name] for figures in rounds)
        added = statistics.median(figures[name] - figures["no library"] for figures in rounds)
        print(f"{name:<28}{total:>8.0f}{added:>10.1f}")


def _suite(folder: Path, number: int, line: str) -> Path:
    suite = folder / f"suite_{number}.robot"
    suite.write_text(f"*** Settings ***\nDocumentation    A dry run.\n{line}\n\n{TEST}")
    return suite


def _cpu(suite: Path, environment: dict[str, str]) -> float:
    """Returns the CPU time of one dry run in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    options = ["--dryrun", "--output", "NONE", "--log", "NONE", "--report", "NONE"]
    subprocess.run(
        [sys.executable, "-m", "robot", *options, str(suite)], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


if __name__ == "__main__":
    main()
