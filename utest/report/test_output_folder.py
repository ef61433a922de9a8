"""Where the run writes its files."""

from pathlib import Path
from typing import Any

import pytest
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.report.output_folder import files_beside, output_folder


def test_outside_a_run_there_is_none() -> None:
    assert output_folder() is None


@pytest.mark.parametrize(("value", "folder"), [("/out", Path("/out")), (None, None)])
def test_in_a_run_it_is_the_output_directory(monkeypatch: pytest.MonkeyPatch, value: Any, folder: Path | None) -> None:
    monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _self, _name: value)
    assert output_folder() == folder


def test_log_and_report_are_found_from_the_output_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"${LOG FILE}": "/out/my log.html", "${REPORT FILE}": "NONE"}
    monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _self, name, _default: places[name])
    assert files_beside(Path("/out")) == ("my%20log.html", "")
