import importlib
import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from SteadyAPI import robot_compat


def loaded() -> Any:
    """Loads the module a second time, beside the one in use."""
    found = importlib.util.find_spec("SteadyAPI.robot_compat")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Loads the module as Robot Framework 7.2 would have it."""
    monkeypatch.setitem(sys.modules, "robot.api.types", None)
    monkeypatch.setattr("robot.version.VERSION", "7.2.2")
    return loaded()


def test_the_newest_robot_framework_reads_the_sections_of_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("robot.version.VERSION", "7.5")
    assert loaded().READS_SECTIONS


def test_an_older_robot_framework_does_not(older: Any) -> None:
    assert not older.READS_SECTIONS


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
    monkeypatch.setattr(robot_compat, "LOGGER", logger)
    assert robot_compat.console_type() == kind


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class VerboseConsole:
    """The console of Robot Framework 7.5, after the start of a test and two keywords."""

    current_info = "A Test" + " " * 64
    marker_count = 2


class OlderMarker:
    marker_count = 2


class OlderWriter:
    _last_info = "A Test" + " " * 64
    _keyword_marker = OlderMarker()


class OlderConsole:
    """The console of Robot Framework 7.0 to 7.4 in the same state."""

    writer = OlderWriter()


class Facade:
    """What stands in front of a console in Robot Framework 7.5."""

    def __init__(self, console: object) -> None:
        self.listener = console


class OlderFacade:
    """What stands in front of a console before."""

    def __init__(self, console: object) -> None:
        self.logger = console


class Logger:
    """Robot Framework's logger with its console under the names of 7.5 or before."""

    def __init__(self, **names: object) -> None:
        vars(self).update(names)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(sys, "__stdout__", Terminal())
    monkeypatch.setattr(sys, "__stderr__", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    "logger", [Logger(_console=Facade(VerboseConsole())), Logger(_console_logger=OlderFacade(OlderConsole()))]
)
def test_the_cursor_stands_behind_the_tests_name_and_its_markers(terminal: pytest.MonkeyPatch, logger: object) -> None:
    terminal.setattr(robot_compat, "LOGGER", logger)
    assert robot_compat.console_column() == 72


class SuiteLine(VerboseConsole):
    current_info = "A Suite\n"


class NoMarkers:
    current_info = "A Test "


@pytest.mark.parametrize("console", [None, object(), Facade(SuiteLine()), Facade(NoMarkers())])
def test_an_unknown_console_has_no_column(terminal: pytest.MonkeyPatch, console: object) -> None:
    terminal.setattr(robot_compat, "LOGGER", Logger(_console=console))
    assert robot_compat.console_column() is None


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("NO_COLOR", "1")])
def test_a_terminal_that_wants_plain_text_has_no_column(terminal: pytest.MonkeyPatch, name: str, value: str) -> None:
    terminal.setattr(robot_compat, "LOGGER", Logger(_console=Facade(VerboseConsole())))
    terminal.setenv(name, value)
    assert robot_compat.console_column() is None


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_without_a_terminal_there_is_no_column(terminal: pytest.MonkeyPatch, stream: object) -> None:
    terminal.setattr(robot_compat, "LOGGER", Logger(_console=Facade(VerboseConsole())))
    terminal.setattr(sys, "__stderr__", stream)
    assert robot_compat.console_column() is None


def test_a_watcher_that_is_named_twice_is_told_once(older: Any) -> None:
    seen: list[str] = []
    watcher = seen.append
    older.watch_secrets(watcher)
    older.watch_secrets(watcher)
    older.Secret("hidden")
    assert seen == ["hidden"]


def test_types_that_keywords_share_are_made_out_once() -> None:
    assert robot_compat.shared_type(int) is robot_compat.shared_type(int)


def test_an_older_robot_framework_gets_plain_types(older: Any) -> None:
    assert older.shared_type(int) is int


LOOPS = """
*** Settings ***
Library    SteadyAPI

*** Test Cases ***
Every Structure
    VAR    ${i}    ${0}
    WHILE    ${i} < 2
        ${i} =    Evaluate    ${i} + 1
    END
    FOR    ${x}    IN    a    b
        Log    ${x}
    END
    TRY
        Fail    x
    EXCEPT    x    AS    ${error}
        Log    ${error}
    FINALLY
        No Operation
    END
    IF    True
        No Operation
    ELSE
        No Operation
    END
    WHILE    True
        BREAK
    END
"""


def test_nothing_that_robot_framework_gives_up_is_read(tmp_path: Path) -> None:
    suite = tmp_path / "loops.robot"
    suite.write_text(LOOPS, encoding="utf-8")
    options = ["--outputdir", str(tmp_path), "--listener", "SteadyAPI.Redactor", "--loglevel", "TRACE"]
    command = [sys.executable, "-W", "always", "-m", "robot", *options, str(suite)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if "deprecated" in line]) == (0, [])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "plain"),
        ("gr\u00fcn \U0001f600", "gr\u00fcn \U0001f600"),
        ("cut \ud83d", "cut \ufffd"),
        ("\udc00x", "\ufffdx"),
        ("\ud83d\ude00 whole", "\U0001f600 whole"),
    ],
)
def test_text_can_always_be_written(text: str, written: str) -> None:
    assert robot_compat.encodable(text) == written
    assert (robot_compat.encodable(text) is text) is (text == written)
