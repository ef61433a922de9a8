"""Signs of life on the console while a wait takes long."""

from SteadyAPI.engine.polling import Wait
from SteadyAPI.report.sink import LogSink
from SteadyAPI.report.waiting import progress

_SOON = 2.0
_REDRAWN = 0.5
_SPARSE = 30.0


class Progress:
    """Tells how a wait stands, on a terminal twice a second, elsewhere a line every 30 seconds; times in seconds."""

    def __init__(self, goal: str, timeout: float, log: LogSink) -> None:
        self._goal = goal
        self._timeout = timeout
        self._log = log
        self._line = log.status_line()
        self._due = _SPARSE if self._line is None else _SOON
        self._drawn = False

    def show(self, wait: Wait) -> None:
        """Tells it when the time has come."""
        if wait.elapsed < self._due:
            return
        text = progress(wait, self._goal, self._timeout)
        if self._line is None:
            self._due = wait.elapsed + _SPARSE
            self._log.console(text)
        else:
            self._due = wait.elapsed + _REDRAWN
            self._line.draw(text)
            self._drawn = True

    def wipe(self) -> None:
        """Leaves the terminal as it was."""
        if self._line is not None and self._drawn:
            self._line.wipe()
