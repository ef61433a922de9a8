"""Signs of life while a wait takes long."""

from fake_console import FakeConsole, FakeStatusLine
from schedule import exchange, polled, respond

from SteadyAPI.engine.waiting.polling import Observation, Poll, Wait
from SteadyAPI.report.console.wait_progress import WaitProgress, progress_text


def show(progress: WaitProgress, *moments: float) -> None:
    for moment in moments:
        progress.show(Wait((Poll(0.0, exchange(respond()), Observation("busy")),), moment))


def test_a_terminal_is_drawn_on_after_two_seconds_and_twice_a_second() -> None:
    screen = FakeStatusLine()
    progress = WaitProgress("ready", 30.0, FakeConsole(screen))
    show(progress, 0.5, 1.9, 2.0, 2.1, 2.4, 2.5, 3.1)
    assert [text.rpartition(" · ")[2] for text in screen.drawn] == ["2 s of 30 s", "2 s of 30 s", "3 s of 30 s"]


def test_what_was_drawn_is_wiped() -> None:
    screen = FakeStatusLine()
    progress = WaitProgress("ready", 30.0, FakeConsole(screen))
    show(progress, 2.0)
    progress.wipe()
    assert screen.drawn[-1] == ""


def test_a_short_wait_leaves_the_terminal_alone() -> None:
    screen = FakeStatusLine()
    progress = WaitProgress("ready", 30.0, FakeConsole(screen))
    show(progress, 1.0)
    progress.wipe()
    assert screen.drawn == []


def test_without_a_terminal_there_is_a_line_every_thirty_seconds() -> None:
    console = FakeConsole(None)
    progress = WaitProgress("ready", 90.0, console)
    show(progress, 2.0, 29.0, 30.0, 30.5, 59.0, 60.0)
    progress.wipe()
    assert [line.rpartition(" · ")[2] for line in console.lines] == ["30 s of 90 s", "60 s of 90 s"]


def test_progress_is_one_line_with_the_time_at_its_end() -> None:
    assert progress_text(polled('"running"', elapsed=12.3), '$.status = "done"', 30.0) == (
        'waiting for GET http://shop.test/orders $.st… · try 1 · last: "running" · 12 s of 30 s'
    )


def test_a_short_subject_is_shown_whole() -> None:
    assert progress_text(polled("x"), "up", 5.0).startswith("waiting for GET http://shop.test/orders up · try 1")
