"""What the library writes about a run."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from exchanges import responded, tries
from fakes import furnished

from SteadyAPI.context import Context
from SteadyAPI.engine.contract.check_record import Check, CheckRecord
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.listener.lifetimes import TOTALS, LifetimesListener
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.run_folder import RunFiles


def suite(name: str = "Shop", number: str = "s1", parent: Any = None) -> Any:
    return SimpleNamespace(full_name=name, name=name, id=number, parent=parent, metadata={}, all_tests=[])


def case(parent: Any, *, passed: bool = True, message: str = "") -> Any:
    status = "PASS" if passed else "FAIL"
    return SimpleNamespace(
        full_name="Shop.Order", id="s1-t1", parent=parent, passed=passed, status=status, message=message, tags=set()
    )


def context(**options: Any) -> Context:
    return Context(SecretRegistry(), Ledger(), **options)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("SteadyAPI.report.run_folder.run_files", lambda: RunFiles(tmp_path))
    monkeypatch.setattr("SteadyAPI.report.run_folder.log_links", lambda _: ("", ""))
    monkeypatch.setattr("SteadyAPI.report.console.run_end.print_run_end", lambda *_: None)
    return tmp_path


def lived(shared: Context, *exchanges: Any, result: Any = None) -> Any:
    """Runs a suite with one test that makes these exchanges, and returns the two."""
    watcher, root = LifetimesListener(shared), suite()
    test = result or case(root)
    watcher.start_suite(None, root)
    watcher.start_test(None, test)
    for exchange in exchanges:
        shared.ledger.add(exchange)
    watcher.end_test(None, test)
    watcher.end_suite(None, root)
    watcher.close()
    return root, test


@pytest.mark.usefixtures("folder")
def test_the_topmost_suite_tells_how_the_run_went() -> None:
    root, _ = lived(context(), responded())
    assert root.metadata["API"].startswith("1 request · 0 retries")


@pytest.mark.usefixtures("folder")
def test_the_topmost_suite_tells_of_retries_once() -> None:
    root, _ = lived(context(), responded(attempts=tries(503, 200)))
    assert (list(root.metadata), " · 1 retry · " in root.metadata["API"]) == (["API"], True)


def test_without_a_report_the_topmost_suite_tells_its_retries() -> None:
    root, _ = lived(context(report=False), responded(attempts=tries(503, 200)))
    assert list(root.metadata) == [TOTALS]


@pytest.mark.usefixtures("folder")
def test_a_suite_without_requests_tells_nothing() -> None:
    root, _ = lived(context())
    assert root.metadata == {}


@pytest.mark.usefixtures("folder")
def test_the_suite_above_is_told_by_the_one_that_imports_the_library() -> None:
    shared = context()
    watcher, root = LifetimesListener(shared), suite()
    inner = suite("Shop.Inner", "s1-s1", root)
    watcher.start_suite(None, inner)
    shared.ledger.add(responded())
    watcher.end_suite(None, inner)
    watcher.close()
    assert (list(root.metadata), inner.metadata) == (["API"], {})


def test_the_end_of_the_run_makes_its_reports(folder: Path) -> None:
    lived(context(har=True), responded())
    assert {path.name for path in folder.iterdir()} == {"api-report.html", "api-requests.jsonl", "api-requests.har"}


def test_a_run_without_requests_makes_no_files(folder: Path) -> None:
    lived(context())
    assert list(folder.iterdir()) == []


def test_a_library_that_is_to_write_no_report_writes_none(folder: Path) -> None:
    lived(context(report=False), responded(), responded())
    assert list(folder.iterdir()) == []


def test_checks_of_contracts_are_recorded(folder: Path) -> None:
    shared = context()
    furnished(shared, checks=CheckRecord())
    shared.checks.add(Check("schema", "models.Order", "GET /orders/{id}", status=200))
    lived(shared, responded())
    assert '"schema":"models.Order"' in (folder / "api-requests.jsonl").read_text()


def test_a_record_says_in_which_test_it_was_made(folder: Path) -> None:
    lived(context(), responded())
    assert '"test":"Shop.Order","test_id":"s1-t1"' in (folder / "api-requests.jsonl").read_text()


def test_a_library_that_a_test_imports_reports_too(folder: Path) -> None:
    shared = context()
    watcher, root = LifetimesListener(shared), suite()
    shared.ledger.add(responded())
    watcher.end_test(None, case(root))
    watcher.end_suite(None, root)
    watcher.close()
    assert (list(root.metadata), (folder / "api-report.html").exists()) == (["API"], True)


def test_tests_of_suites_without_the_library_are_counted_at_the_end(folder: Path) -> None:
    shared = context()
    watcher, root = LifetimesListener(shared), suite()
    root.all_tests = [case(root, passed=False, message="Expected 201, got 200 OK")]
    watcher.start_suite(None, root)
    shared.ledger.add(responded())
    watcher.close()
    assert '"status":"FAIL","message":"Expected 201, got 200 OK"' in (folder / "api-requests.jsonl").read_text()


def test_after_the_test_its_suite_is_the_place() -> None:
    shared = context()
    watcher, root = LifetimesListener(shared), suite()
    watcher.start_suite(None, root)
    watcher.start_test(None, case(root))
    watcher.end_test(None, case(root))
    assert shared.ledger.place == ("Shop", "s1")
