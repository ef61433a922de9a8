"""What requests of several threads share, over a real network: connections, tokens, cookies, limits, secrets."""

import threading
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from crowd import CrowdServer, crowd_server

from SteadyAPI.engine.clock import SYSTEM_CLOCK
from SteadyAPI.engine.concurrency.batch import Batch, BatchRun
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.retry.policy import RetryPolicy
from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit
from SteadyAPI.engine.session.session import Session, SessionSettings, Surroundings
from SteadyAPI.engine.transport import TransportSettings, open_transport
from SteadyAPI.redaction.registry import SecretRegistry

PATIENCE = 60
pytestmark = pytest.mark.enable_socket


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CrowdServer]:
    """Returns a server in a process of its own."""
    with crowd_server(tmp_path_factory.mktemp("crowd")) as started:
        yield started


def opened(url: str, *, surroundings: Surroundings | None = None, **settings: Any) -> Session:
    """Opens a session over the real transport."""
    transport = open_transport(TransportSettings(**settings))
    around = surroundings or Surroundings(SecretRegistry(), Ledger())
    return Session("crowd", SessionSettings(base_url=url), transport, around)


def sent(session: Session, calls: list[Call], at_once: int, *, together: bool = False) -> Batch:
    """Sends calls, and checks that all of them have been sent."""
    run = BatchRun(session, calls, at_once, together=together)
    run.run(lambda _elapsed, _back: None)
    run.keep_cookies()
    assert len(run.so_far.sent) == len(calls)
    return run.so_far


def fields(batch: Batch) -> list[dict[str, Any]]:
    """Returns the JSON of every response."""
    assert [exchange.failure for exchange in batch.exchanges if exchange.failure] == []
    return [exchange.response.requests_response.json() for exchange in batch.exchanges if exchange.response]


def stats(session: Session) -> dict[str, int]:
    exchange = session.send(Call(method="GET", url="/stats"))
    assert exchange.response is not None
    counted: dict[str, int] = exchange.response.requests_response.json()
    return counted


def calls_to(path: str, count: int, method: str = "GET") -> list[Call]:
    patient = RetryPolicy(attempts=10, first_wait=0.01, deadline=None)
    return [Call(method=method, url=f"/{path}/{number}", policy=patient) for number in range(count)]


