"""How much faster many requests at once are, through Robot Framework, with log and records on.

Run it with ``uv run poe crowd-speed``; it takes two minutes. nginx waits, and costs next to nothing. Each kind runs
``crowd_speed.robot`` in a process of its own: requests one by one with ``GET``, then at once with ``Send Each
Concurrently``, with bare threads over ``requests.Session``, and with robotframework-parallel-requests where it is
installed beside. ``crowd_speed.py parallel`` compares a suite of 200 requests with the same one in four processes.

100 requests at 16 take seven rounds, 200 take 13, 480 take 30: where a round takes no longer than a request that is
sent alone, they are 14.3, 15.4 and 16 times as fast at most, and at 32 they are 25, 28.6 and 32 times as fast.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from robot.api import ExecutionResult

sys.path.insert(0, str(Path(__file__).parents[1]))

from waiting_server import waiting_server

SUITE = Path(__file__).with_suffix(".robot")
KINDS = ("SteadyAPI", "Bare Threads", "Parallel Requests")
WIDTHS = (16, 32)
COUNTS = (100, 200, 480)
ALONE, CPU_REQUESTS = 100, 2_000
BUSY = str(Path(__file__).parents[2] / "atest" / "concurrency" / "_inner" / "busy.robot")
PABOT = [
    "pabot.pabot",
    "--processes",
    "4",
    "--testlevelsplit",
    "--command",
    sys.executable,
    "-m",
    "robot",
    "--end-command",
]


def measure(url: str, kind: str, width: int) -> tuple[float, dict[int, float], float] | str:
    """Runs the suite with one kind.

    Returns:
        The seconds of a request that is sent alone, the median seconds of each number of requests at once, and the CPU
        seconds of a request; or why there are none.
    """
    with tempfile.TemporaryDirectory() as folder:
        given = ["--outputdir", folder, "--variable", f"URL:{url}", "--variable", f"KIND:{kind}"]
        given += ["--variable", f"WIDTH:{width}", "--log", "NONE", "--report", "NONE", str(SUITE)]
        subprocess.run([sys.executable, "-m", "robot", *given], stdout=subprocess.DEVNULL, check=False)
        tests = {test.name: test for test in ExecutionResult(Path(folder) / "output.xml").suite.tests}
        if failed := [test.message for test in tests.values() if not test.passed]:
            return str(failed[0].splitlines()[0])
        cpu = float((Path(folder) / "seconds").read_text(encoding="ascii")) / CPU_REQUESTS
    at_once = {}
    for count in COUNTS:
        (five_times,) = tests[f"{count} At Once"].body
        rounds = next(step for step in five_times.body if step.type == "FOR").body
        at_once[count] = statistics.median(each.elapsed_time.total_seconds() for each in rounds)
    return tests["One By One"].elapsed_time.total_seconds() / ALONE, at_once, cpu


def speed(url: str) -> None:
    """Compares the kinds."""
    print("20 ms each, times as fast as one by one; median of five rounds")
    print(f"{'':20}at once  alone ms{''.join(f'{count:>16}' for count in COUNTS)}   CPU of a request")
    for width in WIDTHS:
        for kind in KINDS:
            found = measure(url, kind, width)
            if isinstance(found, str):
                print(f"{kind:20}{width:>7}   not measured: {found}")
                continue
            alone, at_once, cpu = found
            shown = "".join(f"{took * 1000:>7.0f} ms{alone * each / took:>6.1f}" for each, took in at_once.items())
            print(f"{kind:20}{width:>7}{alone * 1000:>10.1f}{shown}{cpu * 1e6:>15.0f} µs")


def parallel(url: str) -> None:
    """Compares a suite of 200 requests, one by one and in batches, in one process and in four of pabot."""
    with tempfile.TemporaryDirectory() as folder:
        idle = Path(folder) / "idle.robot"
        idle.write_text("*** Test Cases ***\n" + "".join(f"T{number}\n    No Operation\n" for number in range(4)))
        print(f"pabot alone, with four tests that do nothing: {seconds_of(PABOT, folder, str(idle)):.1f} s")
        print("200 requests, from start to end:")
        for pause in (50, 200):
            serial = 0.0
            for way in ("one by one", "at once"):
                for title, runner in (("robot", ["robot"]), ("pabot with 4", PABOT)):
                    given = (f"CROWD:{url}", f"WAY:{way}", f"MS:{pause}")
                    took = seconds_of(runner, folder, *(word for each in given for word in ("--variable", each)), BUSY)
                    serial = serial or took
                    print(
                        f"200 requests of {pause} ms {way}, {title:14}{took:6.1f} s, {serial / took:.1f} times as fast"
                    )


def seconds_of(runner: list[str], folder: str, *given: str) -> float:
    """Returns the seconds that a run takes from start to end."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", *runner, "--outputdir", folder, *given], check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Runs every part, or those that are named."""
    with tempfile.TemporaryDirectory() as folder, waiting_server(Path(folder)) as url:
        for name, part in {"speed": speed, "parallel": parallel}.items():
            if name in (sys.argv[1:] or [name]):
                part(url)


if __name__ == "__main__":
    main()
