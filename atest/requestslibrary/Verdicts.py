"""Runs public kinds of suites with one library or another, and tells each test's name, verdict and message."""

import re
import subprocess
import sys
from pathlib import Path

from robot.api import ExecutionResult
from robot.result import ResultVisitor, TestCase

SUITES = Path(__file__).parent / "_public"
PACKAGES = Path(__file__).parents[2] / ".cache" / "public-suites"
PASSING = ((re.compile(r"(?<= at )0x[0-9a-f]+"), "address"),)
"""What differs from run to run."""


class _Tests(ResultVisitor):  # type: ignore[misc]  # Robot Framework types robot.api only
    def __init__(self) -> None:
        self.verdicts: list[tuple[str, str, str, str]] = []

    def visit_test(self, test: TestCase) -> None:
        message = test.message
        for pattern, name in PASSING:
            message = pattern.sub(name, message)
        self.verdicts.append((test.full_name, test.status, message, ", ".join(test.tags)))


class Verdicts:
    """Keywords of the suite about public kinds of suites."""

    ROBOT_LIBRARY_SCOPE = "SUITE"

    def verdicts_with(self, library: str, url: str, folder: str, *options: str) -> list[tuple[str, str, str, str]]:
        """Returns full name, status, message and tags of every test."""
        line = [sys.executable, "-m", "robot", "--outputdir", folder, "--pythonpath", str(PACKAGES)]
        line += ["--variable", f"LIBRARY:{library}", "--variable", f"BASE_URL:{url}", *options, str(SUITES)]
        Path(folder).mkdir(parents=True, exist_ok=True)
        with (Path(folder) / "console.txt").open("w", encoding="utf-8") as console:
            subprocess.run(line, stdout=console, stderr=subprocess.STDOUT, check=False, timeout=300)
        tests = _Tests()
        ExecutionResult(Path(folder) / "output.xml").visit(tests)
        return tests.verdicts

    def masked(self, verdicts: list[tuple[str, str, str, str]], secret: str) -> list[tuple[str, str, str, str]]:
        """Returns the verdicts as they are when a secret is masked, in messages alone."""
        return [(name, status, text.replace(secret, "[redacted]"), tags) for name, status, text, tags in verdicts]

    def verdicts_should_be_the_same(
        self, expected: list[tuple[str, str, str, str]], verdicts: list[tuple[str, str, str, str]]
    ) -> None:
        """Fails with each test whose name, status, message or tags differ."""
        pairs = list(zip(expected, verdicts, strict=True))
        other = [f"expected {one}\n  got {two}" for one, two in pairs if one != two]
        if other:
            raise AssertionError("\n".join([f"{len(other)} of {len(pairs)} tests differ", *other]))
