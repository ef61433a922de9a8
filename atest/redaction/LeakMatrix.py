"""Runs suites that leak on every channel and looks for what they leaked: channel by artefact by encoding."""

import atexit
import json
import os
import re
import shutil
import string
import subprocess
import sys
import tempfile
from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from robot.api import ExecutionResult, logger
from robot.result import ResultVisitor

import SteadyAPI

HERE = Path(__file__).parent
INNER = HERE / "inner"
sys.path[:0] = [str(HERE), str(INNER)]

from cells import cells_of, files_of  # noqa: E402
from chance import CHANCE, new_word  # noqa: E402
from encoders import ENCODERS  # noqa: E402

DYNAMIC = string.ascii_letters + string.digits + "\"'\\/%&+<>=?!$-_.:;é "
LITERAL = string.ascii_letters + string.digits + '"&<>%+!-_.:;/'
PACKAGE = Path(SteadyAPI.__file__).parent
ROBOTS = next((folder / ".cache" / "robots" for folder in HERE.parents if (folder / ".cache").is_dir()), Path())
OWN = ("output", "log", "report", "xunit", "debug", "syslog")
TIMES = {"time", "start", "elapsed", "generated", "generator"}
ARGUMENTS = ("cli_variable", "cli_metadata", "cli_doc", "cli_tag", "cli_title")


@cache
def _package_alone() -> str:
    """Returns a folder with the package alone: an older Robot Framework finds it there, and no newer one beside it."""
    folder = tempfile.mkdtemp(prefix="leaks-package-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(PACKAGE, Path(folder) / "SteadyAPI", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@cache
def _robot_version(python: str) -> tuple[int, ...]:
    code = "import robot; print(robot.__version__)"
    shown = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in re.findall(r"\d+", shown)[:2])


@dataclass
class Inner:
    """An inner run: its folder, its secrets by channel, and its answer."""

    folder: Path
    mode: str
    secrets: dict[str, str]
    python: str = sys.executable
    environment: dict[str, str] = field(default_factory=dict)
    returncode: int = 0

    @property
    def results(self) -> Path:
        return self.folder / "results"


def _is_literal(channel: str, template: str) -> bool:
    return f"@@{channel}@@" in template or channel in ARGUMENTS


def _new_secret(channel: str, template: str, mode: str) -> str:
    if _is_literal(channel, template):
        if mode == "shape":
            parts = [urlsafe_b64encode(CHANCE.randbytes(12)).decode() for _ in range(3)]
            return "eyJ" + ".eyJ".join(parts[:2]) + f".{parts[2]}"
        return f"Q{''.join(CHANCE.choices(LITERAL, k=22))}z"
    alphabet = string.ascii_letters + string.digits if mode == "shape" else DYNAMIC
    middle = "".join(CHANCE.choices(alphabet, k=22))
    # Two blanks would be a separator in the data, and Robot Framework shows some values stripped.
    return re.sub(" +", " ", f"Q{middle}z")


