"""The figures of a run."""

import pytest
from records import ended, request, rich, summary

from SteadyAPI.engine.exchange import NO_RETRY


def test_requests_are_counted_by_endpoint() -> None:
    made = summary(request("http://a.test/x/1"), request("http://a.test/x/2"), request("http://a.test/y", elapsed=9.0))
    assert [(endpoint.path, len(endpoint.timings)) for endpoint in made.by_time] == [("/y", 1), ("/x/{id}", 2)]


def test_endpoints_without_end_are_counted_together() -> None:
    made = summary(*(request(f"http://a.test/name-{n}") for n in range(2010)), request("http://a.test/name-7"))
    calls = {endpoint.path: len(endpoint.timings) for endpoint in made.by_time}
    assert (len(calls), calls["/name-7"], calls["other paths"]) == (2001, 2, 10)


def test_statuses_and_failures_are_counted() -> None:
    made = summary(request("http://a.test/", "200"), request("http://a.test/", "connection refused", expected=False))
    assert made.by_time[0].statuses == {"200": 1, "connection refused": 1}


def test_an_end_without_status_or_reason_is_no_response() -> None:
    record = request()
    del record["status"]
    assert summary(record).by_time[0].statuses == {"no answer": 1}


def test_retries_waits_bytes_and_times_add_up() -> None:
    made = rich()
    figures = (len(made), made.retries, made.unexpected, round(made.waited, 3), made.bytes, len(made.tests))
    assert figures == (27, 1, 2, 0.1, 243, 1)


def test_the_run_began_with_the_first_and_ended_with_the_last_request() -> None:
    made = rich()
    assert (made.began, made.ended) == ("2026-01-31T12:00:00.000+00:00", "2026-01-31T12:00:05.000+00:00")


def test_a_test_that_passed_after_a_retry_is_saved_by_it() -> None:
    made = summary(request("http://a.test/", "503", "200"), ended("PASS"))
    assert [(test["test"], len(requests)) for test, requests in made.saved] == [("Shop.Order", 1)]


def test_a_test_that_failed_after_all_is_not_saved() -> None:
    assert summary(request("http://a.test/", "503", "200"), ended("PASS"), ended("FAIL")).saved == []


def test_what_an_assertion_found_unexpected_is_counted_with_its_endpoint() -> None:
    wrong = request("http://a.test/x", expected=False, kind="unexpected")
    made = summary(request("http://a.test/x"), wrong)
    assert (len(made), made.unexpected, made.by_time[0].unexpected, made.failures) == (1, 1, 1, [wrong])


def test_an_unexpected_end_of_an_endpoint_that_is_not_listed_is_counted_all_the_same() -> None:
    assert summary(request("http://a.test/x", expected=False, kind="unexpected")).unexpected == 1


def test_a_later_run_replaces_the_results_of_tests() -> None:
    made = summary({"kind": "run"}, ended("FAIL"), {"kind": "run"}, ended("PASS"))
    assert made.tests.counts == {"PASS": 1}


@pytest.mark.parametrize("status", ["FAIL", "SKIP"])
def test_a_test_that_did_not_pass_is_not_saved(status: str) -> None:
    assert summary(request("http://a.test/", "503", "200"), ended(status)).saved == []


@pytest.mark.parametrize("reason", sorted(NO_RETRY))
def test_a_redirect_a_new_token_or_a_fresh_connection_saves_nothing(reason: str) -> None:
    record = request("http://a.test/", "302", "200")
    record["tries"][0]["why"] = reason
    made = summary(record, ended())
    assert (made.saved, made.retries) == ([], 0)


def test_a_test_without_retries_is_not_saved() -> None:
    assert summary(request(), ended()).saved == []


def test_only_the_first_retries_of_a_test_are_kept() -> None:
    made = summary(*(request("http://a.test/", "503", "200") for _ in range(60)), ended())
    assert len(made.saved[0][1]) == 50


def test_only_the_first_failures_are_kept() -> None:
    made = summary(*(request(expected=False) for _ in range(120)))
    assert (made.unexpected, len(made.failures)) == (120, 100)


def test_the_forty_slowest_are_kept_in_the_order_of_time() -> None:
    made = summary(*(request(elapsed=float(n), second=60 - n) for n in range(1, 60)))
    assert [record["elapsed"] for record in made.slowest] == [float(n) for n in range(59, 19, -1)]


def test_connections_are_counted_by_host() -> None:
    assert summary(request("http://a.test/", "503", "200")).connections == {"http://a.test": {"new": 1, "reused": 1}}


def test_checks_operations_drift_and_tokens_are_taken() -> None:
    made = rich()
    assert (made.checks, made.checked, made.operations, made.drift, made.tokens) == (
        {"models.Order": {"kept": 1}, "models.User": {"broken": 1}},
        {("GET", "/orders/{id}"), ("GET", "/users")},
        {("DELETE", "/orders/{id}"), ("GET", "/orders/{id}")},
        {"GET /orders/{id} has a field nickname": 1},
        {("http://shop.test/token", "password"): 1},
    )


def test_the_same_mismatch_of_several_processes_counts_as_one() -> None:
    row = {
        "kind": "mismatch",
        "operation": "GET /b",
        "schema": "B",
        "path": "$.id",
        "expected": "integer",
        "got": "null",
    }
    made = summary({**row, "count": 2}, {**row, "operation": "GET /a"}, {**row, "count": 3})
    assert [(each["operation"], each["count"]) for each in made.mismatches] == [("GET /a", 1), ("GET /b", 5)]


def test_a_check_without_an_address_counts_for_its_schema_alone() -> None:
    made = summary({"kind": "check", "schema": "Order", "mismatches": 0})
    assert (made.checks, made.checked) == ({"Order": {"kept": 1}}, set())
