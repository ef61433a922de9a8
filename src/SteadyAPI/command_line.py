"""What the commands of ``python -m SteadyAPI`` share: the argument parser, and output to the console."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from inspect import cleandoc
from io import TextIOWrapper


def command_parser(name: str, description: str) -> ArgumentParser:
    """Returns the parser of one command; a wrong argument ends it with exit code 2."""
    program = f"python -m SteadyAPI {name}"
    return ArgumentParser(program, description=cleandoc(description), formatter_class=RawDescriptionHelpFormatter)


def accept_any_character() -> None:
    """Lets the console show ``?`` for a character that its encoding lacks: no command ends because of one."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(line: str) -> None:
    """Writes a line to the console."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
