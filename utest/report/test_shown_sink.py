"""A download that tells how it stands."""

from collections.abc import Iterable
from itertools import count

from exchanges import plain

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.shown_sink import ShownSink
from SteadyAPI.report.sink import LogSink
from SteadyAPI.report.status_line import StatusLine


class Memory:
    """A sink that remembers."""

    def __init__(self) -> None:
        self.body = b""

    def takes(self, status: int) -> bool:
        return status == 200

    def write(self, chunks: Iterable[bytes]) -> None:
        self.body = b"".join(chunks)


class Screen(StatusLine):
    """A line that remembers what was drawn on it."""

    def __init__(self) -> None:
        super().__init__(0, plain)
        self.drawn: list[str] = []

    def draw(self, text: str) -> None:
        self.drawn.append(text)

    def wipe(self) -> None:
        self.drawn.append("")


class Console(LogSink):
    """A log whose console remembers."""

    def __init__(self, screen: Screen | None = None) -> None:
        super().__init__(SecretRegistry())
        self.lines: list[str] = []
        self._screen = screen

    def console(self, line: str) -> None:
        self.lines.append(line)

    def status_line(self) -> StatusLine | None:
        return self._screen


def shown(log: LogSink, memory: Memory, seconds: float) -> ShownSink:
    """Returns a sink for whose clock each chunk takes so long."""
    ticks = count()
    return ShownSink(memory, "/file", log, clock=lambda: next(ticks) * seconds)


def test_the_body_is_passed_on() -> None:
    memory = Memory()
    shown(Console(), memory, 0.1).write([b"a", b"b"])
    assert memory.body == b"ab"


def test_the_sink_behind_decides_what_is_wanted() -> None:
    sink = shown(Console(), Memory(), 0.1)
    assert (sink.takes(200), sink.takes(404)) == (True, False)


def test_a_quick_download_is_silent() -> None:
    screen = Screen()
    sink = shown(Console(screen), Memory(), 0.1)
    sink.write([b"a"] * 5)
    sink.wipe()
    assert screen.drawn == []


def test_a_long_one_is_drawn_on_a_terminal_and_wiped() -> None:
    screen = Screen()
    sink = shown(Console(screen), Memory(), 1.0)
    sink.write([b"x" * 1000] * 3)
    sink.wipe()
    assert screen.drawn == ["downloading /file · 2.0 kB · 2 s", "downloading /file · 3.0 kB · 3 s", ""]


def test_elsewhere_it_is_a_line_every_half_minute() -> None:
    log = Console()
    sink = shown(log, Memory(), 20.0)
    sink.write([b"x" * 1000] * 4)
    sink.wipe()
    assert log.lines == ["downloading /file · 2.0 kB · 40 s", "downloading /file · 4.0 kB · 1 min 20 s"]
