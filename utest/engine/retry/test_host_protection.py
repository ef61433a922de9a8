"""What the run knows of the hosts that gave trouble."""

import threading
from contextlib import suppress
from datetime import datetime

import pytest
from batches import PATIENCE
from fake_time import NOON_HERE, FakeTime
from hypothesis import given
from hypothesis import strategies as st
from schedule import fatal, refused, reset, respond, stale

from SteadyAPI.engine.retry.breaker import Breaker
from SteadyAPI.engine.retry.host_protection import Protection
from SteadyAPI.engine.transport import Delivery

URL = "http://shop.test:8080/orders"
ELSEWHERE = "http://stock.test:8080/orders"


def after(*deliveries: Delivery, counts: bool = True) -> tuple[Protection, FakeTime]:
    protection, time = Protection(), FakeTime()
    for delivery in deliveries:
        protection.settle(URL, delivery, time.clock(), counts=counts)
    return protection, time


def test_a_host_without_trouble_is_free_and_leaves_no_trace() -> None:
    protection, time = after(respond(), respond(404))
    assert protection.admits(URL, time.clock()) == (True, "")
    assert protection.health() == {}


@pytest.mark.parametrize("lost", [refused(), reset(), stale(), respond(502), respond(503), respond(504)])
def test_five_lost_requests_in_a_row_turn_the_next_one_away(lost: Delivery) -> None:
    protection, time = after(*[lost] * 5)
    retried, refusal = protection.admits(URL, time.clock())
    assert not retried
    cause = lost.failure.kind.value if lost.failure else lost.response and lost.response.status
    assert refusal.startswith(f"shop.test:8080 lost 5 requests in a row since {NOON_HERE}:00 ({cause}); ")


@pytest.mark.parametrize("outcome", [respond(429), respond(500), respond(501), fatal()])
def test_what_is_no_sign_of_a_dead_host_never_opens_it(outcome: Delivery) -> None:
    protection, time = after(*[outcome] * 20)
    assert protection.admits(URL, time.clock()) == (True, "")


def test_an_expected_failure_does_not_count() -> None:
    protection, time = after(*[refused()] * 20, counts=False)
    assert protection.admits(URL, time.clock()) == (True, "")


def test_one_response_in_between_starts_the_count_afresh() -> None:
    protection, time = after(*[refused()] * 4, respond(404), *[refused()] * 4)
    assert protection.admits(URL, time.clock()) == (True, "")


def test_requests_that_were_on_their_way_together_count_once() -> None:
    protection, time = after()
    for _ in range(4):
        time.sleep(1)
        for _ in range(20):
            protection.settle(URL, reset(), time.clock(), counts=True, took=0.9)
            time.sleep(0.01)
    assert protection.admits(URL, time.clock()) == (True, "")
    time.sleep(1)
    protection.settle(URL, reset(), time.clock(), counts=True, took=0.9)
    assert "lost 5 requests in a row" in protection.admits(URL, time.clock())[1]


