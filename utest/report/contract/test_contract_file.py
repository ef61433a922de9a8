import json
from pathlib import Path
from threading import Thread
from typing import Any

from SteadyAPI.engine.contract.check_record import Check, CheckRecord
from SteadyAPI.engine.file_lock import locked
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.report.contract.contract_file import NAME, write_report
from SteadyAPI.report.run_folder import RunFiles


def record(schema: str = "Order") -> CheckRecord:
    made = CheckRecord()
    made.add(Check("schema", schema))
    return made


def content(folder: Path) -> Any:
    return json.loads((folder / NAME).read_text())


def test_the_report_is_written_into_the_folder(tmp_path: Path) -> None:
    write_report(RunFiles(tmp_path / "out"), record(), Ledger(), str)
    assert content(tmp_path / "out")["schemas"][0]["schema"] == "Order"


def test_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_report(RunFiles(tmp_path), record(), Ledger(), str)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_secrets_are_masked(tmp_path: Path) -> None:
    write_report(RunFiles(tmp_path), record("hunter2"), Ledger(), lambda text: text.replace("hunter2", "[redacted]"))
    assert "hunter2" not in (tmp_path / NAME).read_text()


def test_a_run_without_checks_writes_nothing(tmp_path: Path) -> None:
    write_report(RunFiles(tmp_path), CheckRecord(), Ledger(), str)
    assert list(tmp_path.iterdir()) == []


def test_processes_of_pabot_add_up_in_the_runs_folder(tmp_path: Path) -> None:
    write_report(RunFiles(tmp_path / "pabot_results" / "0"), record(), Ledger(), str)
    write_report(RunFiles(tmp_path / "pabot_results" / "1" / "inner"), record(), Ledger(), str)
    write_report(RunFiles(tmp_path / "pabot_results" / "1"), record(), Ledger(), str)
    assert content(tmp_path)["schemas"] == [{"kind": "schema", "schema": "Order", "checks": 2, "failed": 0}]


def test_nothing_but_the_report_is_left_in_the_runs_folder(tmp_path: Path) -> None:
    write_report(RunFiles(tmp_path / "pabot_results" / "0"), record(), Ledger(), str)
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME, "pabot_results"]


def test_a_process_waits_for_another_that_adds_up(tmp_path: Path) -> None:
    files = RunFiles(tmp_path / "pabot_results" / "0")
    own = files.path(NAME)
    writer = Thread(target=write_report, args=(files, record(), Ledger(), str))
    with locked(tmp_path / NAME):
        writer.start()
        while not own.exists():
            writer.join(0.01)
        assert not (tmp_path / NAME).exists()
    writer.join()
    assert content(tmp_path)["schemas"][0]["checks"] == 1
