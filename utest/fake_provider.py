"""A provider of tokens without network: it plays responses in order and records the requests."""

import json
from collections.abc import Mapping
from copy import copy
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from exchanges import lost, responded
from fake_time import FakeTime

from SteadyAPI.engine.exchange import Attempt, Exchange, SentRequest
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.token.oauth.discovery import Discovery
from SteadyAPI.engine.token.oauth.token_endpoint import TokenEndpoint
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.redaction.registry import SecretRegistry

BASE = "https://id.test"
PRIVATE_KEY = (
    ec.generate_private_key(ec.SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
)


class ProviderResponse:
    """One response: a status with a body (JSON unless it is text) and headers; status 0 is no response at all."""

    def __init__(self, status: int = 200, body: Any = None, **headers: str) -> None:
        self.status = status
        self.content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def granted(secret: str = "first-token-1", **fields: Any) -> ProviderResponse:
    """Returns the response that holds a token."""
    return ProviderResponse(200, {"access_token": secret, "token_type": "Bearer", "expires_in": 100, **fields})


def denied(code: str = "invalid_client", status: int = 401, **fields: Any) -> ProviderResponse:
    """Returns the response of a refusal."""
    return ProviderResponse(status, {"error": code, **fields})


class FakeTokenHttp:
    """A token HTTP client with scripted responses; the last one repeats for ever."""

    def __init__(self, *responses: ProviderResponse) -> None:
        self._responses = list(responses) or [granted()]
        self.calls: list[Call] = []
        self.logged: list[Exchange] = []
        self.codes: list[Mapping[str, Any]] = []
        self.bound: Any = None

    @property
    def call(self) -> Call:
        return self.calls[-1]

    def bind(self, session: Any) -> None:
        self.bound = session

    def _placed(self, response: ProviderResponse) -> ProviderResponse:
        """Puts the state of the sign-in that is under way where a response says ``STATE``."""
        state = parse_qs(urlsplit(self.calls[0].url).query).get("state", ["STATE"])[0]
        placed = copy(response)
        placed.headers = {name: value.replace("STATE", state) for name, value in response.headers.items()}
        return placed

    def url(self, url: str) -> str:
        return urljoin(BASE, url)

    def send(self, call: Call) -> Exchange:
        self.calls.append(call)
        response = self._responses.pop(0) if len(self._responses) > 1 else self._responses[0]
        return exchange(self._placed(response), call.method, self.url(call.url))

    def log(self, exchange: Exchange) -> None:
        self.logged.append(exchange)

    def browser(self) -> "FakeTokenHttp":
        return self

    def show_code(self, response: Mapping[str, Any]) -> None:
        self.codes.append(response)


def exchange(response: ProviderResponse, method: str = "POST", url: str = f"{BASE}/token", tries: int = 1) -> Exchange:
    """Returns the record of an response."""
    attempts = tuple(Attempt(number=number + 1, at=0.0, took=0.0) for number in range(tries))
    record: dict[str, Any] = {"sent": SentRequest(method, url), "attempts": attempts, "elapsed": 0.0, "alias": ""}
    if not response.status:
        return lost(**record)
    headers = {"Content-Type": "application/json"} | response.headers
    return responded(response.content, response.status, "Said", headers=headers, **record)


def endpoint(http: FakeTokenHttp, time: FakeTime | None = None, **given: Any) -> TokenEndpoint:
    """Returns an endpoint over a fake client; without arguments, a client authenticates with its secret."""
    made: dict[str, Any] = {} if "issuer" in given else {"url": "/token"}
    request = TokenRequest(**made, **(given or {"client_id": "qa", "client_secret": "client-secret-1"}))
    return TokenEndpoint(request, http, Discovery(), SecretRegistry(), (time or FakeTime()).clock())
