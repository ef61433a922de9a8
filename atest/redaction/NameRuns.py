"""Runs suites whose tests are named after what they send: ordinary negative words, and values that are registered."""

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import cycle, islice, product
from pathlib import Path

from robot.api import ExecutionResult
from robot.result import ResultVisitor

INNER = Path(__file__).parent / "inner"
ADJECTIVES = "invalid wrong expired revoked missing malformed unknown weak empty disabled".split()
NOUNS = ("token", "password", "credentials", "session cookie")
JOINS = ("{0}_{1}", "{0} {1}", "{0}-{1}", "{0}.{1}", "{0}{1}", "the {1} is {0}", "{1}_not_{0}", "{0}_{1}_2")
SENDERS = {
    "SteadyAPI": "Library    SteadyAPI",
    "RequestsLibrary": "Library    RequestsLibrary",
}
SUITE = """\
*** Settings ***
Library    Echo.py
{library}
Suite Setup    Open

*** Keywords ***
Open
    ${{url}} =    Start Echo
    Create Session    api    ${{url}}

Send
    [Arguments]    ${{number}}    ${{value}}
    VAR    &{{headers}}    Authorization=Bearer ${{value}}    X-Api-Key=${{value}}    Cookie=session=${{value}}
    VAR    &{{body}}    password=${{value}}    token=${{value}}
    ${{response}} =    POST On Session    api    /    json=${{body}}    headers=${{headers}}
    Log    ${{response.text}}
    VAR    ${{password}}    ${{value}}
    Should Not Contain    %{{FAILING}}    /${{number}}/    {{password}} was refused

*** Test Cases ***
"""


class NameRuns:
    """Keywords of the suite about names."""

    ROBOT_LIBRARY_SCOPE = "SUITE"

    def __init__(self) -> None:
        self._folders: list[Path] = []

    def prepare_names(self, sender: str) -> Path:
        """Makes a folder with 40 tests named after ordinary negative words, each sending its words by ``sender``."""
        words = islice(product(ADJECTIVES, NOUNS), 40)
        tests = []
        for number, ((adjective, noun), join) in enumerate(zip(words, cycle(JOINS), strict=False)):
            name = f"Get Me With {adjective.title()} {noun}" if number % 2 else f"{adjective} {noun} is refused"
            tests.append(
                f"{name}\n    [Tags]    {adjective}-{noun}\n    Send    {number}    {join.format(adjective, noun)}"
            )
        return self._folder("invalid_token.robot", SUITE.format(library=SENDERS[sender]) + "\n".join(tests) + "\n")

    def prepare_secret_names(self, first: str, second: str) -> Path:
        """Makes a folder with two tests that differ in the secret that their names hold."""
        tests = "\n".join(
            f"Login With {value}\n    Should Not Contain    %{{FAILING}}    {value}" for value in (first, second)
        )
        return self._folder("logins.robot", f"*** Test Cases ***\n{tests}\n")

    def run_names(self, folder: Path, results: str, *options: str, failing: str = "/", runner: str = "robot") -> int:
        """Runs the tests of a folder; those whose numbers stand in ``failing`` fail. Returns the exit code."""
        given = ["--outputdir", str(folder / results), "--xunit", "xunit.xml", "--pythonpath", str(INNER), *options]
        suites = [path.name for path in folder.glob("*.robot")]
        return self._run(folder, results, ["-m", runner, *given, *suites], failing)

    def merge_runs(self, folder: Path, *results: str) -> int:
        """Merges the outputs of runs with the same tests; returns the exit code."""
        outputs = [str(folder / result / "output.xml") for result in results]
        given = ["--merge", "--outputdir", str(folder / "merged"), "--output", "output.xml", "--xunit", "xunit.xml"]
        return self._run(folder, "merged", ["-m", "robot.rebot", *given, *outputs], "/")

    def names_in(self, folder: Path, results: str) -> list[str]:
        """Returns the names of suites, tests, tags and sources in the output of a run."""
        visitor = _Names()
        ExecutionResult(folder / results / "output.xml").visit(visitor)
        return visitor.names

    def statuses_in(self, folder: Path, results: str) -> list[str]:
        """Returns the names of tests with their statuses."""
        visitor = _Names()
        ExecutionResult(folder / results / "output.xml").visit(visitor)
        return visitor.statuses

    def file_should_show_names(self, folder: Path, results: str, file: str, names: list[str]) -> None:
        """Fails if a file doesn't show one of the names, or shows that a name was masked."""
        text = html.unescape((folder / results / file).read_text(encoding="utf-8")).replace("\\x3c/", "</")
        missing = [name for name in names if name not in text]
        if missing or re.search(r"redacted-\d", text):
            message = f"expected all names in {file}, {len(missing)} are missing: {', '.join(missing[:5])}"
            raise AssertionError(message)

    def console_of(self, folder: Path, results: str) -> str:
        """Returns what a run wrote to its console."""
        return (folder / results / "console.txt").read_text(encoding="utf-8")

    def remove_folders(self) -> None:
        """Removes all that was made."""
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)

    def _folder(self, name: str, suite: str) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="names-"))
        self._folders.append(folder)
        (folder / name).write_text(suite, encoding="utf-8")
        return folder

    def _run(self, folder: Path, results: str, command: list[str], failing: str) -> int:
        (folder / results).mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, *command],
            cwd=folder,
            env={**os.environ, "FAILING": failing},
            capture_output=True,
            check=False,
            timeout=300,
        )
        (folder / results / "console.txt").write_bytes(done.stdout + done.stderr)
        return done.returncode


class _Names(ResultVisitor):
    def __init__(self) -> None:
        self.names: list[str] = []
        self.statuses: list[str] = []

    def start_suite(self, suite: object) -> None:
        self.names += [getattr(suite, "name", ""), str(getattr(suite, "source", ""))]

    def visit_test(self, test: object) -> None:
        name = str(getattr(test, "name", ""))
        self.names += [name, *getattr(test, "tags", ())]
        self.statuses.append(f"{name}: {getattr(test, 'status', '')}")
