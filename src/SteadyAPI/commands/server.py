"""``python -m SteadyAPI server``: leaves the embedded shop running, to play with."""

import os
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from shlex import quote
from threading import Event

from SteadyAPI.command_line import command_parser, say
from SteadyAPI.demo.server.server import DemoServer

DEFAULT_PORT = 8765
HIGHEST_PORT = 65535
_LOOK = 0.5
DESCRIPTION = """
    Starts a small shop API on 127.0.0.1 and leaves it running until Ctrl+C.

    Its users are called ada and grace; their password is printed. Set the environment variable SHOP_PASSWORD to
    choose one.
"""


def wait_for_interrupt() -> None:
    """Waits until the user presses Ctrl+C."""
    never = Event()
    # Windows tells of Ctrl+C only between two waits.
    while not never.wait(_LOOK):
        pass


def server(
    argv: Sequence[str],
    *,
    wait: Callable[[], None] = wait_for_interrupt,
    open_server: Callable[..., DemoServer] = DemoServer,
) -> int:
    """Runs the shop until it is interrupted, and returns 0."""
    parser = arguments()
    port = parser.parse_args(argv).port
    if not 0 <= port <= HIGHEST_PORT:
        parser.error(f"expected a port from 0 to {HIGHEST_PORT}, got {port}; write --port 0 for any free one")
    shop = open_server(port, password=os.environ.get("SHOP_PASSWORD", ""))
    try:
        shop.start()
    except OSError as error:
        parser.error(f"expected a free port, got {port} ({error.strerror}); write --port 0 for any free one")
    try:
        _introduce(shop)
        wait()
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        shop.stop()
    return 0


def arguments() -> ArgumentParser:
    """Returns the parser of the command's arguments."""
    parser = command_parser("server", DESCRIPTION)
    help_text = "the port to listen on, 0 for any free one (default: %(default)s)"
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, metavar="N", help=help_text)
    return parser


def _introduce(shop: DemoServer) -> None:
    say(f"The shop is open at {shop.base_url}; Ctrl+C stops it. Try:")
    say(f"  curl {shop.base_url}/products")
    say(f"  curl -d username=ada --data-urlencode {quote('password=' + shop.password)} {shop.base_url}/auth/token")
    say(f"  SHOP_PASSWORD={quote(shop.password)} robot --variable BASE_URL:{shop.base_url} steadyapi-demo/tour.robot")
