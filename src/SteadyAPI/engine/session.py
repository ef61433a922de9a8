"""A session: where the defaults and the connections of one service live."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from SteadyAPI.engine import credentials
from SteadyAPI.engine.address import join
from SteadyAPI.engine.call import Call
from SteadyAPI.engine.clock import SYSTEM_CLOCK, Clock
from SteadyAPI.engine.detail import Detail
from SteadyAPI.engine.exchange import DEFAULT_TIMEOUT, Exchange, Request, Timeout
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.retry import DEFAULT_POLICY, NO_RETRIES, RetryPolicy, RetryRun
from SteadyAPI.engine.transport import Transport
from SteadyAPI.redaction.registry import SecretRegistry


class TokenSource(Protocol):
    """Gives the token to send with the next request."""

    @abstractmethod
    def value(self) -> str:
        """Returns the token without its type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSettings:
    """The defaults of a session: what its requests have in common."""

    base_url: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    auth: Any = field(default=None, repr=False)
    token: TokenSource | None = field(default=None, repr=False)
    timeout: Timeout = DEFAULT_TIMEOUT
    allow_redirects: bool = True
    policy: RetryPolicy = DEFAULT_POLICY
    detail: Detail | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What sessions of one run share: the secrets to register, the ledger to write to, the clock."""

    secrets: SecretRegistry
    ledger: Ledger
    clock: Clock = SYSTEM_CLOCK


class Session:
    """One service: its defaults, its connections, and its last exchange."""

    def __init__(self, alias: str, settings: SessionSettings, transport: Transport, surroundings: Surroundings) -> None:
        self.alias = alias
        self.settings = settings
        self.last: Exchange | None = None
        self._token = settings.token
        self._transport = transport
        self._surroundings = surroundings
        self._register(credentials.in_url(settings.base_url), credentials.in_headers(settings.headers))

    def __repr__(self) -> str:
        return f"<Session {self.alias}>"

    def send(self, call: Call) -> Exchange:
        """Sends a request with the session's defaults and retries, and returns its record whatever came of it."""
        request = self._request(call)
        self._register(credentials.in_fields(request.data), credentials.in_fields(request.params))
        clock = self._surroundings.clock
        started = clock.now()
        run = RetryRun(
            self.settings.policy if call.retries else NO_RETRIES,
            request,
            call.expected,
            lambda timeout, budget: self._transport.send(request, timeout, budget),
            clock,
        ).run()
        delivery = run.delivery
        exchange = Exchange(
            request=request,
            sent=delivery.sent,
            attempts=run.attempts,
            started=started,
            elapsed=run.elapsed,
            alias=self.alias,
            response=delivery.response,
            failure=delivery.failure,
            expected=call.expected,
            note=run.note,
            detail=call.detail or self.settings.detail,
        )
        self._keep(exchange)
        return exchange

    def use_token(self, token: TokenSource) -> None:
        """Sends this token with every further request."""
        self._token = token

    def close(self) -> None:
        """Closes the session's connections."""
        self._transport.close()

    def _request(self, call: Call) -> Request:
        settings = self.settings
        headers = _merge_headers(settings.headers, call.headers)
        names = {name.lower() for name in headers}
        if call.media_type and "content-type" not in names:
            headers["Content-Type"] = call.media_type
        own_authorization = "authorization" in names
        return Request(
            method=call.method,
            url=join(settings.base_url, call.url, self.alias),
            headers=headers,
            params=call.params,
            data=call.body,
            auth=settings.auth if not own_authorization else None,
            token=self._token.value() if self._token and not own_authorization else None,
            allow_redirects=settings.allow_redirects if call.allow_redirects is None else call.allow_redirects,
            timeout=call.timeout or settings.timeout,
            repeatable=call.repeatable,
        )

    def _keep(self, exchange: Exchange) -> None:
        self.last = exchange
        self._surroundings.ledger.add(exchange)
        self._register(credentials.in_url(exchange.sent.url), credentials.in_headers(exchange.sent.headers))
        if exchange.response is not None:
            native = exchange.response.native
            self._register(
                credentials.in_headers(exchange.response.headers), credentials.in_json_text(exchange.response.content)
            )
            if native is not None:
                native.attempts = exchange.attempts

    def _register(self, *values: Iterator[str]) -> None:
        for group in values:
            for value in group:
                self._surroundings.secrets.register(value)


def _merge_headers(defaults: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Merges without regard to case; a header of the call replaces the session's."""
    replaced = {name.lower() for name in own}
    return {**{name: value for name, value in defaults.items() if name.lower() not in replaced}, **own}
