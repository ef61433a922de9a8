"""A token that several processes share through a real Redis server."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from fake_time import FakeTime
from local_redis import LocalRedis

from SteadyAPI.engine.clock import SYSTEM_CLOCK
from SteadyAPI.engine.sharing import redis_tokens
from SteadyAPI.engine.sharing.redis_address import redis_address
from SteadyAPI.engine.sharing.redis_server import RedisServer
from SteadyAPI.engine.sharing.redis_tokens import RedisTokenStore
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import UsageError

TOKEN = Token("the-token-1", lifetime=60.0, expires=60.0, scope="orders")


@pytest.fixture
def process(redis: LocalRedis) -> Callable[..., RedisTokenStore]:
    def made(time: FakeTime | None = None) -> RedisTokenStore:
        server = RedisServer(redis_address(redis.address), SYSTEM_CLOCK, lambda _: None)
        return RedisTokenStore(server, "login", (time or FakeTime()).clock())

    return made


def put(store: RedisTokenStore, token: Token | None) -> None:
    with store.opened() as slot:
        slot.write(token)


def got(store: RedisTokenStore) -> Token | None:
    with store.opened() as slot:
        return slot.read()


def test_a_token_written_by_one_is_read_by_another_and_deleted(process: Callable[..., RedisTokenStore]) -> None:
    assert got(process()) is None
    put(process(), Token("the-token-1"))
    assert got(process()) == Token("the-token-1")
    put(process(), None)
    assert got(process()) is None


def test_its_end_is_the_same_on_machines_whose_clocks_differ(process: Callable[..., RedisTokenStore]) -> None:
    put(process(), TOKEN)
    late = FakeTime(seconds=3600.0)
    read = got(process(late))
    assert read is not None
    assert read.expires == pytest.approx(3660.0, abs=30.0)


@pytest.mark.parametrize(
    ("token", "life"),
    [
        (TOKEN, 60),
        (Token("abc", lifetime=1.0, expires=0.0), 1),
        (Token("abc"), 86_400),
        (Token("abc", lifetime=1e6, expires=1e6), 86_400),
        (Token("abc", lifetime=60.0, expires=60.0, refresh_secret="refresh-1"), 86_400),
    ],
)
def test_nothing_is_kept_for_longer_than_it_is_good(
    process: Callable[..., RedisTokenStore], redis: LocalRedis, token: Token, life: int
) -> None:
    lives: list[int] = []
    with process().opened() as slot:
        slot.write(token)
        lives = [redis.client().pttl(name) for name in redis.client().keys("*") if b":token:" in name]
    (kept,) = [one for one in lives if one > 10_000] if life > 10 else [life * 1000]
    assert life * 1000 - 30_000 < kept <= life * 1000


def test_nothing_readable_lies_on_the_server(process: Callable[..., RedisTokenStore], redis: LocalRedis) -> None:
    with process().opened() as slot:
        slot.write(Token("the-token-1", scope="orders", refresh_secret="refresh-1"))
        contents = redis.contents()
    assert contents.count(b"steadyapi:") == 3
    for word in (b"the-token-1", b"orders", b"refresh", b"Bearer", b"login", b"secret"):
        assert word not in contents


def test_the_lock_is_held_while_the_provider_is_asked_and_then_let_go(
    process: Callable[..., RedisTokenStore], redis: LocalRedis
) -> None:
    with process().opened():
        (lock,) = redis.client().keys("*:lock")
        assert 0 < redis.client().pttl(lock) <= 10_000
    assert redis.client().exists(lock) == 0


def test_a_slow_provider_does_not_cost_the_lock(
    process: Callable[..., RedisTokenStore], redis: LocalRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_tokens, "_RENEWAL", 0.001)
    watcher = redis.client()
    with process().opened():
        (lock,) = watcher.keys("*:lock")
        watcher.pexpire(lock, 1_000_000)
        renewed = any(watcher.pttl(lock) <= 10_000 for _ in range(100_000))
    assert renewed
    assert watcher.exists(lock) == 0


def test_who_waits_gets_the_lock_of_a_dead_process_when_it_ends(
    process: Callable[..., RedisTokenStore], redis: LocalRedis
) -> None:
    with process().opened() as slot:
        slot.write(TOKEN)
        (lock,) = redis.client().keys("*:lock")
    redis.client().set(lock, "of a process that died", px=300)
    assert got(process()) is not None


def test_a_wait_has_an_end(process: Callable[..., RedisTokenStore], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redis_tokens, "_LONGEST_WAIT", 0.1)
    with (
        process().opened(),
        pytest.raises(UsageError, match=r"another process has held the token for 0\.1 s\.\n  is the provider"),
        process().opened(),
    ):
        raise AssertionError


def test_a_lock_that_was_lost_meanwhile_is_not_taken_from_its_new_holder(
    process: Callable[..., RedisTokenStore], redis: LocalRedis
) -> None:
    with process().opened():
        (lock,) = redis.client().keys("*:lock")
        redis.client().set(lock, "another one's", px=60_000)
    assert redis.client().get(lock) == b"another one's"


def test_what_was_encrypted_with_another_key_is_told(
    process: Callable[..., RedisTokenStore], redis: LocalRedis
) -> None:
    store = process()
    put(store, TOKEN)
    (name,) = redis.client().keys("*:token:*")
    redis.client().set(name, b"x" * 60, ex=int(timedelta(minutes=1).total_seconds()))
    with pytest.raises(UsageError, match="was encrypted with another key"):
        got(store)
