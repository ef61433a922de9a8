"""The tables of the run report, each a section or nothing."""

from collections.abc import Iterable, Sequence

from SteadyAPI.engine.units import duration
from SteadyAPI.report.contract.contract_report import headline
from SteadyAPI.report.plain_text import cut, html_text
from SteadyAPI.report.run_report.log_link import log_link
from SteadyAPI.report.run_report.summary import Endpoint, Record, RunSummary
from SteadyAPI.report.run_report.trend import Change

_MOST_ROWS = 100
_LONGEST_CELL = 160
_LONGEST_MESSAGE = 300

Cell = tuple[str, str]
"""HTML, and the class of its cell: ``n`` for numbers, ``path`` for addresses."""


def trend(changes: Sequence[Change] | None) -> str:
    """Names what got worse since an earlier run; nothing without one."""
    if changes is None:
        return ""
    if not changes:
        return "<h2>Since the earlier run</h2><p>No endpoint became slower or flakier.</p>"
    rows = [
        [(_name(change.endpoint), "path"), (f'<span class="bad">{change.what}</span>', ""), (html_text(change.how), "")]
        for change in changes
    ]
    return _section("Since the earlier run", "Endpoints that got worse", ["endpoint", "became", "how much"], rows)


def failed_tests(summary: RunSummary, log: str) -> str:
    """Lists the tests that failed, with the first lines of their messages."""
    failed = summary.tests.failed
    rows = [
        [(_test(test, log), "path"), (html_text(cut(str(test.get("message", "")), _LONGEST_MESSAGE)), "path")]
        for test in failed
    ]
    words = f"{len(failed)} of {len(summary.tests)}"
    return _section("Failed tests", words, ["test", "message"], rows)


def saved(summary: RunSummary, log: str) -> str:
    """Lists the tests that passed only thanks to a retry."""
    rows = [
        [
            (_test(test, log), "path"),
            (_request(request), "path"),
            (_outcomes(request), ""),
            (duration(_lost(request)), "n"),
        ]
        for test, requests in summary.saved
        for request in requests
    ]
    words = "These tests are green, and would be red without retries"
    return _section("Passed only thanks to a retry", words, ["test", "request", "responses", "time lost"], rows)


def failures(summary: RunSummary, log: str) -> str:
    """Lists the requests that got another status than the test expects, or no response."""
    rows = [
        [
            (_test(record, log), "path"),
            (_request(record), "path"),
            (html_text(cut(str(record.get("wanted", "")), _LONGEST_CELL)), ""),
            (f'<span class="bad">{_outcomes(record)}</span>', ""),
        ]
        for record in summary.failures
    ]
    words = f"{summary.unexpected} in all" if summary.unexpected > len(rows) else ""
    return _section("Ended unexpectedly", words, ["test", "request", "expected", "got"], rows)


def endpoints(summary: RunSummary) -> str:
    """Lists the endpoints by the time spent on them."""
    several = len({endpoint.origin for endpoint in summary.endpoints.values()}) > 1
    rows = [_endpoint(endpoint, several) for endpoint in summary.by_time]
    words = "By the time spent on them; a percentile needs 20 calls, the median 5"
    heads = ["endpoint", "calls", "p50", "p95", "p99", "longest", "retries", "responses"]
    return _section("Endpoints", words, heads, rows, numbers=range(1, 7))


def contract(summary: RunSummary) -> str:
    """Lists the schemas that responses were checked against, and what was never checked."""
    rows = [
        [(html_text(cut(schema, _LONGEST_CELL)), "path"), (str(found["kept"]), "n"), (_broken(found["broken"]), "n")]
        for schema, found in sorted(summary.checks.items())
    ]
    parts = [_section("Contract", "Schemas checked", ["schema", "kept", "broken"], rows, numbers=range(1, 3))]
    parts += [_mismatches(summary), _operations(summary)]
    if rows:
        unchecked = [
            _name(endpoint)
            for endpoint in summary.endpoints.values()
            if (endpoint.method, endpoint.path) not in summary.checked
        ]
        parts.append(_list("Called, but never checked against a schema", unchecked))
    called = {(endpoint.method, endpoint.path) for endpoint in summary.endpoints.values()}
    untested = [html_text(f"{method} {path}") for method, path in sorted(summary.operations - called - summary.checked)]
    parts.append(_list("In the OpenAPI document, but never called", untested))
    parts.append(_list("Drift", [html_text(f"{what} ({times})") for what, times in summary.drift.most_common()]))
    return "".join(parts)


def _mismatches(summary: RunSummary) -> str:
    names = ("operation", "schema", "path", "expected", "got", "count", "first_test")
    rows = [
        [(html_text(cut(str(row.get(name, "")), _LONGEST_CELL)), "n" if name == "count" else "") for name in names]
        for row in summary.mismatches
    ]
    heads = ["operation", "schema", "where", "expected", "got", "times", "first test"]
    return _section("Broken contracts", headline(summary.mismatches), heads, rows, numbers=(5,))


