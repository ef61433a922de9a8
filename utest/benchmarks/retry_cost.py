"""What the retry engine costs a request whose first attempt gets a response.

Each way sends the same request to a transport that responds at once: the difference is the engine's own CPU time. The
ways take turns in many short rounds, and the fastest round of each counts: noise only ever adds.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from schedule import URL, respond

from SteadyAPI.engine.clock import SYSTEM_CLOCK
from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.retry.attempt_log import AttemptLog
from SteadyAPI.engine.retry.host_protection import Protection
from SteadyAPI.engine.retry.policy import DEFAULT_POLICY
from SteadyAPI.engine.retry.protected_send import dispatch
from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit
from SteadyAPI.engine.transport import Delivery

ROUNDS = 200
PER_ROUND = 200
GOAL = 15.0


class AtOnce:
    """A transport whose server is infinitely fast."""

    def __init__(self) -> None:
        self._delivery = respond(200, {"Content-Type": "application/json"}, b"{}")

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        return self._delivery

    def close(self) -> None:
        """Has nothing to close."""


def ways() -> dict[str, Callable[[], object]]:
    """Returns the ways to send a request, by name; the first one is what the others are compared with."""
    transport, protection, troubled = AtOnce(), Protection(), Protection()
    request = Request("GET", URL, headers={"Accept": "*/*"})
    call, timeout = Call(method="GET", url=URL), Timeout()
    limit = RateLimit(1e-9, OwnSlots(), SYSTEM_CLOCK.monotonic)

    def engine(guard: Protection, pace: RateLimit | None) -> object:
        return dispatch(
            request, call, transport, policy=DEFAULT_POLICY, limit=pace, protection=guard, log=AttemptLog(SYSTEM_CLOCK)
        )

    def after_trouble() -> object:
        troubled.charge(URL, 5.0)
        return engine(troubled, None)

    return {
        "transport alone": lambda: transport.send(request, timeout, None),
        "engine": lambda: engine(protection, None),
        "engine, host in trouble before": after_trouble,
        "engine with a rate limit": lambda: engine(protection, limit),
    }


def fastest(send: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Returns the CPU time of one request in microseconds, by way."""
    best = dict.fromkeys(send, float("inf"))
    for _ in range(ROUNDS):
        for name, once in send.items():
            started = time.process_time_ns()
            for _ in range(PER_ROUND):
                once()
            best[name] = min(best[name], (time.process_time_ns() - started) / PER_ROUND / 1000)
    return best


def main() -> None:
    """Prints the table."""
    best = fastest(ways())
    floor = best["transport alone"]
    for name, cost in best.items():
        print(f"{name:32} {cost:6.2f} us   adds {cost - floor:6.2f} us")
    print(f"goal: the engine adds at most {GOAL:g} us")


if __name__ == "__main__":
    main()
