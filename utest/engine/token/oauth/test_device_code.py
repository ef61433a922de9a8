from typing import Any

import pytest
from fake_provider import FakeTokenHttp, ProviderResponse, denied, exchange
from fake_time import FakeTime

from SteadyAPI.engine.token.oauth.device_code import approved
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import TokenError


class Device:
    """Plays the token endpoint's responses to the polls of one device."""

    def __init__(self, *responses: ProviderResponse, **codes: Any) -> None:
        self.time = FakeTime()
        self.http = FakeTokenHttp(*responses)
        self.shown = exchange(ProviderResponse(200, {"device_code": "device-code-1", "user_code": "AB-CD", **codes}))
        self.polls: list[dict[str, Any]] = []

    def token(self) -> Token:
        def post(fields: dict[str, Any]) -> Any:
            self.polls.append(fields)
            return exchange(self.http._responses.pop(0) if len(self.http._responses) > 1 else self.http._responses[0])

        def token_of(response: Any, asked: float) -> Token:
            return Token(str(response.response.status), expires=asked)

        request = TokenRequest(client_id="qa")
        return approved(self.shown, request, self.http, post, token_of, self.time.clock())


def test_the_code_is_shown_before_the_first_poll() -> None:
    device = Device(ProviderResponse(200, {}))
    assert device.token() == Token("200", expires=0)
    assert device.http.codes[0]["user_code"] == "AB-CD"
    assert device.polls == [
        {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": "device-code-1"}
    ]


def test_an_open_code_is_asked_for_at_the_providers_pace() -> None:
    device = Device(
        denied("authorization_pending", 400), denied("authorization_pending", 400), ProviderResponse(), interval=2
    )
    assert device.token().expires == 4
    assert device.time.slept == [2, 2]


def test_a_provider_that_names_no_pace_is_asked_every_five_seconds() -> None:
    device = Device(denied("authorization_pending", 400), ProviderResponse())
    device.token()
    assert device.time.slept == [5]


def test_a_provider_that_is_asked_too_often_is_asked_less_often() -> None:
    device = Device(denied("slow_down", 400), denied("authorization_pending", 400), ProviderResponse(), interval=1)
    device.token()
    assert device.time.slept == [6, 6]


def test_a_code_that_nobody_approves_ends() -> None:
    device = Device(denied("authorization_pending", 400), interval=5, expires_in=12)
    with pytest.raises(TokenError, match=r"not approved before it expired \(client_id=qa"):
        device.token()
    assert len(device.polls) == 3


def test_any_other_response_is_the_end() -> None:
    assert Device(denied("access_denied", 403)).token().secret == "403"


def test_a_refused_device_is_an_error() -> None:
    device = Device()
    device.shown = exchange(denied("unauthorized_client", 400))
    with pytest.raises(TokenError, match="400 unauthorized_client"):
        device.token()


def test_a_response_without_a_code_is_an_error() -> None:
    device = Device(device_code=None)
    with pytest.raises(TokenError, match=r"has no device_code; keys there: device_code, user_code$"):
        device.token()
