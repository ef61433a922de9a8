"""What is written to the console while a test runs."""

import pytest
from robot.api import logger

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report import sink


def test_a_line_begins_below_the_running_test_and_shows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = SecretRegistry()
    secrets.register("hunter2!x")
    lines: list[str] = []
    monkeypatch.setattr(logger, "console", lines.append)
    sink.LogSink(secrets).console("waiting for hunter2!x")
    assert lines == ["\nwaiting for [redacted]"]


@pytest.mark.parametrize(("column", "drawn"), [(None, False), (70, True)])
def test_a_status_line_needs_a_known_column(monkeypatch: pytest.MonkeyPatch, column: int | None, drawn: bool) -> None:
    monkeypatch.setattr(sink, "console_column", lambda: column)
    assert (sink.LogSink(SecretRegistry()).status_line() is not None) is drawn
