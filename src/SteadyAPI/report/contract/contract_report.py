"""The contracts of a run in figures: operations seen against described, schemas checked, mismatches in groups."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from SteadyAPI.engine.contract.check_record import Check, CheckRecord
from SteadyAPI.report.messages.contract_failures import mismatch_count

_INDEX = re.compile(r"\[\d+\]")
MISMATCH = ("operation", "schema", "path", "expected")

Report = dict[str, Any]


def report_of(record: CheckRecord, calls: Mapping[str, int]) -> Report:
    """Returns the report as a JSON value.

    Args:
        record: What was checked.
        calls: How often each endpoint was called, such as ``GET /orders/{id}``, for those that nobody checked.
    """
    return _with_conclusions(
        {
            "steadyapi_contracts": 1,
            "schemas": _schemas(record.checks),
            "operations": _operations(record),
            "mismatches": grouped_mismatches(record.checks),
            "calls": dict(sorted(calls.items())),
            "checked": dict(sorted(Counter(check.endpoint for check in record.checks if check.endpoint).items())),
        }
    )


def merged(reports: Sequence[Report]) -> Report:
    """Returns the report of several processes' parts of one run."""
    whole: Report = {"steadyapi_contracts": 1}
    whole["schemas"] = _summed((row for part in reports for row in part["schemas"]), ("kind", "schema"))
    whole["mismatches"] = _summed((row for part in reports for row in part["mismatches"]), MISMATCH)
    operations: dict[str, Report] = {}
    for row in (row for part in reports for row in part["operations"]):
        known = operations.setdefault(row["operation"], {**row, "seen": {}, "described": []})
        known["seen"] = _added(known["seen"], row["seen"])
        known["described"] = sorted({*known["described"], *row["described"]})
    whole["operations"] = [operations[name] for name in sorted(operations)]
    for name in ("calls", "checked"):
        whole[name] = _added(*(part[name] for part in reports))
    return _with_conclusions(whole)


def grouped_mismatches(checks: Iterable[Check]) -> list[Report]:
    """Returns the mismatches of all checks, those of every item of a list and of every test as one with its count."""
    rows = []
    for check in checks:
        for each in check.violations:
            key = {"operation": check.operation, "schema": check.schema, "path": _INDEX.sub("[*]", each.path)}
            rows.append(key | {"expected": each.expected, "got": each.got, "count": 1, "first_test": check.test})
    return _summed(rows, MISMATCH)


def headline(mismatches: Sequence[Mapping[str, Any]]) -> str:
    """Returns grouped mismatches in one line, such as ``12 mismatches in 3 operations``."""
    operations = len({row["operation"] for row in mismatches})
    return f"{mismatch_count(len(mismatches))} in {operations} operation{'' if operations == 1 else 's'}"


def _with_conclusions(report: Report) -> Report:
    """Adds what follows from the figures: the headline, calls that nothing checked, operations that nobody called."""
    return {
        "headline": headline(report["mismatches"]),
        **report,
        "never_checked": {name: count for name, count in report["calls"].items() if name not in report["checked"]},
        "never_called": [row["operation"] for row in report["operations"] if row["described"] and not row["seen"]],
    }


def _schemas(checks: Sequence[Check]) -> list[Report]:
    made = Counter((check.kind, check.schema) for check in checks)
    failed = Counter((check.kind, check.schema) for check in checks if check.failed)
    return [
        {"kind": kind, "schema": schema, "checks": count, "failed": failed[kind, schema]}
        for (kind, schema), count in sorted(made.items())
    ]


def _operations(record: CheckRecord) -> list[Report]:
    described = {name: statuses for document in record.described.values() for name, statuses in document.items()}
    seen: dict[str, Counter[str]] = {name: Counter() for name in described}
    for check in record.checks:
        if check.operation:
            seen.setdefault(check.operation, Counter())[str(check.status)] += 1
    return [
        {"operation": name, "seen": dict(sorted(seen[name].items())), "described": sorted(described.get(name, ()))}
        for name in sorted(seen)
    ]


def _summed(rows: Iterable[Report], keys: Sequence[str]) -> list[Report]:
    """Adds up the counts of rows that agree in the keys; the first row gives everything else."""
    found: dict[tuple[Any, ...], Report] = {}
    for row in rows:
        key = tuple(row[name] for name in keys)
        if key not in found:
            found[key] = dict(row)
            continue
        for name in ("count", "checks", "failed"):
            if name in row:
                found[key][name] += row[name]
    return [found[key] for key in sorted(found)]


def _added(*counts: Mapping[str, int]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return dict(sorted(total.items()))
