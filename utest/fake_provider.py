"""A provider of tokens without network: it plays answers in order and remembers what it was asked."""

import json
from collections.abc import Mapping
from copy import copy
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from exchanges import answered, lost
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


class Answer:
    """One answer: a status with a body (JSON unless it is text) and headers; status 0 is no answer at all."""

    def __init__(self, status: int = 200, body: Any = None, **headers: str) -> None:
        self.status = status
        self.content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def granted(secret: str = "first-token-1", **fields: Any) -> Answer:
    """Returns the answer that holds a token."""
    return Answer(200, {"access_token": secret, "token_type": "Bearer", "expires_in": 100, **fields})


def denied(code: str = "invalid_client", status: int = 401, **fields: Any) -> Answer:
    """Returns the answer of a refusal."""
    return Answer(status, {"error": code, **fields})


class FakeTokenHttp:
    """A door behind which answers wait; the last one repeats for ever."""

    def __init__(self, *answers: Answer) -> None:
        self._answers = list(answers) or [granted()]
        self.calls: list[Call] = []
        self.logged: list[Exchange] = []
        self.codes: list[Mapping[str, Any]] = []
        self.bound: Any = None

    @property
    def call(self) -> Call:
        return self.calls[-1]

    def bind(self, session: Any) -> None:
        self.bound = session

    def _placed(self, answer: Answer) -> Answer:
        """Puts the state of the sign-in that is under way where an answer says ``STATE``."""
        state = parse_qs(urlsplit(self.calls[0].url).query).get("state", ["STATE"])[0]
        placed = copy(answer)
        placed.headers = {name: value.replace("STATE", state) for name, value in answer.headers.items()}
        return placed

    def url(self, url: str) -> str:
        return urljoin(BASE, url)

    def send(self, call: Call) -> Exchange:
        self.calls.append(call)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return exchange(self._placed(answer), call.method, self.url(call.url))

    def log(self, exchange: Exchange) -> None:
        self.logged.append(exchange)

    def browser(self) -> "FakeTokenHttp":
        return self

    def show_code(self, answer: Mapping[str, Any]) -> None:
        self.codes.append(answer)


def exchange(answer: Answer, method: str = "POST", url: str = f"{BASE}/token", tries: int = 1) -> Exchange:
    """Returns the record of an answer."""
    attempts = tuple(Attempt(number=number + 1, at=0.0, took=0.0) for number in range(tries))
    record: dict[str, Any] = {"sent": SentRequest(method, url), "attempts": attempts, "elapsed": 0.0, "alias": ""}
    if not answer.status:
        return lost(**record)
    headers = {"Content-Type": "application/json"} | answer.headers
    return answered(answer.content, answer.status, "Said", headers=headers, **record)


def endpoint(http: FakeTokenHttp, time: FakeTime | None = None, **wish: Any) -> TokenEndpoint:
    """Returns an endpoint behind a fake door; without a wish, a client asks with its secret."""
    made: dict[str, Any] = {} if "issuer" in wish else {"url": "/token"}
    request = TokenRequest(**made, **(wish or {"client_id": "qa", "client_secret": "client-secret-1"}))
    return TokenEndpoint(request, http, Discovery(), SecretRegistry(), (time or FakeTime()).clock())
