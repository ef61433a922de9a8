"""Many requests at once: races caught, spread, and what is left after 10,000 requests at 64.

Run it with ``uv run poe crowd``; it takes two minutes. The server runs in a process of its own (``crowd_server.py``).
How fast they are is measured by ``crowd_speed.py``.
"""

import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
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
MANY, WIDTH = 10_000, 64
LIMIT, LIMITED = 50, 150
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


def main() -> None:
    """Runs every part, or those that are named."""
    parts = {"races": races, "limited": limited, "many": many}
    with tempfile.TemporaryDirectory() as folder, crowd_server(Path(folder)) as server, recording() as run:
        for name, part in parts.items():
            if name in (sys.argv[1:] or parts):
                part(run, server)


if __name__ == "__main__":
    main()
