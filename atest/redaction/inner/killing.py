"""A listener that kills the run in the middle of a test, the hardest way."""

import os
import signal
from typing import Any

ROBOT_LISTENER_API_VERSION = 3


def start_test(data: Any, result: Any) -> None:  # noqa: ARG001 - Robot Framework's signature
    """Kills the process when the test named Returns begins."""
    if data.name == "Returns":
        os.kill(os.getpid(), signal.SIGKILL)
