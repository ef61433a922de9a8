"""A console that records its lines, with or without a terminal."""

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.console.status_line import StatusLine
from SteadyAPI.report.sink import LogSink


class FakeStatusLine(StatusLine):
    """Records what was drawn on it; an empty text means that it was wiped."""

    def __init__(self) -> None:
        super().__init__(0, str)
        self.drawn: list[str] = []

    def draw(self, text: str) -> None:
        self.drawn.append(text)

    def wipe(self) -> None:
        self.drawn.append("")


class FakeConsole(LogSink):
    """A log whose console records its lines; without a status line it is no terminal."""

    def __init__(self, screen: FakeStatusLine | None = None) -> None:
        super().__init__(SecretRegistry())
        self.lines: list[str] = []
        self._screen = screen

    def console(self, line: str) -> None:
        self.lines.append(line)

    def status_line(self) -> StatusLine | None:
        return self._screen
