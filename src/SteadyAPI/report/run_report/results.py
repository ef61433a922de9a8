"""How the tests of a run ended; of several runs together, how each test ended last."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Result = Mapping[str, Any]
_FAILED = "FAIL"
NOT_RUN = "NOT RUN"
"""The status of a test that was taken out of the results after it ended."""


class RunResults:
    """The last record of each test.

    A run tells of a test again when a suite teardown changed its status. A later run that has a test of the same name
    is a rerun: its result replaces the earlier one, as ``rebot --merge`` does.
    """

    def __init__(self) -> None:
        self._run = 0
        self._tests: dict[str, tuple[int, dict[str, Result]]] = {}

    def __len__(self) -> int:
        return sum(self.counts.values())

    def begin_run(self) -> None:
        """Notes that the records of another run follow."""
        self._run += 1

    def add(self, record: Result) -> None:
        """Adds the record of a test's end; tests of one name in one run differ by their ids."""
        name = str(record.get("test", ""))
        run, results = self._tests.get(name, (self._run, {}))
        if run != self._run:
            results = {}
        test_id = str(record.get("test_id", ""))
        if record.get("status") == NOT_RUN:
            results.pop(test_id, None)
        else:
            results[test_id] = record
        self._tests[name] = (self._run, results)

    @property
    def counts(self) -> Counter[str]:
        """How many tests ended with each status."""
        return Counter(str(record.get("status")) for record in self._last())

    @property
    def failed(self) -> list[Result]:
        """The records of the tests that failed."""
        return [record for record in self._last() if record.get("status") == _FAILED]

    def has_passed(self, record: Result) -> bool:
        """Returns whether the test of a record passed in the end."""
        _, results = self._tests.get(str(record.get("test", "")), (0, {}))
        last = results.get(str(record.get("test_id", "")))
        return last is not None and last.get("status") == "PASS"

    def _last(self) -> Iterator[Result]:
        for _, results in self._tests.values():
            yield from results.values()
