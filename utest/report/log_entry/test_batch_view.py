"""The log entry of a batch."""

from dataclasses import replace
from datetime import timedelta

from exchanges import lost, responded

from SteadyAPI.engine.concurrency.batch import Batch
from SteadyAPI.engine.exchange import Attempt, Exchange
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.log_entry.batch_view import batch_html
from SteadyAPI.report.log_entry.exchange_view import output_size
from SteadyAPI.report.plain_text import text_of

OK = expect(200)


def entry(*exchanges: Exchange, title: str = "GET /orders/7", **others: object) -> str:
    numbered = tuple(enumerate(exchanges, 1))
    figures = {"asked": len(numbered), "at_once": 4, "took": 0.25, **others}
    return batch_html(Batch(numbered, **figures), title, SecretRegistry().mask)  # type: ignore[arg-type]  # figures


def late(number: int, status: int = 200, elapsed: float = 0.02) -> Exchange:
    exchange = responded(b"", status, "", expected=OK, elapsed=elapsed)
    return replace(exchange, started=exchange.started + timedelta(seconds=number * 0.01))


def test_a_line_sums_it_up() -> None:
    html = entry(late(0), late(1), together=2, spread=0.0018)
    assert html.startswith('<details style="overflow-wrap:anywhere"><summary>GET /orders/7 · twice &rarr; ')
    assert text_of(html).splitlines()[0] == "GET /orders/7 · twice → 200 twice · 250 ms · 2 at once within 1.8 ms"


def test_a_row_for_each_outcome_has_times_and_numbers() -> None:
    exchanges = [late(number, elapsed=0.01 * (number + 1)) for number in range(20)]
    rows = text_of(entry(*exchanges, late(20, 404), lost(expected=OK))).splitlines()
    assert rows[1:5] == [
        "result count p50 p95 longest requests",
        "404 1   20 ms #21",
        "connection refused 1   3 ms #22",
        "200 20 100 ms 190 ms 200 ms #1, #2, #3, #4, #5, #6, #7, #8, #9, #10 and 10 more",
    ]


def test_what_is_unexpected_is_open_and_red() -> None:
    html = entry(late(0), late(1, 404))
    assert html.startswith("<details open ")
    assert '<b class="fail">404</b> once · <b class="pass">200</b> once' in html


def test_an_expected_error_is_neither_red_nor_green() -> None:
    assert "<b>409</b> once" in entry(replace(late(0, 409), expected=expect("any")))


def test_lines_of_those_that_were_released_together_begin_with_their_first_bytes() -> None:
    def released(before: float, begun: float) -> Exchange:
        phases = {"dns": before / 2, "connect": before / 2, "send": 0.01, "wait": 0.06, "receive": 0.01}
        attempt = Attempt(1, 0.0, before + 0.08, 200, phases=phases)
        exchange = responded(b"", 200, "", expected=OK, elapsed=before + 0.08, attempts=(attempt,))
        return replace(exchange, started=exchange.started + timedelta(seconds=begun))

    exchanges = [released(0.04, 0.0), released(0.0, 0.04), replace(late(4, elapsed=0.08), attempts=())]
    assert '<path d="M0 1h400M0 4h400M0 7h400"' in entry(*exchanges, together=3)
    assert '<path d="M0 1h400' in entry(*exchanges)
    assert '<path d="M0 1h400M0 4h400' not in entry(*exchanges)


def test_the_waterfall_has_a_line_for_each_request() -> None:
    html = entry(late(0), late(2), late(3, 500, elapsed=0.07))
    assert '<svg width="401" height="9">' in html
    assert '<path d="M0 1h80M80 4h80" stroke="var(--link-color)" stroke-width="2"/>' in html
    assert '<path d="M120 7h280" stroke="var(--fail-color,#ce3e01)" stroke-width="2"/>' in html


def test_of_very_many_requests_some_are_drawn() -> None:
    html = entry(*[late(number) for number in range(250)])
    assert html.count("h") > 80
    assert "every 3. request" in html


def test_requests_that_took_no_time_are_drawn_too() -> None:
    assert "M0 1h1" in entry(late(0, elapsed=0.0))


def test_what_was_not_sent_is_told() -> None:
    assert "98 of 100 not sent" in entry(late(0), late(1), asked=100)
    assert text_of(entry(asked=5)) == "GET /orders/7 · 5 times → 5 of 5 not sent · 250 ms · 4 at once"


def test_a_hundred_requests_take_four_kilobytes_at_most() -> None:
    exchanges = [late(number, 200 if number % 3 else 404, elapsed=0.02 + number / 1000) for number in range(100)]
    assert output_size(entry(*exchanges)) <= 4000


def test_many_outcomes_are_cut() -> None:
    html = entry(*[late(number, 400 + number) for number in range(20)])
    assert "8 more" in html
    assert "419" not in text_of(html).splitlines()[0]


def test_the_title_is_masked_and_escaped() -> None:
    html = entry(late(0), title="GET /<b>?password=hunter2234")
    assert "&lt;b&gt;" in html
    assert "hunter2234" not in html
