"""Many requests at once: races caught, spread, speed, CPU, and what is left after 10,000 requests at 64.

Run it with ``uv run poe crowd``; it takes two minutes. The server runs in a process of its own (``crowd_server.py``).
``crowd.py speed`` compares with bare threads over ``requests.Session`` and, where it is installed beside, with
robotframework-parallel-requests; each of these is measured in a process of its own.
"""

import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from crowd import CrowdServer, crowd_server

from SteadyAPI.engine.ledger import RUN_LEDGER
from SteadyAPI.library import SteadyAPI
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.report.recorder import Recorder
from SteadyAPI.report.run_folder import RunFiles

RACES, CUSTOMERS = 20, 20
REQUESTS, PAUSE_MS = 100, 20
ROUNDS = 5
MANY, WIDTH = 10_000, 64
CPU_REQUESTS = 2_000
LIMIT, LIMITED = 50, 150
_OWN_ROBOT = ["--command", sys.executable, "-m", "robot", "--end-command"]
_PABOT = ["pabot.pabot", "--processes", "4", "--testlevelsplit", *_OWN_ROBOT]
PATIENT = {"attempts": 10, "first_wait": 0.01, "deadline": None}


@contextmanager
def recording() -> Iterator[Callable[..., Any]]:
    """Yields the function that runs keywords, with the run's record."""
    with tempfile.TemporaryDirectory() as folder:
        library = SteadyAPI(report=False)
        RUN_LEDGER.observe(lambda: Recorder(RunFiles(Path(folder)), RUN_SECRETS.mask))
        yield library.run_keyword


def races(run: Callable[..., Any], server: CrowdServer) -> None:
    """Lets customers redeem a coupon at once, again and again."""
    sys.stdout.write("            caught   spread, client   spread, server (medians)\n")
    for scheme, url in (("plain", server.url), ("TLS", server.tls_url)):
        run("create_session", ["race", url], {"verify": server.ca})
        caught, client, at_server = 0, [], []
        for number in range(RACES):
            name = f"{scheme}{number}"
            responses = run("send_concurrently", ["POST", f"/coupons/{name}/redeem"], {"times": CUSTOMERS})
            caught += [response.status_code for response in responses].count(201) > 1
            client.append(float(responses.title.rpartition("within ")[2].split()[0]))
            at_server.append(run("GET", [f"/spread/{name}"]).json()["spread"] * 1000)
        sys.stdout.write(f"{scheme:12}{caught} of {RACES}{median(client):11.1f} ms{median(at_server):14.1f} ms\n")


def held() -> str:
    """Returns descriptors, threads and memory of this process."""
    resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 1e6
    return f"{len(list(Path('/proc/self/fd').iterdir())):11}{threading.active_count():9}{resident:11.1f}"


def many(run: Callable[..., Any], server: CrowdServer) -> None:
    """Sends 10,000 numbered requests over each kind of connection, twice, and shows what is held afterwards."""
    sys.stdout.write("                 descriptors  threads  memory MB  mixed up\n")
    for kind, url, path in (
        ("plain", server.url, "numbers"),
        ("TLS", server.tls_url, "numbers"),
        ("dying", server.url, "dying"),
    ):
        run("create_session", ["many", url], {"verify": server.ca, "retry": PATIENT})
        for turn in (1, 2):
            responses = run("send_each_concurrently", ["GET", f"/{path}/{{n}}", list(range(MANY))], {"at_once": WIDTH})
            mixed = sum(response.json()["number"] != str(number) for number, response in enumerate(responses))
            del responses
            run("reset_host_health", [])
            sys.stdout.write(f"{kind:12}{turn:>4} {held()}{mixed:10}\n")
        run("close_session", ["many"])


def limited(run: Callable[..., Any], server: CrowdServer) -> None:
    """Sends more than a server's window allows, under a limit of the client's own."""
    run("create_session", ["limited", server.url], {"rate_limit": f"{LIMIT}/s", "retry": "none"})
    begun, options = time.perf_counter(), {"at_once": 32, "expected_status": "any"}
    responses = run("send_each_concurrently", ["GET", "/limited/{n}", list(range(LIMITED))], options)
    rate = (LIMITED - 1) / (time.perf_counter() - begun)
    refused = sum(response.status_code == 429 for response in responses)
    sys.stdout.write(
        f"rate_limit={LIMIT}/s at 32, 10 in 0.2 s taken: {rate:.1f} a second, {refused} of {LIMITED} refused\n"
    )


def steady(run: Callable[..., Any], width: int) -> Callable[[str, int], None]:
    """Returns what sends a number of requests with our keyword."""

    def send(path: str, count: int) -> None:
        run("send_each_concurrently", ["GET", f"/{path}", list(range(count))], {"at_once": width, "log": "full"})

    return send


