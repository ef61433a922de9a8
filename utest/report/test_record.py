"""One line of the run's record."""

import json
from importlib.resources import files
from typing import Any

import pytest
from exchanges import hiding, lost, plain, redirected, responded, tries
from jsonschema import Draft202012Validator

from SteadyAPI.engine.concurrency.batch import Batch
from SteadyAPI.engine.exchange import Attempt, SentRequest
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.messages.batch_failures import facts_of
from SteadyAPI.report.record import first_line, masked_json, masked_line, note_record, request_record, result_record

SCHEMA = json.loads(files("SteadyAPI.report").joinpath("api-requests.schema.json").read_text())
PLACE = ("Shop.Order", "s1-t1")
TRACED = SentRequest("GET", "http://shop.test/", {"traceparent": "00-4bf92f35-00f067aa-01"})


def test_a_request_is_shown_by_its_facts() -> None:
    phases = {"send": 0.0000123456, "wait": 0.01}
    attempts = (*tries(503, 200, reason="Retry-After: 1")[:1], Attempt(2, 0.302, 0.01, 200, reused=True, phases=phases))
    assert request_record(responded(attempts=attempts, elapsed=0.3121234567, note="slow"), PLACE, plain) == {
        "kind": "request",
        "at": "2026-01-31T12:00:00.000+00:00",
        "method": "GET",
        "url": "http://shop.test/orders/7?full=yes",
        "elapsed": 0.312123,
        "expected": True,
        "test": "Shop.Order",
        "test_id": "s1-t1",
        "tries": [
            {"outcome": "503", "took": 0.002, "waited": 0.3, "why": "Retry-After: 1"},
            {"outcome": "200", "took": 0.01, "at": 0.302, "reused": True, "phases": {"send": 0.000012, "wait": 0.01}},
        ],
        "session": "shop",
        "status": 200,
        "bytes": 9,
        "type": "application/json",
        "note": "slow",
    }


def test_an_unexpected_end_has_a_command_to_try_again() -> None:
    record = request_record(lost(alias=""), ("", ""), plain)
    assert {key: record[key] for key in ("failure", "expected", "wanted", "curl")} == {
        "failure": "connection refused",
        "expected": False,
        "wanted": "a status below 400",
        "curl": "curl 'http://shop.test/orders/7?full=yes'",
    }


def test_the_command_after_a_redirect_is_of_the_request_that_failed() -> None:
    record = request_record(responded(status=404, **redirected(*tries(404))), PLACE, plain)
    assert (record["url"], record["curl"]) == ("http://shop.test/orders", "curl http://other.test/landed")
    assert [(attempt.get("method"), attempt.get("url"), attempt.get("why")) for attempt in record["tries"]] == [
        (None, None, "redirect"),
        ("GET", "http://other.test/landed", None),
    ]


def test_a_trace_is_named() -> None:
    assert request_record(responded(sent=TRACED), PLACE, plain)["trace"] == "4bf92f35"


@pytest.mark.parametrize(
    "record",
    [
        request_record(responded(), PLACE, plain),
        request_record(responded(b"", headers={}, sent=TRACED, attempts=tries(503, 200)), ("", ""), plain),
        request_record(lost(note="why"), PLACE, plain),
        request_record(responded(**redirected(*tries(503, 200))), PLACE, plain),
        request_record(responded(expected=expect(201)), PLACE, plain, "unexpected"),
        note_record("run", {"output": "output.xml"}, ("", "")),
        result_record("PASS", "", PLACE),
        result_record("FAIL", "boom", PLACE),
        note_record("check", {"schema": "Order", "mismatches": 0}, PLACE),
        note_record("token", {"url": "http://shop.test/token", "grant": "password"}, PLACE),
        note_record("batch", facts_of(Batch(((1, responded()),), 20, 20, 0.034, 20, 0.0018), "GET /orders"), PLACE),
        note_record("batch", facts_of(Batch((), 3, 3, 0.1), "GET /orders"), PLACE),
        note_record("of a newer version", {}, PLACE),
    ],
)
def test_every_record_follows_the_published_schema(record: dict[str, Any]) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(record)) == []


def test_a_record_that_lacks_what_it_must_have_does_not_follow_the_schema() -> None:
    assert not Draft202012Validator(SCHEMA).is_valid({"kind": "request"})


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_line_is_short() -> None:
    assert len(masked_line(request_record(responded(), PLACE, plain), plain)) <= 345


def test_a_line_shows_no_secret() -> None:
    assert masked_line({"url": "http://hunter2/"}, hiding("hunter2")) == '{"url":"http://[redacted]/"}'


def test_a_mask_over_a_quote_leaves_a_line_of_json() -> None:
    line = masked_json('{"a":"hunter2","b":["x",1,true],"n":123456}', hiding('hunter2","b"'))
    assert line == '{"a":"hunter2","b":["x",1,true],"n":123456}'


def test_a_number_that_is_a_secret_becomes_a_text() -> None:
    assert masked_json('{"a":[123456]}', hiding("123456")) == '{"a":["[redacted]"]}'


def test_a_command_with_variables_stays_as_it_is() -> None:
    line = json.dumps({"curl": 'curl x -H "Authorization: Bearer ${AUTHORIZATION}" --data-raw \'{"a": 1}\''})
    assert masked_json(line, SecretRegistry().mask) == line


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("Expected 201, got 200 OK\n  server said: no", "Expected 201, got 200 OK"),
        ("Several failures occurred:\n\n1) boom\n\n2) bang", "Several failures occurred: 1) boom"),
        ("Parent suite setup failed:\nNo answer", "Parent suite setup failed: No answer"),
        ("*HTML*<b>bad</b> value<br>\nmore", "bad  value"),
        ("Setup failed:", "Setup failed:"),
        ("", ""),
        ("x" * 400, "x" * 300 + " … +100 chars"),
    ],
)
def test_the_first_line_of_a_message_is_complete(message: str, line: str) -> None:
    assert first_line(message) == line


def test_only_a_failed_test_has_a_message() -> None:
    assert "message" not in result_record("SKIP", "not today", PLACE)
