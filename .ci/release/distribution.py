"""What is published: wheel, source archive, list of parts (SBOM), notes and checksums."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from metadata import check
from refusal import RefusalError
from repository import Repository

MADE = Path("build") / "release"
_ELSEWHERE = {"TZ": "Pacific/Chatham", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
"""A second machine has another clock, language and hashing; it gives files other rights, too."""
_UMASKS = (0o022, 0o077)
_DYNAMIC = 'dynamic = ["readme", "version"]'


def make(repository: Repository, commit: str, folder: Path, version: str, notes: str) -> Path:
    """Makes all of a commit, checks it, and returns the folder that it is in.

    Args:
        repository: Where the commit is.
        commit: What to make it of.
        folder: For the two builds.
        version: The version that it must be.
        notes: The entries of the changelog.

    Raises:
        RefusalError: When two builds differ, or something is missing or wrong.
    """
    moment = repository.time_of(commit)
    first, second = (
        _built(repository, commit, folder / name, {"SOURCE_DATE_EPOCH": moment} | more, umask)
        for name, more, umask in zip(("one", "two-elsewhere"), ({}, _ELSEWHERE), _UMASKS, strict=True)
    )
    if first != second:
        differing = [name for name in {**first, **second} if first.get(name) != second.get(name)]
        raise RefusalError(f"expected two builds to be the same, got other bytes in {', '.join(sorted(differing))}.")
    made = repository.folder / MADE
    shutil.rmtree(made, ignore_errors=True)
    packages = made / "packages"
    packages.mkdir(parents=True)
    for name, content in first.items():
        (packages / name).write_bytes(content)
    check(packages, version)
    _list_parts(repository.folder, packages, folder, made / f"steadyapi-{version}.cdx.json", moment)
    (made / "notes.md").write_text(notes + "\n", encoding="utf-8", newline="\n")
    files = sorted((*packages.iterdir(), *made.glob("*.json")))
    sums = [f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (made / "SHA256SUMS").write_text("".join(sums), encoding="ascii", newline="\n")
    sys.stdout.write("".join(sums))
    return MADE


def _built(
    repository: Repository, commit: str, folder: Path, environment: dict[str, str], umask: int
) -> dict[str, bytes]:
    """Returns the packages of a commit, built in a folder of its own by the build tools of the lock file."""
    with repository.worktree(commit, folder / "source") as source:
        build = ("uv", "build", "--quiet", "--no-build-isolation", "--python", sys.executable)
        _run(*build, "--out-dir", str(folder / "out"), folder=source, environment=environment, umask=umask)
    return {file.name: file.read_bytes() for file in (folder / "out").iterdir() if file.suffix in {".whl", ".gz"}}


def _list_parts(root: Path, packages: Path, folder: Path, target: Path, moment: str) -> None:
    """Writes what the wheel runs with, as CycloneDX: the packages that the lock file gives it, without extras."""
    locked, venv = folder / "locked.txt", folder / "venv"
    wheel = next(packages.glob("*.whl"))
    export = ("uv", "export", "--quiet", "--frozen", "--no-default-groups", "--no-emit-project")
    _run(*export, "--output-file", str(locked), folder=root)
    _run("uv", "venv", "--quiet", "--python", sys.executable, str(venv), folder=root)
    install = ("uv", "pip", "install", "--quiet", "--python", str(venv))
    _run(*install, "--require-hashes", "-r", str(locked), folder=root)
    _run(*install, "--no-deps", str(wheel), folder=root)
    described = folder / "pyproject.toml"
    version = f'version = "{wheel.name.split("-")[1]}"'
    # The list's program knows no version that hatchling looks up.
    text = (root / "pyproject.toml").read_text(encoding="utf-8").replace(_DYNAMIC, version)
    described.write_text(text, encoding="utf-8")
    listing = (sys.executable, "-m", "cyclonedx_py", "environment", "--validate", "--output-reproducible")
    product = ("--pyproject", str(described), "--mc-type", "library", "--output-file", str(target))
    _run(*listing, *product, str(venv), folder=root, environment={"SOURCE_DATE_EPOCH": moment})


def _run(*command: str, folder: Path, environment: dict[str, str] | None = None, umask: int = -1) -> None:
    run = subprocess.run(command, cwd=folder, env=os.environ | (environment or {}), check=False, umask=umask)  # noqa: S603  commands of this file
    if run.returncode:
        raise RefusalError(f"expected {' '.join(command[:3])} to pass, got exit code {run.returncode}; see above.")
