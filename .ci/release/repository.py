"""The git repository that a release is made of."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_REHEARSAL = ("-c", "user.name=Rehearsal", "-c", "user.email=", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=")
"""A dry run needs nobody's name and signature, and runs on machines that have none."""


class Repository:
    """A repository and its working folder."""

    def __init__(self, folder: Path, *, is_rehearsal: bool = False) -> None:
        self.folder = folder
        self._options = _REHEARSAL if is_rehearsal else ()

    def branch(self) -> str:
        """Returns the name of the branch, empty when none is checked out."""
        return self._git("branch", "--show-current")

    def changed(self) -> list[str]:
        """Returns the files that differ from the last commit, and those that git doesn't know."""
        return [line[3:] for line in self._git("status", "--porcelain").splitlines()]

    def commit_of(self, name: str) -> str:
        """Returns the commit that a tag or another name stands for, empty when there is none."""
        return self._git("rev-parse", "--quiet", "--verify", f"{name}^{{commit}}", may_fail=True)

    def time_of(self, commit: str) -> str:
        """Returns when a commit was made, in seconds since 1970."""
        return self._git("log", "-1", "--format=%ct", commit)

    def snapshot(self) -> str:
        """Returns a commit of the files as they are: the last one, when none of those that git knows has changed."""
        return self._git("stash", "create") or self.commit_of("HEAD")

    @contextmanager
    def worktree(self, commit: str, folder: Path) -> Iterator[Path]:
        """Lays a commit's files into a folder, for a while."""
        self._git("worktree", "add", "--quiet", "--detach", str(folder), commit)
        try:
            yield folder
        finally:
            self._git("worktree", "remove", "--force", str(folder))

    def commit_all(self, worktree: Path, message: str) -> str:
        """Commits what was changed in a worktree, and returns the commit."""
        self._git("commit", "--quiet", "--all", "--message", message, folder=worktree)
        return self._git("rev-parse", "HEAD", folder=worktree)

    def fast_forward(self, commit: str) -> None:
        """Moves the branch on to a commit."""
        self._git("merge", "--quiet", "--ff-only", commit)

    def tag(self, name: str, commit: str, message: str) -> None:
        """Makes an annotated tag."""
        self._git("tag", "--annotate", "--cleanup=verbatim", "--message", message, name, commit)

    def _git(self, *arguments: str, folder: Path | None = None, may_fail: bool = False) -> str:
        command = ["git", *self._options, *arguments]
        run = subprocess.run(command, cwd=folder or self.folder, check=not may_fail, stdout=subprocess.PIPE, text=True)  # noqa: S603  commands of this file
        return run.stdout.rstrip("\n")
