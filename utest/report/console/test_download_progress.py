"""A download that tells how it stands."""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

from fake_console import FakeConsole, FakeStatusLine

from SteadyAPI.report.console.download_progress import DownloadProgress
from SteadyAPI.report.sink import LogSink


class Memory:
    """A sink that remembers."""

    def __init__(self) -> None:
        self.body = b""

    def takes(self, status: int) -> bool:
        return status == 200

    def rest_of(self, method: str, url: str, headers: Mapping[str, Any]) -> Mapping[str, str]:
        return {"Range": f"{method} {url} {len(headers)}"}

    def begin(self, status: int, url: str, headers: Mapping[str, str]) -> int:
        return status + len(url) + len(headers)

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


def test_the_sink_behind_decides_what_is_missing() -> None:
    assert shown(FakeConsole(), Memory(), 0.1).rest_of("GET", "/x", {"A": 1}) == {"Range": "GET /x 1"}


def test_what_is_there_already_counts() -> None:
    screen = FakeStatusLine()
    sink = shown(FakeConsole(screen), Memory(), 3.0)
    assert sink.begin(206, "/x", {}) == 208
    sink.write([b"x" * 1000])
    assert screen.drawn == ["downloading /file · 1.2 kB · 3 s"]


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
