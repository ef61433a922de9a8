"""Runs and scrubs on a really full disk: a small one of the test's own, in a mount namespace."""

import shutil
import subprocess
import sys
import tempfile
from functools import cache

from chance import new_word
from LeakMatrix import INNER, Inner, LeakMatrix
from robot.api import logger

_WAYS = (("unshare", "--mount", "--map-root-user"), ("unshare", "--mount"))


@cache
def _namespace() -> tuple[str, ...] | None:
    """Returns the command that runs another in a mount namespace, ``None`` where the system allows none."""
    folder = tempfile.mkdtemp(prefix="full-disk-")
    for way in _WAYS if shutil.which("unshare") else ():
        if (
            subprocess.run([*way, "mount", "-t", "tmpfs", "none", folder], capture_output=True, check=False).returncode
            == 0
        ):
            return way
    return None


class FullDisk(LeakMatrix):
    """Keywords of the suite about full disks."""

    ROBOT_LIBRARY_SCOPE = "GLOBAL"

    def prepare_messages(self, length: int) -> Inner:
        """Makes a folder with a suite of many messages that show a secret of that length, known at the start."""
        known = {"known": f"Q{new_word(length - 3)}-z"}
        template = (INNER / "full_disk.txt").read_text(encoding="utf-8")
        inner = self._prepared("start", known, {"messages.robot": template})
        inner.environment["ROBOT_SYSLOG_FILE"] = "NONE"
        inner.results.mkdir()
        return inner

    def run_on_full_disk(self, kind: str, inner: Inner, room: int, *options: str) -> None:
        """Runs the suite where the outputs have ``room`` bytes."""
        results = str(inner.folder / "disk" / "results")
        robot = ["-m", "robot", "--outputdir", results, "--log", "NONE", "--report", "NONE", *options]
        self._on_full_disk(kind, inner, room, [inner.python, *robot, str(inner.folder / "suites")])

    def scrub_on_full_disk(self, kind: str, inner: Inner, *options: str) -> None:
        """Scrubs the results where there is no room left, not for a byte."""
        code = "import sys; from SteadyAPI.commands.scrub import scrub; sys.exit(scrub(sys.argv[1:]))"
        results = str(inner.folder / "disk" / "results")
        self._on_full_disk(kind, inner, 0, [inner.python, "-c", code, results, *options])

    def size_of(self, inner: Inner, name: str) -> int:
        """Returns the size of a file of the results in bytes."""
        return (inner.results / name).stat().st_size

    def _on_full_disk(self, kind: str, inner: Inner, room: int, command: list[str]) -> None:
        way = _namespace() if kind == "disk" else ()
        if way is None:
            logger.warn(
                "This system lets a test mount no disk of its own; a limit on the size of files stands in for it."
            )
            kind, way = "limit", ()
        driver = [sys.executable, str(INNER / "full_disk.py"), kind, str(inner.folder), str(room)]
        self._run(inner, [*way, *driver, *command])
