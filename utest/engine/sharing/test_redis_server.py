"""The Redis server of a run, asked over a real socket."""

import socket
import sys
from pathlib import Path
from typing import Any

import pytest
import trustme
from fake_time import FakeTime
from local_redis import LocalRedis

from SteadyAPI.engine.sharing.redis_address import redis_address
from SteadyAPI.engine.sharing.redis_server import RedisServer
from SteadyAPI.errors import UsageError

OTHER_KEY = "ZmVkY2JhOTg3NjU0MzIxMEFCQ0RFRkdISUpLTE1OT1A"


def server(address: str, time: FakeTime | None = None, register: Any = lambda _: None) -> RedisServer:
    return RedisServer(redis_address(address), (time or FakeTime()).clock(), register)


def ping(asked: RedisServer) -> Any:
    with asked.client() as redis:
        return redis.ping()


def test_two_processes_see_the_same(redis: LocalRedis) -> None:
    one, two = server(redis.address), server(redis.address)
    name = one.name("token", "a")
    assert one.ask("return redis.call('SET', KEYS[1], ARGV[1])", name, "abc") in {b"OK", "OK"}
    assert two.ask("return redis.call('GET', KEYS[1])", two.name("token", "a")) == b"abc"


def test_runs_of_other_names_and_kinds_of_values_do_not_meet(redis: LocalRedis) -> None:
    names = {
        server(redis.address).name("token", "a"),
        server(redis.address).name("rate", "a"),
        server(f"{redis.address}?run=2").name("token", "a"),
    }
    assert len(names) == 3


def test_every_name_ends_by_itself(redis: LocalRedis) -> None:
    ping(server(redis.address))
    (name,) = redis.client().keys("*")
    assert 0 < redis.client().ttl(name) <= 600


def test_the_time_is_the_servers(redis: LocalRedis) -> None:
    seconds, _ = redis.client().time()
    assert abs(server(redis.address).now().timestamp() - seconds) < 60


def test_the_key_is_registered_before_it_is_used(redis: LocalRedis, monkeypatch: pytest.MonkeyPatch) -> None:
    registered: list[str] = []
    monkeypatch.setenv("STEADYAPI_SHARED_KEY", "hunter2hunter2\n")
    with pytest.raises(UsageError, match="expected 32 random bytes"):
        ping(server(redis.address, register=registered.append))
    assert registered == ["hunter2hunter2"]


def test_without_a_key_nothing_is_opened(redis: LocalRedis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STEADYAPI_SHARED_KEY")
    with pytest.raises(UsageError, match="expected the key of the run"):
        ping(server(redis.address))
    assert redis.client().keys("*") == []


def test_another_key_is_noticed_at_the_first_use(redis: LocalRedis, monkeypatch: pytest.MonkeyPatch) -> None:
    ping(server(redis.address))
    monkeypatch.setenv("STEADYAPI_SHARED_KEY", OTHER_KEY)
    with pytest.raises(UsageError) as caught:
        ping(server(redis.address))
    assert str(caught.value).startswith(f"shared: what {redis.address} has of this run was encrypted with another key.")
    assert ping(server(f"{redis.address}?run=mine"))


def test_another_key_is_noticed_within_a_minute_of_its_use(redis: LocalRedis, monkeypatch: pytest.MonkeyPatch) -> None:
    time = FakeTime()
    first = server(redis.address, time)
    ping(first)
    # The run was quiet for so long that its key is forgotten, and another one comes.
    redis.client().flushall()
    monkeypatch.setenv("STEADYAPI_SHARED_KEY", OTHER_KEY)
    ping(server(redis.address))
    time.seconds = 59.0
    ping(first)
    time.seconds = 60.0
    with pytest.raises(UsageError, match="with another key"):
        ping(first)


def test_a_check_that_ends_at_that_moment_is_no_other_key(redis: LocalRedis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redis.Redis.get", lambda *_: None)
    assert ping(server(redis.address))


def test_an_unreachable_server_is_named_without_its_password(redis: LocalRedis) -> None:
    with pytest.raises(UsageError) as caught:
        ping(server("unix://:hunter-2@/nowhere/redis.sock"))
    assert str(caught.value).startswith("shared: unix:///nowhere/redis.sock can't be reached: Error 2 connecting to")
    assert "hunter" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_missing_package_is_told_with_the_extra(redis: LocalRedis, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "cryptography"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    with pytest.raises(
        UsageError, match=r'cryptography.*\n  install them: pip install "robotframework-steadyapi\[shared\]"'
    ):
        ping(server(redis.address))


@pytest.mark.enable_socket
def test_certificates_are_verified(tmp_path: Path, redis: LocalRedis) -> None:
    authority = trustme.CA()
    mine, other = tmp_path / "mine.pem", tmp_path / "other.pem"
    authority.cert_pem.write_to_path(str(mine))
    trustme.CA().cert_pem.write_to_path(str(other))
    certificate = authority.issue_cert("127.0.0.1")
    certificate.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    certificate.cert_chain_pems[0].write_to_path(str(tmp_path / "chain.pem"))
    port = free_port()
    options = ["--tls-port", str(port), "--bind", "127.0.0.1", "--tls-auth-clients", "no"]
    options += ["--tls-cert-file", str(tmp_path / "chain.pem"), "--tls-key-file", str(tmp_path / "key.pem")]
    encrypted = LocalRedis(*options, "--tls-ca-cert-file", str(mine))
    try:
        assert ping(server(f"rediss://127.0.0.1:{port}?ca={mine}"))
        for address in (f"rediss://127.0.0.1:{port}?ca={other}", f"rediss://127.0.0.1:{port}"):
            with pytest.raises(
                UsageError, match=r"can't be used: .*CERTIFICATE_VERIFY_FAILED.*\n  name the host as its"
            ):
                ping(server(address))
    finally:
        encrypted.stop()


@pytest.mark.enable_socket
def test_where_nothing_listens_the_address_is_named(redis: LocalRedis) -> None:
    port = free_port()
    with pytest.raises(UsageError, match=rf"^shared: redis://127\.0\.0\.1:{port}/0 can't be reached: Error 111"):
        ping(server(f"redis://127.0.0.1:{port}/0"))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
