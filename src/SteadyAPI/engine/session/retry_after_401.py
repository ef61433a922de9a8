"""What follows a 401: another token, once, and the same request again."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from SteadyAPI.engine.exchange import RENEWED, Request
from SteadyAPI.engine.request.expectation import StatusExpectation
from SteadyAPI.engine.retry.attempt_log import AttemptLog, RetryOutcome
from SteadyAPI.engine.retry.replay import Replay

_UNAUTHORIZED = 401
_PLAIN = {type(None), bytes, dict}
"""Bodies that can be sent again as they are."""
_AGAIN = Replay(Request("GET", ""))


class TokenSource(Protocol):
    """Gives the token to send with the next request."""

    @abstractmethod
    def value(self) -> str:
        """Returns the token without its type."""

    @abstractmethod
    def renew(self, refused: str) -> str | None:
        """Returns another token than the one that was refused; ``None`` when there is no other."""


def delivered(
    source: TokenSource | None,
    request: Request,
    expected: StatusExpectation,
    deliver: Callable[[Request], RetryOutcome],
    log: AttemptLog,
) -> tuple[Request, RetryOutcome]:
    """Delivers a request; after a 401 once more, with another token and the same body.

    Never after 403, which says that another token wouldn't help (RFC 9110, section 15.5.4), and never when the test
    expects the 401.

    Args:
        source: Where the request's token came from.
        request: The request, its token in it.
        expected: The statuses that the test expects.
        deliver: Sends a request under the session's policy.
        log: The attempts of the exchange.

    Returns:
        The request that went out last, and one record of all attempts.
    """
    if source is None or request.token is None:
        return request, deliver(request)
    replay = _AGAIN if type(request.data) in _PLAIN and not request.transport_options.files else Replay(request)
    first = deliver(request)
    response = first.delivery.response
    if response is None or response.status != _UNAUTHORIZED or not replay.possible:
        return request, first
    if expected.explicit and expected.matches(_UNAUTHORIZED):
        return request, first
    token = source.renew(request.token)
    if token is None:
        return request, first
    replay.rewind()
    log.pause_until_now(RENEWED)
    again = replace(request, token=token)
    return again, deliver(again)
