"""A response of the demo shop, and how it is delivered."""

import json
from dataclasses import dataclass
from enum import Enum

from SteadyAPI.demo.server.request import Pairs


class Delivery(Enum):
    """How much of a response reaches the client."""

    WHOLE = "whole"
    RESET = "reset"
    """The connection is torn down with a TCP reset; nothing is sent."""
    CLOSE = "close"
    """The connection is closed in an orderly way; nothing is sent."""
    TRUNCATED = "truncate"
    """Half of the body is sent, then the connection is closed."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response to be sent; ``delay`` is in seconds and comes before the first byte."""

    status: int
    body: bytes = b""
    headers: Pairs = ()
    delivery: Delivery = Delivery.WHOLE
    delay: float = 0.0


class HttpError(Exception):
    """A request that the shop rejects; carries the response to send."""

    def __init__(self, status: int, detail: str, headers: Pairs = ()) -> None:
        super().__init__(detail)
        self.response = json_response(status, {"detail": detail}, headers)


def json_response(status: int, value: object, headers: Pairs = ()) -> Response:
    """Returns a response with a JSON body."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Response(status, body, (("Content-Type", "application/json"), *headers))
