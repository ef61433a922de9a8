"""When a host counts as dead, and when as alive again."""

from datetime import timedelta

from fake_time import NOON

from SteadyAPI.engine.retry.breaker import Breaker


def broken(times: int) -> Breaker:
    breaker = Breaker()
    for _ in range(times):
        breaker.lost("connection refused", 100.0, NOON)
    return breaker


def test_four_lost_requests_leave_it_closed_and_the_fifth_opens_it() -> None:
    assert not broken(4).is_open
    assert broken(5).is_open


def test_a_response_closes_it_and_the_count_starts_afresh() -> None:
    breaker = broken(5)
    breaker.close()
    breaker.lost("connection refused", 100.0, NOON)
    assert not breaker.is_open
    assert breaker.lost_in_a_row == 1


def test_it_lets_one_request_through_every_ten_seconds() -> None:
    breaker = broken(5)
    assert [breaker.probes(now) for now in (109.9, 110.0, 110.1, 119.9, 120.0)] == [False, True, False, False, True]


def test_a_lost_probe_puts_the_next_one_off() -> None:
    breaker = broken(5)
    assert breaker.probes(110.0)
    breaker.lost("read timeout", 115.0, NOON)
    assert not breaker.probes(124.9)
    assert breaker.probes(125.0)


def test_it_is_open_since_the_first_loss_after_the_last_response() -> None:
    breaker = broken(4)
    assert breaker.since == NOON
    breaker.lost("connection refused", 160.0, NOON + timedelta(minutes=1))
    assert breaker.since == NOON
    breaker.close()
    assert breaker.since is None
    breaker.lost("connection refused", 220.0, NOON + timedelta(minutes=2))
    assert breaker.since == NOON + timedelta(minutes=2)


def test_the_story_names_host_count_time_cause_and_next_probe() -> None:
    assert broken(5).explanation("shop.test", 103.0) == (
        "shop.test lost 5 requests in a row since 12:00:00 (connection refused); next probe in 7 s"
    )


def test_a_story_without_losses_names_no_time() -> None:
    assert Breaker().explanation("shop.test", 103.0) == "shop.test lost 0 requests in a row (); next probe in 0 ms"
