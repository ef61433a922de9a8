import sys
from types import SimpleNamespace
from typing import Any

import pytest
from fakes import FakeTime

from SteadyAPI.engine.token import Token
from SteadyAPI.keywords.pabot_vault import PabotVault, pabot_vault

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


def test_a_token_is_kept_under_a_lock() -> None:
    library = FakePabotLib()
    vault = PabotVault(library, "key", CLOCK)
    with vault.opened() as slot:
        assert slot.read() is None
        slot.write(Token("abc"))
        assert library.locks == ["+key"]
    with vault.opened() as slot:
        assert slot.read() == Token("abc")
        slot.write(None)
        assert slot.read() is None
    assert library.locks == ["+key", "-key"] * 2


def test_the_lock_is_released_after_a_failure() -> None:
    library = FakePabotLib()
    with pytest.raises(ZeroDivisionError), PabotVault(library, "key", CLOCK).opened():
        _ = 1 / 0
    assert library.locks == ["+key", "-key"]


def test_outside_a_run_there_is_no_pabot() -> None:
    assert pabot_vault("key", CLOCK) is None


@pytest.mark.parametrize("address", [None, ""])
def test_a_run_of_robots_own_has_no_pabotlib(address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("robot.libraries.BuiltIn.BuiltIn.get_variable_value", lambda _self, _name: address)
    assert pabot_vault("key", CLOCK) is None


@pytest.mark.parametrize("address", ["127.0.0.1:9", "no address"])
def test_a_pabotlib_that_was_not_started_is_not_used(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("robot.libraries.BuiltIn.BuiltIn.get_variable_value", lambda _self, _name: address)
    monkeypatch.setattr("socket.create_connection", refuse)
    assert pabot_vault("key", CLOCK) is None


def test_a_run_of_pabots_shares_through_pabotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("robot.libraries.BuiltIn.BuiltIn.get_variable_value", lambda _self, _name: "127.0.0.1:8270")
    monkeypatch.setattr("socket.create_connection", lambda *_: SimpleNamespace(close=lambda: None))
    monkeypatch.setitem(sys.modules, "pabot.pabotlib", SimpleNamespace(PabotLib=FakePabotLib))
    vault = pabot_vault("key", CLOCK)
    assert vault is not None
    with vault.opened() as slot:
        slot.write(Token("abc"))
    assert list(vault._library.values) == ["SteadyAPI token key"]
