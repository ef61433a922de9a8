"""Records a run as it goes on, and makes its reports at the end."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from SteadyAPI.engine.contract.check_record import CheckRecord
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.file_lock import locked
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.contract.contract_records import contract_records
from SteadyAPI.report.exports.allure import RUN_ATTACHMENTS
from SteadyAPI.report.exports.har import NAME as HAR_NAME
from SteadyAPI.report.exports.har import HarFile
from SteadyAPI.report.log_entry.body_store import RUN_BODIES
from SteadyAPI.report.record import Location, line, masked_line, note_record, request_record, result_record
from SteadyAPI.report.record_file import RecordFile
from SteadyAPI.report.run_folder import RECORDS, RunFiles
from SteadyAPI.report.run_report.merged_runs import write_whole_run
from SteadyAPI.report.run_report.metadata import metadata
from SteadyAPI.report.run_report.pabot import whole_run_folder
from SteadyAPI.report.run_report.page import NAME as PAGE_NAME
from SteadyAPI.report.run_report.page import PageHeader
from SteadyAPI.report.run_report.results import NOT_RUN
from SteadyAPI.report.run_report.summary import RunSummary
from SteadyAPI.report.run_report.write_reports import write_reports


class Recorder:
    """The run's record: every request in a file, its figures in memory."""

    def __init__(self, files: RunFiles, mask: Masker, *, har: bool = False, links: tuple[str, str] = ("", "")) -> None:
        self._files = files
        self._links = links
        self._mask = mask
        self._lock = Lock()
        self._file: RecordFile | None = RecordFile(files.path(RECORDS), mask)
        self._har = HarFile(files.path(HAR_NAME), mask) if har else None
        self._ended: dict[Location, str] = {}
        self._has_begun = False
        self.summary = RunSummary()

    def request(self, exchange: Exchange, location: Location) -> None:
        """Adds an exchange, and the test that made it."""
        with self._lock:
            record = request_record(exchange, location, self._mask)
            self._add(record, line(record))
            self._archive(exchange, location[0])
        RUN_ATTACHMENTS.attach(exchange, self._mask)

    def unexpected(self, exchange: Exchange, location: Location) -> None:
        """Adds that an assertion found an exchange unexpected which was recorded as expected before."""
        with self._lock:
            record = request_record(exchange, location, self._mask, "unexpected")
            self._add(record, line(record))

    def note(self, kind: str, facts: Mapping[str, Any], location: Location) -> None:
        """Adds another event, and its test."""
        with self._lock:
            self._write(note_record(kind, facts, location))

    def end_test(self, location: Location, status: str, message: str = "") -> None:
        """Adds the end of a test; once for each status, however many libraries report it."""
        with self._lock:
            if self._ended.get(location) == status:
                return
            self._ended[location] = status
            self._write(result_record(status, message, location))
            if self._file is not None:
                self._file.flush()

    def end_run(self, results: Mapping[Location, tuple[str, str]]) -> None:
        """Adds how the tests ended in the end: status and message of each.

        Also those of suites that don't import the library, and those whose status a suite teardown changed. A listener
        may have taken tests out, to run them again.
        """
        for location in [known for known in self._ended if known not in results]:
            self.end_test(location, NOT_RUN)
        for location, (status, message) in results.items():
            self.end_test(location, status, message)

    def contract(self, checks: CheckRecord) -> None:
        """Adds what was checked against contracts."""
        with self._lock:
            for record in contract_records(checks):
                self._write(record)

    def metadata(self) -> str:
        """Returns the run's figures so far, for report.html."""
        return self._mask(metadata(self.summary, self._files))

    def finish(self, title: str) -> Path | None:
        """Closes the record, makes the reports, and returns the page; ``None`` when the disk did not take it."""
        if self._har is not None:
            self._close(self._har)
        if self._file is not None:
            self._close(self._file)
            self._file = None
        RUN_BODIES.remask(self._mask)
        RUN_ATTACHMENTS.remask(self._mask)
        try:
            page = write_reports(self._files, self.summary, PageHeader(title, *self._links), self._mask)
            self._write_whole_run(title)
        except OSError:
            return None
        return page

    def _write_whole_run(self, title: str) -> None:
        """Writes the report of all of pabot's processes that have left records so far; the last one's covers all."""
        home = whole_run_folder(self._files.folder)
        if home is not None:
            with locked(home / PAGE_NAME):
                write_whole_run(home, title, self._mask)

    def _write(self, record: dict[str, Any]) -> None:
        masked = masked_line(record, self._mask)
        self._add(json.loads(masked), masked)

    def _add(self, record: Mapping[str, Any], written: str) -> None:
        """Adds a masked record; the figures are made from what is written, so they show no more than that."""
        if not self._has_begun:
            self._has_begun = True
            self._write(note_record("run", {"output": self._files.output}, ("", "")))
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
        # As above: what a full disk doesn't take is missing, and no test fails for it.
        with suppress(OSError):
            file.close()