def _operations(summary: RunSummary) -> str:
    rows = []
    for method, path in sorted(summary.operations & summary.statuses_seen.keys()):
        seen = summary.statuses_seen[method, path]
        missed = sorted(summary.described[method, path] - seen.keys())
        shown = ", ".join(f"{status}: {times}" for status, times in sorted(seen.items()))
        cells = (cut(f"{method} {path}", _LONGEST_CELL), shown, ", ".join(missed))
        rows.append([(html_text(cell), "") for cell in cells])
    words = "Statuses seen, and statuses that the document describes and no test has met"
    return _section("Described operations", words, ["operation", "seen", "never seen"], rows)


def batches(summary: RunSummary) -> str:
    """Lists the requests that were sent at once."""
    rows = [
        [
            (html_text(cut(str(batch.get("request", "")), _LONGEST_CELL)), "path"),
            (f"{batch.get('sent', 0)} of {batch.get('asked', 0)}", "n"),
            (str(batch.get("at_once", "")), "n"),
            (f"{batch['spread'] * 1000:.1f} ms" if "spread" in batch else "", "n"),
            (duration(float(batch.get("took", 0))), "n"),
            (html_text(", ".join(f"{outcome}: {times}" for outcome, times in batch.get("outcomes", {}).items())), ""),
        ]
        for batch in summary.batches
    ]
    heads = ["request", "sent", "at once", "released within", "took", "results"]
    return _section("At once", "Requests that were sent at the same time", heads, rows, numbers=range(1, 5))


def tokens(summary: RunSummary) -> str:
    """Lists the token endpoints that were asked."""
    rows = [
        [(html_text(cut(url, _LONGEST_CELL)), "path"), (html_text(grant), ""), (str(times), "n")]
        for (url, grant), times in summary.tokens.most_common()
    ]
    return _section("Tokens", "Fetched from the token endpoint", ["endpoint", "grant", "fetched"], rows, numbers=(2,))


def connections(summary: RunSummary) -> str:
    """Says how many attempts found their connection open."""
    rows = [
        [(html_text(cut(host, _LONGEST_CELL)), "path"), (str(found["new"]), "n"), (str(found["reused"]), "n")]
        for host, found in sorted(summary.connections.items())
    ]
    return _section("Connections", "Attempts by host", ["host", "new", "reused"], rows, numbers=range(1, 3))


def _endpoint(endpoint: Endpoint, several_hosts: bool) -> list[Cell]:
    timings = endpoint.timings
    percentiles = [timings.percentile(share) for share in (50, 95, 99)]
    return [
        (_name(endpoint, several_hosts), "path"),
        (str(len(timings)), "n"),
        *(("–" if seconds is None else duration(seconds), "n") for seconds in percentiles),  # noqa: RUF001  no figure
        (duration(timings.longest), "n"),
        (f'<span class="again">{endpoint.retries}</span>' if endpoint.retries else "0", "n"),
        (html_text(", ".join(f"{status}: {times}" for status, times in endpoint.statuses.most_common())), ""),
    ]


def _name(endpoint: Endpoint, with_host: bool = False) -> str:
    address = (endpoint.origin if with_host else "") + endpoint.path
    return html_text(cut(f"{endpoint.method} {address}", _LONGEST_CELL))


def _test(record: Record, log: str) -> str:
    name = html_text(cut(str(record.get("test", "")), _LONGEST_CELL))
    link = log_link(record, log)
    return f'<a href="{link}">{name}</a>' if link else name


def _request(record: Record) -> str:
    return html_text(cut(f"{record['method']} {record['url']}", _LONGEST_CELL))


def _outcomes(record: Record) -> str:
    return html_text(cut(" → ".join(attempt["outcome"] for attempt in record["tries"]), _LONGEST_CELL))


def _lost(record: Record) -> float:
    """Returns the seconds that all but the last attempt took, waits included."""
    return float(record["tries"][-1].get("at", 0.0))


def _broken(times: int) -> str:
    return f'<span class="bad">{times}</span>' if times else "0"


def _section(
    title: str, caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, numbers: Iterable[int] = ()
) -> str:
    if not rows:
        return ""
    right = set(numbers)
    head = "".join(f'<th scope="col"{" class=n" if at in right else ""}>{words}</th>' for at, words in enumerate(heads))
    body = "".join(f"<tr>{''.join(_cell(*cell) for cell in row)}</tr>" for row in rows[:_MOST_ROWS])
    more = f"<p class=dim>… {len(rows) - _MOST_ROWS} more</p>" if len(rows) > _MOST_ROWS else ""
    words = f"<caption>{html_text(caption)}</caption>" if caption else ""
    table = f"<table>{words}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<h2>{title}</h2><div class="scroll" tabindex="0" role="region" aria-label="{title}">{table}</div>{more}'


def _cell(html: str, kind: str) -> str:
    return f'<td class="{kind}">{html}</td>' if kind else f"<td>{html}</td>"


def _list(title: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    shown = "".join(f"<li>{item}</li>" for item in items[:_MOST_ROWS])
    more = f"<li>… {len(items) - _MOST_ROWS} more</li>" if len(items) > _MOST_ROWS else ""
    return f"<p><b>{title}</b></p><ul>{shown}{more}</ul>"
