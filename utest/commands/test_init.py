from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from SteadyAPI.commands.init import init


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


FILES = [".env.example", ".gitignore", "README.md", "tests/models.py", "tests/products.robot", "tests/session.resource"]


def test_a_new_project_has_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my-api"
    assert init([str(folder)]) == 0
    assert written(folder) == FILES
    assert capsys.readouterr().out.endswith(f"Next: cd {folder} && robot tests\n")


@pytest.mark.parametrize(
    ("service", "job"), [("github", ".github/workflows/api-tests.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_a_job_keeps_the_log_even_of_a_failed_run(tmp_path: Path, service: str, job: str) -> None:
    init([str(tmp_path), "--ci", service])
    assert written(tmp_path) == sorted([*FILES, job])
    text = (tmp_path / job).read_text(encoding="utf-8")
    assert "robot --listener SteadyAPI.Redactor --outputdir results tests" in text
    assert "always" in text


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    init([str(tmp_path)])
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    lines = capsys.readouterr().out.splitlines()
    assert f"kept     {tmp_path / 'README.md'}" in lines
    assert f"written  {tmp_path / 'tests' / 'models.py'}" in lines


def test_a_folder_with_spaces_is_quoted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init([str(tmp_path / "my api")])
    assert capsys.readouterr().out.endswith(f"Next: cd '{tmp_path / 'my api'}' && robot tests\n")


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit) as end:
        init([str(tmp_path / "file")])
    assert end.value.code == 2
    assert f"expected a folder to write to, got {tmp_path / 'file'} (" in capsys.readouterr().err


def test_the_model_of_the_project_can_be_imported(tmp_path: Path) -> None:
    init([str(tmp_path)])
    spec = spec_from_file_location("project_models", tmp_path / "tests" / "models.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.Product(id=1, name="Desk lamp", price="29.99", stock=1).stock == 1