@pytest.mark.parametrize("fast", ["1", "0"])
@pytest.mark.parametrize(("scheme", "path"), [("plain", "numbers"), ("tls", "numbers"), ("plain", "dying")])
def test_each_response_belongs_to_its_request(
    server: CrowdServer, scheme: str, path: str, fast: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADYAPI_FAST_PATH", fast)
    session = opened(server.tls_url if scheme == "tls" else server.url, verify=server.ca)
    threads = threading.active_count()
    batch = sent(session, calls_to(path, 400), 32)
    assert [each["number"] for each in fields(batch)] == [str(number) for number in range(400)]
    assert threading.active_count() == threads
    session.close()


def test_connections_are_shared_and_kept(server: CrowdServer) -> None:
    session = opened(server.url)
    before = stats(session)["connections"]
    sent(session, calls_to("numbers", 300), 16)
    assert stats(session)["connections"] - before <= 16
    session.close()


def test_a_pool_that_is_too_small_grows(server: CrowdServer) -> None:
    session = opened(server.url)
    before = stats(session)["connections"]
    assert session.transport.grow(48) == 32
    assert session.transport.grow(40) == 48
    calls = [Call(method="GET", url=f"/numbers/{number}?ms=30") for number in range(48)]
    for _ in range(3):
        sent(session, calls, 48)
    assert stats(session)["connections"] - before <= 48
    session.close()


def test_all_threads_together_send_within_a_moment(server: CrowdServer) -> None:
    session = opened(server.url)
    call = Call(method="POST", url="/numbers/together?ms=20", expected=expect(200))
    batch = sent(session, [call] * 12, 12, together=True)
    assert batch.together == 12
    # Each took what the server took, not what the slowest of them took to connect.
    assert all(exchange.attempts[0].phases["send"] < exchange.elapsed for exchange in batch.exchanges)
    spread = session.send(Call(method="GET", url="/spread/together")).response
    assert spread is not None
    assert spread.requests_response.json()["count"] == 12
    session.close()


def test_a_request_that_cannot_connect_does_not_hold_the_others_back(server: CrowdServer) -> None:
    session = opened(server.url)
    lost = Call(method="GET", url="/numbers/lost", retries=False, expected=expect("any"))
    bad = Call(method="GET", url="/numbers/bad", headers={"X": "a\nb"}, expected=expect("any"))
    batch = sent(session, [lost, bad, lost], 3, together=True)
    assert [exchange.response is None for exchange in batch.exchanges] == [False, True, False]
    assert batch.together == 2
    session.close()


def test_each_request_sees_the_cookies_of_the_start_and_they_are_kept_in_order(server: CrowdServer) -> None:
    session = opened(server.url, cookies={"own": "1"})
    batch = sent(session, calls_to("cookies", 4), 4)
    assert [each["sent"] for each in fields(batch)] == ["own=1"] * 4
    after = session.send(Call(method="GET", url="/cookies/0")).response
    assert after is not None
    kept = dict(pair.split("=") for pair in after.requests_response.json()["sent"].split("; "))
    # The response of the first request came last; the last request counts.
    assert kept == {"own": "1", "last": "3", "n0": "0", "n1": "1", "n2": "2", "n3": "3"}
    session.close()


def test_a_rate_limit_goes_first(server: CrowdServer) -> None:
    booked: list[float] = []

    class Slots(OwnSlots):
        def book(self, now: float, interval: float) -> float:
            slot = super().book(now, interval)
            booked.append(slot)
            return slot

    session = opened(server.url)
    session.update(rate_limit=RateLimit(0.002, Slots(), SYSTEM_CLOCK.monotonic))
    batch = sent(session, calls_to("numbers", 100), 16)
    assert len(fields(batch)) == 100
    gaps = [later - earlier for earlier, later in pairwise(sorted(booked))]
    assert len(booked) == 100
    assert min(gaps) > 0.0019
    session.close()


def test_requests_of_several_threads_are_counted(server: CrowdServer) -> None:
    ledger = Ledger()
    session = opened(server.url, surroundings=Surroundings(SecretRegistry(), ledger))
    call = Call(method="GET", url="/numbers/1")
    threads = [threading.Thread(target=lambda: [session.send(call) for _ in range(25)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert ledger.calls == {"GET /numbers/{id}": 200}
    session.close()


def test_secrets_are_masked_while_others_are_registered() -> None:
    registry = SecretRegistry()
    secrets = [f"crowd-Secret-{number:05}-Qx7" for number in range(200)]
    shown: list[str] = []

    def register(part: list[str]) -> None:
        for secret in part:
            registry.learn("password", secret)
            shown.append(registry.mask(f"the password is {secret}, and more"))

    def mask() -> None:
        shown.extend(registry.mask(f"an innocent text of number {number}, with some words") for number in range(300))

    threads = [threading.Thread(target=register, args=(secrets[start::4],)) for start in range(4)]
    threads += [threading.Thread(target=mask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert len(shown) == 200 + 2 * 300
    assert not any(secret in text for text in shown for secret in secrets)
    assert all(secret not in registry.mask(f"x {secret} y") for secret in secrets)


def test_a_response_that_is_waited_for_ends_with_the_test(server: CrowdServer) -> None:
    class Ended(BaseException):
        """The test's own time-out."""

    session = opened(server.tls_url, verify=server.ca)
    call = Call(method="GET", url="/numbers/1?ms=60000", retries=False)
    run = BatchRun(session, [call] * 4, 4, together=True)

    def ends(_elapsed: float, _back: int) -> None:
        if run.so_far.together:
            raise Ended

    threads = threading.active_count()
    begun = SYSTEM_CLOCK.monotonic()
    with pytest.raises(Ended):
        run.run(ends)
    assert SYSTEM_CLOCK.monotonic() - begun < PATIENCE
    kinds = {exchange.failure.kind.value for exchange in run.so_far.exchanges if exchange.failure}
    assert (len(run.so_far.sent), kinds) == (4, {"interrupted"})
    assert threading.active_count() == threads
    session.close()
