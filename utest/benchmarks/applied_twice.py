"""How often a POST or PATCH is applied twice: random faults on kept and new connections, plain and TLS.

    uv run python utest/benchmarks/applied_twice.py [schedules] [seed]

Each schedule is one request of its own, with up to two redirects, against a server that counts
(``counting_server.py``), played by default, with ``idempotency_key=auto`` and with ``resend_post_on_stale=False``. A
duplicate counts when nothing told the client that the request had not been processed. With a key there must be none,
and none without resending. By default there must be none where the server worked for 10 ms or more before it died.
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from random_faults import WAYS, Result, play

SCHEDULES = 5000
WORKERS = 2


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
