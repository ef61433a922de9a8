"""Where the run writes its files."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.report.output_folder import log_links, output_folder


def test_outside_a_run_there_is_none() -> None:
    assert output_folder() is None


@pytest.fixture(name="run_into")
def _run_into(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def begin(folder: str) -> None:
        run = SimpleNamespace(current=SimpleNamespace(output=object()))
        monkeypatch.setattr("robot.running.context.EXECUTION_CONTEXTS", run)
        monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _self, _name: folder)

    return begin


def test_in_a_run_it_is_the_output_directory(run_into: Callable[[str], None], tmp_path: Path) -> None:
    run_into(str(tmp_path))
    assert output_folder() == tmp_path


def test_the_next_run_of_the_process_has_its_own(run_into: Callable[[str], None], tmp_path: Path) -> None:
    run_into(str(tmp_path.parent))
    before = output_folder()
    run_into(str(tmp_path))
    assert (before, output_folder()) == (tmp_path.parent, tmp_path)


def test_a_run_that_writes_no_files_has_none(run_into: Callable[[str], None]) -> None:
    run_into("/nowhere/to/be/found")
    assert output_folder() is None


def test_log_and_report_are_found_from_the_output_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"${LOG FILE}": "/out/my log.html", "${REPORT FILE}": "NONE"}
    monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _self, name, _default: places[name])
    assert log_links(Path("/out")) == ("my%20log.html", "")
