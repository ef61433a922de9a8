"""Scripted deliveries, for tests of the retry engine."""

from collections.abc import Callable, Mapping

from fake_time import NOON, FakeTime

from SteadyAPI.engine.exchange import (
    Attempt,
    Exchange,
    Failure,
    FailureClass,
    FailureKind,
    Request,
    Response,
    SentRequest,
    Timeout,
)
from SteadyAPI.engine.request.expectation import SUCCESS, StatusExpectation
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.engine.waiting.polling import Observation, Poll, Wait

URL = "http://shop.test/orders"
_SENT = SentRequest("GET", URL)


class Schedule:
    """Plays deliveries in order, the last one for ever, and records the limits of each attempt.

    A number in front of a delivery is the time it takes, in seconds.
    """

    def __init__(self, time: FakeTime, *steps: Delivery | float) -> None:
        self._time = time
        self._steps = list(steps)
        self.timeouts: list[Timeout] = []
        self.budgets: list[float | None] = []
        self.requests: list[Request] = []

    @property
    def sends(self) -> int:
        return len(self.budgets)

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        self.requests.append(request)
        self.timeouts.append(timeout)
        self.budgets.append(budget)
        step = self._next()
        while not isinstance(step, Delivery):
            self._time.seconds += step
            step = self._next()
        return step

    def close(self) -> None:
        self._steps.clear()

    def _next(self) -> Delivery | float:
        return self._steps.pop(0) if len(self._steps) > 1 else self._steps[0]


def respond(status: int = 200, headers: Mapping[str, str] | None = None, content: bytes = b"{}") -> Delivery:
    """A delivery of a response, without the response of requests."""
    return Delivery(_SENT, Response(status, "Said", URL, headers or {}, content))


def failure(kind: FailureKind, failure_class: FailureClass, *, reused: bool = False) -> Delivery:
    """A delivery without a response."""
    return Delivery(_SENT, failure=Failure(kind, failure_class), reused=reused)


def refused() -> Delivery:
    return failure(FailureKind.REFUSED, FailureClass.UNSENT)


def unreachable() -> Delivery:
    return failure(FailureKind.CONNECT_TIMEOUT, FailureClass.UNSENT)


def stale() -> Delivery:
    return failure(FailureKind.CLOSED, FailureClass.STALE, reused=True)


def reset() -> Delivery:
    return failure(FailureKind.RESET, FailureClass.AMBIGUOUS)


def fatal() -> Delivery:
    return failure(FailureKind.TLS, FailureClass.FATAL)


def exchange(*outcomes: Delivery, expected: StatusExpectation = SUCCESS, method: str = "GET") -> Exchange:
    """The record of a request with one attempt of 10 ms for each outcome."""
    attempts = tuple(
        Attempt(number, at=0.01 * number, took=0.01, status=_status(outcome), failure=outcome.failure)
        for number, outcome in enumerate(outcomes, 1)
    )
    last = outcomes[-1]
    return Exchange(
        request=Request(method, URL),
        sent=SentRequest(method, URL),
        attempts=attempts,
        started=NOON,
        elapsed=0.01 * len(attempts),
        response=last.response,
        failure=last.failure,
        expected=expected,
    )


def _status(delivery: Delivery) -> int | None:
    return delivery.response.status if delivery.response else None


Send = Callable[[Timeout, float | None], Delivery]


def polled(*shown: str, elapsed: float = 30.0, bad: bool = False, of_response: bool = False) -> Wait:
    """Returns a wait whose polls, a second apart, showed these values."""
    last = len(shown) - 1
    polls = tuple(
        Poll(number * 1.0, exchange(respond()), Observation(words, bad=bad and number == last, of_response=of_response))
        for number, words in enumerate(shown)
    )
    return Wait(polls, elapsed)
