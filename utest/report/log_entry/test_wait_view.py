"""A wait in words and as a log entry."""

import pytest
from schedule import answer, exchange

from SteadyAPI.engine.waiting.polling import Observation, Poll, Wait
from SteadyAPI.report.log_entry.wait_view import never_so, progress, wait_html


def wait(*shown: str, elapsed: float = 30.0, bad: bool = False, of_response: bool = False) -> Wait:
    last = len(shown) - 1
    polls = tuple(
        Poll(number * 1.0, exchange(answer()), Observation(words, bad=bad and number == last, of_response=of_response))
        for number, words in enumerate(shown)
    )
    return Wait(polls, elapsed)


def message(seen: Wait, own: str | None = None) -> str:
    return str(never_so(seen, "$.status", '"done"', own))


def test_a_value_that_never_changed_stayed() -> None:
    assert message(wait('"running"', '"running"')) == (
        'GET http://shop.test/orders: $.status stayed "running" for 30 s (2 polls), expected "done"'
    )


def test_a_value_that_changed_tells_its_story() -> None:
    assert message(wait("absent", '"queued"', '"queued"', '"running"')).splitlines() == [
        'GET http://shop.test/orders: $.status is "running" after 30 s (4 polls), expected "done"',
        '  it was absent (1 poll), then "queued" (2 polls), then "running" (1 poll)',
    ]


def test_a_terminal_value_is_what_it_became() -> None:
    assert message(wait('"failed"', elapsed=0.01, bad=True)) == (
        'GET http://shop.test/orders: $.status became "failed" after 10 ms (1 poll), expected "done"'
    )


def test_an_answer_without_the_value_is_spoken_of_as_a_whole() -> None:
    assert message(wait("503 Busy", of_response=True)) == (
        'GET http://shop.test/orders: the answer stayed 503 Busy for 30 s (1 poll), expected $.status = "done"'
    )


def test_a_long_story_is_told_from_its_end() -> None:
    story = message(wait(*[str(number) for number in range(12)])).splitlines()[1]
    assert story.startswith("  it was …, then 4 (1 poll), then 5 (1 poll)")
    assert story.endswith("then 11 (1 poll)")


def test_the_suites_own_words_and_the_mismatches_frame_it() -> None:
    seen = Wait((Poll(0.0, exchange(answer()), Observation("1 mismatch", why="  $.id: absent")),), 1.0)
    lines = message(seen, own="The job hangs").splitlines()
    assert lines[0] == "The job hangs"
    assert lines[-1] == "  $.id: absent"


def test_the_error_carries_the_last_exchange() -> None:
    seen = wait("a", "b")
    assert never_so(seen, "$", "c", None).exchange is seen.last.exchange


def test_progress_is_one_line_with_the_time_at_its_end() -> None:
    assert progress(wait('"running"', elapsed=12.3), '$.status = "done"', 30.0) == (
        'waiting for GET http://shop.test/orders $.st… · try 1 · last: "running" · 12 s of 30 s'
    )


def test_a_short_subject_is_shown_whole() -> None:
    assert progress(wait("x"), "up", 5.0).startswith("waiting for GET http://shop.test/orders up · try 1")


@pytest.mark.parametrize(("bad", "colour"), [(True, "fail"), (False, "fail")])
def test_a_wait_that_failed_is_red(bad: bool, colour: str) -> None:
    assert f'<b class="{colour}">failed</b>' in wait_html(wait("failed", bad=bad), "$.status = done")


def test_all_polls_make_one_entry_with_the_last_exchange_in_it() -> None:
    html = wait_html(wait("<b>", "<b>"), "<goal>")
    assert html.count("<summary>GET") == 2
    assert html.count("<td>&lt;b&gt;</td>") == 2
    assert "until &lt;goal&gt;" in html
    assert "2 polls" in html


def test_a_wait_that_succeeded_is_green() -> None:
    seen = Wait((Poll(0.0, exchange(answer()), Observation("done", good=True)),), 1.0)
    assert '<b class="pass">done</b>' in wait_html(seen, "$.status = done")


def test_many_polls_are_cut_in_the_middle() -> None:
    html = wait_html(wait(*[str(number) for number in range(50)]), "$.status = done")
    assert "<td>30 more</td>" in html
    assert "<td>9</td></tr><tr><td>…</td>" in html
    assert html.count("<tr>") == 22
