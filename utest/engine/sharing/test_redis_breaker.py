"""Breakers that several processes share through a real Redis server."""

import pytest
from fake_time import NOON, FakeTime
from local_redis import LocalRedis

from SteadyAPI.engine.retry.breaker import THRESHOLD
from SteadyAPI.engine.sharing.redis_address import redis_address
from SteadyAPI.engine.sharing.redis_breaker import RedisBreaker
from SteadyAPI.engine.sharing.redis_server import RedisServer
from SteadyAPI.errors import UsageError

SHOP = "http://shop.test"


def breaker(redis: LocalRedis, time: FakeTime, host: str = SHOP) -> RedisBreaker:
    clock = time.clock()
    return RedisBreaker(RedisServer(redis_address(redis.address), clock, lambda _: None), host, clock)


def lose(one: RedisBreaker, times: int) -> None:
    for _ in range(times):
        one.lost("connection refused", 0.0, NOON)


def test_what_each_process_loses_counts_for_all(redis: LocalRedis) -> None:
    time = FakeTime()
    one, two, three = (breaker(redis, time) for _ in range(3))
    lose(one, THRESHOLD - 1)
    assert not two.is_open
    lose(three, 1)
    time.seconds = 1.0
    assert two.is_open
    assert two.lost_in_a_row == THRESHOLD
    assert two.since is not None
    told = two.explanation("shop.test", 1.0)
    assert told.startswith("shop.test lost 5 requests in a row since ")
    assert "(connection refused); next probe in " in told


def test_other_hosts_stay_closed(redis: LocalRedis) -> None:
    time = FakeTime()
    lose(breaker(redis, time), THRESHOLD)
    assert not breaker(redis, time, "http://stock.test").is_open


def test_the_server_is_asked_once_a_second(redis: LocalRedis) -> None:
    time = FakeTime()
    one = breaker(redis, time)
    assert not one.is_open
    lose(breaker(redis, time), THRESHOLD)
    time.seconds = 0.9
    assert not one.is_open
    time.seconds = 1.0
    assert one.is_open


def test_of_all_processes_one_sends_the_probe(redis: LocalRedis) -> None:
    time = FakeTime()
    one, two = breaker(redis, time), breaker(redis, time)
    lose(one, THRESHOLD)
    assert one.is_open
    assert two.is_open
    assert not one.probes(0.0)
    # Ten seconds later, by the server's clock.
    (name,) = redis.client().keys("*:breaker:*")
    redis.client().hset(name, "probe", 0)
    assert one.probes(0.0)
    assert "next probe in 10" in one.explanation("shop.test", 0.0)
    assert not two.probes(0.0)


def test_a_host_that_responded_to_one_is_back_for_all(redis: LocalRedis) -> None:
    time = FakeTime()
    one, two = breaker(redis, time), breaker(redis, time)
    lose(one, THRESHOLD)
    assert two.is_open
    one.close()
    assert not one.is_open
    assert two.probes(0.0)
    assert not two.is_open
    assert redis.client().keys("*breaker*") == []


def test_trouble_is_kept_for_ten_minutes_and_nothing_of_it_is_readable(redis: LocalRedis) -> None:
    lose(breaker(redis, FakeTime()), 1)
    (name,) = redis.client().keys("*breaker*")
    assert 0 < redis.client().ttl(name) <= 600
    contents = redis.contents()
    assert b"shop" not in contents
    assert b"refused" not in contents


def test_trouble_with_the_server_is_told_by_the_next_request(
    redis: LocalRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    time = FakeTime()
    one = breaker(redis, time)
    assert not one.is_open
    with monkeypatch.context() as patch:
        patch.setattr("SteadyAPI.engine.sharing.redis_server.RedisServer.ask", _gone)
        lose(one, 1)
        with pytest.raises(UsageError, match="gone"):
            _ = one.is_open
        one.close()
    assert not one.is_open
    assert one.lost_in_a_row == 0


def _gone(*_: object) -> None:
    raise UsageError("gone")
