from pathlib import Path

import pytest
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.keywords.support.suite_folder import suite_folders


def folders(monkeypatch: pytest.MonkeyPatch, source: Path, root: Path) -> list[Path]:
    known = {"${SUITE SOURCE}": str(source), "${EXECDIR}": str(root)}
    monkeypatch.setattr(BuiltIn, "get_variable_value", lambda _self, name: known[name])
    return suite_folders()


def test_the_suites_folder_and_its_parents_up_to_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    assert folders(monkeypatch, deep / "suite.robot", tmp_path) == [deep, tmp_path / "a", tmp_path]


def test_a_folder_may_be_the_suite(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert folders(monkeypatch, tmp_path, tmp_path) == [tmp_path]


def test_a_suite_elsewhere_has_its_folder_and_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert folders(monkeypatch, tmp_path / "here" / "suite.robot", tmp_path / "there") == [
        tmp_path / "here",
        tmp_path / "there",
    ]


def test_without_a_run_it_is_the_working_folder() -> None:
    assert suite_folders() == [Path.cwd()]
