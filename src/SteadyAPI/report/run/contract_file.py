"""The contract report as a file: one for each process, and one of the whole run under pabot."""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from SteadyAPI.engine.contract.record import CheckRecord
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.report.record import masked_json
from SteadyAPI.report.run.contract_report import merged, report_of

NAME = "api-contracts.json"
_PABOT = "pabot_results"
_LOCK_TRIES = 100
_LOCK_WAIT = 0.05


def write_report(
    folder: Path,
    record: CheckRecord,
    ledger: Ledger,
    mask: Callable[[str], str],
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Writes the report of this process, and under pabot the merged one of all that have ended so far.

    Pabot gives every process a folder of its own, ``pabot_results/0`` and so on, in the run's folder. Whoever ends last
    writes the merged report of all.

    Args:
        folder: The process's output folder.
        record: What was checked.
        ledger: What was called.
        mask: Takes the secrets out of the text.
        sleep: How to wait for another process that writes just now; takes seconds.
    """
    if not record.checks:
        return
    _write(folder / NAME, json.dumps(report_of(record, ledger.calls), indent=1, ensure_ascii=False), mask)
    home = next((parent.parent for parent in folder.parents if parent.name == _PABOT), None)
    if home is not None:
        with _locked(home / f"{NAME}.lock", sleep):
            parts = sorted((home / _PABOT).rglob(NAME))
            whole = merged([json.loads(part.read_text(encoding="utf-8")) for part in parts])
            _write(home / NAME, json.dumps(whole, indent=1, ensure_ascii=False), mask)


def _write(path: Path, text: str, mask: Callable[[str], str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_text(masked_json(text, mask) + "\n", encoding="utf-8")
    unfinished.replace(path)


@contextmanager
def _locked(lock: Path, sleep: Callable[[float], None]) -> Iterator[None]:
    """Holds a lock file; one that nobody gives back in five seconds belongs to a process that died."""
    for _ in range(_LOCK_TRIES):
        try:
            lock.open("x").close()
            break
        except FileExistsError:
            sleep(_LOCK_WAIT)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
