"""The log entry."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from exchanges import JSON, hiding, lost, plain, redirected, responded, tries

from SteadyAPI.engine.exchange import Attempt, Exchange, SentRequest
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.log_entry.body_store import BodyStore
from SteadyAPI.report.log_entry.exchange_view import ExchangeView, output_size

HOSTILE = b"<script>alert(1)</script></details>\x1b[31m\0\xe2\x80\xae"
GOLDEN = Path(__file__).parent / "golden"


def view(mask: Any = plain) -> ExchangeView:
    return ExchangeView(mask, BodyStore(lambda: None))


def ordered() -> Exchange:
    """Returns an order that was accepted after two refusals."""
    sent = SentRequest(
        "POST", "http://shop.test/orders", {**JSON, "Authorization": "Bearer t0k3n-of-a-user"}, b'{"id": 7, "n": 2}'
    )
    phases = {"send": 0.0002, "wait": 0.011, "receive": 0.0005}
    attempts = (*tries(503, 503, 201)[:2], Attempt(3, 0.604, 0.012, 201, reused=True, phases=phases))
    headers = {**JSON, "X-Request-Id": "7f1c"}
    return responded(
        b'{"id": 7, "lines": [{"sku": "A"}], "total": 59.98}',
        201,
        "Created",
        sent=sent,
        attempts=attempts,
        headers=headers,
        elapsed=0.616,
    )


@pytest.mark.parametrize(
    ("name", "exchange"),
    [
        ("retried", ordered()),
        ("not_found", responded(b'{"detail": "no order 7"}', 404, "Not Found")),
        ("expected_not_found", responded(b"", 404, "Not Found", expected=expect(404))),
        ("no_response", lost(note="not retried: the body is a stream that can be read only once")),
        ("hostile", responded(HOSTILE, 200, "<b>OK", headers={"</pre>": "<i>", "Content-Type": "text/plain"})),
    ],
)
def test_an_entry_looks_as_it_did(name: str, exchange: Exchange) -> None:
    assert view(SecretRegistry().mask).full(exchange) + "\n" == (GOLDEN / f"{name}.html").read_text(encoding="utf-8")


def test_the_compact_entry_is_the_summary_alone() -> None:
    assert view().compact(responded(elapsed=0.609)) == (
        'GET http://shop.test/orders/7?full=yes &rarr; <b class="pass">200 OK</b> · 609 ms · 9 B'
    )


def test_a_reused_connection_and_a_single_retry_are_shown() -> None:
    attempts = (tries(503, 200)[0], replace(tries(503, 200)[1], reused=True))
    assert (
        view().compact(responded(attempts=attempts)).endswith('· <span class="skip">1 retry</span> · reused connection')
    )


def test_without_a_response_the_failure_stands_in_the_summary() -> None:
    assert '<b class="fail">connection refused</b> · 3 ms' in view().compact(lost())


def test_an_exchange_that_ended_without_a_reason_is_no_response() -> None:
    assert '<b class="fail">no answer</b>' in view().compact(replace(lost(), failure=None))


@pytest.mark.parametrize(
    ("status", "expected", "look"),
    [
        (200, None, ' class="pass"'),
        (404, None, ' class="fail"'),
        (404, 404, ""),
        (404, 500, ' class="fail"'),
        (302, None, ' class="pass"'),
    ],
)
def test_red_is_only_what_the_test_did_not_expect(status: int, expected: Any, look: str) -> None:
    exchange = responded(b"", status, "", expected=expect(expected))
    assert f"<b{look}>{status}</b>" in view().compact(exchange)


def test_a_long_address_is_cut() -> None:
    sent = SentRequest("GET", "http://shop.test/" + "x" * 1_000_000)
    assert "&hellip; +999717 chars &rarr;" in view().compact(responded(sent=sent))


def test_many_headers_are_counted() -> None:
    entry = view().full(responded(headers={f"X-Header-{n}": "y" * 50 for n in range(40)}))
    assert ("Response headers (40)" in entry, "&hellip; 29 more" in entry) == (True, True)


def test_a_long_header_is_cut() -> None:
    assert "&hellip; +112 chars" in view().full(responded(headers={"X-A": "y" * 307}))


def test_a_mask_that_swallows_the_end_of_a_line_costs_no_line() -> None:
    exchange = responded(b"", headers={"A": "hunter2", "B": "hunter2"})
    entry = view(hiding("hunter2\nB: hunter2")).full(exchange)
    assert "  B: hunter2" in entry


def test_a_header_of_bytes_is_shown_as_text() -> None:
    headers: Any = {"X-A": b"caf\xe9"}
    sent = SentRequest("GET", "http://shop.test/", headers)
    assert "  X-A: café" in view().full(responded(sent=sent))


def test_a_redirect_is_followed_by_curl() -> None:
    entry = view().full(responded(**redirected(*tries(200))))
    assert "POST http://shop.test/orders &rarr; 303 &rarr; GET http://other.test/landed &rarr;" in entry
    assert "curl --location" in entry


def test_after_a_redirect_the_request_that_failed_is_shown() -> None:
    entry = view().full(responded(status=503, **redirected(*tries(503, 503))))
    assert "curl http://other.test/landed" in entry
    assert "redirect to GET http://other.test/landed" in entry
    assert "1 retry" in entry


def test_a_secret_is_masked_everywhere_in_the_entry() -> None:
    sent = SentRequest("PUT", "http://shop.test/hunter2", {"X-A": "hunter2"}, b"hunter2")
    exchange = responded(b"hunter2", 200, "hunter2", sent=sent, headers={"X-B": "hunter2"}, note="hunter2")
    assert "hunter2" not in view(hiding("hunter2")).full(exchange)


def test_a_secret_is_masked_in_the_least_likely_places() -> None:
    sent = SentRequest("HUNTER2", "http://shop.test/", {"hunter2": "x", "hunter2-token": "x"})
    headers = {"hunter2": "x", "Content-Type": "hunter2/json"}
    exchange = responded(b"{}", sent=sent, headers=headers, attempts=tries(503, 200, reason="hunter2"))
    entry = view(lambda text: text.replace("HUNTER2", "[redacted]").replace("hunter2", "[redacted]")).full(exchange)
    assert "hunter2" not in entry.lower()


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/x-www-form-urlencoded", b"a=hunter%32"),
        ("application/xml", b"<a>hunter&#50;</a>"),
        ("application/json", b'{"a": "hunter\\u0032"}'),
    ],
)
def test_a_secret_written_in_escapes_is_masked(media_type: str, body: bytes) -> None:
    secrets = SecretRegistry()
    secrets.register("hunter2")
    assert "hunter" not in view(secrets.mask).full(responded(body, headers={"Content-Type": media_type}))


@pytest.mark.parametrize("filler", ["x", "<", '"', "é", "\0", "\u202e"])
def test_no_entry_takes_more_than_six_kilobytes(filler: str) -> None:
    long = filler * 20_000
    headers = {f"X-{n}": filler * 190 for n in range(50)}
    sent = SentRequest("POST", "http://shop.test/" + long, headers, long)
    exchange = responded(long.encode(), 200, long, sent=sent, headers=headers, attempts=tries(*[503] * 9, reason=long))
    assert output_size(view().full(exchange)) <= 6000


def test_weight_counts_markup_as_output_xml_writes_it() -> None:
    assert output_size("<a>&é") == len("&lt;a&gt;&amp;é".encode())
