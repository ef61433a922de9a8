import subprocess
from importlib.resources import files
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from shlex import quote

import pytest

from SteadyAPI.commands.init import CI, COMMAND, init

ROOT = Path(__file__).parents[2]


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


FILES = [".env.example", ".gitignore", "README.md", "tests/models.py", "tests/products.robot", "tests/session.resource"]


def test_a_new_project_has_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my-api"
    assert init([str(folder)]) == 0
    assert written(folder) == FILES
    assert capsys.readouterr().out.endswith(f"Next: cd {quote(str(folder))} && {COMMAND}\n")


@pytest.mark.parametrize(
    ("service", "job"), [("github", ".github/workflows/api-tests.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_a_job_keeps_the_log_even_of_a_failed_run(tmp_path: Path, service: str, job: str) -> None:
    init([str(tmp_path), "--ci", service])
    assert written(tmp_path) == sorted([*FILES, job])
    text = (tmp_path / job).read_text(encoding="utf-8")
    for command in (COMMAND, "python -m SteadyAPI scrub results", "python -m SteadyAPI report results --markdown"):
        assert command in text
    assert "always" in text


def test_readme_guides_and_jobs_have_one_and_the_same_command() -> None:
    project = Path(str(files("SteadyAPI.demo"))) / "project"
    guides = [ROOT / "docs/guides/redaction.md", ROOT / "docs/guides/log-and-report.md"]
    for path in (
        ROOT / "README.md",
        *guides,
        project / "README.md",
        *(project / bundled for bundled, _ in CI.values()),
    ):
        text = path.read_text(encoding="utf-8")
        assert COMMAND in text, path
        commands = [line for line in text.splitlines() if "robot --listener SteadyAPI.Redactor --outputdir" in line]
        assert [line for line in commands if COMMAND not in line] == [], path


@pytest.mark.parametrize(
    "name",
    [
        "results/x",
        "output.xml",
        "second.xml",
        "log.html",
        "report.html",
        "xunit.xml",
        "api-report.html",
        "api-requests.jsonl",
        "api-requests.har",
        "api-contracts.json",
        "api-bodies/0a1b.json",
        "curl.sh",
        ".pabotsuitenames",
        "pabot_results/0/output.xml",
    ],
)
def test_what_runs_leave_is_ignored(tmp_path: Path, name: str) -> None:
    init([str(tmp_path)])
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    asked = subprocess.run(["git", "-C", str(tmp_path), "check-ignore", "--quiet", name], check=False)
    assert asked.returncode == (1 if name == "second.xml" else 0)


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    init([str(tmp_path)])
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    lines = capsys.readouterr().out.splitlines()
    assert f"kept     {tmp_path / 'README.md'}" in lines
    assert f"written  {tmp_path / 'tests' / 'models.py'}" in lines


def test_a_folder_with_spaces_is_quoted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init([str(tmp_path / "my api")])
    assert capsys.readouterr().out.endswith(f"Next: cd '{tmp_path / 'my api'}' && {COMMAND}\n")


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
