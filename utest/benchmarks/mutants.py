"""How many small faults put into the code the unit tests of the same folder notice (mutation testing, by mutmut).

Run it with ``uv run --group mutants python utest/benchmarks/mutants.py AREA [--sample NUMBER]``; AREA is ``retry``,
``token``, ``contract``, ``redaction`` or one of its folders (``artefact``, ``encoded_forms``, ``shapes``), which is
faster because their own tests are few. Without a sample every mutant is tried, which takes hours. The same seed draws
the same mutants of the same code. Survivors are printed as the line before and after, and so are those that ended by
themselves or by their time limit, as these count as noticed: whether such a fault makes an endless loop is to be seen.
What runs at imports is over when a mutant is tried, so that its mutants seem to survive.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
AREAS = {area: f"engine/{area}" for area in ("retry", "token", "contract")} | {"redaction": "redaction"}
AREAS |= {area: f"redaction/{area}" for area in ("artefact", "encoded_forms", "shapes")}
COPIED = ("src", "utest", "atest", "docs", "README.md", "LICENSE", "pyproject.toml")
NOTICED = {"killed", "timeout", "segfault"}
# mutmut gives tests fifteen times their own time and this constant together: with its own, a second, a machine that is
# busy with something else makes time-outs of faults that no test notices.
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/SteadyAPI/{folder}/*"]
do_not_mutate = ["src/SteadyAPI/redaction/output/*"]
also_copy = ["utest", "atest", "docs", "README.md", "LICENSE", "mutant_plugin.py"]
pytest_add_cli_args_test_selection = ["utest/{folder}"]
timeout_constant = 8.0
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "-p", "mutant_plugin", {left_out}]
"""
# The tests of a mutant run in a process that has run them before: what is cached there was made without the fault. That
# an example of Hypothesis fails is enough: making it small takes minutes.
PLUGIN = """
import os
import signal
import sys

from hypothesis import Phase, settings

def pytest_configure():
    settings.register_profile("mutants", settings.get_profile("any machine"), phases=[Phase.explicit, Phase.generate])
    settings.load_profile("mutants")

def pytest_runtest_setup():
    # An endless loop needn't last until the time of all tests together has passed fifteen times; 36 is a time-out.
    signal.signal(signal.SIGPROF, lambda *_: os._exit(36))
    signal.setitimer(signal.ITIMER_PROF, 100)

def pytest_runtest_logfinish():
    signal.setitimer(signal.ITIMER_PROF, 0)

def pytest_sessionstart():
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("SteadyAPI.") else ():
            getattr(value, "cache_clear", lambda: None)()

def pytest_sessionfinish():
    # A test that makes a library masks the streams of its process, and mutmut's own words go through them.
    for stream in (sys.__stdout__, sys.__stderr__):
        vars(stream).pop("write", None)
"""
# Every call has more frames in a mutant: what goes down to the limit of recursion fails there.
LEFT_OUT = "'--deselect=utest/engine/contract/test_yaml_text.py::test_deep_is_not_too_deep'"
# Streams that a test has masked fail with the code that masks, and mutmut's own words go through them.
LEFT_OUT += ", '--ignore=utest/redaction/output'"


def main() -> None:
    """Mutates a copy of the project, runs the tests against each mutant, and prints the share that was noticed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("area", choices=AREAS)
    arguments.add_argument("--sample", type=int)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--processes", type=int, default=os.cpu_count(), help="mutants tried at a time")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        _copy_project(copy, AREAS[chosen.area])
        names = _mutants(copy)
        if chosen.sample is not None:
            names = sorted(random.Random(chosen.seed).sample(names, min(chosen.sample, len(names))))
        said = _mutmut(copy, "run", "--max-children", str(chosen.processes), *names)
        outcomes = _outcomes(copy)
        if "not checked" in {outcomes[name] for name in names}:
            sys.exit(f"mutmut stopped before it had tried all:\n{said[-2_000:]}")
        _print_outcomes(copy, chosen.area, {name: outcomes[name] for name in names})


def _copy_project(copy: Path, folder: str) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    (copy / "mutant_plugin.py").write_text(PLUGIN, encoding="utf-8")
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS.format(folder=folder, left_out=LEFT_OUT))


def _mutants(copy: Path) -> list[str]:
    # A filter that fits no mutant makes mutmut write them all, run none, and complain.
    _mutmut(copy, "run", "no mutant of this name")
    return sorted(_outcomes(copy)) or sys.exit("mutmut made no mutants: run it by hand to see why")


def _outcomes(copy: Path) -> dict[str, str]:
    lines = (line.strip().partition(": ") for line in _mutmut(copy, "results", "--all", "true").splitlines())
    return {name: outcome for name, _, outcome in lines if outcome}


def _mutmut(copy: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=copy, check=False, capture_output=True, text=True).stdout


def _print_outcomes(copy: Path, area: str, outcomes: dict[str, str]) -> None:
    counts = Counter(outcomes.values())
    for name, outcome in outcomes.items():
        if outcome != "killed":
            print(f"{outcome}: {name}")
            shown = _mutmut(copy, "show", name).splitlines()
            print("\n".join(line for line in shown if line[:1] in "+-" and line[:3] not in {"+++", "---"}))
    noticed = sum(counts[outcome] for outcome in NOTICED)
    print(f"{area}: {noticed} of {len(outcomes)} mutants noticed ({noticed / len(outcomes):.1%}); {dict(counts)}")


if __name__ == "__main__":
    main()
