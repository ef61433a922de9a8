"""Writes down a run as it goes on, and makes its reports at the end."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from SteadyAPI.engine.contract.record import CheckRecord
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.exports import allure
from SteadyAPI.report.exports.har import NAME as HAR_NAME
from SteadyAPI.report.exports.har import HarFile
from SteadyAPI.report.log_entry.body_store import RUN_BODIES
from SteadyAPI.report.record import line, masked_line, note_record, request_record
from SteadyAPI.report.record_file import RECORDS, RecordFile
from SteadyAPI.report.run.contract_records import contract_records
from SteadyAPI.report.run.metadata import metadata
from SteadyAPI.report.run.page import Surroundings
from SteadyAPI.report.run.report_files import write_reports
from SteadyAPI.report.run.summary import RunSummary


class Recorder:
    """The run's record: every request in a file, its figures in memory."""

    def __init__(self, folder: Path, mask: Masker, *, har: bool = False, beside: tuple[str, str] = ("", "")) -> None:
        self._folder = folder
        self._beside = beside
        self._mask = mask
        self._lock = Lock()
        self._file: RecordFile | None = RecordFile(folder / RECORDS, mask)
        self._har = HarFile(folder / HAR_NAME, mask) if har else None
        self._tests: set[str] = set()
        self.summary = RunSummary()

    def request(self, exchange: Exchange, place: tuple[str, str]) -> None:
        """Takes an exchange and where it happened."""
        with self._lock:
            self._tests.add(place[1])
            record = request_record(exchange, place, self._mask)
            self._take(record, line(record))
            self._archive(exchange, place[0])
        allure.attach(exchange, self._mask)

    def note(self, kind: str, facts: Mapping[str, Any], place: tuple[str, str]) -> None:
        """Takes another event and where it happened."""
        with self._lock:
            self._write(note_record(kind, facts, place))

    def end_test(self, place: tuple[str, str], status: str) -> None:
        """Takes the end of a test that made requests; once, however many libraries tell of it."""
        with self._lock:
            if place[1] in self._tests:
                self._tests.discard(place[1])
                self._write(note_record("test", {"status": status}, place))
                if self._file is not None:
                    self._file.flush()

    def contract(self, checks: CheckRecord) -> None:
        """Takes what was checked against contracts."""
        with self._lock:
            for record in contract_records(checks):
                self._write(record)

    def metadata(self) -> str:
        """Returns what report.html tells of the run so far."""
        return self._mask(metadata(self.summary))

    def finish(self, title: str) -> Path | None:
        """Closes the record, makes the reports, and returns the page; ``None`` when the disk did not take it."""
        if self._har is not None:
            self._close(self._har)
        if self._file is not None:
            self._close(self._file)
            self._file = None
        RUN_BODIES.mask_again(self._mask)
        try:
            return write_reports(self._folder, self.summary, Surroundings(title, *self._beside), self._mask)
        except OSError:
            return None

    def _write(self, record: dict[str, Any]) -> None:
        masked = masked_line(record, self._mask)
        self._take(json.loads(masked), masked)

    def _take(self, record: Mapping[str, Any], written: str) -> None:
        """Takes a record without secrets; the figures are made from what is written, so they show no more than that."""
        self.summary.add(record)
        if self._file is not None:
            try:
                self._file.write(written)
            except OSError:
                # A full disk is no reason for a test to fail; the figures in memory still make the reports.
                self._file = None

    def _archive(self, exchange: Exchange, test: str) -> None:
        if self._har is not None:
            try:
                self._har.write(exchange, test)
            except OSError:
                self._har = None

    def _close(self, file: RecordFile | HarFile) -> None:
        # As above: what the disk doesn't take is missing, and nothing else fails for it.
        with suppress(OSError):
            file.close()
