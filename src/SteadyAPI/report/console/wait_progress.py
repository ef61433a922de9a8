"""The progress of a wait on the console."""

from SteadyAPI.engine.waiting.polling import Wait
from SteadyAPI.report.console.console_progress import ConsoleProgress
from SteadyAPI.report.log_entry.wait_view import request_of
from SteadyAPI.report.sink import LogSink

_LONGEST_SUBJECT = 32


class WaitProgress:
    """Shows the progress of a wait."""

    def __init__(self, goal: str, timeout: float, log: LogSink) -> None:
        self._goal = goal
        self._timeout = timeout
        self._console = ConsoleProgress(log)

    def show(self, wait: Wait) -> None:
        """Shows it when it is due."""
        self._console.show(wait.elapsed, lambda: progress_text(wait, self._goal, self._timeout))

    def wipe(self) -> None:
        """Leaves the terminal as it was."""
        self._console.wipe()


def progress_text(wait: Wait, goal: str, timeout: float) -> str:
    """Returns one line on the state of a wait, for the console."""
    last = wait.last
    subject = f"{request_of(last.exchange)} {goal}"
    # On a narrow terminal the end of the line is cut, and that is where the time stands.
    subject = subject if len(subject) <= _LONGEST_SUBJECT else f"{subject[:_LONGEST_SUBJECT]}…"
    time = f"{wait.elapsed:.0f} s of {timeout:g} s"
    return f"waiting for {subject} · try {len(wait.polls)} · last: {last.observation.shown} · {time}"
