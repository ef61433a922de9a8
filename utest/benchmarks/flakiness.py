"""How many tests flake, what it costs, and what is done twice: by retry policy, beside the peer.

    uv run python utest/benchmarks/flakiness.py [seeds [policy ...]]

125 tests of the lives of orders, 8 requests each, run by Robot Framework in a process of its own for every policy and
seed, against a server that fails as planned (``faulty_shop.py``): the same faults at the same steps for everybody. Then
a test that expects a 429, and the same 125 tests against a dead server.
"""

import importlib.util
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from robot.api import ExecutionResult

sys.path.insert(0, str(Path(__file__).parents[1]))

from faulty_shop import MIX, FaultyShop, fault_of

TESTS, STEPS = 125, 8
SEEDS = 12
WORKERS = 2
DEAD = "http://127.0.0.1:9"
PEER, OWN = "RequestsLibrary", "SteadyAPI"
PEER_BASE, OWN_BASE = "peer, no retries", "retry=none"
STATUSES = "${{ [429, 500, 502, 503, 504] }}"
METHODS = "${{ ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'POST', 'PATCH'] }}"
POLICIES = {
    "peer, no retries": (PEER, "timeout=1    max_retries=0"),
    "peer, as it comes": (PEER, "timeout=1"),
    "peer, at its best": (PEER, f"timeout=1    retry_status_list={STATUSES}    retry_method_list={METHODS}"),
    "retry=none": (OWN, "read_timeout=1s    retry=none"),
    "retry=classic": (OWN, "read_timeout=1s    retry=classic"),
    "default": (OWN, "read_timeout=1s"),
    "idempotency_key=auto": (OWN, "read_timeout=1s    idempotency_key=auto"),
    "resend_post_on_stale=False": (OWN, "read_timeout=1s    retry=${{ {'resend_post_on_stale': False} }}"),
}
_ORDER = (
    ("GET", "/products", 200),
    ("GET", "/products/7", 200),
    ("POST", "/orders", 201),
    ("GET", "/orders/7", 200),
    ("PUT", "/orders/7", 200),
    ("GET", "/orders/7", 200),
)
WORKFLOWS = {
    "bought": (*_ORDER, ("GET", "/orders", 200), ("GET", "/invoices/7", 200)),
    "changed": (*_ORDER, ("PUT", "/orders/7", 200), ("GET", "/orders/7", 200)),
    "cancelled": (*_ORDER, ("DELETE", "/orders/7", 200), ("GET", "/orders", 200)),
}
"""What the tests do, in turn: one request in 8 is a POST, one in 24 a DELETE."""


@dataclass(frozen=True)
class Outcome:
    """One run: failed tests, tests, seconds, and POSTs that were applied more than once."""

    failed: int
    tests: int
    seconds: float
    duplicates: int
    messages: tuple[str, ...]


def suite(library: str, options: str, url: str, tests: Iterable[str]) -> str:
    """Returns a suite whose tests share a session."""
    settings = f"Library    {library}\nSuite Setup    Create Session    shop    {url}    {options}"
    return f"*** Settings ***\n{settings}\n\n\n*** Test Cases ***\n{''.join(tests)}"


def workflow(run: str, seed: int) -> Iterable[str]:
    """Yields the tests; both libraries understand them."""
    for test in range(TESTS):
        name = list(WORKFLOWS)[test % len(WORKFLOWS)]
        yield f"Order {test} Is {name.title()}\n"
        for step, (method, path, status) in enumerate(WORKFLOWS[name]):
            yield f"    VAR    &{{headers}}    X-Step={run}/{seed}/{test}/{step}\n"
            yield f"    {method} On Session    shop    {path}    headers=${{headers}}    expected_status={status}\n"


