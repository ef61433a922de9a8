"""The one retry engine: what is tried again, when, and how often.

Semantics: RFC 9110, section 9.2.2 (idempotent methods) and 10.2.3 (Retry-After). tenacity runs the loop, and is entered
only after a first failure.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.exchange import Attempt, Failure, FailureClass, Request, Response, Timeout
from SteadyAPI.engine.expectation import StatusExpectation
from SteadyAPI.engine.replay import Replay
from SteadyAPI.engine.retry_after import retry_after
from SteadyAPI.engine.transport import Delivery

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
NOT_PROCESSED = frozenset({429, 503})
"""Statuses by which the server says that it did not process the request: any method may be resent."""
TRANSIENT = frozenset({500, 502, 504})
"""Statuses that leave open whether the request was applied: only idempotent methods are resent."""

_SHORTEST_STATUS_WAIT = 0.05
_RETRY_AFTER_JITTER = 0.1


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently a request is tried; times in seconds.

    ``attempts`` counts the first one. The wait before retry *k* is random between 0 and ``first_wait * 2**k``, at most
    ``longest_wait``. A Retry-After up to ``retry_after_cap`` is obeyed; above it the request isn't retried.
    ``deadline`` holds for all attempts and waits together, and cuts the last attempt.
    """

    attempts: int = 3
    first_wait: float = 0.25
    longest_wait: float = 5.0
    retry_after_cap: float = 10.0
    deadline: float | None = 30.0


DEFAULT_POLICY = RetryPolicy()
NO_RETRIES = RetryPolicy(attempts=1)


@dataclass(frozen=True, slots=True)
class RetryOutcome:
    """The last delivery, every attempt, and why there was no further one when that isn't plain."""

    delivery: Delivery
    attempts: tuple[Attempt, ...]
    elapsed: float
    note: str = ""


