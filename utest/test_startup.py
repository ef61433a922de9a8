import os
import subprocess
import sys
from pathlib import Path

IMPORT = "import SteadyAPI.library"
NO_FILES = ["--output", "NONE", "--log", "NONE", "--report", "NONE"]
DRY_RUN = "from robot import run_cli; run_cli(['--dryrun', *{options!r}, {suite!r}], exit=False)"
LOADED = "{done}; import sys; print('Loaded', *(name for name in sys.modules if name.startswith({prefixes!r})))"
SUITE = """
*** Settings ***
Library    SteadyAPI

*** Test Cases ***
The Order Is There
    GET    /orders
"""
LISTENED = """
*** Test Cases ***
The Order Is There
    No Operation
"""
LIGHT = {
    "SteadyAPI.engine",
    "SteadyAPI.engine.log_detail",
    "SteadyAPI.engine.ledger",
    "SteadyAPI.engine.token",
    "SteadyAPI.engine.token.cache_scope",
    "SteadyAPI.engine.token.grant",
}
"""What keyword signatures and listeners need of the engine."""


FINDING = {
    "SteadyAPI.redaction.index.literal_scan",
    "SteadyAPI.redaction.shapes.collections",
    "SteadyAPI.redaction.encoded_forms.encodings",
    "SteadyAPI.redaction.shapes.fields",
    "SteadyAPI.redaction.finder",
    "SteadyAPI.redaction.encoded_forms.folding",
    "SteadyAPI.redaction.matcher",
    "SteadyAPI.redaction.shapes.rules",
}
"""What finds secrets."""


def loaded(*prefixes: str, done: str = IMPORT, **environment: str) -> set[str]:
    """Returns the modules that a new process has loaded after importing the library, or after what else is done."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    code = LOADED.format(done=done, prefixes=prefixes)
    # Robot Framework logs its settings. A long path of the working folder looks like a line of base64 there.
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=kept | environment, cwd=os.sep
    )
    return set(run.stdout.rpartition("Loaded")[2].split())


def dry_run(folder: Path, text: str = SUITE, *options: str) -> str:
    """Returns the code of a dry run."""
    suite = folder / "orders.robot"
    suite.write_text(text)
    return DRY_RUN.format(options=[*NO_FILES, *options], suite=str(suite))


def test_importing_the_library_loads_no_engine() -> None:
    assert loaded("SteadyAPI.engine", "SteadyAPI.report") - LIGHT == set()


def test_importing_the_library_loads_none_of_the_packages_it_rests_on() -> None:
    assert loaded("requests", "urllib3", "pydantic", "tenacity") == set()


def test_a_dry_run_of_an_ordinary_suite_loads_nothing_that_finds_secrets(tmp_path: Path) -> None:
    # pytest names the folder after the test, and a path with the word "secret" in it is looked at closer.
    modules = loaded("SteadyAPI", done=dry_run(tmp_path))
    assert "SteadyAPI.library" in modules
    assert modules & FINDING == set()


def test_a_dry_run_with_the_listener_loads_nothing_that_finds_them_either(tmp_path: Path) -> None:
    modules = loaded("SteadyAPI", done=dry_run(tmp_path, LISTENED, "--listener", "SteadyAPI.Redactor"))
    assert "SteadyAPI.listener" in modules
    assert modules & FINDING == set()


def test_a_dry_run_with_a_secret_in_its_environment_loads_all_that_finds_it(tmp_path: Path) -> None:
    assert loaded("SteadyAPI", done=dry_run(tmp_path), API_TOKEN="Xk29fLq0ZrT4vB8n") >= FINDING
