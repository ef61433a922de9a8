"""Runs a suite in a process of its own, and checks what it left with tools that nobody here wrote."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from haralyzer import HarParser
from jsonschema import Draft202012Validator
from robot.api import ExecutionResult
from robot.api.deco import keyword, library

HERE = Path(__file__).parent
TOOLS = next(folder for folder in HERE.parents if (folder / ".cache").is_dir()) / ".cache" / "report-checks"
PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Entries</title></head><body>{}</body></html>'
HTML_RULES = {
    "extends": ["html-validate:standard"],
    "rules": {
        # Robot Framework has no style for ours, and its own page has none for headings in messages.
        "no-inline-style": "off",
        "no-implicit-close": "off",
        "attr-quotes": "off",
        "no-trailing-whitespace": "off",
        "long-title": "off",
        "void-style": "off",
    },
}


@library(scope="GLOBAL")
class ReportRun:
    """Inner runs and checks of their files."""

    @keyword
    def run_inner(self, name: str, folder: Path, *options: str, expected_rc: int = 0) -> str:
        """Runs a suite of the folder ``inner``, and returns what it wrote on the console."""
        suite = _prepared(folder, name)[0]
        return _run([sys.executable, "-m", "robot", "--outputdir", str(folder), *options, str(suite)], expected_rc)

    @keyword
    def run_inner_with_pabot(self, folder: Path, *names: str, expected_rc: int = 0) -> str:
        """Runs suites of the folder ``inner`` in parallel processes, and returns what they wrote on the console."""
        suites = _prepared(folder, *names)
        line = [sys.executable, "-m", "pabot.pabot", "--command", sys.executable, "-m", "robot", "--end-command"]
        line += ["--outputdir", str(folder), *(str(suite) for suite in suites)]
        # It leaves a file of its own in the current folder.
        return _run(line, expected_rc, folder=suites[0].parent)

    @keyword
    def run_report(self, *arguments: str) -> str:
        """Runs the report command, and returns what it wrote."""
        line = [sys.executable, "-m", "SteadyAPI", "report", *arguments]
        done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode:
            raise AssertionError(f"exit code {done.returncode}: {done.stderr}")
        return done.stdout

    @keyword
    def accessibility_script(self, *roots: str) -> str:
        """Returns a script that finds what axe objects to inside the elements that CSS selectors name."""
        axe = (TOOLS / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
        shown = "v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.failureSummary).join(' | ')"
        include = json.dumps({"include": [[root] for root in roots]}) if roots else "document"
        return f"{axe}; axe.run({include}).then(found => found.violations.map({shown}))"

    @keyword
    def html_should_be_valid(self, path: Path) -> None:
        """Fails when html-validate objects to a page."""
        (TOOLS / ".htmlvalidate.json").write_text(json.dumps({"root": True, **HTML_RULES}))
        shutil.copy(path, TOOLS / "page.html")
        _checked(["node_modules/.bin/html-validate", "page.html"], TOOLS)

    @keyword
    def save_entries_as_page(self, folder: Path) -> Path:
        """Puts the log's HTML messages on a page of their own."""
        messages = ET.parse(folder / "output.xml").iter("msg")
        entries = "\n".join(message.text or "" for message in messages if message.get("html"))
        page = folder / "entries.html"
        page.write_text(PAGE.format(entries), encoding="utf-8")
        return page

    @keyword
    def archive_should_be_valid(self, path: Path) -> None:
        """Fails when har-validator objects to an archive, or haralyzer can't read it."""
        shutil.copy(path, TOOLS / "run.har")
        script = "require('har-validator/lib/promise').har(JSON.parse(require('fs').readFileSync('run.har')))"
        _checked(["node", "-e", f"{script}.catch(e => {{ console.error(e.errors); process.exit(1) }})"], TOOLS)
        parser = HarParser(json.loads(Path(path).read_text(encoding="utf-8")))
        if not parser.pages or not all(page.entries for page in parser.pages):
            raise AssertionError("expected pages with entries")

    @keyword
    def links_should_lead_to_their_tests(self, folder: Path) -> int:
        """Fails when a link into a log has the id of another test than its text names; returns their number.

        The output of each log stands beside it.
        """
        page = Path(folder / "api-report.html").read_text(encoding="utf-8")
        links = re.findall(r'<a href="([^"#]*)log\.html#([^"]+)">([^<]+)</a>', page)
        for place, test_id, name in links:
            tests = ExecutionResult(folder / place / "output.xml").suite.all_tests
            there = {test.id: test.full_name for test in tests}
            if there.get(test_id) != name:
                raise AssertionError(f"expected {name} behind {place}log.html#{test_id}, got {there.get(test_id)}")
        return len(links)

    @keyword
    def records_should_follow_the_schema(self, path: Path) -> int:
        """Fails when a record doesn't follow the published schema; returns how many there are."""
        validator = Draft202012Validator(json.loads(self.run_report("--schema")))
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            for error in validator.iter_errors(json.loads(line)):
                raise AssertionError(f"line {number}: {error.message}")
        return len(lines)

    @keyword
    def commands_of(self, folder: Path) -> list[str]:
        """Returns the curl lines of a log, as a reader would copy them."""
        messages = ET.parse(folder / "output.xml").iter("msg")
        entries = "".join(message.text or "" for message in messages if message.get("html"))
        found = re.findall(r'<div style="user-select:all">(.*?)</div>', entries, re.DOTALL)
        return [text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for text in found]

    @keyword
    def echoes_should_be_the_same(self, response: str, expected: str) -> None:
        """Fails unless the echo got the same request twice, but for the headers by which clients differ."""
        got, wanted = _without_own_headers(response), _without_own_headers(expected)
        if got != wanted:
            raise AssertionError(f"expected {wanted}, got {got}")

    @keyword
    def run_command(self, command: str, **secrets: str) -> str:
        """Runs a line in a POSIX shell with its secrets put in, and returns what it wrote."""
        environment = {"PATH": os.environ["PATH"], **secrets}
        done = subprocess.run(
            ["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=300, env=environment
        )
        if done.returncode:
            raise AssertionError(f"exit code {done.returncode} of {command}: {done.stderr}")
        return done.stdout


def _without_own_headers(echo: str) -> dict[str, object]:
    said = json.loads(echo)
    own = {"accept", "accept-encoding", "connection", "user-agent"}
    headers = sorted((name.lower(), value) for name, value in said["headers"] if name.lower() not in own)
    # Whether an empty body is announced is a matter of taste.
    return {**said, "headers": [header for header in headers if header != ("content-length", "0")]}


def _prepared(folder: Path, *names: str) -> list[Path]:
    """Puts inner suites beside the folder of a run, which is made empty, and returns them."""
    suites = folder.with_name(f"{folder.name}-suites")
    shutil.rmtree(folder, ignore_errors=True)
    suites.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "inner" / "Responses.py", suites)
    return [Path(shutil.copy(HERE / "inner" / f"{name}.txt", suites / f"{name}.robot")) for name in names]


def _run(line: list[str], expected: int, folder: Path | None = None) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=300, env=environment, cwd=folder)
    if done.returncode != expected:
        raise AssertionError(f"expected exit code {expected}, got {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def _checked(line: list[str], folder: Path) -> None:
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        raise AssertionError(f"{' '.join(line)[:80]}:\n{done.stdout[-4000:]}{done.stderr[-2000:]}")
