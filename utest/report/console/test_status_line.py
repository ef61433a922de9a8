"""One line below the running test."""

import io
import sys

import pytest

from SteadyAPI.report.console.status_line import StatusLine

UP_AND_BACK = "\x1b[1A\r\x1b[70C"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "__stderr__", stream)
    monkeypatch.setenv("COLUMNS", "30")
    return stream


def line(column: int = 70) -> StatusLine:
    return StatusLine(column, lambda text: text.replace("hunter2", "[redacted]"))


def test_it_is_drawn_below_and_the_cursor_goes_back(terminal: io.StringIO) -> None:
    line().draw("waiting")
    assert terminal.getvalue() == f"\n\x1b[2Kwaiting{UP_AND_BACK}"


def test_it_is_wiped_without_a_trace(terminal: io.StringIO) -> None:
    line().wipe()
    assert terminal.getvalue() == f"\n\x1b[2K{UP_AND_BACK}"


def test_the_first_column_needs_no_way_right(terminal: io.StringIO) -> None:
    line(0).wipe()
    assert terminal.getvalue() == "\n\x1b[2K\x1b[1A\r"


def test_it_is_cut_to_the_terminal(terminal: io.StringIO) -> None:
    line().draw("x" * 100)
    assert f"\x1b[2K{'x' * 29}\x1b[1A" in terminal.getvalue()


def test_it_shows_no_secret_and_moves_no_cursor(terminal: io.StringIO) -> None:
    line().draw("hunter2\x1b[2J\r\n")
    assert "\x1b[2K[redacted] [2J  \x1b" in terminal.getvalue()


def test_without_a_console_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    assert line().wipe() is None  # type: ignore[func-returns-value]  # it has nowhere to write