class RetryRun:
    """The attempts of one request under a policy."""

    def __init__(
        self,
        policy: RetryPolicy,
        request: Request,
        expected: StatusExpectation,
        send: Callable[[Timeout, float | None], Delivery],
        clock: Clock,
    ) -> None:
        self._policy = policy
        self._request = request
        self._expected = expected
        self._send = send
        self._clock = clock
        self._started = clock.monotonic()
        self._attempts: list[Attempt] = []
        self._replay = Replay(request)
        self._free_resends = 0
        self._note = ""
        self._wait_reason = ""

    def run(self) -> RetryOutcome:
        """Sends the request until it is answered or the policy ends it."""
        delivery = self._attempt()
        if self._may_repeat(delivery):
            delivery = self._repeat(delivery)
        return RetryOutcome(delivery, tuple(self._attempts), self._elapsed(), self._note)

    def _repeat(self, first: Delivery) -> Delivery:
        from tenacity import Retrying  # noqa: PLC0415  made when a first attempt has failed: most runs never need it

        pending = [first]
        loop = Retrying(
            sleep=self._clock.sleep,
            retry=lambda state: self._may_repeat(_delivery(state)),
            wait=lambda state: self._wait(_delivery(state)),
            stop=lambda state: self._must_stop(_delivery(state), state.upcoming_sleep),
            before_sleep=lambda state: self._note_wait(state.upcoming_sleep),
            retry_error_callback=_delivery,
        )
        result: Delivery = loop(lambda: pending.pop() if pending else self._attempt())
        return result

    def _attempt(self) -> Delivery:
        if self._attempts:
            self._replay.rewind()
        begun = self._elapsed()
        left = self._left(begun)
        delivery = self._send(_cut(self._request.timeout, left), left)
        self._attempts.append(
            Attempt(
                number=len(self._attempts) + 1,
                at=begun,
                took=self._elapsed() - begun,
                status=delivery.response.status if delivery.response else None,
                failure=delivery.failure,
                reused=delivery.reused,
                phases=delivery.phases,
            )
        )
        return delivery

    def _may_repeat(self, delivery: Delivery) -> bool:
        """Tells whether the outcome is of a kind that another attempt may mend; the expected status never is."""
        if self._policy.attempts <= 1:
            return False
        if delivery.failure is not None:
            repeatable = self._failure_repeatable(delivery.failure)
        else:
            repeatable = delivery.response is not None and self._status_repeatable(delivery.response)
        if repeatable and not self._replay.possible:
            self._note = "not retried: the body is a stream that can be read only once"
            return False
        return repeatable

    def _status_repeatable(self, response: Response) -> bool:
        if self._expected.matches(response.status):
            return False
        if response.status in NOT_PROCESSED:
            return True
        if response.status not in TRANSIENT:
            return False
        return self._safe_to_resend(f"the server may have applied it before it answered {response.status}")

    def _failure_repeatable(self, failure: Failure) -> bool:
        if failure.failure_class is FailureClass.AMBIGUOUS:
            return self._safe_to_resend("the server may have applied it")
        return failure.failure_class is not FailureClass.FATAL

    def _safe_to_resend(self, doubt: str) -> bool:
        safe = (
            self._request.repeatable
            or self._request.method in IDEMPOTENT
            or any(name.lower() == "idempotency-key" for name in self._request.headers)
        )
        if not safe:
            self._note = f"not retried: {doubt}, and {self._request.method} is not idempotent"
        return safe

    def _wait(self, delivery: Delivery) -> float:
        self._wait_reason = ""
        if self._is_free(delivery):
            self._wait_reason = "stale connection"
            return 0.0
        ceiling = min(self._policy.longest_wait, self._policy.first_wait * 2 ** (self._counted() - 1))
        if delivery.response is None:
            return self._clock.jitter(0.0, ceiling)
        asked = retry_after(delivery.response.headers, self._clock.now())
        if asked is None:
            return self._clock.jitter(min(_SHORTEST_STATUS_WAIT, ceiling), ceiling)
        self._wait_reason = f"Retry-After: {delivery.response.headers['Retry-After']}"
        return asked + self._clock.jitter(0.0, _RETRY_AFTER_JITTER)

    def _must_stop(self, delivery: Delivery, wait: float) -> bool:
        if self._is_free(delivery):
            self._free_resends += 1
            return False
        if self._counted() >= self._policy.attempts:
            return True
        if self._wait_reason and wait > self._policy.retry_after_cap + _RETRY_AFTER_JITTER:
            self._note = (
                f"not retried: server asked for {self._wait_reason.removeprefix('Retry-After: ')} "
                f"(Retry-After), cap is {self._policy.retry_after_cap:g} s"
            )
            return True
        left = self._left(self._elapsed())
        if left is not None and wait >= left:
            self._note = f"not retried: the deadline of {self._policy.deadline:g} s would have passed"
            return True
        return False

    def _is_free(self, delivery: Delivery) -> bool:
        """One resend over a fresh connection costs no attempt when a pooled one turned out to be closed."""
        stale = delivery.failure is not None and delivery.failure.failure_class is FailureClass.STALE
        return stale and self._free_resends == 0

    def _note_wait(self, wait: float) -> None:
        self._attempts[-1] = replace(self._attempts[-1], waited=wait, wait_reason=self._wait_reason)

    def _counted(self) -> int:
        return len(self._attempts) - self._free_resends

    def _elapsed(self) -> float:
        return self._clock.monotonic() - self._started

    def _left(self, elapsed: float) -> float | None:
        return None if self._policy.deadline is None else max(0.001, self._policy.deadline - elapsed)


def _cut(timeout: Timeout, left: float | None) -> Timeout:
    if left is None:
        return timeout
    return Timeout(_least(timeout.connect, left), _least(timeout.read, left))


def _least(limit: float | None, left: float) -> float:
    return left if limit is None else min(limit, left)


def _delivery(state: Any) -> Delivery:
    delivery: Delivery = state.outcome.result()
    return delivery
