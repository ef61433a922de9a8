"""``python -m SteadyAPI demo``: runs the tour against the embedded shop."""

import os
import secrets
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from robot.run import run as run_robot  # type: ignore[import-untyped]

from SteadyAPI.command_line import command_parser, say
from SteadyAPI.demo.environment import environment
from SteadyAPI.demo.server.server import DemoServer

BUNDLED = ("tour.robot", "failing.robot", "models.py")
FAILING_TESTS = 4
MOST_FAILURES = 250
"""Robot Framework's exit codes up to 250 count failed tests; those above are its own troubles."""
DESCRIPTION = """
    Starts a small shop API on this machine, copies a test suite for it into a folder, and runs it.

    The folder holds the suites, log.html, report.html and output.xml. Suites that are already there are run as they
    are, so you can change them and run the command again. Nothing is sent beyond this machine.

    The exit code is that of Robot Framework: the number of failed tests. So it is 0 for the tour, and 4 for --failing,
    which runs four tests that fail on purpose. It is 2 for a wrong argument.
"""


def demo(
    argv: Sequence[str],
    *,
    run: Callable[..., int] = run_robot,
    open_server: Callable[..., DemoServer] = DemoServer,
) -> int:
    """Runs the tour, or the four failing tests, and returns the exit code of Robot Framework."""
    parser = arguments()
    options = parser.parse_args(argv)
    folder = Path(options.output)
    try:
        unpack(folder)
    except OSError as error:
        parser.error(f"expected a folder to write to, got {folder} ({error.strerror}); write --output DIR")
    code = _run_suite(options, folder, run, open_server)
    say(closing_line(code, folder / "log.html", failing=options.failing))
    return code


def arguments() -> ArgumentParser:
    """Returns the parser of the command's arguments."""
    parser = command_parser("demo", DESCRIPTION)
    parser.add_argument("--failing", action="store_true", help="run four tests that fail on purpose")
    parser.add_argument("--output", default="steadyapi-demo", metavar="DIR", help="the folder (default: %(default)s)")
    levels = ("TRACE", "DEBUG", "INFO")
    parser.add_argument("--loglevel", default="INFO", choices=levels, help="how much log.html tells (default: INFO)")
    return parser


def unpack(folder: Path) -> None:
    """Copies the bundled suites and models into a folder; files that are there already stay as they are.

    Raises:
        OSError: the folder can't be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in BUNDLED:
        text = files("SteadyAPI.demo").joinpath(name).read_text(encoding="utf-8")
        target = folder / name
        if not target.exists():
            target.write_text(text, encoding="utf-8")
        elif target.read_text(encoding="utf-8") != text:
            say(f"{target} is not the bundled one and stays as it is; delete it to get the bundled one.")


def closing_line(code: int, log: Path, *, failing: bool) -> str:
    """Returns what a reader should know at the end: whether all went as planned, and where to look."""
    if code > MOST_FAILURES:
        return f"Robot Framework could not run the suite (exit code {code}); it says why above."
    if failing and code == FAILING_TESTS:
        return f"4 tests failed, all on purpose: read in {log} what each failure tells."
    if failing:
        return f"Expected exactly 4 failing tests, got {code}: see {log}."
    if code:
        return f"Expected a green tour, got {code} failing tests: see {log}."
    return f"All green, though the server failed now and then: see {log}. Next: python -m SteadyAPI demo --failing"


def _run_suite(
    options: Namespace, folder: Path, run: Callable[..., int], open_server: Callable[..., DemoServer]
) -> int:
    suite = folder / ("failing.robot" if options.failing else "tour.robot")
    voucher = os.environ.get("SHOP_VOUCHER") or secrets.token_hex(8)
    with (
        open_server(password=os.environ.get("SHOP_PASSWORD", "")) as server,
        environment(SHOP_PASSWORD=server.password, SHOP_VOUCHER=voucher, **_past_the_proxy()),
    ):
        return run(
            str(suite),
            outputdir=str(folder),
            variable=[f"BASE_URL:{server.base_url}"],
            listener=["SteadyAPI.Redactor"],
            loglevel=options.loglevel,
        )


def _past_the_proxy() -> dict[str, str]:
    """Returns the variables that keep an HTTP proxy of the environment away from this machine's own addresses."""
    before = os.environ.get("NO_PROXY") or os.environ.get("no_proxy")
    hosts = ",".join(filter(None, (before, "127.0.0.1", "localhost")))
    return {"NO_PROXY": hosts, "no_proxy": hosts}
