"""What the demo shop answers, and how the answer is delivered."""

import json
from dataclasses import dataclass
from enum import Enum

from SteadyAPI.demo.server.request import Pairs


class Delivery(Enum):
    """How much of an answer reaches the client."""

    WHOLE = "whole"
    RESET = "reset"
    """The connection is torn down with a TCP reset; nothing is sent."""
    CLOSE = "close"
    """The connection is closed in an orderly way; nothing is sent."""
    TRUNCATED = "truncate"
    """Half of the body is sent, then the connection is closed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response to be sent; ``delay`` is in seconds and comes before the first byte."""

    status: int
    body: bytes = b""
    headers: Pairs = ()
    delivery: Delivery = Delivery.WHOLE
    delay: float = 0.0


class Refusal(Exception):  # noqa: N818 - a refusal is what the client did wrong, not an error of the shop
    """A request that the shop turns down; carries the answer to send."""

    def __init__(self, status: int, detail: str, headers: Pairs = ()) -> None:
        super().__init__(detail)
        self.answer = json_answer(status, {"detail": detail}, headers)


def json_answer(status: int, value: object, headers: Pairs = ()) -> Answer:
    """Returns an answer with a JSON body."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Answer(status, body, (("Content-Type", "application/json"), *headers))
