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

RECORDING = """\
*** Settings ***
Library    SteadyAPI


*** Test Cases ***
A Response
    Create Session    shop    {url}
    Track Contract    {baseline}    update=True
    GET    /{name}
"""


@library
class Pabot:
    """Starts pabot, which gives every suite a process of its own."""

    @keyword
    def run_suites_in_parallel(self, count: int, folder: Path) -> dict[str, Any]:
        """Writes and runs small suites, and returns the contract report of all of them."""
        output = _run(folder, [SUITE.format(name=f"name{number}") for number in range(count)])
        report: dict[str, Any] = json.loads((output / "api-contracts.json").read_text(encoding="utf-8"))
        return report

    @keyword
    def record_one_baseline_in_parallel(self, count: int, folder: Path, url: str) -> list[str]:
        """Records a response in each suite, all in one baseline, and returns the operations that it knows then."""
        baseline = folder / "baseline.json"
        baseline.unlink(missing_ok=True)
        _run(folder, [RECORDING.format(url=url, baseline=baseline, name=f"part{number}") for number in range(count)])
        return sorted(json.loads(baseline.read_text(encoding="utf-8"))["operations"])


def _run(folder: Path, suites: list[str]) -> Path:
    """Writes and runs suites, two at a time, and returns the folder of their results."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(suites):
        (folder / f"suite_{number}.robot").write_text(text, encoding="utf-8")
    output = folder / "results"
    command = [sys.executable, "-m", "pabot.pabot", "--command", sys.executable, "-m", "robot", "--end-command"]
    command += ["--processes", "2", "--outputdir", str(output), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=folder)
    if done.returncode:
        raise AssertionError(done.stdout[-2000:] + done.stderr[-2000:])
    return output
