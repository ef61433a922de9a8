import runpy
import sys

import pytest

from SteadyAPI import __version__
from SteadyAPI.__main__ import COMMANDS, main


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_own_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert f"python -m SteadyAPI {command}" in capsys.readouterr().out


def test_a_command_gets_its_arguments_and_gives_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "count", ("builtins:len", "count the arguments"))
    assert main(["count", "--a", "b", "-h"]) == 3


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert [name for name, (_, summary) in COMMANDS.items() if f"  {name:<10} {summary}\n" not in shown] == []


def test_the_version_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert (end.value.code, capsys.readouterr().out) == (0, f"SteadyAPI {__version__}\n")


@pytest.mark.parametrize(("argv", "got"), [([], "none"), (["nope"], "nope")])
def test_a_missing_or_unknown_command_ends_with_2(
    argv: list[str], got: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(argv)
    assert end.value.code == 2
    commands = "completion, demo, init, model, report, scrub, server"
    message = f"expected a command ({commands}), got {got}; write python -m SteadyAPI demo"
    assert message in capsys.readouterr().err


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["SteadyAPI", "--version"])
    monkeypatch.delitem(sys.modules, "SteadyAPI.__main__")
    with pytest.raises(SystemExit) as end:
        runpy.run_module("SteadyAPI", run_name="__main__")
    assert (end.value.code, capsys.readouterr().out) == (0, f"SteadyAPI {__version__}\n")
