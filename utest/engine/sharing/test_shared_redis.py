"""What belongs together on the Redis server."""

import socket

import pytest
from fake_time import FakeTime
from local_redis import LocalRedis

from SteadyAPI.engine.sharing.redis_address import redis_address
from SteadyAPI.engine.sharing.shared_redis import SharedRedis
from SteadyAPI.engine.token.token import Token


def machine(redis: LocalRedis) -> SharedRedis:
    return SharedRedis(redis_address(redis.address), FakeTime().clock(), lambda _: None)


def test_a_service_has_one_limit_whatever_its_path(redis: LocalRedis) -> None:
    machine(redis).slots("http://shop.test/v1").book(0.0, 100.0)
    assert machine(redis).slots("http://SHOP.test:80/v2").next_free() > 50.0
    assert machine(redis).slots("http://stock.test").next_free() == 0.0


@pytest.mark.parametrize(
    "url", ["http://localhost:8080", "http://shop.localhost", "http://127.0.0.1:8080", "http://[::1]"]
)
def test_a_service_on_this_machine_is_another_one_on_the_next(
    redis: LocalRedis, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    machine(redis).slots(url).book(0.0, 100.0)
    with machine(redis).token_store("login", url).opened() as slot:
        slot.write(Token("abc"))
    assert machine(redis).slots(url).next_free() > 50.0
    monkeypatch.setattr(socket, "gethostname", lambda: "the-next-machine")
    assert machine(redis).slots(url).next_free() == 0.0
    with machine(redis).token_store("login", url).opened() as slot:
        assert slot.read() is None


def test_a_token_of_a_provider_elsewhere_is_everybodys(redis: LocalRedis, monkeypatch: pytest.MonkeyPatch) -> None:
    with machine(redis).token_store("login", "http://id.test/token").opened() as slot:
        slot.write(Token("abc"))
    monkeypatch.setattr(socket, "gethostname", lambda: "the-next-machine")
    with machine(redis).token_store("login", "http://id.test/token").opened() as slot:
        assert slot.read() == Token("abc")


def test_a_host_has_one_breaker(redis: LocalRedis) -> None:
    time = FakeTime()
    one = machine(redis).breaker("http://shop.test/v1")
    for _ in range(5):
        one.lost("503", 0.0, time.clock().now())
    assert machine(redis).breaker("http://shop.test").is_open
