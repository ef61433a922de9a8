"""Failure messages, word by word."""

from dataclasses import replace
from typing import Any

import pytest
from exchanges import JSON, URL, hiding, lost, plain, redirected, responded, tries
from schedule import exchange, refused, respond

from SteadyAPI.engine.exchange import Attempt, FailureKind, SentRequest, Timeout
from SteadyAPI.engine.request.expectation import expect, no_status
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.errors import NoResponseError
from SteadyAPI.report.messages.request_failures import no_expected_error, no_response, wrong_status

LONG = "http://shop.test/" + "very/" * 100 + "end"
PROBLEM = b'{"title": "Unprocessable", "detail": "quantity must be greater than 0"}'


@pytest.mark.parametrize(
    ("exchange", "text"),
    [
        (
            responded(PROBLEM, 422, "Unprocessable Entity", headers={**JSON, "X-Request-Id": "7f1c"}, elapsed=0.038),
            (
                "Expected a status below 400, got 422 Unprocessable Entity: GET /orders/7?full=yes (38 ms)\n"
                "  server said: quantity must be greater than 0\n"
                "  request id: 7f1c"
            ),
        ),
        (
            responded(b"", 200, "OK", expected=expect(201), alias=""),
            "Expected 201, got 200 OK: GET http://shop.test/orders/7?full=yes (12 ms)",
        ),
        (
            responded(b"busy", 503, "", attempts=tries(503, 503, 502, 503), elapsed=7.2, headers={}),
            (
                "GET /orders/7?full=yes still 503 after 4 tries in 7.2 s (503, 503, 502, 503; 900 ms of it waiting)\n"
                "  server said: busy"
            ),
        ),
        (
            responded(b"", 503, "", attempts=tries(*[503] * 10), elapsed=9.0, note="not retried: the deadline"),
            (
                "GET /orders/7?full=yes still 503 after 10 tries in 9 s (503 (10 times); 2.7 s of it waiting)\n"
                "  not retried: the deadline"
            ),
        ),
        (
            responded(b"", 500, "", attempts=tries(*[500, 502] * 6), elapsed=9.0),
            (
                "GET /orders/7?full=yes still 500 after 12 tries in 9 s "
                "(500, 502, 500, 502, 500, 502, 500, …, 502; 3.3 s of it waiting)"
            ),
        ),
        (
            responded(b"", 404, "", sent=SentRequest("GET", URL, {"traceparent": "00-4bf92f3577b34da6-00f067aa-01"})),
            "Expected a status below 400, got 404: GET /orders/7?full=yes (12 ms)\n  trace id: 4bf92f3577b34da6",
        ),
    ],
)
def test_another_status_than_expected(exchange: Any, text: str) -> None:
    assert str(wrong_status(exchange, None)) == text


def test_the_suites_own_message_goes_first() -> None:
    assert str(wrong_status(responded(b"", 404, ""), "No order?")).splitlines()[:2] == [
        "No order?",
        "  Expected a status below 400, got 404: GET /orders/7?full=yes (12 ms)",
    ]


@pytest.mark.parametrize(
    ("body", "headers", "said"),
    [
        (b'{"message": "gone"}', JSON, "gone"),
        (b'{"errors": [{"field": "a"}]}', JSON, '[{"field": "a"}]'),
        (b'{"other": "gone"}', JSON, '{"other": "gone"}'),
        (b'["gone"]', JSON, '["gone"]'),
        (b"  gone\n\n  away ", {}, "gone away"),
        (b"x" * 400, {}, "x" * 300 + "…"),
        (b"\x1b[31mred", {}, "␛[31mred"),
    ],
)
def test_the_server_is_quoted(body: bytes, headers: Any, said: str) -> None:
    assert (
        str(wrong_status(responded(body, 500, "", headers=headers), None)).splitlines()[1] == f"  server said: {said}"
    )


@pytest.mark.parametrize(
    ("body", "headers"),
    [(b"", {}), (b"{}", JSON), (b"null", JSON), (b"<html>", {"Content-Type": "text/html"}), (b"a\0b", {})],
)
def test_what_says_nothing_is_not_quoted(body: bytes, headers: Any) -> None:
    assert "server said" not in str(wrong_status(responded(body, 500, "", headers=headers), None))


