"""Where the run writes its files."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.report.output_folder import files_beside, output_folder


def test_outside_a_run_there_is_none() -> None:
    assert output_folder() is None


def run_into(folder: Any) -> SimpleNamespace:
    """Returns what Robot Framework knows of a run with that output directory."""
    return SimpleNamespace(current=SimpleNamespace(variables={"${OUTPUT_DIR}": folder}))


def test_in_a_run_it_is_the_output_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("robot.running.context.EXECUTION_CONTEXTS", run_into(str(tmp_path)))
    assert output_folder() == tmp_path


def test_a_run_that_writes_no_files_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("robot.running.context.EXECUTION_CONTEXTS", run_into("/nowhere/to/be/found"))
    assert output_folder() is None


def test_log_and_report_are_found_from_the_output_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"${LOG FILE}": "/out/my log.html", "${REPORT FILE}": "NONE"}
    monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _self, name, _default: places[name])
    assert files_beside(Path("/out")) == ("my%20log.html", "")
