"""The failure message of a wait."""

from schedule import exchange, polled, respond

from SteadyAPI.engine.waiting.polling import Observation, Poll, Wait
from SteadyAPI.report.messages.wait_failures import wait_failure


def message(seen: Wait, own: str | None = None) -> str:
    return str(wait_failure(seen, "$.status", '"done"', own))


def test_a_value_that_never_changed_stayed() -> None:
    assert message(polled('"running"', '"running"')) == (
        'GET http://shop.test/orders: $.status stayed "running" for 30 s (2 polls), expected "done"'
    )


def test_a_value_that_changed_tells_its_outcomes() -> None:
    assert message(polled("absent", '"queued"', '"queued"', '"running"')).splitlines() == [
        'GET http://shop.test/orders: $.status is "running" after 30 s (4 polls), expected "done"',
        '  it was absent (1 poll), then "queued" (2 polls), then "running" (1 poll)',
    ]


def test_a_terminal_value_is_what_it_became() -> None:
    assert message(polled('"failed"', elapsed=0.01, bad=True)) == (
        'GET http://shop.test/orders: $.status became "failed" after 10 ms (1 poll), expected "done"'
    )


def test_a_response_without_the_value_is_spoken_of_as_a_whole() -> None:
    assert message(polled("503 Busy", of_response=True)) == (
        'GET http://shop.test/orders: the answer stayed 503 Busy for 30 s (1 poll), expected $.status = "done"'
    )


def test_a_long_outcomes_is_shown_from_its_end() -> None:
    story = message(polled(*[str(number) for number in range(12)])).splitlines()[1]
    assert story.startswith("  it was …, then 4 (1 poll), then 5 (1 poll)")
    assert story.endswith("then 11 (1 poll)")


def test_the_suites_own_words_and_the_mismatches_frame_it() -> None:
    seen = Wait((Poll(0.0, exchange(respond()), Observation("1 mismatch", why="  $.id: absent")),), 1.0)
    lines = message(seen, own="The job hangs").splitlines()
    assert lines[0] == "The job hangs"
    assert lines[-1] == "  $.id: absent"


def test_the_error_carries_the_last_exchange() -> None:
    seen = polled("a", "b")
    assert wait_failure(seen, "$", "c", None).exchange is seen.last.exchange