def test_several_threads_share_one_budget_and_change_it_one_after_the_other() -> None:
    meeting = threading.Barrier(2)
    granted: list[bool] = []

    class Meeting(Breaker):
        def lost(self, cause: str, now: float, wall: datetime) -> None:
            # Passes only while another thread is here too.
            with suppress(threading.BrokenBarrierError):
                meeting.wait(0.1)
                cause = "two threads at once"
            super().lost(cause, now, wall)

    protection, time = Protection(lambda _: Meeting()), FakeTime()

    def lose() -> None:
        granted.extend(protection.charge(URL, 5) for _ in range(15))
        for _ in range(5):
            protection.settle(URL, reset(), time.clock(), counts=True)

    threads = [threading.Thread(target=lose) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert granted.count(True) == 20
    _, refusal = protection.admits(URL, time.clock())
    assert f"lost 10 requests in a row since {NOON_HERE}:00 (connection reset)" in refusal


def test_a_server_error_in_between_changes_nothing() -> None:
    protection, time = after(*[refused()] * 4, respond(500), refused())
    assert protection.admits(URL, time.clock())[1]


def test_a_dead_host_does_not_harm_another_one() -> None:
    protection, time = after(*[refused()] * 5)
    assert protection.admits(ELSEWHERE, time.clock()) == (True, "")
    assert protection.admits("https://shop.test:8080/", time.clock()) == (True, "")
    assert protection.admits("http://shop.test:9090", time.clock()) == (True, "")


def test_a_probe_goes_out_without_retries_and_its_response_closes_the_breaker() -> None:
    protection, time = after(*[refused()] * 5)
    time.seconds += 10
    assert protection.admits(URL, time.clock()) == (False, "")
    assert protection.admits(URL, time.clock())[1]
    protection.settle(URL, respond(404), time.clock(), counts=True)
    assert protection.admits(URL, time.clock()) == (True, "")


def test_a_response_to_an_expecting_call_closes_the_breaker_too() -> None:
    protection, time = after(*[refused()] * 5)
    protection.settle(URL, respond(200), time.clock(), counts=False)
    assert protection.admits(URL, time.clock()) == (True, "")


def test_a_name_and_password_in_the_address_are_not_told() -> None:
    protection, time = Protection(), FakeTime()
    for _ in range(5):
        protection.settle("http://ada:hunter2!x@shop.test/", refused(), time.clock(), counts=True)
    assert "hunter2!x" not in protection.admits("http://ada:hunter2!x@shop.test/", time.clock())[1]
    assert list(protection.health()) == ["http://shop.test"]


def test_a_used_up_budget_is_worth_one_warning_in_the_run() -> None:
    protection = Protection()
    charged = [protection.charge(URL, 5.0) for _ in range(22)]
    assert charged == [True] * 20 + [False] * 2
    warning = protection.warning() or ""
    assert warning.startswith("The retry budget of shop.test:8080 is used up")
    assert "Reset Host Health" in warning
    assert protection.warning() is None
    assert not protection.charge(URL, 5.0)
    assert protection.warning() is None


def test_a_host_that_recovered_fully_is_forgotten() -> None:
    protection, time = Protection(), FakeTime()
    protection.charge(URL, 2.0)
    protection.settle(URL, respond(), time.clock(), counts=True)
    assert list(protection.health()) == ["http://shop.test:8080"]
    protection.settle(URL, respond(), time.clock(), counts=True)
    assert protection.health() == {}


def test_resetting_one_host_leaves_the_others() -> None:
    protection, time = after(*[refused()] * 5)
    protection.settle(ELSEWHERE, refused(), time.clock(), counts=True)
    protection.reset("HTTP://SHOP.TEST:8080")
    assert list(protection.health()) == ["http://stock.test:8080"]


def test_resetting_all_forgets_every_host() -> None:
    protection, _ = after(*[refused()] * 5)
    protection.reset(None)
    assert protection.health() == {}


OUTCOMES = st.sampled_from([refused(), reset(), respond(503), respond(200), respond(404), respond(429), respond(500)])


@given(st.lists(st.tuples(OUTCOMES, st.floats(0.0, 15.0)), max_size=40))
def test_a_host_is_asked_at_least_every_ten_seconds_and_never_turned_away_after_a_response(
    story: list[tuple[Delivery, float]],
) -> None:
    protection, time = Protection(), FakeTime()
    asked_at = 0.0
    for outcome, pause in story:
        time.seconds += pause
        refusal = protection.admits(URL, time.clock())[1]
        assert not refusal or time.seconds - asked_at < 10.0
        asked_at = asked_at if refusal else time.seconds
        protection.settle(URL, outcome if not refusal else fatal(), time.clock(), counts=True)
        answered_well = not refusal and outcome in (respond(200), respond(404), respond(429))
        assert not answered_well or protection.admits(URL, time.clock()) == (True, "")


@pytest.mark.parametrize("url", ["http://shop.test:8080", "http://shop.test:8080?page=2", "http://shop.test:8080#top"])
def test_a_host_is_the_same_whatever_follows_it(url: str) -> None:
    protection, time = after(*[refused()] * 5)
    assert protection.admits(url, time.clock())[1].startswith("shop.test:8080 lost 5 requests in a row")


def sharing() -> tuple[list[Protection], dict[str, Breaker], FakeTime]:
    """Returns two processes whose breakers are the same."""
    breakers: dict[str, Breaker] = {}
    processes = [Protection(lambda host: breakers.setdefault(host, Breaker())) for _ in range(2)]
    return processes, breakers, FakeTime()


def test_a_shared_breaker_turns_requests_of_other_processes_away() -> None:
    (one, two), _, time = sharing()
    assert two.admits(URL, time.clock()) == (True, "")
    for _ in range(5):
        one.settle(URL, refused(), time.clock(), counts=True)
    assert two.admits(URL, time.clock())[1].startswith("shop.test:8080 lost 5 requests in a row")
    assert list(two.health()) == ["http://shop.test:8080"]


def test_a_response_to_one_process_brings_the_host_back_for_all_and_healthy_hosts_are_not_shown() -> None:
    (one, two), breakers, time = sharing()
    two.admits(URL, time.clock())
    for _ in range(5):
        one.settle(URL, refused(), time.clock(), counts=True)
    two.settle(URL, respond(), time.clock(), counts=True)
    assert one.admits(URL, time.clock()) == (True, "")
    assert (one.health(), two.health()) == ({}, {})
    assert list(breakers) == ["http://shop.test:8080"]


def test_resetting_a_host_closes_its_breaker_for_all_though_this_process_has_not_met_it() -> None:
    (one, two), _, time = sharing()
    for url in (URL, ELSEWHERE):
        for _ in range(5):
            one.settle(url, refused(), time.clock(), counts=True)
    two.reset(URL)
    assert list(one.health()) == ["http://stock.test:8080"]
    one.reset(None)
    assert two.admits(ELSEWHERE, time.clock()) == (True, "")
