"""What differs between versions of Robot Framework."""

import builtins
import importlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from SteadyAPI import robot_compat


@pytest.fixture
def without_secret(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    real = builtins.__import__

    def old_robot(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - the signature of __import__
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if name == "robot.api.types":
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", old_robot)
    yield importlib.reload(robot_compat)
    monkeypatch.undo()
    importlib.reload(robot_compat)


def test_an_old_robot_framework_gets_a_secret_of_the_same_shape(without_secret: Any) -> None:
    secret = without_secret.Secret("hunter2")
    assert secret.value == "hunter2"
    assert str(secret) == "<secret>"
    assert repr(secret) == "Secret(value=<secret>)"


def test_every_secret_made_from_now_on_is_seen_once(without_secret: Any) -> None:
    seen: list[str] = []
    watcher = seen.append
    without_secret.watch_secrets(watcher)
    without_secret.watch_secrets(watcher)
    without_secret.watch_secrets(lambda value: seen.append(f"again {value}"))
    secret = without_secret.Secret("hunter2")
    assert seen == ["hunter2", "again hunter2"]
    assert secret.value == "hunter2"
