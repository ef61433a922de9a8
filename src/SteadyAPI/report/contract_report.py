"""The contracts of a run in figures: operations seen against described, schemas checked, mismatches in groups."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from SteadyAPI.engine.contract.endpoint import endpoint_of
from SteadyAPI.engine.contract.record import Check, CheckRecord
from SteadyAPI.engine.ledger import Entry
from SteadyAPI.report.contract_failures import mismatch_count

_INDEX = re.compile(r"\[\d+\]")
_MOST_ROWS = 200

Report = dict[str, Any]


def report_of(record: CheckRecord, entries: Iterable[Entry]) -> Report:
    """Returns the report as a JSON value.

    Args:
        record: What was checked.
        entries: Every exchange of the run, for the calls that nobody checked.
    """
    calls = Counter(endpoint_of(entry.method, entry.url) for entry in entries)
    return {
        "steadyapi_contracts": 1,
        "schemas": _schemas(record.checks),
        "operations": _operations(record),
        "mismatches": _mismatches(record.checks),
        "calls": dict(sorted(calls.items())),
        "checked": dict(sorted(Counter(check.endpoint for check in record.checks if check.endpoint).items())),
    }


def merged(reports: Sequence[Report]) -> Report:
    """Returns the report of several processes' parts of one run."""
    whole: Report = {"steadyapi_contracts": 1}
    whole["schemas"] = _summed((row for part in reports for row in part["schemas"]), ("kind", "schema"))
    whole["mismatches"] = _summed(
        (row for part in reports for row in part["mismatches"]), ("operation", "schema", "path", "expected")
    )
    operations: dict[str, Report] = {}
    for row in (row for part in reports for row in part["operations"]):
        known = operations.setdefault(row["operation"], {**row, "seen": {}, "described": []})
        known["seen"] = _added(known["seen"], row["seen"])
        known["described"] = sorted({*known["described"], *row["described"]})
    whole["operations"] = [operations[name] for name in sorted(operations)]
    for name in ("calls", "checked"):
        whole[name] = _added(*(part[name] for part in reports))
    return whole


def headline(report: Report) -> str:
    """Returns the report in one line, such as ``12 mismatches in 3 operations``."""
    checks = sum(row["checks"] for row in report["schemas"])
    if not report["mismatches"] and not any(row["failed"] for row in report["schemas"]):
        return f"{checks} checks, every contract kept"
    operations = len({row["operation"] for row in report["mismatches"]})
    plural = "" if operations == 1 else "s"
    return f"{mismatch_count(len(report['mismatches']))} in {operations} operation{plural}, found by {checks} checks"


def never_checked(report: Report) -> dict[str, int]:
    """Returns the endpoints that were called, and how often, and whose answers nothing looked at."""
    return {name: count for name, count in report["calls"].items() if name not in report["checked"]}


def never_called(report: Report) -> list[str]:
    """Returns the operations that a document describes and nobody called."""
    return [row["operation"] for row in report["operations"] if row["described"] and not row["seen"]]


def report_html(report: Report) -> str:
    """Returns the report as an HTML fragment without script or style; every value is escaped."""
    parts = [f"<p>{escape(headline(report))}</p>"]
    parts.append(
        _table("Mismatches", ("operation", "schema", "path", "expected", "got", "count", "first_test"), report)
    )
    parts.append(_table("Schemas", ("kind", "schema", "checks", "failed"), report))
    seen = [row for row in report["operations"] if row["seen"]]
    parts.append(_rows("Operations", ("operation", "seen", "described"), [_statuses(row) for row in seen]))
    calls = [{"operation": name, "calls": count} for name, count in never_checked(report).items()]
    parts.append(_rows("Called, never checked", ("operation", "calls"), calls))
    parts.append(
        _rows("Described, never called", ("operation",), [{"operation": name} for name in never_called(report)])
    )
    return "".join(parts)


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


def _mismatches(checks: Sequence[Check]) -> list[Report]:
    rows = []
    for check in checks:
        for each in check.violations:
            place = {"operation": check.operation, "schema": check.schema, "path": _INDEX.sub("[*]", each.path)}
            rows.append(place | {"expected": each.expected, "got": each.got, "count": 1, "first_test": check.test})
    return _summed(rows, ("operation", "schema", "path", "expected"))


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


def _statuses(row: Report) -> Report:
    seen = ", ".join(f"{status} ({count})" for status, count in row["seen"].items())
    return {"operation": row["operation"], "seen": seen, "described": ", ".join(row["described"])}


def _table(title: str, columns: Sequence[str], report: Report) -> str:
    return _rows(title, columns, report[title.lower()])


def _rows(title: str, columns: Sequence[str], rows: Sequence[Report]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(str(row[name]))}</td>' for name in columns)}</tr>" for row in rows[:_MOST_ROWS]
    )
    more = f"<p>… {len(rows) - _MOST_ROWS} more</p>" if len(rows) > _MOST_ROWS else ""
    return f"<h3>{escape(title)} ({len(rows)})</h3><table><tr>{head}</tr>{body}</table>{more}"
