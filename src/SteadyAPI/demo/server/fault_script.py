"""Faults on order: plans such as ``503,reset,200``, followed step by step."""

from dataclasses import dataclass
from http import HTTPStatus
from threading import Lock

from SteadyAPI.demo.server.request import Pairs
from SteadyAPI.demo.server.response import Delivery, HttpError, Response, json_response

MAX_STEPS = 50
MAX_DELAY = 10.0
SYNTAX = "a status such as 503, 429:1 (Retry-After in seconds), slow:0.5 (seconds), reset, close or truncate"


@dataclass(frozen=True, slots=True)
class Step:
    """One response of a plan: a status, seconds to wait before it, Retry-After, and how it is delivered."""

    status: int = HTTPStatus.OK
    delay: float = 0.0
    retry_after: str = ""
    delivery: Delivery = Delivery.WHOLE

    def response(self, number: int) -> Response:
        """Returns the response of this step; ``number`` counts the requests from 1."""
        body = {"call": number} if self.status < HTTPStatus.BAD_REQUEST else {"call": number, "detail": "as scripted"}
        headers: Pairs = (("Retry-After", self.retry_after),) if self.retry_after else ()
        whole = json_response(self.status, body, headers)
        return Response(whole.status, whole.body, whole.headers, self.delivery, self.delay)


Plan = tuple[Step, ...]


def parse_plan(text: str) -> Plan:
    """Returns the steps of a plan written as a comma-separated list.

    Raises:
        HttpError: 400, naming the step that makes no sense and how steps are written.
    """
    words = [word.strip() for word in text.split(",")]
    if len(words) > MAX_STEPS:
        raise HttpError(400, f"expected a plan of at most {MAX_STEPS} steps, got {len(words)}")
    return tuple(_parse_step(word) for word in words)


def parse_status(text: str) -> int:
    """Returns a final HTTP status, 200 to 599.

    Raises:
        HttpError: 400 for anything else.
    """
    if text.isascii() and text.isdigit() and 200 <= int(text[:4]) <= 599:  # noqa: PLR2004 - the range of final statuses
        return int(text)
    raise HttpError(400, f"expected a status from 200 to 599, got {text}")


def _parse_step(word: str) -> Step:
    name, _, argument = word.partition(":")
    if word in {Delivery.RESET.value, Delivery.CLOSE.value, Delivery.TRUNCATED.value}:
        return Step(delivery=Delivery(word))
    if name == "slow":
        return Step(delay=_parse_seconds(word, argument))
    if name.isdigit() and (not argument or argument.isdigit()):
        return Step(status=parse_status(name), retry_after=argument)
    raise HttpError(400, f"expected {SYNTAX}, got {word or 'nothing'}; write plan=503,503,200")


def _parse_seconds(word: str, argument: str) -> float:
    try:
        seconds = float(argument)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= MAX_DELAY:
        raise HttpError(400, f"expected slow:<seconds> from 0 to {MAX_DELAY:g}, got {word}")
    return seconds


class FaultScript:
    """Counts, per name and caller, the steps of a plan that were used; the last step repeats for ever."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._calls: dict[tuple[str, str], int] = {}

    def follow(self, name: str, caller: str, plan: Plan) -> Response:
        """Returns the response of the next step for this name and caller."""
        with self._lock:
            number = self._calls.get((name, caller), 0) + 1
            self._calls[name, caller] = number
        return plan[min(number, len(plan)) - 1].response(number)

    def reset(self) -> None:
        """Forgets all progress."""
        with self._lock:
            self._calls.clear()
