"""Requests spaced out before the server has to say no."""

import tempfile
from pathlib import Path

import pytest
from fake_time import FakeTime

from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit, interval_of, rate_limit_of
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize(
    ("text", "interval"), [("10/s", 0.1), ("100/min", 0.6), ("500/h", 7.2), (" 2 / s ", 0.5), ("0.5/s", 2.0)]
)
def test_a_rate_is_requests_in_a_time(text: str, interval: float) -> None:
    assert interval_of(text) == pytest.approx(interval)


@pytest.mark.parametrize("text", ["", "10", "10/day", "0/s", "-1/s", "ten/s", "10/s/s", "1e9/s", "\u0661/s"])
def test_what_is_no_rate_is_refused_with_the_ways_to_write_one(text: str) -> None:
    with pytest.raises(UsageError, match=r"rate_limit: expected requests in a time, such as 10/s, 100/min or 500/h"):
        interval_of(text)


def test_requests_are_spaced_out_evenly_and_the_first_one_goes_at_once() -> None:
    time = FakeTime(seconds=50.0)
    limit = RateLimit(0.1, OwnSlots(), lambda: time.seconds)
    clock = time.clock()
    for _ in range(3):
        limit.wait(clock)
    assert time.slept == pytest.approx([0.1, 0.1])


def test_who_is_slower_than_the_rate_never_waits() -> None:
    time = FakeTime()
    limit = RateLimit(0.1, OwnSlots(), lambda: time.seconds)
    for _ in range(3):
        limit.wait(time.clock())
        time.seconds += 0.2
    assert time.slept == []


def test_an_idle_time_is_not_saved_up() -> None:
    time = FakeTime()
    limit = RateLimit(0.1, OwnSlots(), lambda: time.seconds)
    limit.wait(time.clock())
    time.seconds += 60
    limit.wait(time.clock())
    limit.wait(time.clock())
    assert time.slept == pytest.approx([0.1])


def test_it_tells_how_long_the_next_request_is_held_back() -> None:
    time = FakeTime(seconds=1.0)
    limit = RateLimit(0.5, OwnSlots(), lambda: time.seconds)
    assert limit.delay() == 0.0
    limit.wait(time.clock())
    assert limit.delay() == 0.5


def test_no_rate_is_no_limit() -> None:
    assert rate_limit_of(None, "http://shop.test", shared=False) is None


def test_a_rate_makes_a_limit_of_this_session() -> None:
    limit = rate_limit_of("10/s", "http://shop.test", shared=False)
    assert limit is not None
    assert limit.interval == pytest.approx(0.102)
    clock = FakeTime().clock()
    limit.wait(clock)
    limit.wait(clock)
    assert 0.1 < limit.delay() <= 0.204


@pytest.mark.parametrize(("rate", "interval"), [("1/s", 1.02), ("20/s", 0.052), ("50/s", 0.0208), ("1000/s", 0.00104)])
def test_the_margin_is_two_milliseconds_but_two_to_four_percent(rate: str, interval: float) -> None:
    limit = rate_limit_of(rate, "http://shop.test", shared=False)
    assert limit is not None
    assert limit.interval == pytest.approx(interval)


def test_a_handshake_puts_the_next_request_off() -> None:
    time = FakeTime()
    limit = RateLimit(0.5, OwnSlots(), lambda: time.seconds)
    limit.wait(time.clock())
    limit.postpone(0.2)
    assert limit.delay() == pytest.approx(0.7)


def test_a_limit_to_share_must_be_there() -> None:
    with pytest.raises(
        UsageError, match=r"share_rate_limit: expected a limit to share, got none\.\n  add one: rate_limit"
    ):
        rate_limit_of(None, "http://shop.test", shared=True)


def test_two_sessions_share_a_limit_on_one_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    one = rate_limit_of("1/min", "http://shop.test/v1", shared=True)
    two = rate_limit_of("1/min", "http://shop.test:80/v2", shared=True)
    assert one is not None
    assert two is not None
    one.wait(FakeTime().clock())
    assert 59 < two.delay() <= 61.2
    elsewhere = rate_limit_of("1/min", "http://stock.test/v1", shared=True)
    assert elsewhere is not None
    assert elsewhere.delay() == 0.0


def test_a_long_wait_for_a_shared_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    told: list[float] = []
    limit = rate_limit_of("1/min", "http://shop.test/v1", shared=True, on_long_wait=told.append)
    assert limit is not None
    time = FakeTime()
    limit.wait(time.clock())
    limit.wait(time.clock())
    assert told == time.slept
    assert 59 < told[0] <= 61.2


def test_a_long_wait_is_told_before_it_begins() -> None:
    time = FakeTime()
    told: list[tuple[float, float]] = []
    limit = RateLimit(1.5, OwnSlots(), lambda: time.seconds, lambda seconds: told.append((seconds, time.seconds)))
    clock = time.clock()
    limit.wait(clock)
    limit.wait(clock)
    assert told == []
    time.seconds = 0.5
    limit.wait(clock)
    assert told == [(2.5, 0.5)]


@pytest.mark.parametrize(("shared", "delay"), [(None, 60.0), (True, 60.0), (False, 0.0)])
def test_where_slots_are_shared_over_machines_a_limit_uses_them_unless_it_is_its_own(
    shared: bool | None, delay: float
) -> None:
    made: dict[str, OwnSlots] = {}
    one, two = (
        rate_limit_of(
            "1/min", "http://shop.test/v1", shared=shared, shared_slots=lambda url: made.setdefault(url, OwnSlots())
        )
        for _ in range(2)
    )
    assert one is not None
    assert two is not None
    one.wait(FakeTime().clock())
    assert two.delay() == pytest.approx(delay * 1.02)
    assert list(made) == (["http://shop.test/v1"] if delay else [])
