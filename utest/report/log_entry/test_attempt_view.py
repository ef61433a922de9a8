"""Attempts as a table, and the time of the last one."""

from dataclasses import replace

from exchanges import responded, tries

from SteadyAPI.engine.exchange import Attempt
from SteadyAPI.report.log_entry.attempt_view import attempts_html, seconds_to_response, timing_text


def test_one_attempt_needs_no_table() -> None:
    assert attempts_html(responded(), str) == ""


def test_every_attempt_has_a_row_with_its_bar() -> None:
    exchange = responded(attempts=tries(503, 200, waited=0.996, reason="Retry-After: 1"), elapsed=1.0)
    assert attempts_html(exchange, str) == (
        '<div style="overflow-x:auto"><table style="border-spacing:1ch 0;width:max-content;max-width:max(100%,40em)">'
        '<tr style="text-align:left"><th>try</th>'
        "<th>at</th><th>result</th><th>took</th><th>when</th><th>then</th></tr>"
        '<tr><td>1</td><td>0 ms</td><td>503</td><td>2 ms</td><td><svg width="160" height="9"><rect x="0" width="1" '
        'height="9" fill="var(--link-color)"/></svg></td><td>waited 996 ms (Retry-After: 1)</td></tr>'
        '<tr><td>2</td><td>998 ms</td><td>200</td><td>2 ms</td><td><svg width="160" height="9"><rect x="159" width="1" '
        'height="9" fill="var(--link-color)"/></svg></td><td></td></tr></table></div>'
    )


def test_a_row_takes_at_most_250_bytes() -> None:
    row = attempts_html(responded(attempts=tries(503, 200, reason="Retry-After: 1")), str).split("<tr>")[2]
    assert len(row) <= 250


def test_many_attempts_show_the_first_and_the_last() -> None:
    table = attempts_html(responded(attempts=tries(*[503] * 20, 200)), str)
    assert (table.count("<rect"), ">15 more<" in table) == (6, True)


def test_what_the_server_says_about_waiting_is_escaped_and_cut() -> None:
    table = attempts_html(responded(attempts=tries(503, 200, reason="<b>" * 100)), str)
    assert ("<b>" in table, len(table) < 1000) == (False, True)


def test_an_exchange_that_took_no_time_is_drawn_too() -> None:
    assert 'width="1"' in attempts_html(responded(attempts=tries(503, 200, waited=0.0), elapsed=0.0), str)


def test_the_steps_of_a_new_connection_are_shown() -> None:
    phases = {"dns": 0.001, "connect": 0.002, "tls": 0.01, "send": 0.001, "wait": 0.03, "receive": 0.006}
    exchange = responded(attempts=(Attempt(1, 0.0, 0.05, 200, phases=phases),))
    assert timing_text(exchange) == (
        "new connection: DNS 1 ms · connect 2 ms · TLS 10 ms · first byte 44 ms · total 50 ms"
    )


def test_a_reused_connection_has_fewer_steps() -> None:
    exchange = responded(attempts=(Attempt(1, 0.0, 0.05, 200, reused=True, phases={"send": 0.001, "wait": 0.03}),))
    assert timing_text(exchange) == "first byte 31 ms · total 50 ms"


def test_without_a_response_there_is_no_first_byte() -> None:
    exchange = replace(responded(), attempts=(Attempt(1, 0.0, 0.05, phases={"dns": 0.001}),))
    assert timing_text(exchange) == "new connection: DNS 1 ms · total 50 ms"


def test_what_was_not_measured_is_not_shown() -> None:
    assert timing_text(responded()) == ""


def test_the_response_begins_when_all_but_receiving_is_done() -> None:
    assert seconds_to_response({"send": 1.0, "wait": 2.0, "receive": 4.0}) == 3.0
