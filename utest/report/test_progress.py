"""Signs of life while a wait takes long."""

from schedule import answer, exchange

from SteadyAPI.engine.polling import Poll, Sight, Wait
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.progress import Progress
from SteadyAPI.report.sink import LogSink
from SteadyAPI.report.status_line import StatusLine


class Screen(StatusLine):
    """Remembers what is drawn."""

    def __init__(self) -> None:
        super().__init__(0, str)
        self.strokes: list[str] = []

    def draw(self, text: str) -> None:
        self.strokes.append(text)

    def wipe(self) -> None:
        self.strokes.append("wiped")


class Console(LogSink):
    """A console with or without a terminal."""

    def __init__(self, screen: Screen | None) -> None:
        super().__init__(SecretRegistry())
        self._screen = screen
        self.lines: list[str] = []

    def console(self, line: str) -> None:
        self.lines.append(line)

    def status_line(self) -> StatusLine | None:
        return self._screen


def show(progress: Progress, *moments: float) -> None:
    for moment in moments:
        progress.show(Wait((Poll(0.0, exchange(answer()), Sight("busy")),), moment))


def test_a_terminal_is_drawn_on_after_two_seconds_and_twice_a_second() -> None:
    screen = Screen()
    progress = Progress("ready", 30.0, Console(screen))
    show(progress, 0.5, 1.9, 2.0, 2.1, 2.4, 2.5, 3.1)
    assert [stroke.rpartition(" · ")[2] for stroke in screen.strokes] == ["2 s of 30 s", "2 s of 30 s", "3 s of 30 s"]


def test_what_was_drawn_is_wiped() -> None:
    screen = Screen()
    progress = Progress("ready", 30.0, Console(screen))
    show(progress, 2.0)
    progress.wipe()
    assert screen.strokes[-1] == "wiped"


def test_a_short_wait_leaves_the_terminal_alone() -> None:
    screen = Screen()
    progress = Progress("ready", 30.0, Console(screen))
    show(progress, 1.0)
    progress.wipe()
    assert screen.strokes == []


def test_without_a_terminal_there_is_a_line_every_thirty_seconds() -> None:
    console = Console(None)
    progress = Progress("ready", 90.0, console)
    show(progress, 2.0, 29.0, 30.0, 30.5, 59.0, 60.0)
    progress.wipe()
    assert [line.rpartition(" · ")[2] for line in console.lines] == ["30 s of 90 s", "60 s of 90 s"]