def robot(text: str) -> Outcome:
    """Runs a suite and returns what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        file, output = Path(folder) / "suite.robot", Path(folder) / "output.xml"
        file.write_text(text)
        options = ["--console", "none", "--log", "none", "--report", "none", "--output", str(output)]
        subprocess.run([sys.executable, "-m", "robot", *options, str(file)], check=False, capture_output=True)
        result = ExecutionResult(str(output)).suite
        failures = tuple(test.message for test in result.all_tests if not test.passed)
        return Outcome(len(failures), result.test_count, result.elapsed_time.total_seconds(), 0, failures)


def measure(shop: FaultyShop, name: str, seed: int) -> Outcome:
    """Runs the workflow under a policy."""
    library, options = POLICIES[name]
    run = f"{list(POLICIES).index(name)}-{seed}"
    done = robot(suite(library, options, f"http://127.0.0.1:{shop.port}", workflow(run, seed)))
    return Outcome(done.failed, done.tests, done.seconds, shop.runs[run].duplicates, done.messages)


def limited(shop: FaultyShop, name: str) -> Outcome:
    """Runs a test that expects the rate limit; the plan has one at this seed, test and step."""
    library, options = POLICIES[name]
    seed, test, step = next(
        (seed, test, step)
        for seed in range(1000)
        for test in range(TESTS)
        for step in range(STEPS)
        if fault_of(seed, test, step) == "429 for a second"
    )
    run = f"limited-{list(POLICIES).index(name)}"
    lines = (
        "The Limit Is Kept\n",
        f"    VAR    &{{headers}}    X-Step={run}/{seed}/{test}/{step}\n",
        "    GET On Session    shop    /products    headers=${headers}    expected_status=429\n",
    )
    return robot(suite(library, options, f"http://127.0.0.1:{shop.port}", lines))


def available() -> list[str]:
    """Returns the policies whose library is installed."""
    asked = sys.argv[2:]
    return [
        name
        for name, (library, _) in POLICIES.items()
        if importlib.util.find_spec(library) is not None and (not asked or name in {*asked, PEER_BASE, OWN_BASE})
    ]


def row(name: str, rounds: list[dict[str, Outcome]], negative: Outcome) -> str:
    """Returns the line of a policy; what it costs is the median difference to the library without retries."""
    runs = [outcomes[name] for outcomes in rounds]
    failed, tests, doubled = (sum(getattr(run, figure) for run in runs) for figure in ("failed", "tests", "duplicates"))
    seconds = median(run.seconds for run in runs)
    base = PEER_BASE if POLICIES[name][0] == PEER else OWN_BASE
    added = median(outcomes[name].seconds - outcomes[base].seconds for outcomes in rounds)
    verdict = f"{'FAIL' if negative.failed else 'pass'} {negative.seconds:.1f} s"
    facts = f"{failed:>8}{tests:>6}{failed / tests:>8.2%}{doubled:>15}{seconds:>9.1f}{added:>+9.1f}{verdict:>14}"
    return f"{name:<28}{facts}"


def main() -> None:
    """Prints the tables."""
    seeds = range(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
    shop, names = FaultyShop(), available()
    methods = Counter(method for steps in WORKFLOWS.values() for method, _, _ in steps)
    hit = [any(fault_of(seed, test, step) for step in range(STEPS)) for seed in seeds for test in range(TESTS)]
    print(f"{len(seeds)} seeds x {TESTS} tests x {STEPS} requests; {mean(hit):.1%} of the tests meet a fault")
    print("faults: " + ", ".join(f"{kind} {weight} %" for kind, weight in MIX.items()))
    print("requests: " + ", ".join(f"{count / 24:.1%} {method}" for method, count in methods.most_common()))
    columns = f"{'flaky':>8}{'of':>6}{'rate':>8}{'doubled POSTs':>15}{'s a run':>9}{'added':>9}{'429 test':>14}"
    print(f"\n{'policy':<28}{columns}")
    with ThreadPoolExecutor(WORKERS) as workers:
        rounds = list(workers.map(lambda seed: {name: measure(shop, name, seed) for name in names}, seeds))
    for name in names:
        print(row(name, rounds, limited(shop, name)))
    dead = robot(suite(OWN, "", DEAD, workflow("dead", 0)))
    print(f"\ndead server, {dead.tests} tests: {dead.failed} failed in {dead.seconds:.1f} s; the last message:")
    print(dead.messages[-1])


if __name__ == "__main__":
    main()
