"""What a cached token adds to one request in CPU time, beside a session without one and one with a fixed header.

Run it with ``uv run python utest/benchmarks/token_cost.py [requests] [rounds]``. The transport responds at once, so the
figure is the engine's own work: finding the token, and registering what was sent. The variants take turns within each
round; the figures are medians over the rounds. Limit: 5 µs.
"""

import statistics
import sys
import time
from dataclasses import dataclass, field

from SteadyAPI.engine.clock import SYSTEM_CLOCK
from SteadyAPI.engine.exchange import Request, Response, SentRequest, Timeout
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.session.session import Session, SessionSettings, Surroundings
from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.source import TokenSource
from SteadyAPI.engine.token.token import Token
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.redaction.registry import SecretRegistry

SECRET = "a-token-of-some-forty-characters-0123456789"
CALL = Call(method="GET", url="/orders/7")
RESPONSE = Response(200, "OK", "http://shop.test/orders/7", {"Content-Type": "application/json"}, b'{"id": 7}')


@dataclass
class InstantTransport:
    """Responds at once, and says that it sent what a real one would send."""

    headers: dict[str, str] = field(default_factory=dict)

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        """Returns the response."""
        headers = {"Authorization": f"Bearer {request.token}"} if request.token else dict(request.headers)
        return Delivery(SentRequest(request.method, request.url, headers), RESPONSE)

    def close(self) -> None:
        """Has nothing to close."""


def session(**settings: object) -> Session:
    """Returns a session with secrets and a ledger of its own."""
    around = Surroundings(SecretRegistry(), Ledger())
    return Session("shop", SessionSettings(base_url="http://shop.test", **settings), InstantTransport(), around)  # type: ignore[arg-type]  # settings by name


def source() -> TokenSource:
    """Returns a source whose token is kept and lives for an hour."""
    kept = TokenSource(None, TokenCache.run, SYSTEM_CLOCK)
    kept.put(Token(SECRET, lifetime=3600, expires=SYSTEM_CLOCK.monotonic() + 3600))
    return kept


def microseconds(shop: Session, requests: int) -> float:
    """Returns the CPU time of one request."""
    started = time.process_time()
    for _ in range(requests):
        shop.send(CALL)
    return (time.process_time() - started) / requests * 1e6


def main() -> None:
    """Measures and prints a table."""
    requests, rounds = (int(text) for text in (*sys.argv[1:], *("2000", "15")[len(sys.argv) - 1 :]))
    made = {
        "no token": session(),
        "fixed header": session(headers={"Authorization": f"Bearer {SECRET}"}),
        "fixed token": session(token=Token(SECRET)),
        "cached token of a source": session(token=source()),
    }
    costs: dict[str, list[float]] = {name: [] for name in made}
    for _ in range(rounds):
        for name, shop in made.items():
            costs[name].append(microseconds(shop, requests))
    floor = costs["no token"]
    print(f"{requests} requests, {rounds} rounds, medians; µs of CPU time per request")
    for name, values in costs.items():
        added = statistics.median(value - base for value, base in zip(values, floor, strict=True))
        print(f"{name:26} {statistics.median(values):7.1f}   added {added:5.1f}")
    kept = source()
    started = time.process_time()
    for _ in range(100_000):
        kept.value()
    print(f"{'value() of a cached token':26} {(time.process_time() - started) * 10:7.2f}")


if __name__ == "__main__":
    main()
