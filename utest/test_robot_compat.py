import importlib
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from SteadyAPI import robot_compat


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Loads the module a second time, as Robot Framework 7.3 would have it."""
    monkeypatch.setitem(sys.modules, "robot.api.types", None)
    monkeypatch.setattr("robot.version.VERSION", "7.3.2")
    found = importlib.util.find_spec("SteadyAPI.robot_compat")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_newest_robot_framework_reads_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("robot.version.VERSION", "7.5")
    found = importlib.util.find_spec("SteadyAPI.robot_compat")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    assert module.DOC_FORMAT == "MARKDOWN"


def test_an_older_robot_framework_shows_the_documentation_as_text(older: Any) -> None:
    assert older.DOC_FORMAT == "TEXT"


def test_an_older_robot_framework_gets_a_secret_of_the_same_shape(older: Any) -> None:
    secret = older.Secret("hidden")
    assert (secret.value, str(secret), repr(secret)) == ("hidden", "<secret>", "Secret(value=<secret>)")


def test_every_secret_made_later_is_told_to_each_watcher(older: Any) -> None:
    one: list[str] = []
    other: list[str] = []
    older.watch_secrets(one.append)
    older.watch_secrets(other.append)
    older.Secret("hidden")
    assert one == other == ["hidden"]


def test_a_secret_hides_its_value() -> None:
    assert "hidden" not in f"{robot_compat.Secret('hidden')} {robot_compat.Secret('hidden')!r}"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("VerboseConsole", "verbose"),
        ("VerboseOutput", "verbose"),
        ("DottedConsole", "dotted"),
        ("QuietConsole", "quiet"),
        ("NoneConsole", "none"),
        ("NoOutput", "none"),
        ("ConsoleOfTheFuture", "dotted"),
    ],
)
@pytest.mark.parametrize("attribute", ["_console", "_console_logger"])
@pytest.mark.parametrize("wrapped", [True, False])
def test_the_type_of_the_console_is_known(
    monkeypatch: pytest.MonkeyPatch, name: str, kind: str, attribute: str, wrapped: bool
) -> None:
    console = type(name, (), {})()
    logger = SimpleNamespace(**{attribute: SimpleNamespace(listener=console) if wrapped else console})
    monkeypatch.setattr("robot.output.logger.LOGGER", logger)
    assert robot_compat.console_type() == kind
