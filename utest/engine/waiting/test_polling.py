"""Asking again and again: when, how often, and until what."""

from dataclasses import replace

import pytest
from fake_time import FakeTime
from schedule import exchange, fatal, refused, respond

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.retry.rate_limit import OwnSlots, RateLimit
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.engine.waiting.polling import Observation, Poller, PollSchedule, Wait
from SteadyAPI.errors import UsageError


class Server:
    """Responds to a poll as planned, the last response for ever; each one may take time."""

    def __init__(self, *steps: Delivery, takes: float = 0.0) -> None:
        self.time = FakeTime(seconds=1000.0)
        self.limits: list[float] = []
        self.watched: list[float] = []
        self._steps = list(steps)
        self._takes = takes

    def send(self, limit: float) -> Exchange:
        self.limits.append(limit)
        self.time.seconds += self._takes
        return exchange(self._steps.pop(0) if len(self._steps) > 1 else self._steps[0])

    def watch(self, wait: Wait) -> None:
        self.watched.append(wait.elapsed)

    def wait(self, timeout: float = 30.0, interval: float | None = None, limit: float | None = None) -> Wait:
        pace = None if limit is None else RateLimit(limit, OwnSlots(), lambda: self.time.seconds)
        if pace is not None:
            pace.wait(self.time.clock())
        return Poller(PollSchedule(timeout, interval), self.time.clock(), pace).run(self.send, condition, self.watch)


def condition(seen: Exchange) -> Observation:
    status = seen.response.status if seen.response else 0
    return Observation(str(status), good=status == 200, bad=status == 410)


def test_what_is_so_at_once_costs_one_poll_and_no_pause() -> None:
    server = Server(respond(200))
    assert len(server.wait().polls) == 1
    assert server.time.slept == []


def test_pauses_grow_from_a_tenth_of_a_second_to_two() -> None:
    server = Server(*[respond(404)] * 7, respond(200))
    wait = server.wait()
    assert [round(poll.at, 1) for poll in wait.polls] == [0.0, 0.1, 0.3, 0.7, 1.5, 3.1, 5.1, 7.1]


def test_a_written_interval_stays_the_same() -> None:
    server = Server(*[respond(404)] * 3, respond(200))
    assert [poll.at for poll in server.wait(interval=0.25).polls] == [0.0, 0.25, 0.5, 0.75]


def test_a_state_without_return_ends_it_at_once() -> None:
    wait = Server(respond(404), respond(410), respond(200)).wait()
    assert wait.last.observation.bad
    assert len(wait.polls) == 2


def test_a_fatal_failure_ends_it_at_once() -> None:
    assert len(Server(fatal(), respond(200)).wait().polls) == 1


def test_a_refused_connection_is_waited_out() -> None:
    assert Server(refused(), refused(), respond(200)).wait().last.observation.good


def test_the_time_out_ends_it_with_one_last_poll() -> None:
    wait = Server(respond(404)).wait(timeout=1.0)
    assert [round(poll.at, 1) for poll in wait.polls] == [0.0, 0.1, 0.3, 0.7, 1.0]
    assert wait.elapsed == pytest.approx(1.0)


def test_a_poll_gets_the_time_that_is_left_and_a_second_at_least() -> None:
    server = Server(respond(404), takes=4.0)
    server.wait(timeout=10.0)
    assert server.limits == pytest.approx([10.0, 5.9, 1.7])


def test_a_wish_of_the_server_is_obeyed_within_the_time_out() -> None:
    server = Server(respond(429, {"Retry-After": "3"}), respond(503, {"Retry-After": "60"}), respond(404))
    assert [poll.at for poll in server.wait(timeout=10.0).polls] == pytest.approx([0.0, 3.0, 10.0])


def test_a_rate_limit_holds_the_next_poll_back() -> None:
    assert [poll.at for poll in Server(respond(404), respond(200)).wait(limit=3.0).polls] == pytest.approx([0.0, 3.0])


def test_a_rate_limit_beyond_the_time_out_ends_the_wait() -> None:
    wait = Server(respond(404), respond(200)).wait(timeout=5.0, limit=60.0)
    assert len(wait.polls) == 1
    assert wait.elapsed == 0.0


def test_somebody_is_told_twice_a_second_how_it_stands() -> None:
    server = Server(respond(404))
    server.wait(timeout=2.0, interval=1.2)
    assert server.watched == pytest.approx([0.0, 0.5, 1.0, 1.2, 1.7])


def test_what_was_seen_stays_readable_when_it_is_ended_from_outside() -> None:
    server = Server(respond(404))
    stop = replace(server.time.clock(), sleep=lambda _seconds: next(iter(())))
    waiting = Poller(PollSchedule(5.0), stop)
    with pytest.raises(StopIteration):
        waiting.run(server.send, condition, server.watch)
    assert len(waiting.so_far.polls) == 1


@pytest.mark.parametrize("timeout", [0.0, -1.0])
def test_a_time_out_of_nothing_is_refused(timeout: float) -> None:
    with pytest.raises(UsageError, match=r"timeout: expected a time above 0 to wait, got -?\d s"):
        PollSchedule(timeout)


@pytest.mark.parametrize("interval", [0.0, -1.0])
def test_an_interval_of_nothing_is_refused(interval: float) -> None:
    with pytest.raises(UsageError, match=r"interval: expected a time above 0 between two polls"):
        PollSchedule(5.0, interval)


def test_an_interval_above_the_time_out_is_a_contradiction() -> None:
    with pytest.raises(UsageError, match=r"interval: 6 s is longer than the whole wait, timeout=5 s"):
        PollSchedule(5.0, 6.0)


def test_a_pause_of_one_slice_is_one_slice() -> None:
    server = Server(respond(404))
    server.wait(timeout=1.0, interval=0.5)
    assert server.watched == [0.0, 0.5]
    assert server.time.slept == [0.5, 0.5]


def test_an_interval_of_the_whole_wait_is_two_polls() -> None:
    assert len(Server(respond(404)).wait(timeout=1.0, interval=1.0).polls) == 2


def test_a_poll_without_a_response_asks_for_no_pause() -> None:
    assert [poll.at for poll in Server(refused(), respond(200)).wait().polls] == pytest.approx([0.0, 0.1])
