"""Whether anything grows: descriptors, threads and memory over 50,000 requests on many sessions, in one test.

Run it with ``uv run python utest/benchmarks/steady_state.py [sessions]``; it takes four minutes. The keywords run as
Robot Framework runs them, with the run's record and without a log, against one server. What Python itself holds is
counted in a second process, because counting takes memory too.
"""

import gc
import resource
import subprocess
import sys
import tempfile
import threading
import tracemalloc
from pathlib import Path

from SteadyAPI.engine.ledger import RUN_LEDGER
from SteadyAPI.library import SteadyAPI
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.report.recorder import Recorder
from SteadyAPI.report.run_folder import RunFiles

HERE = Path(__file__).parent
STEPS = (100, 1_000, 5_000, 10_000, 50_000)


def main() -> None:
    """Sends the requests twice, each time in a process of its own."""
    sessions = (sys.argv[1:] or ["20"])[0]
    command = [sys.executable, str(HERE / "origin_server.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            url = f"http://127.0.0.1:{server.stdout.readline().strip() if server.stdout else ''}"
            for mode in ("plain", "traced"):
                subprocess.run([sys.executable, __file__, mode, sessions, url], check=True)
        finally:
            server.terminate()


def send(mode: str, sessions: int, url: str) -> None:
    """Sends the requests, and prints what the process holds after each step."""
    if mode == "traced":
        tracemalloc.start()
    with tempfile.TemporaryDirectory() as folder:
        library = SteadyAPI(report=False)
        RUN_LEDGER.observe(lambda: Recorder(RunFiles(Path(folder)), RUN_SECRETS.mask))
        for number in range(sessions):
            library.run_keyword("create_session", [f"s{number}", url])
        print("requests   Python holds, MB" if mode == "traced" else "requests descriptors threads memory MB peak MB")
        sent = 0
        for step in STEPS:
            for number in range(sent, step):
                library.run_keyword("GET On Session", [f"s{number % sessions}", f"/orders/{number}"])
            sent = step
            show(sent)
        library.run_keyword("close_all_sessions", [])
        show(sent)


def show(requests: int) -> None:
    """Prints what the process holds."""
    gc.collect()
    if tracemalloc.is_tracing():
        print(f"{requests:>8}{tracemalloc.get_traced_memory()[0] / 1e6:>19.2f}")
        return
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    resident = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1]) * resource.getpagesize() / 1e6
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024 / 1e6
    print(f"{requests:>8}{descriptors:>12}{threading.active_count():>8}{resident:>10.1f}{peak:>8.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] in (["plain"], ["traced"]):
        send(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    else:
        main()
