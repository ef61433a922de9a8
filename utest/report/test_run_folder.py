"""The files of a run."""

import ntpath
from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.report.run_folder import RunFiles, log_links, output_folder, relative_link, run_files


def test_outside_a_run_there_is_none() -> None:
    assert output_folder() is None


@pytest.fixture(name="run_into")
def _run_into(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def begin(folder: str, output: str = "output.xml") -> None:
        run = SimpleNamespace(current=SimpleNamespace(output=object()))
        variables = {"${OUTPUT DIR}": folder, "${OUTPUT FILE}": output}
        monkeypatch.setattr("robot.running.context.EXECUTION_CONTEXTS", run)
        monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _self, name, _default=None: variables[name])

    return begin


def test_in_a_run_it_is_the_output_directory(run_into: Callable[..., None], tmp_path: Path) -> None:
    run_into(str(tmp_path))
    assert output_folder() == tmp_path


def test_the_next_run_of_the_process_has_its_own(run_into: Callable[..., None], tmp_path: Path) -> None:
    run_into(str(tmp_path.parent))
    before = output_folder()
    run_into(str(tmp_path))
    assert (before, output_folder()) == (tmp_path.parent, tmp_path)


def test_a_run_that_writes_no_files_has_none(run_into: Callable[..., None]) -> None:
    run_into("/nowhere/to/be/found")
    assert output_folder() is None


def test_a_run_without_an_output_file_has_none(run_into: Callable[..., None], tmp_path: Path) -> None:
    run_into(str(tmp_path), "NONE")
    assert (run_files(), output_folder()) == (None, None)


def test_files_are_named_after_the_output_file(run_into: Callable[..., None], tmp_path: Path) -> None:
    run_into(str(tmp_path), str(tmp_path / "rerun.xml"))
    files = run_files()
    assert files == RunFiles(tmp_path, "rerun.xml")
    assert (files.path("api-report.html"), RunFiles(tmp_path).path("curl.sh")) == (
        tmp_path / "api-report-rerun.html",
        tmp_path / "curl.sh",
    )


@pytest.mark.parametrize(
    ("records", "output"),
    [
        ("api-requests.jsonl", "output.xml"),
        ("api-requests-rerun.jsonl", "rerun.xml"),
        ("api-requests-merged.jsonl", "output.xml"),
    ],
)
def test_records_tell_the_name_of_their_output(tmp_path: Path, records: str, output: str) -> None:
    assert RunFiles.of_records(tmp_path, tmp_path / "elsewhere" / records) == RunFiles(tmp_path, output)


def test_log_and_report_are_found_from_the_output_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"${LOG FILE}": "/out/my log.html", "${REPORT FILE}": "NONE"}
    monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _self, name, _default: places[name])
    assert log_links(Path("/out")) == ("my%20log.html", "")


@pytest.mark.parametrize(
    ("path", "link"),
    [(r"C:\runs\my log.html", "../my%20log.html"), (r"D:\logs\log.html", "file:///D:/logs/log.html")],
)
def test_links_have_slashes_on_windows(path: str, link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("SteadyAPI.report.run_folder.os", SimpleNamespace(path=ntpath, sep="\\"))
    monkeypatch.setattr("SteadyAPI.report.run_folder.PurePath", PureWindowsPath)
    assert relative_link(path, PureWindowsPath(r"C:\runs\first")) == link  # type: ignore[arg-type]
