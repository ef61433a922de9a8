"""Limits of docs/contributing.md that no linter knows: sizes of files, functions and packages, and where tests are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = next(folder for folder in HERE.parents if (folder / "pyproject.toml").is_file())
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LARGEST_PACKAGE = 15

LONG_FILES = {
    "utest/engine/retry/test_retry_loop.py": "one schedule of faults for each rule of the retry engine",
    "utest/engine/transport/fast_path/test_fast_path.py": "tables of requests and responses that both paths play",
}
"""Files that may be longer, and why."""

TESTS_OF_SEVERAL_MODULES = {
    "engine/concurrency/test_ended_batches.py": "batches that are ended from outside, with all that they are made of",
    "engine/concurrency/test_thread_safety.py": "what requests of several threads share, over a real network",
    "engine/contract/test_model_laws.py": "properties of the whole package, on generated models",
    "engine/retry/test_applied_twice.py": "a short seed of the benchmark applied_twice.py",
    "engine/test_ledger_observer.py": "the ledger as a session sees it",
    "engine/transport/fast_path/test_fast_path.py": "the fast path as a whole, held to the ordinary one",
    "engine/transport/fast_path/test_private_names.py": "what the transport touches of other packages",
    "engine/transport/test_cookies_beside_browser.py": "the jar of cookies as a whole, held to a browser's verdicts",
    "engine/transport/test_interruptions.py": "a request that is interrupted at each line of the transport",
    "engine/transport/test_limits.py": "time limits on kept and new connections, on both paths",
    "engine/transport/test_opening_limits.py": "time limits while TLS and tunnels of proxies are opened",
    "engine/transport/test_raw_responses.py": "raw bytes from a server, as both paths read them",
    "listener/test_computed_arguments.py": "arguments that variables.py learns but nobody typed there",
    "listener/test_lifetimes_report.py": "what lifetimes.py writes at the end of a test",
    "redaction/test_innocent_texts.py": "what the whole package leaves alone",
    "redaction/test_texts_with_secrets.py": "texts of all notations, for the whole package",
    "redaction/test_laws.py": "properties of the whole package, on generated texts",
    "report/test_sink_on_console.py": "the console of sink.py, apart from its log",
    "test_extras.py": "pyproject.toml and the README",
    "test_keyword_names.py": "the names of all keywords beside those of other libraries",
    "test_keywords.py": "what holds for every keyword",
    "test_platforms.py": "the library where Linux's own modules are missing",
    "test_public_api.py": "the interface as a whole, held to public_api.txt",
    "test_release.py": ".ci/release",
    "test_startup.py": "what importing the library loads",
    "test_structure.py": "this file",
}
"""Tests that have no module of their name, and why."""


def sources() -> list[Path]:
    """Returns the sources of the library; where the tests run from a wheel there are none."""
    return sorted((ROOT / "src").rglob("*.py"))


def all_code() -> list[Path]:
    """Returns every Python file of library and tests."""
    return [*sources(), *(file for folder in ("utest", "atest") for file in sorted((ROOT / folder).rglob("*.py")))]


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """Yields name and length of each function: lines of code after its arguments and docstring."""
    lines = file.read_text(encoding="utf-8").splitlines()
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            texts = lines[body[0].lineno - 1 : node.end_lineno] if body else []
            yield node.name, sum(1 for text in texts if text.strip() and not text.strip().startswith("#"))


def has_module(test: Path) -> bool:
    """Returns whether the library has the module that a test is named after."""
    relative = test.relative_to(HERE)
    name = relative.stem.removeprefix("test_")
    name = {"init": "__init__", "main": "__main__"}.get(name, name)
    return (ROOT / "src" / "SteadyAPI" / relative.parent / f"{name}.py").is_file()


def test_no_file_is_longer_than_a_reader_takes_in() -> None:
    lengths = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in all_code()}
    assert {name for name, length in lengths.items() if length > LONGEST_FILE} == set(LONG_FILES)


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = [(file.name, name, length) for file in all_code() for name, length in functions(file)]
    assert lengths
    assert [entry for entry in lengths if entry[2] > LONGEST_FUNCTION] == []


def test_no_package_has_too_many_modules() -> None:
    packages = {file.parent for file in sources()}
    counts = {str(package): len(list(package.glob("*.py"))) - 1 for package in packages}
    assert {name: count for name, count in counts.items() if count > LARGEST_PACKAGE} == {}


@pytest.mark.skipif(not sources(), reason="the wheel is tested without the sources beside the tests")
def test_each_test_file_is_where_its_module_is() -> None:
    without = {str(test.relative_to(HERE)) for test in HERE.rglob("test_*.py") if not has_module(test)}
    assert without == set(TESTS_OF_SEVERAL_MODULES)
