"""How much longer an attempt takes than it may, when bytes only drip: responses, TLS handshakes, tunnels of proxies.

    uv run python utest/benchmarks/overruns.py [repeats]

The aim is 100 ms at most. The limit is that of all attempts, ``deadline``, and that of the attempt, ``timeout``.
"""

import sys
import warnings
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from dripping_server import RESPONSES, STAGES, DrippingServer, target_of

from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

REPEATS = 10
LIMIT = 0.5
AIM = 0.1
LONG = 60.0
MILLI = 1000


def overrun(url: str, proxies: dict[str, str], timeout: Timeout, budget: float | None) -> float:
    """Returns the seconds that one attempt takes beyond its limit."""
    transport = RequestsTransport(TransportSettings(verify=False, proxies=proxies))
    begun = perf_counter()
    delivery = transport.send(Request("GET", url), timeout, budget)
    took = perf_counter() - begun
    transport.close()
    assert delivery.failure is not None
    return took - LIMIT


def main() -> None:
    """Prints the longest overrun of each kind in milliseconds, and fails when one is beyond the aim."""
    repeats, longest = int(sys.argv[1]) if len(sys.argv) > 1 else REPEATS, 0.0
    warnings.simplefilter("ignore")
    for stage in (*RESPONSES, *STAGES):
        server = DrippingServer(stage)
        url, proxies = target_of(stage, server.address)
        of_deadline = max(overrun(url, proxies, Timeout(LONG, LONG), LIMIT) for _ in range(repeats))
        of_timeout = max(overrun(url, proxies, Timeout(LONG, LONG, total=LIMIT), None) for _ in range(repeats))
        server.close()
        longest = max(longest, of_deadline, of_timeout)
        print(f"{stage:<40}deadline {of_deadline * MILLI:6.1f} ms   timeout {of_timeout * MILLI:6.1f} ms", flush=True)
    print(f"longest of {repeats} each: {longest * MILLI:.1f} ms")
    sys.exit(longest > AIM)


if __name__ == "__main__":
    main()
