"""What reaches Robot Framework's log."""

from dataclasses import replace
from typing import Any

import pytest
from exchanges import lost, responded
from robot.api import logger
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.engine.request_thread import RequestThread
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.sink import Level, LogSink


@pytest.fixture(name="log")
def _log(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    monkeypatch.setattr(BuiltIn, "robot_running", True)
    monkeypatch.setattr(logger, "info", lambda text, html=False: lines.append(("HTML" if html else "INFO", text)))
    monkeypatch.setattr(logger, "write", lambda text, level: lines.append((level, text)))
    return lines


def sink(detail: Detail = Detail.full) -> LogSink:
    secrets = SecretRegistry()
    secrets.register("hunter22")
    return LogSink(secrets, detail)


def kind(log: list[tuple[str, str]]) -> str:
    """Returns whether the log holds an entry, a line, or nothing."""
    return ("entry" if log[0][1].startswith("<details") else "line") if log else "nothing"


def test_text_is_masked(log: list[tuple[str, str]]) -> None:
    sink().text("the word is hunter22", Level.WARN)
    assert log == [("WARN", "the word is [redacted]")]


def test_html_is_masked(log: list[tuple[str, str]]) -> None:
    sink().html("<b>hunter22</b>")
    assert log == [("HTML", "<b>[redacted]</b>")]


def test_outside_a_run_html_is_logged_as_text(log: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BuiltIn, "robot_running", False)
    sink().html("<b>hunter22</b> &rarr; a &lt; b")
    assert log == [("INFO", "[redacted] → a < b")]


@pytest.mark.parametrize(
    ("imported", "of_call", "fails", "stands"),
    [
        (Detail.full, None, False, "entry"),
        (Detail.compact, None, False, "line"),
        (Detail.compact, None, True, "entry"),
        (Detail.failures, None, False, "nothing"),
        (Detail.failures, None, True, "entry"),
        (Detail.failures, Detail.full, False, "entry"),
        (Detail.full, Detail.compact, False, "line"),
        (Detail.full, Detail.failures, False, "nothing"),
    ],
)
def test_the_detail_decides_what_stands_in_the_log(
    log: list[tuple[str, str]], imported: Detail, of_call: Any, fails: bool, stands: str
) -> None:
    exchange = lost() if fails else responded()
    sink(imported).exchange(replace(exchange, detail=of_call))
    assert kind(log) == stands


def test_what_a_failing_keyword_shows_is_whole(log: list[tuple[str, str]]) -> None:
    sink(Detail.failures).failed_exchange(responded())
    assert kind(log) == "entry"


def test_an_entry_that_is_seen_logged_is_not_masked_again(
    log: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = SecretRegistry()
    LogSink(secrets).exchange(responded(b"[" + b"1," * 400 + b"1]"))
    monkeypatch.delattr("SteadyAPI.redaction.finder.SecretFinder.__call__")
    assert secrets.mask(log[0][1]) is log[0][1]


def test_what_was_shown_before_a_secret_was_known_is_not_shown_again(log: list[tuple[str, str]]) -> None:
    secrets = SecretRegistry()
    made = LogSink(secrets)
    exchange = responded(b'{"note": "hunter22"}', headers={"X-Note": "hunter22", "Content-Type": "application/json"})
    made.exchange(exchange)
    secrets.register("hunter22")
    made.exchange(exchange)
    assert ["hunter22" in text for _, text in log] == [True, False]


def test_one_view_makes_all_entries(log: list[tuple[str, str]]) -> None:
    made = sink()
    made.exchange(responded())
    made.exchange(responded())
    assert log[0] == log[1]


def test_what_a_thread_of_requests_says_is_put_off(log: list[tuple[str, str]]) -> None:
    target = sink()

    def work() -> None:
        target.text("from a thread")
        target.exchange(responded())

    thread = RequestThread(work)
    thread.start()
    thread.join(60)
    assert log == []
    target.settle()
    assert [kind for kind, _ in log] == ["INFO", "HTML"]
    target.settle()
    assert len(log) == 2


def test_a_warning_is_masked_and_shown_as_one(log: list[tuple[str, str]]) -> None:
    sink().warning("nobody took hunter22")
    assert log == [("WARN", "nobody took [redacted]")]
