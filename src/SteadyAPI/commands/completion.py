"""``python -m SteadyAPI completion SHELL``: prints the script by which a shell completes the command ``steadyapi``."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from SteadyAPI.command_line import command_parser

SHELLS = ("bash", "fish", "zsh")
DESCRIPTION = """
    Prints the script by which a shell completes commands and options of `steadyapi`, which is `python -m SteadyAPI`.

      bash, in ~/.bashrc              eval "$(steadyapi completion bash)"
      zsh, in ~/.zshrc after compinit eval "$(steadyapi completion zsh)"
      fish                            steadyapi completion fish > ~/.config/fish/completions/steadyapi.fish
"""


def completion(argv: Sequence[str]) -> int:
    """Prints the script and returns 0; a shell that isn't known ends it with exit code 2."""
    options = arguments().parse_args(argv)
    sys.stdout.write(script(options.shell).read_text(encoding="utf-8"))
    return 0


def arguments() -> ArgumentParser:
    """Returns the parser of the command's arguments."""
    parser = command_parser("completion", DESCRIPTION)
    parser.add_argument("shell", choices=SHELLS, help="the shell")
    return parser


def script(shell: str) -> Traversable:
    """Returns the bundled script of a shell."""
    return files("SteadyAPI").joinpath("completion", f"steadyapi.{shell}")
