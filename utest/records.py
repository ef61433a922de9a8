"""Records of runs, as they stand in ``api-requests.jsonl``."""

from typing import Any

from SteadyAPI.report.run_report.summary import RunSummary

AT = "2026-01-31T12:00:{:06.3f}+00:00"


def request(
    url: str = "http://shop.test/orders/7",
    *outcomes: str,
    elapsed: float = 0.01,
    expected: bool = True,
    second: float = 0.0,
    **others: Any,
) -> dict[str, Any]:
    """Returns the record of a request; its attempts share the time, and wait 100 ms in between."""
    outcomes = outcomes or ("200",)
    last = len(outcomes) - 1
    tries = [
        {"outcome": outcome, "took": elapsed / len(outcomes), "at": 0.1 * number}
        | ({"waited": 0.1} if number < last else {"reused": True})
        for number, outcome in enumerate(outcomes)
    ]
    record = {
        "kind": "request",
        "at": AT.format(second),
        "method": "GET",
        "url": url,
        "elapsed": elapsed,
        "expected": expected,
        "tries": tries,
        "test": "Shop.Order",
        "test_id": "s1-t1",
        "bytes": 9,
    }
    if outcomes[-1].isdecimal():
        record["status"] = int(outcomes[-1])
    else:
        record["failure"] = outcomes[-1]
    if not expected:
        record |= {"wanted": "201", "curl": f"curl {url}"}
    return record | others


def ended(status: str = "PASS", test: str = "Shop.Order", test_id: str = "s1-t1", **others: Any) -> dict[str, Any]:
    """Returns the record of the end of a test."""
    return {"kind": "test", "test": test, "test_id": test_id, "status": status} | others


def summary(*records: dict[str, Any], patterns: tuple[str, ...] = ()) -> RunSummary:
    """Returns the figures of these records."""
    made = RunSummary(patterns)
    for record in records:
        made.add(record)
    return made


def rich() -> RunSummary:
    """Returns the figures of a run in which something of everything happened."""
    hostile = '<script>alert("1")</script>'
    return summary(
        *(request(f"http://shop.test/orders/{n}?page={n}", elapsed=0.01 + n / 1000, second=n / 10) for n in range(24)),
        request("http://shop.test/flaky", "503", "200", elapsed=0.5, second=3.0),
        ended(),
        request("http://shop.test/users", "404", expected=False, second=4.0, test=hostile, test_id="s1-t2"),
        request("http://other.test/", "connection refused", expected=False, second=5.0, url_note=""),
        {
            "kind": "check",
            "schema": "models.Order",
            "method": "GET",
            "path": "/orders/{id}",
            "mismatches": 0,
        },
        {"kind": "check", "schema": "models.User", "method": "GET", "path": "/users", "mismatches": 2},
        {"kind": "operation", "method": "delete", "path": "/orders/{id}"},
        {"kind": "operation", "method": "get", "path": "/orders/{id}"},
        {"kind": "drift", "what": "GET /orders/{id} has a field nickname"},
        {"kind": "token", "url": "http://shop.test/token", "grant": "password"},
        {"kind": "of a newer version"},
    )
