"""Links from a report to a test in log.html."""

from collections import Counter
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from SteadyAPI.report.run_folder import DEFAULT_OUTPUT, RECORDS, relative_link

LOG = "log.html"
PAGE = "log_page"
"""The key of a record for the page of the log that tells of its test; no file of records has it."""


def log_link(record: Mapping[str, Any], log: str) -> str:
    """Returns the link to the test of a record; empty without a log, or without an id that Robot Framework gives.

    An address that already has a fragment leads to something else than a log, and stays as it is.

    Args:
        record: The record.
        log: The address of the log, or of the common log of several runs.
    """
    page = record.get(PAGE, log)
    page = log or page if page == LOG else page
    test_id = str(record.get("test_id", ""))
    if not page or not test_id.replace("-", "").isalnum():
        return ""
    return str(page) if "#" in page else f"{page}#{test_id}"


class LogPages:
    """The logs of several runs, as a report of them in one folder links them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = cache(self._own_page)

    def locate(self, record: dict[str, Any], records: Path) -> None:
        """Notes in a record which log tells of its test: that of its own run, else the common log in the folder.

        Args:
            record: The record.
            records: The file that it is from.
        """
        page = self._own(records)
        test_id = "" if page else self._common_ids.get(str(record.get("test", "")), "")
        record[PAGE] = LOG if test_id else page
        if test_id:
            record["test_id"] = test_id

    def _own_page(self, records: Path) -> str:
        """Returns the relative address of the log beside a file of records.

        It is empty when there is none, as with pabot's processes, and when several runs share the folder: nobody knows
        whose log is left then.
        """
        folder = records.parent
        if records.name != RECORDS or not (folder / LOG).is_file() or len(list(folder.glob("api-requests*.jsonl"))) > 1:
            return ""
        return relative_link(folder / LOG, self._folder)

    @cached_property
    def _common_ids(self) -> dict[str, str]:
        """The ids of tests in the common log by full names, without names that two tests have."""
        output = self._folder / DEFAULT_OUTPUT
        if not (self._folder / LOG).is_file() or not output.is_file():
            return {}
        from robot.api import ExecutionResult  # noqa: PLC0415  only merged runs need it
        from robot.errors import DataError  # type: ignore[import-untyped]  # noqa: PLC0415  as above

        try:
            tests = list(ExecutionResult(output, include_keywords=False).suite.all_tests)
        except DataError:
            return {}
        times = Counter(test.full_name for test in tests)
        return {test.full_name: test.id for test in tests if times[test.full_name] == 1}
