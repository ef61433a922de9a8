"""Whether anything grows: descriptors, threads and memory over many requests on many sessions.

Run it with ``uv run python utest/benchmarks/steady_state.py [requests] [sessions]``. The keywords run as Robot
Framework runs them, without a log, against one server.
"""

import resource
import subprocess
import sys
import threading
from pathlib import Path

from SteadyAPI.library import SteadyAPI

HERE = Path(__file__).parent
STEPS = 5


def main() -> None:
    """Sends requests in steps and prints what is held after each."""
    requests, sessions = (int(text) for text in (sys.argv[1:] + ["10000", "20"][len(sys.argv) - 1 :])[:2])
    command = [sys.executable, str(HERE / "origin_server.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            url = f"http://127.0.0.1:{server.stdout.readline().strip() if server.stdout else ''}"
            library = SteadyAPI(report=False)
            for number in range(sessions):
                library.run_keyword("create_session", [f"s{number}", url])
            print(f"{'requests':>9}{'descriptors':>13}{'threads':>9}{'memory MB':>11}{'peak MB':>9}")
            show(0)
            for step in range(1, STEPS + 1):
                for number in range(requests // STEPS):
                    library.run_keyword("GET On Session", [f"s{number % sessions}", "/orders/7"])
                show(step * requests // STEPS)
            library.run_keyword("close_all_sessions", [])
            show(requests)
        finally:
            server.terminate()


def show(requests: int) -> None:
    """Prints what the process holds."""
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{requests:>9}{descriptors:>13}{threading.active_count():>9}{resident:>11.1f}{peak:>9.1f}")


if __name__ == "__main__":
    main()
