"""The library without what Linux has and Windows lacks, taken away from a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

STAND_IN = Path(__file__).with_name("windows_stand_in.py")
ENVIRONMENT = {"PYTHONIOENCODING": "utf-8", "USERNAME": "ada"}
IMPORT_ALL = """
import pkgutil, sys, importlib
import SteadyAPI
names = [module.name for module in pkgutil.walk_packages(SteadyAPI.__path__, "SteadyAPI.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(len(names))
"""
TWO_PROCESSES = """
import sys, time
from pathlib import Path
from SteadyAPI.engine.file_lock import locked
log = Path(sys.argv[2])
for _ in range(20):
    with locked(log):
        before = log.read_text(encoding="utf-8")
        log.write_text(before + "begin ", encoding="utf-8")
        time.sleep(0.002)
        log.write_text(before + "begin end\\n", encoding="utf-8")
"""
SUITE = """
*** Settings ***
Library    SteadyAPI    report=True    har=True
Library    SteadyAPI.demo.DemoShop


*** Test Cases ***
A Product Is There
    ${url} =    Start Demo Server
    ${password} =    Get Demo Password
    Create Session    shop    ${url}    rate_limit=50/s    share_rate_limit=True
    ${token} =    Get Token    /auth/token    username=ada    password=${password}    cache=test
    Use Token    ${token}
    Track Contract    learnt.json    update=True
    GET    /flaky/product
    Send Concurrently    GET    /products/3    times=3
    Run Keyword And Expect Error    *this system has no file locks*
    ...    Get Token    /auth/token    username=ada    password=${password}    cache=run    shared=True
"""


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(STAND_IN), *arguments]


def started(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Returns a command that has ended in a process without those things."""
    return subprocess.run(
        command(*arguments),
        cwd=folder,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | ENVIRONMENT,
    )


def test_every_module_is_imported(tmp_path: Path) -> None:
    run = started(tmp_path, IMPORT_ALL)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 300


def test_a_run_passes(tmp_path: Path) -> None:
    (tmp_path / "a.robot").write_text(SUITE, encoding="utf-8")
    run = started(tmp_path, "from robot import run_cli; run_cli(['--outputdir', 'results', 'a.robot'])")
    assert run.returncode == 0, run.stdout + run.stderr
    assert b"\r" not in (tmp_path / "learnt.json").read_bytes()
    written = {path.name for path in (tmp_path / "results").iterdir()}
    assert {"api-report.html", "api-requests.jsonl", "api-requests.har", "log.html"} <= written


def test_processes_hold_a_lock_of_windows_one_after_the_other(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.touch()
    both = [subprocess.Popen(command(TWO_PROCESSES, str(log))) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert log.read_text(encoding="utf-8").splitlines() == ["begin end"] * 40
