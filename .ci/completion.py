"""Writes the scripts by which shells complete the command ``steadyapi``: ``uv run poe completion``.

They are made here, not when somebody asks for them, so that the library needs no package for it.
"""

from argparse import Action, ArgumentParser
from pathlib import Path
from pkgutil import resolve_name

import shtab

from SteadyAPI.__main__ import COMMANDS
from SteadyAPI.commands.completion import SHELLS, script

FILES = {"DIR": shtab.DIRECTORY, "FILE": shtab.FILE, "SOURCE": shtab.FILE, "folder": shtab.DIRECTORY}
"""What is completed by what the help calls it."""


def whole_parser() -> ArgumentParser:
    """Returns one parser of all commands; the library itself loads only that of the command that runs."""
    parser = ArgumentParser("steadyapi")
    parser.add_argument("--version", action="version", version="", help="show the version")
    commands = parser.add_subparsers()
    for name, (place, summary) in COMMANDS.items():
        own: ArgumentParser = resolve_name(place.partition(":")[0]).arguments()
        for action in own._actions:  # noqa: SLF001  argparse tells its options nowhere else
            _complete(action)
        commands.add_parser(name, parents=[own], add_help=False, help=summary)
    return parser


def _complete(action: Action) -> None:
    kind = FILES.get(str(action.metavar or action.dest))
    if kind is not None:
        action.complete = kind  # type: ignore[attr-defined]  # shtab looks for it


if __name__ == "__main__":
    for shell in SHELLS:
        Path(str(script(shell))).write_text(shtab.complete(whole_parser(), shell), encoding="utf-8", newline="\n")
