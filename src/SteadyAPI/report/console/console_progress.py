"""Progress on the console while something takes long."""

from collections.abc import Callable

from SteadyAPI.report.sink import LogSink

_SOON = 2.0
_REDRAWN = 0.5
_SPARSE = 30.0


class ConsoleProgress:
    """Shows the progress: on a terminal twice a second, elsewhere a line every 30 seconds; times in seconds."""

    def __init__(self, log: LogSink) -> None:
        self._log = log
        self._line = log.status_line()
        self._due = _SPARSE if self._line is None else _SOON
        self._drawn = False

    def show(self, elapsed: float, text: Callable[[], str]) -> None:
        """Shows the progress when it is due; the text is made only then."""
        if elapsed < self._due:
            return
        if self._line is None:
            self._due = elapsed + _SPARSE
            self._log.console(text())
        else:
            self._due = elapsed + _REDRAWN
            self._line.draw(text())
            self._drawn = True

    def wipe(self) -> None:
        """Leaves the terminal as it was."""
        if self._line is not None and self._drawn:
            self._line.wipe()
