"""Polling: a request is repeated until a condition holds. Not a retry, which follows a failure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.exchange import Exchange, FailureClass
from SteadyAPI.engine.retry.rate_limit import RateLimit
from SteadyAPI.engine.retry.retry_after import retry_after
from SteadyAPI.errors import UsageError

FIRST_INTERVAL = 0.1
LONGEST_INTERVAL = 2.0
_GROWTH = 2.0
_LEAST_ATTEMPT = 1.0
"""Seconds that the last poll gets even if the time is over before: cut to nothing it could only fail."""
_SLICE = 0.5


@dataclass(frozen=True, slots=True)
class Observation:
    """What a poll showed: in words, whether the wait is over, and for good or for bad; ``value`` is what it brings.

    ``of_response`` says that the words are about the response as a whole, because it had no body to check. ``why`` has
    further lines for the failure message.
    """

    shown: str
    good: bool = False
    bad: bool = False
    value: Any = None
    of_response: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Poll:
    """One request of a wait; ``at`` in seconds from its start."""

    at: float
    exchange: Exchange
    observation: Observation


@dataclass(frozen=True, slots=True)
class Wait:
    """A wait that is over: its polls, and its time in seconds."""

    polls: tuple[Poll, ...]
    elapsed: float

    @property
    def last(self) -> Poll:
        """The poll that ended it."""
        return self.polls[-1]


@dataclass(frozen=True, slots=True)
class PollSchedule:
    """How long a wait may take and how often it asks, in seconds; without an interval of its own it asks less often.

    The usual interval grows from ``FIRST_INTERVAL`` to ``LONGEST_INTERVAL``.
    """

    timeout: float
    interval: float | None = None

    def __post_init__(self) -> None:
        if self.timeout <= 0:
            raise UsageError(f"timeout: expected a time above 0 to wait, got {self.timeout:g} s.")
        if self.interval is not None and self.interval <= 0:
            raise UsageError(f"interval: expected a time above 0 between two polls, got {self.interval:g} s.")
        if self.interval is not None and self.interval > self.timeout:
            raise UsageError(
                f"interval: {self.interval:g} s is longer than the whole wait, timeout={self.timeout:g} s: "
                "there would be one poll."
            )

    def after(self, polls: int) -> float:
        """Returns the pause after that many polls."""
        if self.interval is not None:
            return self.interval
        # Growth stops long before the power gets large.
        return min(LONGEST_INTERVAL, FIRST_INTERVAL * _GROWTH ** min(polls - 1, 10))


class Poller:
    """A wait in progress; its polls stay readable when it is ended from outside, such as by a time-out."""

    def __init__(self, schedule: PollSchedule, clock: Clock, limit: RateLimit | None = None) -> None:
        """Begins the wait; a rate limit that holds the next poll back beyond the time ends it."""
        self._schedule = schedule
        self._clock = clock
        self._limit = limit
        self._started = clock.monotonic()
        self._polls: list[Poll] = []

    @property
    def so_far(self) -> Wait:
        """The polls until now."""
        return Wait(tuple(self._polls), self._elapsed())

    def run(
        self,
        send: Callable[[float], Exchange],
        condition: Callable[[Exchange], Observation],
        watch: Callable[[Wait], None],
    ) -> Wait:
        """Polls until the condition holds or never can, or the time is over.

        Args:
            send: Makes one poll, within that many seconds.
            condition: Judges its exchange.
            watch: Gets the polls so far between two polls, twice a second at least.
        """
        while True:
            at = self._elapsed()
            exchange = send(max(_LEAST_ATTEMPT, self._schedule.timeout - at))
            observation = condition(exchange)
            self._polls.append(Poll(at, exchange, observation))
            left = self._schedule.timeout - self._elapsed()
            held_back = self._limit.delay() if self._limit is not None else 0.0
            if observation.good or observation.bad or _is_fatal(exchange) or left <= held_back:
                return self.so_far
            wanted = max(self._schedule.after(len(self._polls)), _asked(exchange, self._clock), held_back)
            self._pause(min(wanted, left), watch)

    def _pause(self, seconds: float, watch: Callable[[Wait], None]) -> None:
        while seconds > 0:
            watch(self.so_far)
            self._clock.sleep(min(seconds, _SLICE))
            seconds -= _SLICE

    def _elapsed(self) -> float:
        return self._clock.monotonic() - self._started


def _asked(exchange: Exchange, clock: Clock) -> float:
    """Returns the pause that the server asks for with ``Retry-After``."""
    if exchange.response is None:
        return 0.0
    return retry_after(exchange.response.headers, clock.now()) or 0.0


def _is_fatal(exchange: Exchange) -> bool:
    return exchange.failure is not None and exchange.failure.failure_class is FailureClass.FATAL
