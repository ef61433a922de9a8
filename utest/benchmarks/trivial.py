"""What a team would write without a library: one keyword around ``requests.Session.get``; and a stopwatch."""

import time
from pathlib import Path

import requests

ROBOT_LIBRARY_SCOPE = "GLOBAL"
_session = requests.Session()
_begun = 0.0


def trivial_get(url: str, verify: str | bool = True) -> requests.Response:
    """Sends a GET and checks the status."""
    response = _session.get(url, verify=verify, timeout=30)
    response.raise_for_status()
    return response


def start_stopwatch() -> None:
    """Begins to count CPU time."""
    global _begun  # noqa: PLW0603  the simplest stopwatch there is
    _begun = time.process_time()


def stop_stopwatch(file: str) -> None:
    """Writes the CPU seconds since the start."""
    Path(file).write_text(str(time.process_time() - _begun))