class LeakMatrix:
    """Keywords of the leak suites."""

    ROBOT_LIBRARY_SCOPE = "GLOBAL"

    def __init__(self) -> None:
        self._statuses: dict[str, list[str]] = {}

    def environment_with(self, version: str) -> str:
        """Returns the Python of an environment of its own with the newest Robot Framework ``version`` (say 7.3)."""
        return str(ROBOTS / version / "bin" / "python")

    def prepare_leaks(self, mode: str, python: str = sys.executable) -> Inner:
        """Makes a folder with the leaking suite and secrets of its own."""
        template = (INNER / "channels.txt").read_text(encoding="utf-8")
        group = (INNER / "group.txt").read_text(encoding="utf-8")
        template = template.replace("@@GROUP@@", group if _robot_version(python) >= (7, 2) else "")
        used = (
            {"cut_assignment"}
            | set(re.findall(r"@@(\w+)@@", template))
            | set(re.findall(r"Text Of {4}(\w+)", template))
        )
        used |= set(re.findall(r" {4}([a-z]+(?:_[a-z]+)+)$", template, re.MULTILINE))
        used |= {"print", "stderr", "logging", "descriptor", "child"}
        used.discard("log_")
        if mode == "shape":
            # What is left of a value without any name beside it has no shape.
            used.discard("cut_assignment")
            template = re.sub(r"Cut Values\n(?: {4}.*\n)+", "", template)
        used |= {f"log_{level}" for level in ("trace", "debug", "info", "warn", "error", "html")}
        used |= {"late_log", "secret_object", "secret_value", *ARGUMENTS}
        known = {channel: _new_secret(channel, template, mode) for channel in sorted(used)}
        return self._prepared(mode, known, {"channels.robot": template}, python)

    def prepare_harmless(self) -> Inner:
        """Makes a folder with a suite of innocent words and of failures whose messages hold one known secret."""
        template = (INNER / "harmless.txt").read_text(encoding="utf-8")
        return self._prepared("start", {"known": f"Q{new_word(16)}z"}, {"harmless.robot": template})

    def run_suite(self, inner: Inner, *options: str) -> None:
        """Runs the inner suite with nothing but ``options``."""
        arguments = ["--outputdir", str(inner.results), "--pythonpath", str(INNER), *options]
        self._run(inner, [inner.python, "-m", "robot", *arguments, str(inner.folder / "suites")])

    def shown_texts(self, inner: Inner) -> list[str]:
        """Returns every text and attribute of the output in order, with the secret masked and without times."""
        root = ET.parse(inner.results / "output.xml").getroot()
        shown = []
        for element in root.iter():
            attributes = {name: value for name, value in element.attrib.items() if name not in TIMES}
            shown.append(f"{element.tag} {attributes} {element.text}".replace(inner.secrets["known"], "[redacted]"))
        return [text.replace(str(inner.folder), "") for text in shown]

    def set_to_environment(self, inner: Inner, name: str, value: str) -> None:
        """Sets a variable of the inner run's environment."""
        inner.environment[name] = value

    def peak_memory_of_sweep(self, megabytes: int) -> float:
        """Sweeps an output file of that size with a secret in every tenth message; returns the peak in MB."""
        folder = Path(tempfile.mkdtemp(prefix="large-"))
        output = folder / "output.xml"
        secret = f"Q{new_word(16)}z"
        clean = '<msg time="2026-01-01T10:00:00" level="INFO">order {} was sent &amp; answered in 12 ms</msg>\n'
        with output.open("w", encoding="utf-8") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n<robot>\n')
            number = 0
            while file.tell() < megabytes * 1_000_000:
                file.writelines(clean.format(number + step) for step in range(9))
                file.write(clean.format(f"{secret} {number}"))
                number += 10
            file.write("</robot>\n")
        # The kernel's own high-water mark: getrusage would count what the parent held when it started the process.
        code = (
            "import re, sys; from SteadyAPI.commands.scrub import scrub; assert scrub([sys.argv[1]]) == 0; "
            "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"
        )
        environment = {**os.environ, "LARGE_TOKEN": secret, "PYTHONPATH": _package_alone()}
        done = subprocess.run(
            [sys.executable, "-c", code, str(folder)], env=environment, capture_output=True, text=True, check=True
        )
        with output.open(encoding="utf-8") as file:
            left = sum(secret in line for line in file)
        output.unlink()
        if left:
            message = f"expected no secret in the large output, got {left} lines"
            raise AssertionError(message)
        return int(done.stdout.split()[-1]) / 1024

    def run_leaks(self, inner: Inner, *options: str) -> None:
        """Runs the leaking suite with the console captured next to the artefacts."""
        known = inner.secrets
        arguments = [
            *("--outputdir", str(inner.results), "--loglevel", "TRACE", "--debugfile", "debug.txt"),
            *("--xunit", "xunit.xml", "--pythonpath", str(INNER), "--variable", f"CLI:{known['cli_variable']}"),
            *("--metadata", f"Cli:{known['cli_metadata']}", "--doc", known["cli_doc"], "--settag", known["cli_tag"]),
            *("--logtitle", known["cli_title"], "--reporttitle", known["cli_title"], *options),
            str(inner.folder / "suites"),
        ]
        self._run(inner, [inner.python, "-m", "robot", *arguments])

    def run_pabot(self, inner: Inner, *options: str) -> None:
        """Runs the suite by pabot, two processes."""
        pabot = ["-m", "pabot.pabot", "--processes", "2", "--testlevelsplit"]
        arguments = ["--outputdir", str(inner.results), "--loglevel", "TRACE", "--pythonpath", str(INNER)]
        self._run(inner, [inner.python, *pabot, *arguments, *options, str(inner.folder / "suites")])

    def run_rebot(self, inner: Inner, *options: str) -> None:
        """Makes log, report and xunit again from the output file."""
        arguments = ["--outputdir", str(inner.results / "rebot"), "--output", "output.xml", "--xunit", "xunit.xml"]
        output = next(inner.results.glob("output.*"))
        self._run(inner, [inner.python, "-m", "robot.rebot", *arguments, *options, str(output)])

    def run_scrub(self, inner: Inner, *options: str) -> int:
        """Runs the scrub command over the folder of results."""
        code = "import sys; from SteadyAPI.commands.scrub import scrub; sys.exit(scrub(sys.argv[1:]))"
        self._run(inner, [inner.python, "-c", code, str(inner.results), *options])
        return inner.returncode

    def no_own_file_should_leak(self, inner: Inner) -> None:
        """Fails if a file that Robot Framework itself writes shows a secret."""
        self._should_not_leak(inner, [path for path in files_of(inner.results) if path.stem.startswith(OWN)])

    def no_file_should_leak(self, inner: Inner) -> None:
        """Fails if any file under the results shows a secret."""
        self._should_not_leak(inner, files_of(inner.results))

    def leaking_cells(self, inner: Inner) -> int:
        """Returns how many cells of channel, artefact and encoding leak."""
        return len(cells_of(inner.secrets, inner.results, files_of(inner.results)))

    def leaking_channels_should_be_all(self, inner: Inner, *but: str) -> None:
        """Fails if a channel does not leak without redaction: it would prove nothing."""
        silent = (
            set(inner.secrets)
            - {channel for channel, _, _ in cells_of(inner.secrets, inner.results, files_of(inner.results))}
            - set(but)
        )
        if silent:
            message = f"expected every channel to leak without redaction, silent: {', '.join(sorted(silent))}"
            raise AssertionError(message)

    def statuses_of(self, inner: Inner) -> list[str]:
        """Returns the status of every test and the number of its keywords, in order."""
        visitor = _Statuses()
        ExecutionResult(next(inner.results.glob("output.*"))).visit(visitor)
        return visitor.seen

    def _should_not_leak(self, inner: Inner, files: list[Path]) -> None:
        if not files:
            message = f"expected artefacts in {inner.results}, got none"
            raise AssertionError(message)
        cells = cells_of(inner.secrets, inner.results, files)
        encodings = len(ENCODERS) + 1
        logger.info(f"{len(inner.secrets)} channels x {len(files)} artefacts x {encodings} encodings looked at")
        if cells:
            shown = "\n".join(f"{channel} in {artefact} as {encoding}" for channel, artefact, encoding in cells[:40])
            message = f"expected no leak, got {len(cells)} leaking cells in {inner.folder}:\n{shown}"
            raise AssertionError(message)

    def _prepared(
        self, mode: str, known: dict[str, str], suites: Mapping[str, str], python: str = sys.executable
    ) -> Inner:
        """Makes the folder of an inner run; a secret takes the place of each ``@@channel@@`` in its suites."""
        inner = Inner(Path(tempfile.mkdtemp(prefix="leaks-")), mode, known, python)
        (inner.folder / "suites").mkdir()
        for name, text in suites.items():
            for channel, secret in known.items():
                text = text.replace(f"@@{channel}@@", secret.replace("%", "\\%"))  # noqa: PLW2901 - one after the other
            (inner.folder / "suites" / name).write_text(text, encoding="utf-8")
        (inner.folder / "secrets.json").write_text(json.dumps(known), encoding="utf-8")
        inner.environment = self._environment(inner)
        return inner

    def _environment(self, inner: Inner) -> dict[str, str]:
        environment = {
            **os.environ,
            "LEAK_MODE": inner.mode,
            "LEAK_CHANNELS": str(inner.folder / "secrets.json"),
            "ROBOT_SYSLOG_FILE": str(inner.results / "syslog.txt"),
            "ROBOT_SYSLOG_LEVEL": "DEBUG",
            "PYTHONIOENCODING": "utf-8",
            "PYTHONPATH": os.pathsep.join((str(INNER), _package_alone())),
        }
        if inner.mode == "start":
            environment |= {f"LEAK_{number}_TOKEN": value for number, value in enumerate(inner.secrets.values())}
        return environment

    def _run(self, inner: Inner, command: list[str]) -> None:
        inner.results.mkdir(exist_ok=True)
        done = subprocess.run(
            command, cwd=inner.folder, env=inner.environment, capture_output=True, check=False, timeout=600
        )
        inner.returncode = done.returncode
        with (inner.results / "console.txt").open("ab") as console:
            console.write(done.stdout + done.stderr)


class _Statuses(ResultVisitor):
    def __init__(self) -> None:
        self.seen: list[str] = []

    def visit_test(self, test: object) -> None:
        counts = Counter(getattr(item, "type", "") for item in getattr(test, "body", ()))
        self.seen.append(f"{getattr(test, 'status', '')} {dict(counts)}")
