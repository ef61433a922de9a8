"""Slots that several processes keep to together, by the clock of a real Redis server."""

import pytest
from local_redis import LocalRedis

from SteadyAPI.engine.clock import SYSTEM_CLOCK
from SteadyAPI.engine.sharing.redis_address import redis_address
from SteadyAPI.engine.sharing.redis_server import RedisServer
from SteadyAPI.engine.sharing.redis_slots import RedisSlots
from SteadyAPI.errors import UsageError

SHOP = "http://shop.test"


def slots(redis: LocalRedis, service: str = SHOP) -> RedisSlots:
    return RedisSlots(RedisServer(redis_address(redis.address), SYSTEM_CLOCK, lambda _: None), service)


def test_two_processes_take_turns(redis: LocalRedis) -> None:
    one, two = slots(redis), slots(redis)
    booked = [one.book(0.0, 100.0), two.book(0.0, 100.0), one.book(0.0, 100.0)]
    assert booked == pytest.approx([0.0, 100.0, 200.0], abs=30.0)
    assert booked[0] == 0.0
    assert two.next_free() == pytest.approx(300.0, abs=30.0)


def test_nobody_booked_means_free_now(redis: LocalRedis) -> None:
    assert slots(redis).next_free() == 0.0


def test_a_handshake_puts_everybodys_next_request_off(redis: LocalRedis) -> None:
    slots(redis).book(0.0, 100.0)
    slots(redis).postpone(50.0)
    assert slots(redis).next_free() == pytest.approx(150.0, abs=30.0)


def test_services_do_not_hold_each_other_back(redis: LocalRedis) -> None:
    slots(redis).book(0.0, 100.0)
    assert slots(redis, "http://stock.test").book(0.0, 100.0) == 0.0


def test_what_is_kept_ends_a_minute_after_the_last_slot(redis: LocalRedis) -> None:
    slots(redis).book(0.0, 100.0)
    (name,) = redis.client().keys("*:rate:*")
    assert 130_000 < redis.client().pttl(name) <= 160_001


def test_a_response_in_hand_is_not_lost_when_the_server_goes(
    monkeypatch: pytest.MonkeyPatch, redis: LocalRedis
) -> None:
    gone = RedisSlots(RedisServer(redis_address("unix:///nowhere/s"), SYSTEM_CLOCK, lambda _: None), SHOP)
    gone.postpone(1.0)
    with pytest.raises(UsageError, match="can't be reached"):
        gone.book(0.0, 1.0)
    with pytest.raises(UsageError, match="can't be reached"):
        gone.next_free()
