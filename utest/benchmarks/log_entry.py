"""What the log entry costs: CPU to make, bytes in output.xml and log.html; and what the run report costs.

    uv run python utest/benchmarks/log_entry.py           # entries, and a run of 5,000 requests
    uv run python utest/benchmarks/log_entry.py --report  # the report of 100,000 requests as well

Eight of ten responses are small, one has 3 kB, one 30 kB. Everything is measured in one process, CPU time.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import mean, median, quantiles
from time import process_time

from SteadyAPI.engine.exchange import Attempt, Exchange, Request, Response, SentRequest
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.log_entry.body_store import BodyStore
from SteadyAPI.report.log_entry.exchange_view import ExchangeView, output_size
from SteadyAPI.report.record import masked_line, request_record

REQUESTS, REPORTED = 5_000, 100_000
SUITE = """*** Settings ***
Library    {library}

*** Test Cases ***
"""
TEST = "Test {number}\n    Repeat Keyword    10 times    Send One\n"
LIBRARY = """
import sys
sys.path.insert(0, {here!r})
from log_entry import entries
from robot.api import logger
ENTRIES = entries()

def send_one():
    logger.info(next(ENTRIES), html=True)
"""
NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)


def item(number: int) -> dict[str, object]:
    return {"id": number, "name": f"Product {number}", "price": 9.5, "tags": ["new", "red"], "stock": {"left": number}}


def exchange(size: int) -> Exchange:
    """Returns an exchange whose response has about so many bytes of JSON."""
    items = [item(0)]
    while len(json.dumps(items)) < size:
        items.append(item(len(items)))
    body = json.dumps(items if size > 300 else items[0]).encode()
    headers = {
        "User-Agent": "SteadyAPI",
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
        "Connection": "keep-alive",
        "Authorization": "Bearer 3f786850e387550fdab836ed7e6dc881de23001b",
    }
    answered = {
        "Server": "nginx/1.24.0",
        "Date": "Sat, 31 Jan 2026 12:00:00 GMT",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "Connection": "keep-alive",
        "X-Request-Id": "7f1c2a9e-55d0-4a53-9f4a-2d1a1e0b7c1d",
    }
    sent = SentRequest("GET", "http://api.example.com/products/4711?fields=all", headers)
    attempt = Attempt(1, 0.0, 0.012, 200, reused=True, phases={"send": 0.0002, "wait": 0.011, "receive": 0.0003})
    response = Response(200, "OK", sent.url, answered, body)
    return Exchange(Request("GET", sent.url), sent, (attempt,), NOON, 0.012, "shop", response)


def with_response(made: Exchange, start: bytes) -> Exchange:
    """Returns the exchange with another response, which is the same but for how it starts."""
    assert made.response is not None
    return replace(made, response=replace(made.response, content=start + made.response.content + b"}"))


def mix() -> list[Exchange]:
    return [*(exchange(150) for _ in range(8)), exchange(3_000), exchange(30_000)]


def entries() -> Iterator[str]:
    """Yields entries of the mix, no two of them equal: Robot Framework packs equal ones into one."""
    view = ExchangeView(SecretRegistry().mask, BodyStore(lambda: None))
    for number, one in enumerate(cycle(mix())):
        yield view.full(replace(one, sent=replace(one.sent, url=f"http://api.example.com/products/{number}")))


def cost(action: Callable[[], object], times: int) -> float:
    """Returns the best of five rounds in milliseconds of CPU per call."""
    rounds = []
    for _ in range(5):
        begun = process_time()
        for _ in range(times):
            action()
        rounds.append((process_time() - begun) / times * 1000)
    return min(rounds)


def line(name: str, figure: str, budget: str = "") -> None:
    print(f"{name:<58}{figure:>14}{budget:>16}")


def measure_entries() -> None:
    one = exchange(2_000)
    # More responses than a view remembers.
    others = cycle(with_response(one, f'{{"number": {number}, "items": '.encode()) for number in range(1_000))
    secrets = SecretRegistry()
    for number in range(5):
        secrets.register(f"a-secret-of-this-run-{number}")
    plain = ExchangeView(lambda text: text, BodyStore(lambda: None))
    masking = ExchangeView(secrets.mask, BodyStore(lambda: None))
    line("making an entry, 2 kB of JSON", f"{cost(lambda: plain.full(next(others)), 500):.3f} ms", "0.150 ms")
    line("  with masking (redaction's own budget)", f"{cost(lambda: masking.full(next(others)), 200):.3f} ms")
    line("  of a response that was shown before", f"{cost(lambda: masking.full(one), 500):.3f} ms")
    line("making a summary line", f"{cost(lambda: masking.compact(one), 500):.3f} ms")
    weights = [output_size(plain.full(one)) for one in mix() for _ in range(10)]
    line("entry in output.xml, mean", f"{mean(weights):.0f} B", "1500 B")
    line("entry in output.xml, median", f"{median(weights):.0f} B")
    line("entry in output.xml, p95", f"{quantiles(weights, n=20)[-1]:.0f} B", "2500 B")
    line("entry in output.xml, largest", f"{max(weights)} B", "6000 B")


def measure_run(folder: Path) -> None:
    (folder / "Sender.py").write_text(LIBRARY.format(here=str(Path(__file__).parent)))
    tests = "".join(TEST.format(number=number) for number in range(REQUESTS // 10))
    (folder / "run.robot").write_text(SUITE.format(library="Sender.py") + tests)
    command = [
        sys.executable,
        "-m",
        "robot",
        "--console",
        "none",
        "--outputdir",
        str(folder),
        str(folder / "run.robot"),
    ]
    subprocess.run(command, check=True)
    for name, budget in (("output.xml", "9.00 MB"), ("log.html", "5.00 MB")):
        line(f"{name} of {REQUESTS} requests", f"{(folder / name).stat().st_size / 1e6:.2f} MB", budget)


def measure_report(folder: Path) -> None:
    with (folder / "api-requests.jsonl").open("w", encoding="utf-8") as file:
        for number, one in enumerate(islice(cycle(mix()), REPORTED)):
            sent = replace(one.sent, url=f"http://api.example.com/v{number % 40}/products/{number}")
            made = replace(one, sent=sent, started=NOON + timedelta(seconds=number / 100), elapsed=number % 997 / 1000)
            file.write(masked_line(request_record(made, ("Shop.Order", "s1-t1"), str), str) + "\n")
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "SteadyAPI", "report", str(folder)], check=True, capture_output=True)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    line(f"report of {REPORTED} requests, CPU", f"{ended.ru_utime - begun.ru_utime:.1f} s", "10.0 s")
    line(f"report of {REPORTED} requests, memory", f"{ended.ru_maxrss / 1000:.0f} MB", "300 MB")
    line("api-report.html", f"{(folder / 'api-report.html').stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    line("", "measured", "budget")
    measure_entries()
    with tempfile.TemporaryDirectory() as place:
        measure_run(Path(place))
    if "--report" in sys.argv:
        with tempfile.TemporaryDirectory() as place:
            measure_report(Path(place))
