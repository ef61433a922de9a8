"""Fakes that unit tests share: they behave as the real classes do, without network and without waiting."""

from collections.abc import Callable, Iterable
from typing import Any

import requests
from fake_time import FakeTime

from SteadyAPI.context import Context
from SteadyAPI.engine.exchange import Failure, FailureClass, FailureKind, Request, Response, SentRequest, Timeout
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.session.pool import SessionPool
from SteadyAPI.engine.session.session import Session, SessionSettings, Surroundings
from SteadyAPI.engine.transport import Delivery, TransportSettings, open_transport
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.sink import Level, LogSink


class FakeTransport:
    """Plays a list of deliveries and records the requests; the last delivery repeats for ever."""

    def __init__(self, *deliveries: Delivery) -> None:
        self._deliveries = list(deliveries) or [responded()]
        self.requests: list[Request] = []
        self.timeouts: list[Timeout] = []
        self.closed = False
        self.twins: list[object] = []
        self.size = 32
        self.changes: dict[str, object] = {}
        self.requests_session = requests.Session()

    @property
    def request(self) -> Request:
        return self.requests[-1]

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        self.requests.append(request)
        self.timeouts.append(timeout)
        return self._deliveries.pop(0) if len(self._deliveries) > 1 else self._deliveries[0]

    def apart(self) -> "FakeTransport":
        return self

    def keep_cookies_of(self, twin: object) -> None:
        self.twins.append(twin)

    def grow(self, size: int) -> int:
        before, self.size = self.size, max(size, self.size)
        return before

    def change(self, **settings: object) -> None:
        self.changes = settings

    def close(self) -> None:
        self.closed = True


def responded(
    status: int = 200,
    body: bytes = b"{}",
    headers: Iterable[tuple[str, str]] = (("Content-Type", "application/json"),),
    url: str = "http://shop.test/orders",
) -> Delivery:
    """Returns the delivery of a response, with the response of requests that a suite would get."""
    requests_response = requests.Response()
    requests_response.status_code, requests_response.reason, requests_response.url, requests_response._content = (
        status,
        "Said",
        url,
        body,
    )
    requests_response.headers.update(dict(headers))
    requests_response.request = requests.Request("GET", url).prepare()
    response = Response(status, "Said", url, dict(headers), body, requests_response)
    return Delivery(SentRequest("GET", url), response)


def lost(
    kind: FailureKind = FailureKind.REFUSED, failure_class: FailureClass = FailureClass.FATAL, detail: str = ""
) -> Delivery:
    """Returns the delivery of an attempt that got no response."""
    return Delivery(
        SentRequest("GET", "http://shop.test/orders"), failure=Failure(kind, failure_class, detail, OSError(detail))
    )


def surroundings(time: FakeTime | None = None) -> Surroundings:
    """Returns secrets and a ledger of their own, and a fake clock."""
    return Surroundings(SecretRegistry(), Ledger(), (time or FakeTime()).clock())


def session(
    transport: FakeTransport | None = None,
    alias: str = "shop",
    base_url: str = "http://shop.test",
    around: Surroundings | None = None,
) -> Session:
    """Returns a session that talks to a fake transport."""
    return Session(alias, SessionSettings(base_url=base_url), transport or FakeTransport(), around or surroundings())


class FakeLog(LogSink):
    """Keeps what would be written to the log, masked."""

    def __init__(self, secrets: SecretRegistry) -> None:
        super().__init__(secrets)
        self.secrets = secrets
        self.entries: list[str] = []

    def write(self, clean: str) -> None:
        self.entries.append(self.secrets.mask(clean))

    def text(self, message: str, level: Level = Level.INFO) -> None:
        self.entries.append(f"{level.value} {self.secrets.mask(message)}")


def context(transport: FakeTransport | None = None, *, alias: str = "shop") -> Context:
    """Returns what keyword groups share, with one open session over a fake transport unless ``alias`` is empty."""
    around = surroundings()
    sessions = SessionPool(lambda: session(transport, alias="", base_url="", around=around))
    if alias:
        sessions.add(session(transport, alias=alias, around=around))
    shared = Context(around.secrets, around.ledger)
    return furnished(shared, surroundings=around, sessions=sessions, log=FakeLog(around.secrets))


def furnished(shared: Context, **engines: Any) -> Context:
    """Gives a context engines, as if it had made them."""
    vars(shared).update(engines)
    return shared


def after_a_response(group: Callable[[Context], Any], body: bytes, *headers: tuple[str, str]) -> Any:
    """Returns a keyword group after one request with a response; the body is JSON unless headers say otherwise."""
    delivery = responded(body=body, headers=headers or [("Content-Type", "application/json")])
    made = group(context(FakeTransport(delivery)))
    sessions = made._context.sessions
    sessions.send(sessions.get("shop"), Call(method="GET", url="/orders"))
    return made


def over_the_network(group: Callable[[Context], Any]) -> Any:
    """Returns a keyword group with an open session that sends through the real transport."""
    shared = context(alias="")
    settings = SessionSettings(base_url="http://shop.test")
    shared.sessions.add(Session("shop", settings, open_transport(TransportSettings()), shared.surroundings))
    return group(shared)
