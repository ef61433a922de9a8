"""The last lines of a run on the console."""

import sys
from io import StringIO
from pathlib import Path

import pytest
from exchanges import hiding, plain
from records import ended, request, summary

from SteadyAPI.report.console import run_end
from SteadyAPI.report.console.run_end import print_run_end

PAGE = Path("/out/api-report.html")


@pytest.fixture(name="screen")
def _screen(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    stream = StringIO()
    monkeypatch.setattr(sys, "__stdout__", stream)
    return stream


def test_a_run_without_retries_says_where_its_report_is(screen: StringIO) -> None:
    print_run_end(summary(request()), PAGE, plain)
    assert screen.getvalue() == "API:     /out/api-report.html\n"


def test_retries_and_saved_tests_are_counted(screen: StringIO) -> None:
    print_run_end(summary(request("http://a.test/", "503", "200"), ended()), PAGE, plain)
    assert screen.getvalue().splitlines()[0] == "API:     1 retry, 1 test passed only thanks to a retry"


def test_retries_that_saved_no_test_are_counted_alone(screen: StringIO) -> None:
    print_run_end(summary(request("http://a.test/", "503", "500", expected=False)), PAGE, plain)
    assert screen.getvalue().splitlines()[0] == "API:     1 retry"


def test_a_report_that_could_not_be_written_is_shown(screen: StringIO) -> None:
    print_run_end(summary(request()), None, plain)
    assert screen.getvalue() == "API:     no report, the output folder could not be written\n"


@pytest.mark.parametrize("kind", ["quiet", "none"])
def test_a_quiet_console_stays_quiet(screen: StringIO, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(run_end, "console_type", lambda: kind)
    print_run_end(summary(request()), PAGE, plain)
    assert screen.getvalue() == ""


def test_a_process_without_a_console_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stdout__", None)
    print_run_end(summary(request()), PAGE, plain)
    assert sys.__stdout__ is None


def test_a_secret_in_the_folders_name_is_masked(screen: StringIO) -> None:
    print_run_end(summary(request()), Path("/hunter2/api-report.html"), hiding("hunter2"))
    assert screen.getvalue() == "API:     /[redacted]/api-report.html\n"


class Gone(StringIO):
    """A console whose reader has gone."""

    def write(self, _: str) -> int:
        raise BrokenPipeError


def test_a_console_whose_reader_has_gone_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Gone()
    monkeypatch.setattr(sys, "__stdout__", stream)
    print_run_end(summary(request()), PAGE, plain)
    assert stream.getvalue() == ""
