"""Runs suites in parallel processes, as a user would."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from robot.api.deco import keyword, library

SUITE = """\
*** Settings ***
Library    SteadyAPI


*** Test Cases ***
A Number
    Value Should Match Schema    ${{7}}    int

A Text
    Run Keyword And Expect Error    *    Value Should Match Schema    {name}    int
"""


@library
class Pabot:
    """Starts pabot, which gives every suite a process of its own."""

    @keyword
    def run_suites_in_parallel(self, count: int, folder: Path) -> dict[str, Any]:
        """Writes and runs small suites, and returns the contract report of all of them."""
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            (folder / f"suite_{number}.robot").write_text(SUITE.format(name=f"name{number}"), encoding="utf-8")
        output = folder / "results"
        command = [sys.executable, "-m", "pabot.pabot", "--command", sys.executable, "-m", "robot", "--end-command"]
        command += ["--processes", "2", "--outputdir", str(output), str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=folder)
        if done.returncode:
            raise AssertionError(done.stdout[-2000:] + done.stderr[-2000:])
        report: dict[str, Any] = json.loads((output / "api-contracts.json").read_text(encoding="utf-8"))
        return report
