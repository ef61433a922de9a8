"""A download that tells how it stands."""

from collections.abc import Iterable
from itertools import count

from fake_console import FakeConsole, FakeStatusLine

from SteadyAPI.report.console.download_progress import DownloadProgress
from SteadyAPI.report.sink import LogSink


class Memory:
    """A sink that remembers."""

    def __init__(self) -> None:
        self.body = b""

    def takes(self, status: int) -> bool:
        return status == 200

    def write(self, chunks: Iterable[bytes]) -> None:
        self.body = b"".join(chunks)


def shown(log: LogSink, memory: Memory, seconds: float) -> DownloadProgress:
    """Returns a sink for whose clock each chunk takes so long."""
    ticks = count()
    return DownloadProgress(memory, "/file", log, clock=lambda: next(ticks) * seconds)


def test_the_body_is_passed_on() -> None:
    memory = Memory()
    shown(FakeConsole(), memory, 0.1).write([b"a", b"b"])
    assert memory.body == b"ab"


def test_the_sink_behind_decides_what_is_wanted() -> None:
    sink = shown(FakeConsole(), Memory(), 0.1)
    assert (sink.takes(200), sink.takes(404)) == (True, False)


def test_a_quick_download_is_silent() -> None:
    screen = FakeStatusLine()
    sink = shown(FakeConsole(screen), Memory(), 0.1)
    sink.write([b"a"] * 5)
    sink.wipe()
    assert screen.drawn == []


def test_a_long_one_is_drawn_on_a_terminal_and_wiped() -> None:
    screen = FakeStatusLine()
    sink = shown(FakeConsole(screen), Memory(), 1.0)
    sink.write([b"x" * 1000] * 3)
    sink.wipe()
    assert screen.drawn == ["downloading /file · 2.0 kB · 2 s", "downloading /file · 3.0 kB · 3 s", ""]


def test_elsewhere_it_is_a_line_every_half_minute() -> None:
    log = FakeConsole()
    sink = shown(log, Memory(), 20.0)
    sink.write([b"x" * 1000] * 4)
    sink.wipe()
    assert log.lines == ["downloading /file · 2.0 kB · 40 s", "downloading /file · 4.0 kB · 1 min 20 s"]
