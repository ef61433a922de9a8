"""Signs of life on the console while a wait takes long."""

from SteadyAPI.engine.waiting.polling import Wait
from SteadyAPI.report.console.console_progress import ConsoleProgress
from SteadyAPI.report.log_entry.wait_view import progress
from SteadyAPI.report.sink import LogSink


class Progress:
    """Tells how a wait stands."""

    def __init__(self, goal: str, timeout: float, log: LogSink) -> None:
        self._goal = goal
        self._timeout = timeout
        self._signs = ConsoleProgress(log)

    def show(self, wait: Wait) -> None:
        """Tells it when the time has come."""
        self._signs.show(wait.elapsed, lambda: progress(wait, self._goal, self._timeout))

    def wipe(self) -> None:
        """Leaves the terminal as it was."""
        self._signs.wipe()
