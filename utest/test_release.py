"""What speaks against a release. That one can be made, two builds of the same bytes, is tried by ``poe house``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = next(folder for folder in Path(__file__).parents if (folder / "pyproject.toml").is_file())
RELEASE = ROOT / ".ci" / "release"
CHANGELOG = "# Changelog\n\n## Unreleased\n\n### Added\n\n- A keyword.\n"

pytestmark = pytest.mark.skipif(not RELEASE.is_dir(), reason="releases are made in a checkout")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.com")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    write(tmp_path / "src" / "SteadyAPI" / "__init__.py", '__version__ = "1.0.0.dev0"\n')
    write(tmp_path / "docs" / "changelog.md", CHANGELOG)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def git(repository: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=repository, check=True, stdout=subprocess.PIPE, text=True).stdout


def refused(repository: Path, *arguments: str) -> str:
    """Returns what a release says that isn't made; nothing has changed then."""
    before = (git(repository, "rev-parse", "HEAD"), git(repository, "status", "--porcelain"), git(repository, "tag"))
    command = [sys.executable, str(RELEASE), *arguments]
    run = subprocess.run(command, cwd=repository, check=False, capture_output=True, text=True)
    after = (git(repository, "rev-parse", "HEAD"), git(repository, "status", "--porcelain"), git(repository, "tag"))
    assert (run.returncode, run.stdout, after) == (1, "", before)
    assert git(repository, "worktree", "list").count("\n") == 1
    return run.stderr.removeprefix("release: ").rstrip("\n")


def test_a_changed_file_stops_a_release(repository: Path) -> None:
    write(repository / "new.txt", "x")
    write(repository / "docs" / "changelog.md", CHANGELOG + "- Another.\n")
    expected = "expected a clean tree, got changes in docs/changelog.md, new.txt; commit or stash them."
    assert refused(repository, "1.0.0") == expected


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_a_version_is_released_once(repository: Path, options: tuple[str, ...]) -> None:
    git(repository, "tag", "v1.0.0")
    expected = "expected a version that isn't released, got 1.0.0, which is tagged v1.0.0."
    assert refused(repository, "1.0.0", *options) == expected


def test_versions_go_up(repository: Path) -> None:
    assert refused(repository, "0.9.0") == "expected a version newer than 1.0.0.dev0, got 0.9.0."


@pytest.mark.parametrize("given", ["v1.0.0", "1.0", "1.0.0+local", "1.0.0.dev1", "01.0.0", "newest"])
def test_only_versions_of_three_numbers_are_released(repository: Path, given: str) -> None:
    assert refused(repository, given) == f"expected a version such as 1.2.0 or 1.2.0rc1, got {given}."


def test_a_release_has_entries_in_the_changelog(repository: Path) -> None:
    write(repository / "docs" / "changelog.md", "# Changelog\n\n## Unreleased\n\n### Added\n\n## 0.9.0\n\n- Old.\n")
    git(repository, "commit", "--quiet", "--all", "--message", "Empty it")
    expected = "expected entries under '## Unreleased' in changelog.md, got none: there is nothing to release."
    assert refused(repository, "1.0.0") == expected


def test_a_release_is_made_on_main(repository: Path) -> None:
    git(repository, "switch", "--quiet", "--create", "feature")
    assert refused(repository, "1.0.0") == "expected the branch main, got feature; write git switch main."
    git(repository, "switch", "--quiet", "--detach")
    assert refused(repository, "1.0.0") == "expected the branch main, got a detached HEAD; write git switch main."


def test_what_is_tagged_is_released_from_its_commit(repository: Path) -> None:
    expected = "expected the tag v1.0.0.dev0 on the commit that is checked out; write git checkout v1.0.0.dev0."
    assert refused(repository, "--tagged") == expected
    git(repository, "tag", "v1.0.0.dev0")
    expected = "expected a section '## 1.0.0.dev0 - DATE' in changelog.md, got none."
    assert refused(repository, "--tagged") == expected
