"""The log entry of a wait."""

import pytest
from schedule import exchange, polled, respond

from SteadyAPI.engine.waiting.polling import Observation, Poll, Wait
from SteadyAPI.report.log_entry.wait_view import wait_html


@pytest.mark.parametrize(("bad", "colour"), [(True, "fail"), (False, "fail")])
def test_a_wait_that_failed_is_red(bad: bool, colour: str) -> None:
    assert f'<b class="{colour}">failed</b>' in wait_html(polled("failed", bad=bad), "$.status = done")


def test_all_polls_make_one_entry_with_the_last_exchange_in_it() -> None:
    html = wait_html(polled("<b>", "<b>"), "<goal>")
    assert html.count("<summary>GET") == 2
    assert html.count("<td>&lt;b&gt;</td>") == 2
    assert "until &lt;goal&gt;" in html
    assert "2 polls" in html


def test_a_wait_that_succeeded_is_green() -> None:
    seen = Wait((Poll(0.0, exchange(respond()), Observation("done", good=True)),), 1.0)
    assert '<b class="pass">done</b>' in wait_html(seen, "$.status = done")


def test_many_polls_are_cut_in_the_middle() -> None:
    html = wait_html(polled(*[str(number) for number in range(50)]), "$.status = done")
    assert "<td>30 more</td>" in html
    assert "<td>9</td></tr><tr><td>…</td>" in html
    assert html.count("<tr>") == 21
