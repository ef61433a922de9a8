"""The contract report as a file: one for each process, and one of the whole run under pabot."""

import json
import os
from collections.abc import Callable
from pathlib import Path

from SteadyAPI.engine.contract.check_record import CheckRecord
from SteadyAPI.engine.file_lock import locked
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.report.contract.contract_report import merged, report_of
from SteadyAPI.report.record import masked_json
from SteadyAPI.report.run_folder import RunFiles
from SteadyAPI.report.run_report.pabot import files_of_processes, whole_run_folder

NAME = "api-contracts.json"


def write_report(files: RunFiles, record: CheckRecord, ledger: Ledger, mask: Callable[[str], str]) -> None:
    """Writes the report of this process, and under pabot the merged one of all that have ended so far.

    Whoever of pabot's processes ends last writes the merged report of all.

    Args:
        files: Names the process's files.
        record: What was checked.
        ledger: What was called.
        mask: Takes the secrets out of the text.
    """
    if not record.checks:
        return
    _write(files.path(NAME), json.dumps(report_of(record, ledger.calls), indent=1, ensure_ascii=False), mask)
    home = whole_run_folder(files.folder)
    if home is not None:
        with locked(home / NAME):
            parts = files_of_processes(home, NAME)
            whole = merged([json.loads(part.read_text(encoding="utf-8")) for part in parts])
            _write(home / NAME, json.dumps(whole, indent=1, ensure_ascii=False), mask)


def _write(path: Path, text: str, mask: Callable[[str], str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_text(masked_json(text, mask) + "\n", encoding="utf-8")
    unfinished.replace(path)
