"""How often a POST or PATCH is applied twice: random faults on kept and new connections, redirects included.

    uv run python utest/benchmarks/applied_twice.py [schedules] [seed]

Each schedule is one request of its own against a server that counts (``counting_server.py``), played by default, with
``idempotency_key=auto`` and with ``resend_post_on_stale=False``. A duplicate counts when nothing told the client that
the request had not been processed. With a key there must be none, and none without resending. By default there must be
none where the server worked for 10 ms or more before it died.
"""

import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from counting_server import NOT_PROCESSED, CountingServer, Plan

from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.retry.policy import DEFAULT_POLICY, RetryPolicy
from SteadyAPI.engine.session.session import Session, SessionSettings, Surroundings
from SteadyAPI.engine.transport import TransportSettings, open_transport
from SteadyAPI.redaction.registry import SecretRegistry

SCHEDULES = 5000
WORKERS = 2
LONG_WORK = 0.01
QUICK = replace(DEFAULT_POLICY, first_wait=0.002, longest_wait=0.01)
LIMITS = Timeout(1.0, 0.15)
LARGE = 2_000_000
WAYS: dict[str, tuple[RetryPolicy, str | None]] = {
    "default": (QUICK, None),
    "idempotency_key=auto": (QUICK, "auto"),
    "resend_post_on_stale=False": (replace(QUICK, resend_post_on_stale=False), None),
}


@dataclass
class Result:
    """What came of many schedules: requests, those that passed, duplicates by what the server did before them."""

    requests: int = 0
    passed: int = 0
    attempts: int = 0
    short: Counter[str] = field(default_factory=Counter)
    long: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Result") -> None:
        """Adds the figures of others."""
        self.requests += other.requests
        self.passed += other.passed
        self.attempts += other.attempts
        self.short += other.short
        self.long += other.long


def play(way: str, seed: int, numbers: range) -> Result:
    """Plays the schedules of these numbers one after the other."""
    plans = {number: Plan.of(seed, number) for number in numbers}
    server, result = CountingServer(plans), Result()
    for plan in plans.values():
        _send(way, server.url, plan, result)
    server.close()
    for counts in server.counts.values():
        for fault in counts.after:
            if fault.kind not in NOT_PROCESSED:
                (result.long if fault.work >= LONG_WORK else result.short)[fault.kind] += 1
    return result


def _send(way: str, url: str, plan: Plan, result: Result) -> None:
    policy, key = WAYS[way]
    settings = SessionSettings(base_url=url, policy=policy, timeout=LIMITS, idempotency_key=key)
    around = Surroundings(SecretRegistry(), Ledger())
    session = Session("", settings, open_transport(TransportSettings()), around)
    if plan.kept:
        session.send(Call(method="GET", url="/"))
    body = b"x" * (LARGE if plan.large else 10)
    exchange = session.send(Call(method=plan.method, url=f"/{plan.number}/0", body=body))
    session.close()
    result.requests += 1
    result.passed += exchange.as_expected
    result.attempts += len(exchange.attempts)


def parts(count: int, workers: int) -> list[range]:
    """Returns the numbers of the schedules, in as many parts as there are workers, a few times over."""
    size = max(1, count // (workers * 4))
    return [range(start, min(count, start + size)) for start in range(0, count, size)]


def main() -> None:
    """Prints the table, and fails when there is a duplicate that must not be."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SCHEDULES
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    print(f"{count} schedules for each way, seed {seed}; duplicates: after less than 10 ms of work, and after more")
    bad = False
    with ProcessPoolExecutor(WORKERS) as pool:
        for way in WAYS:
            begun, total = time.perf_counter(), Result()
            for part in pool.map(play, *zip(*((way, seed, numbers) for numbers in parts(count, WORKERS)), strict=True)):
                total.add(part)
            short, long = total.short.total(), total.long.total()
            bad = bad or long > 0 or (way != "default" and short > 0)
            rate = f"{total.passed / total.requests:.1%} passed, {total.attempts / total.requests:.2f} attempts each"
            print(f"{way:<28}{short:>5}{long:>5}   {rate}, {time.perf_counter() - begun:.0f} s", flush=True)
            print("".join(f"    {name}: {number}\n" for name, number in (total.short + total.long).items()), end="")
    sys.exit(bad)


if __name__ == "__main__":
    main()
