"""The most memory that a run of many requests takes, log and report written, beside a trivial keyword and the peer.

Run it with ``uv run python utest/benchmarks/peak_memory.py [requests] [rounds]``. Each run is a process of its own, as
``robot`` would be; the variants take turns, and the figure is the median over the rounds of the process's peak resident
memory (``VmHWM``). Robot Framework keeps a test until it ends, so that it matters how many tests make the requests.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
NATIVE = "Library    SteadyAPI\n"
DROP_IN = "Library    SteadyAPI.RequestsLibrary    AS    RequestsLibrary\n"
PEER = "Library    RequestsLibrary\n"
SESSION = "Create Session    shop    ${URL}"
CALL = "GET On Session    shop    /orders/7"
VARIANTS = {
    "trivial keyword": ("", "No Operation", "Trivial Get    ${URL}/orders/7"),
    "SteadyAPI": (NATIVE, SESSION, CALL),
    "drop-in": (DROP_IN, SESSION, CALL),
    "peer": (PEER, SESSION, CALL),
}
SHAPES = {"in one test": 1, "in 500 tests": 500}
HEAD = """\
*** Settings ***
Library    {here}/trivial.py
{library}
Suite Setup    {session}

*** Test Cases ***
"""
TEST = """\
Test {number}
    FOR    ${{i}}    IN RANGE    {count}
        {call}
    END
"""
# Robot Framework's own entry point, and what the process took by then.
RUN = """\
import sys
import robot
failed = robot.run_cli(sys.argv[1:], exit=False)
status = open("/proc/self/status").read().splitlines()
print(next(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
sys.exit(failed)
"""


def main() -> None:
    """Measures with all requests in one test, then in many tests."""
    count, rounds = (int(text) for text in (sys.argv[1:] + ["5000", "3"][len(sys.argv) - 1 :])[:2])
    command = [sys.executable, str(HERE / "origin_server.py")]
    with (
        tempfile.TemporaryDirectory() as name,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            url = f"http://127.0.0.1:{server.stdout.readline().strip() if server.stdout else ''}"
            for shape, tests in SHAPES.items():
                figures = [
                    {variant: measure(Path(name), variant, url, tests, count) for variant in VARIANTS}
                    for _ in range(rounds)
                ]
                show(f"{count} requests {shape}", figures)
        finally:
            server.terminate()


def show(title: str, figures: list[dict[str, float]]) -> None:
    """Prints the medians, and each variant beside the peer of the same round."""
    print(f"{title:<30}{'peak MB':>8}{'of peer':>9}")
    for variant in VARIANTS:
        peak = statistics.median(each[variant] for each in figures)
        share = statistics.median(each[variant] / each["peer"] for each in figures)
        print(f"{variant:<30}{peak:>8.1f}{share:>9.2f}")


def measure(folder: Path, name: str, url: str, tests: int, count: int) -> float:
    """Returns the peak memory of a run in MB."""
    library, session, call = VARIANTS[name]
    suite = folder / "peak.robot"
    body = "".join(TEST.format(number=number, count=count // tests, call=call) for number in range(tests))
    suite.write_text(HEAD.format(here=HERE, library=library, session=session) + body)
    command = [sys.executable, "-c", RUN, "--outputdir", str(folder), "--variable", f"URL:{url}", str(suite)]
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(ended.stderr.split()[-1]) * 1024 / 1e6


if __name__ == "__main__":
    main()