def bare(url: str, width: int) -> Callable[[str, int], None]:
    """Returns what sends them over one session of requests and a pool of threads."""
    import requests  # noqa: PLC0415  the other kinds go without

    session = requests.Session()
    session.mount("http://", requests.adapters.HTTPAdapter(pool_maxsize=width))

    def send(path: str, count: int) -> None:
        with ThreadPoolExecutor(width) as pool:
            list(pool.map(lambda number: session.get(f"{url}/{path.format(n=number)}").content, range(count)))

    return send


def rival(url: str, width: int) -> Callable[[str, int], None]:
    """Returns what sends them with robotframework-parallel-requests."""
    from robot_parallel_requests.library import (  # type: ignore[import-not-found]  # noqa: PLC0415  where it is installed
        ParallelRequests,
    )

    library: Any = ParallelRequests(worker_count=width)
    library.Parallel_Create_Session(alias="default", base_url=url)

    def send(path: str, count: int) -> None:
        queued = [library.Parallel_Queue_Request("GET", f"/{path.format(n=number)}") for number in range(count)]
        library.Parallel_Wait_For_All_Requests(timeout=60)
        for each in queued:
            library.Parallel_Get_Response_Status(each)

    return send


def measure(kind: str, url: str, width: int) -> None:
    """Measures one kind in this process, and writes its figures as JSON."""
    with recording() as run:
        run("create_session", ["speed", url])
        send = {
            "steady": lambda: steady(run, width),
            "bare": lambda: bare(url, width),
            "rival": lambda: rival(url, width),
        }[kind]()
        send("numbers/{n}", width)
        begun = time.perf_counter()
        for number in range(REQUESTS):
            run("GET", [f"/numbers/{number}?ms={PAUSE_MS}"])
        alone = time.perf_counter() - begun
        seconds = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            send(f"numbers/{{n}}?ms={PAUSE_MS}", REQUESTS)
            seconds.append(time.perf_counter() - begun)
        begun = time.process_time()
        send("numbers/{n}", CPU_REQUESTS)
        cpu = (time.process_time() - begun) / CPU_REQUESTS
    sys.stdout.write(json.dumps({"seconds": median(seconds), "best": min(seconds), "alone": alone, "cpu": cpu}))


def speed(server: CrowdServer) -> None:
    """Compares the kinds: 100 requests of 20 ms, and the CPU of one that is answered at once."""
    sys.stdout.write("kind      at once  100 of 20 ms, median, best   times as fast as one by one   CPU of a request\n")
    for width in (16, 32):
        for kind in ("steady", "bare", "rival"):
            command = [sys.executable, __file__, "one", kind, server.url, str(width)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                sys.stdout.write(f"{kind:10}{width:7}   not measured: {done.stderr.strip().splitlines()[-1]}\n")
                continue
            found = json.loads(done.stdout)
            took, best, alone = found["seconds"], found["best"], found["alone"]
            sys.stdout.write(
                f"{kind:10}{width:7}{took * 1000:13.0f}{best * 1000:8.0f} ms{alone / took:19.1f}{alone / best:8.1f}"
                f"{found['cpu'] * 1e6:24.0f} µs\n"
            )


def parallel(server: CrowdServer) -> None:
    """Compares a suite of 200 requests of 50 ms, one by one in one process, with batches in four processes of pabot."""
    suite = Path(__file__).parents[2] / "atest" / "concurrency" / "_inner" / "busy.robot"
    ways = {"one by one, robot": ["robot"], "at once, robot": ["robot"], "at once, pabot with 4": _PABOT}
    with tempfile.TemporaryDirectory() as folder:
        for title, runner in ways.items():
            way = title.partition(",")[0]
            given = ["--outputdir", folder, "--variable", f"CROWD:{server.url}", "--variable", f"WAY:{way}", str(suite)]
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-m", *runner, *given], check=True, capture_output=True)
            sys.stdout.write(f"{title:24}{time.perf_counter() - begun:8.1f} s\n")


def main() -> None:
    """Runs every part, or those that are named."""
    if sys.argv[1:2] == ["one"]:
        measure(sys.argv[2], sys.argv[3], int(sys.argv[4]))
        return
    parts = {"races": races, "limited": limited, "many": many}
    with tempfile.TemporaryDirectory() as folder, crowd_server(Path(folder)) as server:
        with recording() as run:
            for name, part in parts.items():
                if name in (sys.argv[1:] or parts):
                    part(run, server)
        for name, compare in {"speed": speed, "parallel": parallel}.items():
            if name in (sys.argv[1:] or [name]):
                compare(server)


if __name__ == "__main__":
    main()
