"""The figures of a run: records are added one by one, and take little memory."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from heapq import heappush, heappushpop
from itertools import count
from typing import Any

from SteadyAPI.engine.exchange import NO_RETRY
from SteadyAPI.report.contract.contract_report import MISMATCH
from SteadyAPI.report.run_report.path_template import grouping
from SteadyAPI.report.run_report.results import RunResults
from SteadyAPI.report.run_report.timings import Timings

_MOST_SLOW = 40
_MOST_BATCHES = 100
_MOST_FAILURES = 100
_MOST_PENDING = 50
_MOST_ENDPOINTS = 2000
_OTHERS = "other paths"

Record = Mapping[str, Any]
EndpointKey = tuple[str, str, str]


class Endpoint:
    """The calls of one method to one path template of one host."""

    def __init__(self, key: EndpointKey) -> None:
        self.method, self.origin, self.path = key
        self.timings = Timings()
        self.retries = 0
        self.unexpected = 0
        self.statuses: Counter[str] = Counter()

    def add(self, record: Record) -> None:
        """Adds the record of a call."""
        self.timings.add(record["elapsed"])
        self.retries += _retries(record)
        self.unexpected += not record["expected"]
        self.statuses[str(record.get("status") or record.get("failure", "no answer"))] += 1


class RunSummary:
    """The figures of a run."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        self._grouped: Callable[[str], tuple[str, str]] = grouping(tuple(patterns))
        self._handlers: dict[str, Callable[[Record], None]] = {
            "request": self._add_request,
            "unexpected": self._add_unexpected,
            "run": self._begin_run,
            "test": self._add_test,
            "check": self._add_check,
            "mismatch": self._add_mismatch,
            "operation": self._add_operation,
            "drift": self._add_drift,
            "token": self._add_token,
            "batch": self._add_batch,
        }
        self._order = count()
        self._slow: list[tuple[float, int, Record]] = []
        self._pending: dict[str, list[Record]] = {}
        self.timings = Timings()
        self.endpoints: dict[EndpointKey, Endpoint] = {}
        self.unexpected = self.retries = self.bytes = 0
        self.tests = RunResults()
        self.waited = 0.0
        self.began = self.ended = ""
        self.failures: list[Record] = []
        self._saved: list[tuple[Record, list[Record]]] = []
        self.connections: dict[str, Counter[str]] = {}
        self.checks: dict[str, Counter[str]] = {}
        self.checked: set[tuple[str, str]] = set()
        self._mismatches: dict[tuple[str, ...], dict[str, Any]] = {}
        self.operations: set[tuple[str, str]] = set()
        self.described: dict[tuple[str, str], set[str]] = {}
        self.statuses_seen: dict[tuple[str, str], Counter[str]] = {}
        self.drift: Counter[str] = Counter()
        self.tokens: Counter[tuple[str, str]] = Counter()
        self.batches: list[Record] = []

    def __len__(self) -> int:
        return len(self.timings)

    def add(self, record: Record) -> None:
        """Adds a record of any kind; an unknown kind, of a newer version, is ignored."""
        handler = self._handlers.get(str(record.get("kind")))
        if handler is not None:
            handler(record)

    def key_of(self, method: str, url: str) -> EndpointKey:
        """Tells which endpoint a call belongs to."""
        return (method, *self._grouped(url))

    @property
    def slowest(self) -> list[Record]:
        """The slowest requests, in the order in which they were made."""
        return [record for *_, record in sorted(self._slow, key=lambda item: (item[2]["at"], item[1]))]

    @property
    def by_time(self) -> list[Endpoint]:
        """The endpoints, those that took the most time first."""
        return sorted(self.endpoints.values(), key=lambda endpoint: -endpoint.timings.total)

    @property
    def saved(self) -> list[tuple[Record, list[Record]]]:
        """The tests that passed, with the requests that were retried in them."""
        return [entry for entry in self._saved if self.tests.has_passed(entry[0])]

    @property
    def mismatches(self) -> list[Record]:
        """The ways in which contracts were broken, by operation and path."""
        return [self._mismatches[key] for key in sorted(self._mismatches)]

    def _add_request(self, record: Record) -> None:
        key = self.key_of(record["method"], record["url"])
        if key not in self.endpoints:
            if len(self.endpoints) >= _MOST_ENDPOINTS:
                # Paths whose segments are names: no table would show so many.
                key = (*key[:2], _OTHERS)
            self.endpoints.setdefault(key, Endpoint(key))
        self.endpoints[key].add(record)
        self.timings.add(record["elapsed"])
        tries = record["tries"]
        self.retries += _retries(record)
        self.bytes += record.get("bytes", 0)
        self.began = min(self.began or record["at"], record["at"])
        self.ended = max(self.ended, record["at"])
        for attempt in tries:
            self.waited += attempt.get("waited", 0.0)
            self.connections.setdefault(key[1], Counter())["reused" if attempt.get("reused") else "new"] += 1
        self._keep(record)

    def _keep(self, record: Record) -> None:
        """Keeps the records that the reports show one by one."""
        item = (record["elapsed"], next(self._order), record)
        if len(self._slow) < _MOST_SLOW:
            heappush(self._slow, item)
        else:
            heappushpop(self._slow, item)
        if not record["expected"]:
            self._add_failure(record)
        elif _retries(record):
            waiting = self._pending.setdefault(record.get("test", ""), [])
            if len(waiting) < _MOST_PENDING:
                waiting.append(record)

    def _add_unexpected(self, record: Record) -> None:
        """Adds a request that was counted before, and that an assertion found unexpected afterwards."""
        endpoint = self.endpoints.get(self.key_of(record["method"], record["url"]))
        if endpoint is not None:
            endpoint.unexpected += 1
        self._add_failure(record)

    def _add_failure(self, record: Record) -> None:
        self.unexpected += 1
        if len(self.failures) < _MOST_FAILURES:
            self.failures.append(record)

    def _begin_run(self, _: Record) -> None:
        self.tests.begin_run()

    def _add_test(self, record: Record) -> None:
        self.tests.add(record)
        requests = self._pending.pop(record.get("test", ""), [])
        if requests and record.get("status") == "PASS":
            self._saved.append((record, requests))

    def _add_check(self, record: Record) -> None:
        schema = self.checks.setdefault(str(record.get("schema", "")), Counter())
        schema["broken" if record.get("mismatches") else "kept"] += 1
        if "path" in record:
            operation = (str(record.get("method", "")), str(record["path"]))
            self.checked.add(operation)
            if "endpoint" in record:
                method, _, path = self.key_of(operation[0], f"http://host{record['endpoint']}")
                self.checked.add((method, path))
            if "status" in record:
                self.statuses_seen.setdefault(operation, Counter())[str(record["status"])] += 1

    def _add_mismatch(self, record: Record) -> None:
        key = tuple(str(record.get(name, "")) for name in MISMATCH)
        known = self._mismatches.setdefault(key, {**record, "count": 0})
        known["count"] += record.get("count", 1)

    def _add_operation(self, record: Record) -> None:
        operation = (str(record.get("method", "")).upper(), str(record.get("path", "")))
        self.operations.add(operation)
        self.described.setdefault(operation, set()).update(str(status) for status in record.get("statuses", ()))

    def _add_drift(self, record: Record) -> None:
        self.drift[str(record.get("what", ""))] += 1

    def _add_token(self, record: Record) -> None:
        self.tokens[str(record.get("url", "")), str(record.get("grant", ""))] += 1

    def _add_batch(self, record: Record) -> None:
        if len(self.batches) < _MOST_BATCHES:
            self.batches.append(record)


def _retries(record: Record) -> int:
    """Counts the attempts that followed a failed one."""
    return sum(1 for attempt in record["tries"][:-1] if attempt.get("why") not in NO_RETRY)
