"""Addresses of Redis servers, as suites write them."""

import pytest

from SteadyAPI.engine.sharing.redis_address import RedisAddress, password_in, redis_address
from SteadyAPI.errors import UsageError

CA = __file__
"""A file that is there."""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("redis://redis.test", RedisAddress(shown="redis://redis.test", host="redis.test", port=6379)),
        ("redis://redis.test/", RedisAddress(shown="redis://redis.test/", host="redis.test", port=6379)),
        ("redis://[::1]:7/2", RedisAddress(shown="redis://[::1]:7/2", host="::1", port=7, database=2)),
        (
            "REDIS://ada:p%40ss%2F1@redis.test:7000/3?run=nightly-4",
            RedisAddress(
                shown="REDIS://redis.test:7000/3",
                host="redis.test",
                port=7000,
                database=3,
                run="nightly-4",
                username="ada",
                password="p@ss/1",
            ),
        ),
        (
            f"rediss://:pw@redis.test?ca={CA}&run=a%20b",
            RedisAddress(
                shown="rediss://redis.test",
                host="redis.test",
                port=6379,
                tls=True,
                ca=CA,
                run="a b",
                password="pw",
            ),
        ),
        ("unix:///run/redis%201.sock", RedisAddress(shown="unix:///run/redis%201.sock", path="/run/redis 1.sock")),
    ],
)
def test_an_address_is_read(text: str, address: RedisAddress) -> None:
    assert redis_address(text) == address


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'expected the address of a Redis server, with redis://, rediss:// (TLS) or unix:// in front; got "".'),
        ("True", '(TLS) or unix:// in front; got "True".'),
        ("reddis://:hunter-2@redis.test", 'got "reddis://redis.test".'),
        ("redis:/redis.test", 'got "redis:/redis.test".'),
        ("redis", 'got "redis".'),
        ("redis.test:6379", 'got "redis.test:6379".'),
        ("http://redis.test", 'got "http://redis.test".'),
        ("redis+sentinel://redis.test", 'got "redis+sentinel://redis.test".'),
        ("redis://redis.test /0", 'expected an address without blanks, got "redis://redis.test /0".'),
        ("redis://:hunter-2@:6379/0", 'expected an address with a host, got "redis://:6379/0".'),
        ("redis:///0", 'expected an address with a host, got "redis:///0".'),
        ("redis://redis.test:0", 'expected an address with a port, got "redis://redis.test:0".'),
        ("unix://", 'expected the whole path of a socket, such as unix:///run/redis.sock; got "unix://".'),
        (
            "unix://run/redis.sock",
            'expected the whole path of a socket, such as unix:///run/redis.sock; got "unix://run',
        ),
        ("redis://redis.test?ca=ca.pem", "expected rediss:// with ca=, because only TLS has certificates"),
        ("rediss://redis.test?ca=nowhere.pem", "expected the path of a file behind ca=; there is no nowhere.pem."),
        ("redis://redis.test:99999", "its port is no number from 0 to 65535."),
        ("redis://redis.test:six", "its port is no number from 0 to 65535."),
        ("redis://:hunter/2@redis.test", 'the address of "redis://redis.test" has a character in its user name'),
        ("redis://:4/hunter@redis.test", 'the address of "redis://redis.test" has a character in its user name'),
        ("redis://ada:hunter?2@redis.test", 'the address of "redis://redis.test" has a character in its user name'),
        ("redis://[::1", "its host can't be read."),
        ("redis://:hunter#2@redis.test", 'the address of "redis://redis.test" has a character in its user name'),
        ("redis://redis.test/0#1", 'expected an address without #, got "redis://redis.test/0#1".'),
        ("redis://redis.test/orders", 'expected the number of a database behind the host, got "orders"'),
        ("redis://redis.test/-1", 'expected the number of a database behind the host, got "-1"'),
        ("redis://redis.test?rum=4", 'expected the options run= and ca= behind the ?, got "rum"'),
        ("redis://redis.test?nightly", 'expected the options run= and ca= behind the ?, got "nightly"'),
        ("redis://redis.test?run=", "expected a value of run=, got none"),
    ],
)
def test_what_is_no_address_is_refused_without_its_password(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        redis_address(text)
    assert message in str(caught.value)
    assert str(caught.value).startswith("shared: ")
    assert "hunter" not in str(caught.value)


def test_no_representation_shows_the_password() -> None:
    assert "hunter-2" not in repr(redis_address("redis://:hunter-2@redis.test"))


@pytest.mark.parametrize(
    ("text", "password"),
    [
        ("redis://redis.test", ""),
        ("redis://ada@redis.test", ""),
        ("redis://:p%40ss@redis.test", "p@ss"),
        ("redis://ada:hunter#2/@redis.test", "hunter#2/"),
        ("nothing", ""),
    ],
)
def test_a_password_is_found_in_what_is_no_address_too(text: str, password: str) -> None:
    assert password_in(text) == password
