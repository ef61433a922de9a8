"""The command that cleans old artefacts."""

from pathlib import Path

import pytest

from SteadyAPI.commands.scrub import scrub


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MY_TOKEN", "hunter2!x")
    results = tmp_path / "results"
    (results / "deep").mkdir(parents=True)
    (results / "deep" / "debug.txt").write_text("a hunter2!x and other-secret-1\n", encoding="utf-8")
    (results / "clean.txt").write_text("nothing\n", encoding="utf-8")
    return results


def shown(folder: Path) -> str:
    return (folder / "deep" / "debug.txt").read_text(encoding="utf-8")


def test_a_folder_is_cleaned(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scrub([str(folder)]) == 0
    assert shown(folder) == "a [redacted] and other-secret-1\n"
    assert "debug.txt" in capsys.readouterr().out


def test_a_check_finds_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scrub([str(folder), "--check"]) == 1
    out = capsys.readouterr().out
    assert "1 texts  shows secrets" in out
    assert "2 files checked, 1 showed secrets" in out
    assert "hunter2" in shown(folder)
    assert "hunter2" not in out


def test_a_check_of_a_clean_folder_is_content(folder: Path) -> None:
    scrub([str(folder)])
    assert scrub([str(folder), "--check"]) == 0


def test_more_secrets_come_from_a_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "secrets.txt"
    path.write_text("other-secret-1\n", encoding="utf-8")
    assert scrub([str(folder), "--secrets", str(path)]) == 0
    assert shown(folder) == "a [redacted] and [redacted]\n"


def test_a_single_file_may_be_named(folder: Path) -> None:
    assert scrub([str(folder / "clean.txt"), "--check"]) == 0


def test_a_file_name_that_shows_a_secret_is_shown_and_hidden(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "log-hunter2!x.txt").write_text("nothing", encoding="utf-8")
    assert scrub([str(folder)]) == 1
    out = capsys.readouterr().out
    assert "the name of the file shows one" in out
    assert "hunter2" not in out


def test_a_path_that_does_not_exist_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        scrub([str(tmp_path / "none")])
    assert "which does not exist" in capsys.readouterr().err


def test_a_missing_file_of_secrets_is_a_usage_error(folder: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        scrub([str(folder), "--secrets", "/no/such/file"])


def test_unknown_options_are_a_usage_error() -> None:
    with pytest.raises(SystemExit, match="2"):
        scrub(["--nothing"])


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        scrub(["--help"])
    assert "--check" in capsys.readouterr().out


def test_a_value_too_short_to_look_for_is_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHORT_TOKEN", "q7z")
    monkeypatch.setenv("EMPTY_TOKEN", "")
    assert scrub([str(folder)]) == 0
    assert "the value of environment variable SHORT_TOKEN is not looked for" in capsys.readouterr().err
