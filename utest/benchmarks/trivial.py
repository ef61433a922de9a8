"""What a team would write without a library: one keyword around ``requests.Session.get``; and a stopwatch."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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


def get_each_in_threads(url: str, numbers: Sequence[int], width: int) -> None:
    """Sends a GET for each number over a pool of threads, and checks the statuses."""
    _session.mount("http://", requests.adapters.HTTPAdapter(pool_maxsize=width))
    with ThreadPoolExecutor(width) as pool:
        for response in pool.map(lambda number: _session.get(url.format(number), timeout=30), numbers):
            response.raise_for_status()


def start_stopwatch() -> None:
    """Begins to count CPU time."""
    global _begun  # noqa: PLW0603  the simplest stopwatch there is
    _begun = time.process_time()


def stop_stopwatch(file: str) -> None:
    """Writes the CPU seconds since the start."""
    Path(file).write_text(str(time.process_time() - _begun), encoding="utf-8")
