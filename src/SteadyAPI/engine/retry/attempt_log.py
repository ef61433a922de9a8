"""The attempts of one exchange, noted while they are made: what was tried is known even when it is interrupted."""

from dataclasses import dataclass, replace

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.exchange import REDIRECTED, Attempt, Failure, FailureClass, FailureKind, Request, SentRequest
from SteadyAPI.engine.transport import Delivery


@dataclass(frozen=True, slots=True)
class RetryOutcome:
    """The last delivery, every attempt of the exchange so far, and what the reader should know beyond them.

    ``elapsed`` is in seconds from the start of the exchange.
    """

    delivery: Delivery
    attempts: tuple[Attempt, ...]
    elapsed: float
    note: str = ""


class AttemptLog:
    """All attempts of an exchange, over its redirects and tokens; times are in seconds from its start.

    ``started`` is the wall-clock time at which it was made, ``sent`` what the first attempt sent.
    """

    def __init__(self, clock: Clock) -> None:
        self.attempts: list[Attempt] = []
        self.sent: SentRequest | None = None
        self.started = clock.now()
        self.clock = clock
        self._began: float | None = None

    def start(self) -> None:
        """Starts the time, once: what is waited for before the first attempt is no part of the exchange."""
        if self._began is None:
            self._began = self.clock.monotonic()

    @property
    def elapsed(self) -> float:
        """The seconds since the start."""
        return 0.0 if self._began is None else self.clock.monotonic() - self._began

    @property
    def redirected_for(self) -> float:
        """How many seconds the attempts took that got a redirect."""
        return sum(attempt.took for attempt in self.attempts if attempt.wait_reason == REDIRECTED)

    def add(self, request: Request, delivery: Delivery, begun: float) -> None:
        """Notes an attempt that has just ended.

        Args:
            request: What was asked for.
            delivery: What came of it.
            begun: When it began.
        """
        self.sent = self.sent or delivery.sent
        self.attempts.append(
            Attempt(
                number=len(self.attempts) + 1,
                at=begun,
                took=self.elapsed - begun,
                status=delivery.response.status if delivery.response else None,
                failure=delivery.failure,
                reused=delivery.reused,
                phases=delivery.phases,
                sent=delivery.sent if request.redirect else None,
            )
        )

    def pause(self, seconds: float, reason: str) -> None:
        """Notes the pause after the last attempt."""
        self.attempts[-1] = replace(self.attempts[-1], waited=seconds, wait_reason=reason)

    def pause_until_now(self, reason: str) -> None:
        """Notes that the time since the last attempt was a pause."""
        last = self.attempts[-1]
        self.pause(max(0.0, self.elapsed - last.at - last.took), reason)

    def interrupted(self, request: Request, error: BaseException) -> RetryOutcome:
        """Returns the outcome of an exchange that was interrupted: in an attempt, in a pause or before both.

        Args:
            request: The first request.
            error: The time-out of the test, Ctrl-C or signal.
        """
        delivery = interrupted(request, error)
        if not self.attempts:
            self.add(request, delivery, self.elapsed)
        elif self.attempts[-1].failure is None or self.attempts[-1].failure.kind is not FailureKind.INTERRUPTED:
            self.pause_until_now(FailureKind.INTERRUPTED.value)
        return RetryOutcome(delivery, tuple(self.attempts), self.elapsed)


def interrupted(request: Request, error: BaseException) -> Delivery:
    """Returns what is known of an attempt that a time-out of the test, Ctrl-C or a signal ended."""
    failure = Failure(FailureKind.INTERRUPTED, FailureClass.AMBIGUOUS, f"{type(error).__name__}: {error}")
    return Delivery(sent_as(request), failure=failure)


def sent_as(request: Request) -> SentRequest:
    """Returns what is known of a request that was cut off or not sent: what was asked for."""
    body = request.data if isinstance(request.data, bytes) else None
    return SentRequest(request.method, request.url, request.headers, body)
