"""Plays random faults against a server that counts, and says which requests were applied twice."""

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from counting_server import NOT_PROCESSED, CountingServer, Plan

from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.retry.policy import DEFAULT_POLICY, RetryPolicy
from SteadyAPI.engine.session.session import Session, SessionSettings, Surroundings
from SteadyAPI.engine.transport import TransportSettings, open_transport
from SteadyAPI.redaction.registry import SecretRegistry

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
    with TemporaryDirectory() as folder:
        ca_file = Path(folder) / "ca.pem"
        ca_file.write_bytes(server.ca_pem)
        for plan in plans.values():
            _send(way, server.tls_url if plan.tls else server.url, TransportSettings(verify=str(ca_file)), plan, result)
    server.close()
    for counts in server.counts.values():
        for fault in counts.after:
            if fault.kind not in NOT_PROCESSED:
                (result.long if fault.work >= LONG_WORK else result.short)[fault.kind] += 1
    return result


def _send(way: str, url: str, transport: TransportSettings, plan: Plan, result: Result) -> None:
    policy, key = WAYS[way]
    settings = SessionSettings(base_url=url, policy=policy, timeout=LIMITS, idempotency_key=key)
    around = Surroundings(SecretRegistry(), Ledger())
    session = Session("", settings, open_transport(transport), around)
    if plan.kept:
        session.send(Call(method="GET", url="/"))
    body = b"x" * (LARGE if plan.large else 10)
    exchange = session.send(Call(method=plan.method, url=f"/{plan.number}/0", body=body))
    session.close()
    result.requests += 1
    result.passed += exchange.as_expected
    result.attempts += len(exchange.attempts)
