"""Makes a release: ``uv run poe release 1.2.0``. Nothing is uploaded.

Everything is done in a worktree beside this one. Only when all of it has passed, main gets the commit and the tag, so a
release that fails leaves nothing behind.

  uv run poe release 1.2.0             makes the commit, the tag and build/release
  uv run poe release 1.2.0 --dry-run   makes build/release of the files as they are, on any branch
  uv run poe release --tagged          makes build/release of the tag that is checked out, as the workflow does
"""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path
from tempfile import TemporaryDirectory

from changelog import cut, section
from distribution import make
from refusal import RefusalError
from repository import Repository
from version import current, newer, raised

MAIN = "main"
CHANGELOG = Path("docs") / "changelog.md"


def main() -> int:
    """Makes what the arguments ask for; returns 1 with one sentence when something speaks against it."""
    parser = ArgumentParser("uv run poe release", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("version", nargs="?", help="the version to release, such as 1.2.0")
    parser.add_argument("--dry-run", action="store_true", help="keep no commit and no tag, and take any tree")
    parser.add_argument("--tagged", action="store_true", help="release what is tagged already")
    options = parser.parse_args()
    if (options.version is None) is not options.tagged:
        parser.error("expected a version, as in 1.2.0, or --tagged")
    try:
        _tagged() if options.tagged else _release(options)
    except RefusalError as refusal:
        sys.stderr.write(f"release: {refusal}\n")
        return 1
    return 0


def _tagged() -> None:
    repository = Repository(Path.cwd())
    version = current(repository.folder)
    if repository.commit_of(f"v{version}") != repository.commit_of("HEAD"):
        raise RefusalError(
            f"expected the tag v{version} on the commit that is checked out; write git checkout v{version}."
        )
    notes = section(repository.folder / CHANGELOG, version)
    with TemporaryDirectory() as folder:
        make(repository, repository.commit_of("HEAD"), Path(folder), version, notes)


def _release(options: Namespace) -> None:
    repository = Repository(Path.cwd(), is_rehearsal=options.dry_run)
    version = newer(options.version, than=current(repository.folder))
    _check(repository, version, options)
    with TemporaryDirectory() as folder, repository.worktree(repository.snapshot(), Path(folder) / "work") as work:
        raised(work, version)
        notes = cut(work / CHANGELOG, version, may_be_empty=options.dry_run)
        commit = repository.commit_all(work, f"Release {version}")
        made = make(repository, commit, Path(folder), version, notes)
    if options.dry_run:
        sys.stdout.write(f"Dry run: {made} is made, nothing is committed, tagged or uploaded.\n")
        return
    repository.fast_forward(commit)
    repository.tag(f"v{version}", commit, f"Release {version}\n\n{notes}")
    sys.stdout.write(
        f"Made the commit, the tag v{version} and {made}. Nothing is uploaded: look at them, then publish with\n"
        f"  git push --atomic origin {MAIN} v{version}\n"
    )


def _check(repository: Repository, version: str, options: Namespace) -> None:
    if repository.commit_of(f"v{version}"):
        raise RefusalError(f"expected a version that isn't released, got {version}, which is tagged v{version}.")
    if options.dry_run:
        return
    if (branch := repository.branch()) != MAIN:
        raise RefusalError(f"expected the branch {MAIN}, got {branch or 'a detached HEAD'}; write git switch {MAIN}.")
    if changed := repository.changed():
        raise RefusalError(f"expected a clean tree, got changes in {', '.join(changed)}; commit or stash them.")


if __name__ == "__main__":
    sys.exit(main())