def test_a_secret_is_masked_before_the_servers_words_are_cut() -> None:
    exchange = responded(b"x" * 290 + b"hunter2-and-more", 500, "")
    assert str(wrong_status(exchange, None, hiding("hunter2-and-more"))).endswith("x[redacted]")


def _silent(phases: dict[str, float], **how: Any) -> Any:
    return (Attempt(1, 0.0, 5.0, **how, phases=phases),)


@pytest.mark.parametrize(
    ("exchange", "text"),
    [
        (
            lost(attempts=tries(0, 0)[:1] * 4, elapsed=0.7, sent=SentRequest("GET", "http://127.0.0.1:9/nope")),
            (
                "No answer from GET http://127.0.0.1:9/nope: connection refused (4 tries in 700 ms)\n"
                '  nothing listens on 127.0.0.1:9; base URL of session "shop"'
            ),
        ),
        (
            lost(attempts=tries(503, 503, 503, 0), elapsed=0.7),
            (
                "No answer from GET http://shop.test/orders/7?full=yes: connection refused (4 tries in 700 ms)\n"
                '  nothing listens on shop.test; base URL of session "shop"\n'
                "  attempts: 503 (3 times), 0"
            ),
        ),
        (
            lost(FailureKind.DNS, alias=""),
            (
                "No answer from GET http://shop.test/orders/7?full=yes: host name not found (3 ms)\n"
                "  no address is known for shop.test"
            ),
        ),
        (
            lost(FailureKind.CONNECT_TIMEOUT, alias="", timeout=Timeout(2.0, None), elapsed=2.0),
            "No answer from GET http://shop.test/orders/7?full=yes: connect timeout (2 s)\n  no connection within 2 s",
        ),
        (
            lost(FailureKind.READ_TIMEOUT, attempts=_silent({"dns": 0.001, "connect": 0.002}), timeout=Timeout(1, 5)),
            (
                "No answer in 5 s from GET /orders/7?full=yes: read timeout (connected in 3 ms, then silence)\n"
                "  time limit for each wait for data: 5 s"
            ),
        ),
        (
            lost(
                FailureKind.READ_TIMEOUT,
                attempts=_silent({"wait": 0.1, "receive": 4.9}),
                detail="the deadline passed after 40 bytes of the response",
                limited=True,
            ),
            (
                "No answer in 5 s from GET /orders/7?full=yes: time limit passed "
                "(it began after 100 ms and did not end)\n  the deadline passed after 40 bytes of the response"
            ),
        ),
        (
            lost(FailureKind.READ_TIMEOUT, attempts=_silent({}), timeout=Timeout(1, None)),
            (
                "No answer in 5 s from GET /orders/7?full=yes: read timeout (connected, then silence)\n"
                "  time limit for each wait for data: none"
            ),
        ),
        (
            lost(FailureKind.READ_TIMEOUT, attempts=_silent({"send": 0.1}, reused=True)),
            (
                "No answer in 5 s from GET /orders/7?full=yes: read timeout (kept connection, then silence)\n"
                "  time limit for each wait for data: 30 s"
            ),
        ),
        (
            lost(FailureKind.READ_TIMEOUT, attempts=_silent({"wait": 0.1, "receive": 4.9})),
            (
                "No answer in 5 s from GET /orders/7?full=yes: read timeout (it began after 100 ms and did not end)"
                "\n  time limit for each wait for data: 30 s"
            ),
        ),
        (
            lost(FailureKind.TLS, detail="certificate has expired", note="not retried: it would fail again"),
            (
                "No answer from GET http://shop.test/orders/7?full=yes: TLS failed (3 ms)\n"
                "  certificate has expired\n"
                "  not retried: it would fail again"
            ),
        ),
        (
            lost(FailureKind.RESET),
            (
                "No answer from GET http://shop.test/orders/7?full=yes: connection reset (3 ms)\n"
                "  nothing came back: so do ports that expect TLS (https://)"
            ),
        ),
        (
            lost(FailureKind.INVALID, detail="Invalid header value"),
            "GET /orders/7?full=yes can't be sent: Invalid header value",
        ),
    ],
)
def test_no_response_came(exchange: Any, text: str) -> None:
    assert str(no_response(exchange)) == text


def test_an_exchange_with_a_response_is_no_missing_response() -> None:
    with pytest.raises(ValueError, match="has an answer"):
        no_response(responded())


