"""Runs suites in processes of their own, as a Robot Framework library."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from neighbours import free_ports
from robot.api.deco import keyword, library

HERE = Path(__file__).parent
LIMIT = 300.0


@library(scope="GLOBAL")
class InnerRuns:
    """Inner runs write everything into one folder, what they print included."""

    @keyword
    def run_with_witness(self, suite: str, folder: Path) -> list[str]:
        """Runs a suite of this folder at TRACE with every kind of artefact, and returns all its secrets.

        The provider of the suite writes them down at its side, in a file that only this run knows.
        """
        descriptor, name = tempfile.mkstemp(prefix="steadyapi-atest-witness-")
        os.close(descriptor)
        witness = Path(name)
        artefacts = ("--debugfile", "debug.txt", "--xunit", "xunit.xml", "--splitlog")
        command = [sys.executable, "-m", "robot", "--loglevel", "TRACE:INFO", *artefacts]
        command += ["--listener", "SteadyAPI.Redactor", "--outputdir", str(folder), str(HERE / suite)]
        _run(command, folder, {"ATEST_WITNESS": str(witness), "ROBOT_SYSLOG_FILE": str(folder / "syslog.txt")})
        seen = witness.read_text(encoding="utf-8").splitlines()
        witness.unlink()
        return sorted(set(seen))

    @keyword
    def run_workers(self, provider: dict[str, Any], folder: Path, *options: str) -> Path:
        """Runs the tests of ``_inner/sharing.robot`` with pabot, each in a process of its own, all at once.

        The provider's address and a client's secret are in their environment. Returns the folder in which they keep
        what they share in files; it is deleted at the end of the run.
        """
        runtime, meeting = (Path(tempfile.mkdtemp(prefix="steadyapi-atest-")) for _ in range(2))
        for made in (runtime, meeting):
            atexit.register(shutil.rmtree, made)
        command = [sys.executable, "-m", "pabot.pabot", "--testlevelsplit", "--processes", "8", *options]
        # A port of its own: pabot would take the same one for every run on the machine.
        command += ["--pabotlibport", str(free_ports(1)[0])]
        command += ["--outputdir", str(folder), str(HERE / "_inner" / "sharing.robot")]
        environment = {
            "ATEST_ISSUER": provider["issuer"],
            "ATEST_CLIENT_ID": "basic",
            "ATEST_CLIENT_SECRET": provider["secrets"]["basic"].value,
            "ATEST_MEETING": str(meeting),
            "XDG_RUNTIME_DIR": str(runtime),
        }
        _run(command, folder, environment)
        return runtime

    @keyword
    def no_token_should_be_left(self, folder: Path) -> None:
        """Fails when a file below the folder holds anything, or can be read by others."""
        left = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size]
        readable = [path for path in folder.rglob("*") if path.stat().st_mode & 0o077]
        if left or readable:
            raise AssertionError(f"expected nothing but empty files of this user alone, got {[*left, *readable]}")


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "console.txt").open("wb") as console:
        code = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            timeout=LIMIT,
            check=False,
        ).returncode
    if code:
        said = (folder / "console.txt").read_text(encoding="utf-8", errors="replace")[-2000:]
        raise AssertionError(f"expected all inner tests to pass, {code} failed:\n{said}")
