"""The command line: ``python -m SteadyAPI completion | demo | init | model | report | scrub | server``."""

import sys
from argparse import REMAINDER, ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from pkgutil import resolve_name

from SteadyAPI import __version__
from SteadyAPI.command_line import accept_any_character

# A new command is one line here: its name, where its function is (argv in, exit code out), and what it does.
# The functions are named, not imported, so that each command loads only what it needs.
COMMANDS = {
    "completion": ("SteadyAPI.commands.completion:completion", "print the script by which a shell completes options"),
    "demo": ("SteadyAPI.commands.demo:demo", "run a tour of the library, offline"),
    "init": ("SteadyAPI.commands.init:init", "write a small project for API tests that passes as it is"),
    "model": ("SteadyAPI.commands.model:model", "write a Pydantic model to start from, of samples or a description"),
    "report": ("SteadyAPI.commands.report:report", "make api-report.html again, of one run or of many together"),
    "scrub": (
        "SteadyAPI.commands.scrub:scrub",
        "mask what is secret in the files of a finished run, or only look for it",
    ),
    "server": ("SteadyAPI.commands.server:server", "leave the demo server running, to play with"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name, by default those of this process, and returns its exit code.

    Raises:
        SystemExit: 2 for arguments that make no sense, 0 after ``--help`` or ``--version``.
    """
    parser = _parser()
    options = parser.parse_args(argv)
    if options.command not in COMMANDS:
        expected = ", ".join(COMMANDS)
        parser.error(
            f"expected a command ({expected}), got {options.command or 'none'}; write python -m SteadyAPI demo"
        )
    accept_any_character()
    place, _ = COMMANDS[options.command]
    code: int = resolve_name(place)(options.arguments)
    return code


def _parser() -> ArgumentParser:
    commands = "\n".join(f"  {name:<10} {summary}" for name, (_, summary) in COMMANDS.items())
    description = f"API testing for Robot Framework that doesn't lie.\n\ncommands:\n{commands}"
    more = "`python -m SteadyAPI COMMAND --help` tells more about a command."
    parser = ArgumentParser(
        "python -m SteadyAPI", description=description, epilog=more, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"SteadyAPI {__version__}")
    parser.add_argument("command", nargs="?", metavar="COMMAND", help="one of those above")
    parser.add_argument("arguments", nargs=REMAINDER, metavar="...", help="arguments of the command")
    return parser


if __name__ == "__main__":
    sys.exit(main())