@pytest.mark.parametrize(
    "error",
    [
        wrong_status(responded(LONG.encode() * 9, 500, LONG, sent=SentRequest("GET", LONG), headers={}), None),
        no_response(lost(FailureKind.TLS, detail=LONG * 9, sent=SentRequest("GET", LONG))),
    ],
)
def test_a_message_is_one_screenful_and_its_first_line_short(error: Exception) -> None:
    first, *rest = str(error).splitlines()
    assert (len(first) <= 120, len(rest) < 10, len(str(error)) <= 1000) == (True, True, True)


def test_a_masker_of_ones_own_is_used() -> None:
    exchange = responded(b"", 404, "", sent=SentRequest("GET", "http://shop.test/hunter2"))
    assert "/[redacted] (12 ms)" in str(wrong_status(exchange, None, hiding("hunter2")))


def test_a_masked_password_in_the_address_is_no_obstacle() -> None:
    exchange = lost(sent=SentRequest("GET", "http://ada:hunter2@shop.test/orders"))
    assert str(no_response(exchange, hiding("hunter2"))).startswith(
        "No answer from GET http://ada:[redacted]@shop.test/"
    )


def test_a_masker_that_masks_nothing_changes_nothing() -> None:
    assert str(wrong_status(responded(b"", 404, ""), None, plain)) == str(wrong_status(responded(b"", 404, ""), None))


def test_a_response_that_never_came_has_no_wrong_status() -> None:
    with pytest.raises(NoResponseError, match="connection refused"):
        wrong_status(lost(), None)


def test_a_host_that_was_left_alone_says_how_to_send_all_the_same() -> None:
    assert str(no_response(lost(FailureKind.BREAKER, detail="the last 10 requests to shop.test failed"))) == (
        "GET /orders/7?full=yes was not sent: the last 10 requests to shop.test failed\n"
        "  to send all the same, write: Reset Host Health"
    )


@pytest.mark.parametrize(
    ("outcome", "wanted", "said"),
    [
        (respond(200), "refused", "Expected the error refused, got an answer: 200 Said"),
        (respond(200), "any", "Expected an error, got an answer: 200 Said"),
        (refused(), "dns", "Expected the error dns, got connection refused"),
    ],
)
def test_a_missing_expected_error_says_what_came_instead(outcome: Delivery, wanted: str, said: str) -> None:
    seen = replace(exchange(outcome), expected=no_status(wanted))
    assert str(no_expected_error(seen)) == f"{said}: GET http://shop.test/orders (10 ms)"


def test_a_missing_expected_error_carries_the_exchange() -> None:
    seen = exchange(respond())
    assert no_expected_error(seen).exchange is seen


def test_the_suites_own_words_stand_in_front_of_a_missing_expected_error() -> None:
    seen = replace(exchange(respond()), expected=no_status("any"))
    assert str(no_expected_error(seen, "The port is open")).startswith("The port is open\n  Expected an error")


def test_after_a_redirect_the_request_that_failed_is_named() -> None:
    exchange = responded(b"busy", 503, "", headers={}, elapsed=1.01, **redirected(*tries(503, 503)))
    assert str(wrong_status(exchange, None, plain)) == (
        "GET http://other.test/landed still 503 after 2 tries in 1 s (503, 503; 300 ms of it waiting)\n"
        "  server said: busy\n"
        "  redirected from POST http://shop.test/orders (303)"
    )


def test_on_the_sessions_host_its_path_is_enough() -> None:
    exchange = responded(b"", 404, "", headers={}, **redirected(*tries(404), url="http://shop.test/new"))
    assert str(wrong_status(exchange, None, plain)).startswith("Expected a status below 400, got 404: GET /new (")


def test_who_expects_the_redirect_is_told_how_to_see_it() -> None:
    exchange = responded(b"", 200, "OK", headers={}, expected=expect(303), **redirected(*tries(200)))
    assert str(wrong_status(exchange, None, plain)).endswith(
        "(303)\n  to see the redirect itself, write: allow_redirects=${False}"
    )


def test_a_host_that_is_dead_behind_a_redirect_is_named() -> None:
    refusal = lost().attempts[0]
    made = redirected(refusal, replace(refusal, number=2, at=0.05))
    del made["landed"]
    assert str(no_response(lost(elapsed=0.1, **made), plain)) == (
        "No answer from GET http://other.test/landed: connection refused (2 tries in 90 ms)\n"
        "  nothing listens on other.test\n"
        "  redirected from POST http://shop.test/orders (303)"
    )
