import sys
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from fake_time import NOON, FakeTime

from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.pabot_token_store import PabotTokenStore, pabot_token_store

CLOCK = FakeTime().clock()


class FakePabotLib:
    """Keeps values and notes who locks what."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.locks: list[str] = []

    def acquire_lock(self, name: str) -> None:
        self.locks.append(f"+{name}")

    def release_lock(self, name: str) -> None:
        self.locks.append(f"-{name}")

    def get_parallel_value_for_key(self, key: str) -> Any:
        return self.values.get(key, "")

    def set_parallel_value_for_key(self, key: str, value: str) -> None:
        self.values[key] = value


def test_a_token_is_kept_for_all_who_know_the_key() -> None:
    library = FakePabotLib()
    with PabotTokenStore(library, "key", CLOCK).opened() as slot:
        assert slot.read() is None
        slot.write(Token("abc"))
    with PabotTokenStore(library, "key", CLOCK).opened() as slot:
        assert slot.read() == Token("abc")
        slot.write(None)
        assert slot.read() is None


def test_the_lock_is_held_for_a_moment_only() -> None:
    library = FakePabotLib()
    with PabotTokenStore(library, "key", CLOCK).opened():
        assert library.locks == ["+key", "-key"]


def test_one_worker_at_a_time_holds_the_place() -> None:
    library, time = FakePabotLib(), FakeTime()
    other = PabotTokenStore(library, "key", time.clock()).opened()
    other.__enter__()

    def sleep(seconds: float) -> None:
        time.sleep(seconds)
        other.__exit__(None, None, None)

    with PabotTokenStore(library, "key", replace(time.clock(), sleep=sleep)).opened():
        assert time.slept == [0.05]


def test_the_place_is_free_again_after_a_failure() -> None:
    library = FakePabotLib()
    with pytest.raises(ZeroDivisionError), PabotTokenStore(library, "key", CLOCK).opened():
        _ = 1 / 0
    with PabotTokenStore(library, "key", CLOCK).opened() as slot:
        assert slot.read() is None


def test_a_worker_that_died_holds_the_place_for_a_minute() -> None:
    library, time = FakePabotLib(), FakeTime()
    PabotTokenStore(library, "key", time.clock())._leased()
    with PabotTokenStore(library, "key", time.clock()).opened():
        assert time.seconds == pytest.approx(60, abs=0.1)


def test_a_worker_that_took_longer_than_its_lease_leaves_the_next_one_alone() -> None:
    library, time = FakePabotLib(), FakeTime()
    slow, next_one = (PabotTokenStore(library, "key", time.clock()) for _ in range(2))
    with slow.opened():
        time.seconds = 61.0
        assert next_one._leased()
    assert not slow._leased()


def test_a_place_that_stays_held_is_given_up() -> None:
    library, time = FakePabotLib(), FakeTime()
    library.set_parallel_value_for_key("key lease", f"another-worker {NOON.timestamp() + 1000}")
    shared_store = PabotTokenStore(library, "key", time.clock())
    with pytest.raises(UsageError, match="other workers have held the token for 180 s"), shared_store.opened():
        pass


def test_outside_a_run_there_is_no_pabot() -> None:
    assert pabot_token_store("key", CLOCK) is None


@pytest.mark.parametrize("address", [None, ""])
def test_a_run_of_robots_own_has_no_pabotlib(address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("robot.libraries.BuiltIn.BuiltIn.get_variable_value", lambda _self, _name: address)
    assert pabot_token_store("key", CLOCK) is None


@pytest.mark.parametrize("address", ["127.0.0.1:9", "no address"])
def test_a_pabotlib_that_was_not_started_is_not_used(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("robot.libraries.BuiltIn.BuiltIn.get_variable_value", lambda _self, _name: address)
    monkeypatch.setattr("socket.create_connection", refuse)
    assert pabot_token_store("key", CLOCK) is None


def test_a_run_of_pabots_shares_through_pabotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("robot.libraries.BuiltIn.BuiltIn.get_variable_value", lambda _self, _name: "127.0.0.1:8270")
    monkeypatch.setattr("socket.create_connection", lambda *_: SimpleNamespace(close=lambda: None))
    monkeypatch.setitem(sys.modules, "pabot.pabotlib", SimpleNamespace(PabotLib=FakePabotLib))
    shared_store = pabot_token_store("key", CLOCK)
    assert shared_store is not None
    with shared_store.opened() as slot:
        slot.write(Token("abc"))
    assert list(shared_store._library.values) == ["SteadyAPI token key lease", "SteadyAPI token key"]
