import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from SteadyAPI.context import Context
from SteadyAPI.engine.contract.check_record import Check, CheckRecord
from SteadyAPI.engine.contract.drift.baseline import Baseline
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.listener.contracts import ContractsListener
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.run_folder import RunFiles

TEST: Any = SimpleNamespace(longname="Suite.A Test")


def watcher(
    monkeypatch: pytest.MonkeyPatch, folder: Path | None = None, *, report: bool = True
) -> tuple[ContractsListener, Context]:
    monkeypatch.setattr("SteadyAPI.report.run_folder.run_files", lambda: folder and RunFiles(folder))
    context = Context(SecretRegistry(), Ledger(), report=report)
    return ContractsListener(context), context


def ended(watched: ContractsListener, *, passed: bool = True, message: str = "") -> Any:
    result = SimpleNamespace(passed=passed, message=message, status="PASS" if passed else "FAIL")
    watched.end_test(TEST, result)
    return result


def test_the_test_that_runs_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    watched, context = watcher(monkeypatch)
    watched.start_test(TEST, None)
    assert context.ledger.test == "Suite.A Test"


def test_between_tests_none_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    watched, context = watcher(monkeypatch)
    watched.start_test(TEST, None)
    ended(watched)
    assert context.ledger.test == ""


def test_a_test_with_a_failed_check_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    watched, context = watcher(monkeypatch)
    context.failures.add("no")
    result = ended(watched)
    assert (result.status, result.message) == ("FAIL", "1 of 1 check failed\n  1. no")


def test_the_message_is_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    watched, context = watcher(monkeypatch)
    context.secrets.register("hunter2hunter2")
    context.failures.add("got hunter2hunter2")
    assert "hunter2hunter2" not in ended(watched).message


def test_a_test_that_failed_already_tells_both(monkeypatch: pytest.MonkeyPatch) -> None:
    watched, context = watcher(monkeypatch)
    context.failures.add("no")
    result = ended(watched, passed=False, message="boom")
    assert (result.status, result.message) == ("FAIL", "boom\n\nAlso: 1 of 1 check failed\n  1. no")


def test_a_test_without_failed_checks_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    watched, context = watcher(monkeypatch)
    context.failures.passed()
    assert ended(watched, message="fine").message == "fine"


def test_what_was_learnt_is_written_when_a_suite_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    watched, context = watcher(monkeypatch)
    baseline = context.baselines[tmp_path] = Baseline(tmp_path / "shop.json", update=True)
    baseline.take("GET /", 200, {})
    watched.end_suite(None, None)
    assert (tmp_path / "shop.json").exists()


def test_a_run_without_contracts_writes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    watched, context = watcher(monkeypatch, tmp_path)
    watched.start_test(TEST, None)
    ended(watched)
    watched.end_suite(None, None)
    watched.close()
    assert (list(tmp_path.iterdir()), {"failures", "baselines", "checks"} & set(vars(context))) == ([], set())


def checked(context: Context) -> None:
    record = CheckRecord()
    record.add(Check("schema", "Order"))
    vars(context)["checks"] = record


def test_the_report_is_written_at_the_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    watched, context = watcher(monkeypatch, tmp_path)
    watched.start_test(TEST, None)
    watched.start_test(TEST, None)
    checked(context)
    watched.close()
    assert json.loads((tmp_path / "api-contracts.json").read_text())["schemas"][0]["schema"] == "Order"


def test_a_library_that_is_to_write_no_report_writes_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    watched, context = watcher(monkeypatch, tmp_path, report=False)
    watched.start_test(TEST, None)
    checked(context)
    watched.close()
    assert list(tmp_path.iterdir()) == []


def test_a_run_without_an_output_folder_writes_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    watched, context = watcher(monkeypatch)
    watched.start_test(TEST, None)
    checked(context)
    watched.close()
    assert context.checks.checks[0].schema == "Order"
