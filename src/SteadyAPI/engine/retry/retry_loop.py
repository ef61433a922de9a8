"""The one retry engine: what is tried again, when, and how often.

Semantics: RFC 9110, section 9.2.2 (idempotent methods) and 10.2.3 (Retry-After). tenacity runs the loop, and is entered
only after a first failure.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from SteadyAPI.engine.exchange import (
    IDEMPOTENT,
    REPLACED,
    Attempt,
    Failure,
    FailureClass,
    FailureKind,
    Request,
    Response,
    Timeout,
)
from SteadyAPI.engine.request.expectation import StatusExpectation
from SteadyAPI.engine.retry.attempt_log import AttemptLog, RetryOutcome, interrupted, sent_as
from SteadyAPI.engine.retry.backoff import Pause, pause_after
from SteadyAPI.engine.retry.budget import RATE_LIMITED_COST, RETRY_COST
from SteadyAPI.engine.retry.policy import RetryPolicy
from SteadyAPI.engine.retry.rate_limit import RateLimit
from SteadyAPI.engine.retry.replay import Replay
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.engine.units import duration
from SteadyAPI.errors import SteadyAPIError

_LEAST_TIME = 0.001
_TOO_MANY = 429
_GONE_AFTER_DELETE = frozenset({404, 410})
_THERE_ALREADY = frozenset({409, 412})


class RetryRun:
    """The attempts of one request under a policy."""

    def __init__(
        self,
        policy: RetryPolicy,
        request: Request,
        expected: StatusExpectation,
        send: Callable[[Timeout, float | None], Delivery],
        log: AttemptLog,
        *,
        charge: Callable[[float], bool] = lambda _cost: True,
        limit: RateLimit | None = None,
        known_refusing: bool = False,
    ) -> None:
        """Prepares the run.

        Args:
            policy: How often and how patiently.
            request: What is sent; it decides what may be sent twice.
            expected: The statuses the test expects; they end the run.
            send: Makes one attempt within a time limit and a budget in seconds.
            log: Where the attempts are noted; it has those before a redirect or a new token. Its clock is used.
            charge: Takes the cost of a retry from the run's budget and tells whether there was enough.
            limit: Spaces the attempts out; waiting for the first one isn't part of the deadline.
            known_refusing: Whether the host has refused an earlier request to the end: it isn't waited for again.
        """
        self._policy = policy
        self._request = request
        self._expected = expected
        self._send = send
        self._clock = log.clock
        self._charge = charge
        self._limit = limit
        self._deadline = policy.deadline_for(request.timeout)
        self._log = log
        self._earlier = len(self._log.attempts)
        self._begun = 0.0
        self._known_refusing = known_refusing
        self._replay = Replay(request)
        self._free_resends = 0
        self._note = ""
        self._pause = Pause(0.0)

    def run(self) -> RetryOutcome:
        """Sends the request until a response or the policy ends the run."""
        if self._limit is not None:
            self._limit.wait(self._clock)
        self._log.start()
        self._begun = self._elapsed()
        if self._deadline is not None and self._begun >= self._deadline:
            return self._outcome(self._out_of_time(self._deadline))
        delivery = self._attempt()
        if self._may_repeat(delivery):
            delivery = self._repeat(delivery)
        return self._outcome(delivery)

    def _outcome(self, delivery: Delivery) -> RetryOutcome:
        note = "; ".join(part for part in (self._note, self._doubt(delivery)) if part)
        return RetryOutcome(delivery, tuple(self._log.attempts), self._elapsed(), note)

    def _out_of_time(self, deadline: float) -> Delivery:
        detail = f"the deadline of {duration(deadline)} had passed before {self._request.method} could be sent"
        failure = Failure(FailureKind.DEADLINE, FailureClass.FATAL, detail)
        delivery = Delivery(sent_as(self._request), failure=failure)
        self._log.add(self._request, delivery, self._begun)
        return delivery

    def _repeat(self, first: Delivery) -> Delivery:
        from tenacity import Retrying  # noqa: PLC0415  made when a first attempt has failed: most runs never need it

        pending = [first]
        loop = Retrying(
            sleep=self._clock.sleep,
            retry=lambda state: self._may_repeat(_delivery(state)),
            wait=lambda state: self._wait(_delivery(state)),
            stop=lambda state: self._must_stop(_delivery(state)),
            before_sleep=lambda _state: self._note_wait(),
            retry_error_callback=_delivery,
        )
        result: Delivery = loop(lambda: pending.pop() if pending else self._attempt())
        return result

    def _attempt(self) -> Delivery:
        if len(self._log.attempts) > self._earlier:
            self._again()
        begun = self._elapsed()
        left = self._left(begun)
        try:
            delivery = self._send(self._limits(left), left)
        except SteadyAPIError:
            raise
        except BaseException as error:
            self._log.add(self._request, interrupted(self._request, error), begun)
            raise
        if self._limit is not None and not delivery.reused:
            self._limit.postpone(self._elapsed() - begun)
        self._log.add(self._request, delivery, begun)
        return delivery

    def _limits(self, left: float | None) -> Timeout:
        limits, total = _cut(self._request.timeout, left), self._policy.timeout
        return limits if total is None else replace(limits, total=total, spent=self._log.redirected_for)

    def _again(self) -> None:
        self._replay.rewind()
        if self._limit is not None:
            self._limit.wait(self._clock)

    def _may_repeat(self, delivery: Delivery) -> bool:
        """Returns whether the outcome is of a kind that another attempt may mend; the expected status never is."""
        self._note = ""
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
        if response.status in self._policy.not_processed:
            return True
        if response.status not in self._policy.transient:
            return False
        return self._safe_to_resend(f"the server may have applied it before it answered {response.status}")

    def _failure_repeatable(self, failure: Failure) -> bool:
        match failure.failure_class:
            case FailureClass.FATAL:
                return False
            case FailureClass.UNSENT:
                return True
            case FailureClass.STALE if self._policy.resend_post_on_stale and not self._free_resends:
                return True
            case _:
                return self._safe_to_resend("the server may have applied it")

    def _safe_to_resend(self, doubt: str) -> bool:
        safe = self._policy.any_method or self._harmless_twice()
        if not safe:
            self._note = f"not retried: {doubt}, and {self._request.method} is not idempotent"
        return safe

    def _harmless_twice(self) -> bool:
        if self._request.repeatable is not None:
            return self._request.repeatable
        return self._request.method in IDEMPOTENT or any(
            name.lower() == "idempotency-key" for name in self._request.headers
        )

    def _wait(self, delivery: Delivery) -> float:
        if self._is_free(delivery):
            pause = Pause(0.0, REPLACED)
        else:
            pause = pause_after(delivery, self._counted(), self._policy, self._clock)
        held_back = self._limit.delay() if self._limit is not None else 0.0
        self._pause = pause if pause.seconds >= held_back else Pause(held_back, "rate_limit", pause.asked)
        return self._pause.seconds

    def _must_stop(self, delivery: Delivery) -> bool:
        if self._is_free(delivery):
            self._free_resends += 1
            return False
        if self._is_enough(delivery):
            return True
        self._note = self._why_not_now(delivery)
        return bool(self._note)

    def _is_enough(self, delivery: Delivery) -> bool:
        """Returns whether there were attempts enough; a server that restarts refuses connections for a while."""
        counted = self._counted()
        if not _is_refused(delivery):
            return counted >= self._policy.attempts
        if self._known_refusing:
            return True
        return counted >= self._policy.attempts and self._elapsed() - self._begun >= self._policy.refused_for

    def _why_not_now(self, delivery: Delivery) -> str:
        """Returns what speaks against another attempt now, or nothing; the budget is charged last.

        Where nothing listens there is nobody to protect: waiting for a server that restarts costs nothing.
        """
        asked = self._pause.asked
        if asked is not None and asked > self._policy.retry_after_cap:
            return f"not retried: server asked for {asked:.0f} s, cap is {self._policy.retry_after_cap:g} s"
        left = self._left(self._elapsed())
        if left is not None and self._pause.seconds >= left:
            return f"not retried: the deadline of {duration(self._deadline or 0.0)} would have passed"
        if self._counted() >= self._policy.attempts:
            return ""
        limited = delivery.response is not None and delivery.response.status == _TOO_MANY
        if not self._charge(RATE_LIMITED_COST if limited else RETRY_COST):
            return "not retried: the retry budget of this host is used up"
        return ""

    def _is_free(self, delivery: Delivery) -> bool:
        """One resend over a fresh connection costs no attempt when a pooled one turned out to be closed."""
        stale = delivery.failure is not None and delivery.failure.failure_class is FailureClass.STALE
        return stale and self._free_resends == 0

    def _note_wait(self) -> None:
        self._log.pause(self._pause.seconds, self._pause.reason)

    def _doubt(self, last: Delivery) -> str:
        """Says that an earlier attempt may have been applied, where the outcome makes that likely or harmful."""
        if len(self._log.attempts) - self._earlier <= 1:
            return ""
        earlier = next((attempt for attempt in self._own[:-1] if self._in_doubt(attempt)), None)
        if earlier is None:
            return ""
        story = f"attempt {earlier.number} ({earlier.outcome}) may already have been applied"
        status = last.response.status if last.response else None
        if status in _THERE_ALREADY or (self._request.method == "DELETE" and status in _GONE_AFTER_DELETE):
            return story
        return "" if self._harmless_twice() else f"{story}: this {self._request.method} was sent again"

    def _in_doubt(self, attempt: Attempt) -> bool:
        if attempt.failure is not None:
            return attempt.failure.failure_class in {FailureClass.STALE, FailureClass.AMBIGUOUS}
        return attempt.status in self._policy.transient

    def _counted(self) -> int:
        return len(self._own) - self._free_resends

    @property
    def _own(self) -> list[Attempt]:
        return self._log.attempts[self._earlier :]

    def _elapsed(self) -> float:
        return self._log.elapsed

    def _left(self, elapsed: float) -> float | None:
        return None if self._deadline is None else max(_LEAST_TIME, self._deadline - elapsed)


def _cut(timeout: Timeout, left: float | None) -> Timeout:
    if left is None or (_within(timeout.connect, left) and _within(timeout.read, left)):
        return timeout
    return Timeout(_least(timeout.connect, left), _least(timeout.read, left))


def _within(limit: float | None, left: float) -> bool:
    return limit is not None and limit <= left


def _least(limit: float | None, left: float) -> float:
    return left if limit is None else min(limit, left)


def _is_refused(delivery: Delivery) -> bool:
    return delivery.failure is not None and delivery.failure.kind is FailureKind.REFUSED


def _delivery(state: Any) -> Delivery:
    delivery: Delivery = state.outcome.result()
    return delivery
