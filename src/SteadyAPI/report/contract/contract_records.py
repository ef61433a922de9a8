"""The run's contract checks as records: what was checked, what drifted, and what the documents describe."""

from collections.abc import Iterator
from typing import Any

from SteadyAPI.engine.contract.check_record import Check, CheckRecord
from SteadyAPI.report.contract.contract_report import grouped_mismatches

_MOST_DRIFTS = 5
_MOST_MISMATCHES = 500


def contract_records(checks: CheckRecord) -> Iterator[dict[str, Any]]:
    """Yields a record for each check, drift, group of mismatches, and described operation."""
    for check in checks.checks:
        yield _check(check)
        if check.kind == "baseline":
            for violation in check.violations[:_MOST_DRIFTS]:
                yield {"kind": "drift", "what": f"{check.operation}: {violation.path}"}
    for row in grouped_mismatches(checks.checks)[:_MOST_MISMATCHES]:
        yield {"kind": "mismatch", **row}
    for operations in checks.described.values():
        for name, statuses in operations.items():
            method, _, path = name.partition(" ")
            yield {"kind": "operation", "method": method, "path": path, "statuses": list(statuses)}


def _check(check: Check) -> dict[str, Any]:
    record: dict[str, Any] = {
        "kind": "check",
        "schema": check.schema,
        "by": check.kind,
        "mismatches": len(check.violations) + check.not_json,
    }
    method, _, path = check.operation.partition(" ")
    if path:
        record |= {"method": method, "path": path, "status": check.status}
        endpoint = check.endpoint.partition(" ")[2]
        # A document has names of its own for what looks like an id, and leaves out the path of its server.
        record |= {"endpoint": endpoint} if endpoint not in {"", path} else {}
    return record | ({"test": check.test} if check.test else {})
