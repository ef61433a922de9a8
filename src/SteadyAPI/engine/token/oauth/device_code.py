"""The device flow (RFC 8628): a code is shown, somebody approves it elsewhere, and the token is asked for meanwhile."""

from collections.abc import Callable
from typing import Any

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.token.grant import Grant
from SteadyAPI.engine.token.oauth.error_response import is_refusal, refused, without_token
from SteadyAPI.engine.token.oauth.http import TokenHttp
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.engine.token.oauth.token_response import json_object
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import TokenError

_INTERVAL = 5.0
_SLOWER = 5.0
_LIFE = 600.0


def approved(
    shown: Exchange,
    request: TokenRequest,
    http: TokenHttp,
    post: Callable[..., Exchange],
    token_of: Callable[[Exchange, float], Token],
    clock: Clock,
) -> Token:
    """Returns the token once the code is approved; asks at the provider's pace until the code expires.

    Args:
        shown: The response that holds the codes.
        request: What was asked for.
        http: Who shows the code.
        post: Posts fields to the provider's token endpoint.
        token_of: Reads the token out of a response to a request of that moment.
        clock: Time, and how to wait.

    Raises:
        TokenError: When the code is refused or expires.
    """
    response_fields = json_object(shown.response)
    if is_refusal(shown) or not isinstance(response_fields.get("device_code"), str):
        raise refused(shown, request) if is_refusal(shown) else without_token(shown, request, "device_code")
    deadline = clock.monotonic() + _number(response_fields.get("expires_in"), _LIFE)
    http.show_code(response_fields)
    fields = {"grant_type": Grant.device_code.value, "device_code": response_fields["device_code"]}
    interval = _number(response_fields.get("interval"), _INTERVAL)
    while clock.monotonic() < deadline:
        asked = clock.monotonic()
        exchange = post(fields)
        code = json_object(exchange.response).get("error")
        if code not in {"authorization_pending", "slow_down"}:
            return token_of(exchange, asked)
        if code == "slow_down":
            interval += _SLOWER
        clock.sleep(interval)
    raise TokenError(f"The device's code was not approved before it expired ({request.shown})", shown)


def _number(value: Any, default: float) -> float:
    return float(value) if isinstance(value, int | float) and value > 0 else default
