from dataclasses import FrozenInstanceError

import pytest
from exchanges import lost
from fake_time import FakeTime
from fakes import FakeLog, context, furnished
from local_redis import LocalRedis
from schedule import refused

from SteadyAPI.context import Context
from SteadyAPI.engine.clock import SYSTEM_CLOCK
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.session import SessionKeywords
from SteadyAPI.redaction.registry import SecretRegistry


def test_the_engines_of_a_context_share_their_secrets() -> None:
    shared = context()
    shared.surroundings.secrets.register("shared-secret-1")
    shared.log.text("is shared-secret-1")
    assert shared.log.entries == ["INFO is [redacted]"]  # type: ignore[attr-defined]  # the fake's own


def test_engines_are_made_when_they_are_first_needed() -> None:
    made = Context(SecretRegistry(), Ledger())
    before = (made.has_sessions, made.has_tokens)
    engines = (made.sessions, made.tokens, made.log, made.policy, made.surroundings)
    assert before == (False, False)
    assert (made.has_sessions, made.has_tokens) == (True, True)
    assert engines == (made.sessions, made.tokens, made.log, made.policy, made.surroundings)


def test_nothing_in_a_context_is_replaced() -> None:
    context = Context(SecretRegistry())
    with pytest.raises(FrozenInstanceError):
        context.har = True


def test_an_interrupted_request_is_logged() -> None:
    made = Context(SecretRegistry(), Ledger())
    interrupted = made.surroundings.on_interrupt
    log = FakeLog(made.secrets)
    furnished(made, log=log)
    assert interrupted is not None
    interrupted(lost())
    assert len(log.entries) == 1


def test_a_context_that_shares_has_breakers_that_other_machines_know(redis: LocalRedis) -> None:
    one, two = (Context(SecretRegistry(), Ledger(), shared=redis.address).surroundings for _ in range(2))
    for _ in range(5):
        one.protection.settle("http://shop.test/a", refused(), SYSTEM_CLOCK, counts=True)
    retried, refusal = two.protection.admits("http://shop.test/b", SYSTEM_CLOCK)
    assert not retried
    assert refusal.startswith("shop.test lost 5 requests in a row since ")


def test_a_place_to_share_that_is_none_is_refused_when_it_is_first_needed() -> None:
    made = Context(SecretRegistry(), Ledger(), shared="reddis://redis.test")
    with pytest.raises(UsageError, match=r"expected the address of a Redis server"):
        _ = made.surroundings


def test_limits_of_sessions_are_shared_unless_told_otherwise(redis: LocalRedis) -> None:
    limits = []
    for _ in range(2):
        machine = Context(SecretRegistry(), Ledger(), shared=redis.address)
        group = SessionKeywords(machine)
        group.create_session("shop", "http://shop.test", rate_limit="1/h")
        group.create_session("own", "http://own.test", rate_limit="1/h", share_rate_limit=False)
        group.create_session("free", "http://free.test")
        limits.append([machine.sessions.get(name).settings.rate_limit for name in ("shop", "own", "free")])
    assert limits[1][2] is None
    delays = []
    for one, two in zip(limits[0][:2], limits[1][:2], strict=True):
        assert one is not None
        assert two is not None
        one.wait(FakeTime().clock())
        delays.append(two.delay() > 3000)
    assert delays == [True, False]
