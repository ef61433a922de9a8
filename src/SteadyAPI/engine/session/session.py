"""A session: where the defaults and the connections of one service live."""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from SteadyAPI.engine.clock import SYSTEM_CLOCK, Clock
from SteadyAPI.engine.exchange import DEFAULT_TIMEOUT, Exchange, Request, Response, Timeout
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.params import merged_params
from SteadyAPI.engine.request.trace_context import with_trace
from SteadyAPI.engine.request.url import join
from SteadyAPI.engine.request.written_url import as_written
from SteadyAPI.engine.retry.attempt_log import AttemptLog, RetryOutcome
from SteadyAPI.engine.retry.host_protection import Protection
from SteadyAPI.engine.retry.idempotency import with_key
from SteadyAPI.engine.retry.policy import DEFAULT_POLICY, RetryPolicy
from SteadyAPI.engine.retry.protected_send import dispatch
from SteadyAPI.engine.retry.rate_limit import RateLimit
from SteadyAPI.engine.session import secrets_in_traffic
from SteadyAPI.engine.session.authentication import Authentication, no_credentials
from SteadyAPI.engine.session.redirect_chain import followed, strip_secrets
from SteadyAPI.engine.session.retry_after_401 import TokenSource, delivered
from SteadyAPI.engine.transport import SessionTransport
from SteadyAPI.errors import SteadyAPIError
from SteadyAPI.redaction.registry import SecretRegistry

__all__ = ["Session", "SessionSettings", "Surroundings", "TokenSource"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSettings:
    """The defaults of a session: what its requests have in common."""

    base_url: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    auth: Any = field(default=None, repr=False)
    token: TokenSource | None = field(default=None, repr=False)
    timeout: Timeout = DEFAULT_TIMEOUT
    params: Mapping[str, Any] = field(default_factory=dict, repr=False)
    allow_redirects: bool = True
    url_encoding: bool = True
    policy: RetryPolicy = DEFAULT_POLICY
    idempotency_key: str | None = None
    rate_limit: RateLimit | None = None
    detail: Detail | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What sessions of one run share: the secrets to register, the ledger to write to, the clock, the protection.

    ``trace`` says that every request carries a trace context of its own. ``on_interrupt`` gets the record of a request
    that a time-out of the test or a signal ended.
    """

    secrets: SecretRegistry
    ledger: Ledger
    clock: Clock = SYSTEM_CLOCK
    protection: Protection = field(default_factory=Protection)
    trace: bool = False
    on_interrupt: Callable[[Exchange], None] = lambda _: None


class Session:
    """One service: its defaults, its connections, its last exchange, and who looks at each response, by purpose."""

    def __init__(
        self, alias: str, settings: SessionSettings, transport: SessionTransport, surroundings: Surroundings
    ) -> None:
        self.alias = alias
        self.settings = settings
        self.last: Exchange | None = None
        self.authentication = Authentication(settings.auth, settings.token)
        self.observers: dict[str, Callable[[Exchange], None]] = {}
        self._transport = transport
        self._surroundings = surroundings
        self._register(secrets_in_traffic.in_url(settings.base_url), secrets_in_traffic.in_headers(settings.headers))

    def __repr__(self) -> str:
        return f"<Session {self.alias}>"

    def send(self, call: Call) -> Exchange:
        """Sends a request with the session's defaults and retries, and returns its record whatever came of it."""
        request = self._request(call)
        self._register_secrets_of(request)
        log = AttemptLog(self._surroundings.clock)
        try:
            request, outcome = followed(request, partial(self._deliver, call, log), self._on_redirect, log)
        except BaseException as error:
            # Before the first attempt there is nothing to record: what the suite asked for can't be sent.
            if isinstance(error, SteadyAPIError) and not log.attempts:
                raise
            exchange = self._keep(call, request, log, log.interrupted(request, error))
            self._surroundings.on_interrupt(exchange)
            raise
        return self._keep(call, request, log, outcome)

    def _deliver(self, call: Call, log: AttemptLog, request: Request) -> tuple[Request, RetryOutcome]:
        """Sends one request under the session's policy, and after a 401 once more with another token."""
        dispatched = partial(
            dispatch,
            call=call,
            transport=self._transport,
            policy=self.settings.policy,
            limit=self.settings.rate_limit,
            protection=self._surroundings.protection,
            log=log,
        )
        return delivered(self.authentication.token, request, call.expected, dispatched, log)

    def _on_redirect(self, response: Response, following: Request) -> None:
        """Registers what is secret in a redirect and in the request that it asks for, before that is sent."""
        self._register_secrets_in(response)
        self._register(secrets_in_traffic.in_url(following.url), secrets_in_traffic.in_headers(following.headers))
        strip_secrets(following.redirect, self._surroundings.secrets.mask)

    def use_token(self, token: TokenSource) -> None:
        """Sends this token with every further request, and no user name and password."""
        self.authentication.use_token(token)

    def use_auth(self, auth: Any) -> None:
        """Authenticates every further request so, and sends no token."""
        self.authentication.use_auth(auth)

    def sign_out(self) -> None:
        """Sends no credentials any more: no token, user name, password, API key or Authorization header."""
        self.authentication.drop_all()
        self.settings = replace(self.settings, headers=_without_authorization(self.settings.headers))

    def update(self, **changes: Any) -> None:
        """Replaces defaults by name, from the next request on; connections and cookies are kept."""
        self.settings = replace(self.settings, **changes)
        self._register(
            secrets_in_traffic.in_url(self.settings.base_url), secrets_in_traffic.in_headers(self.settings.headers)
        )

    def apart(self, transport: Any, surroundings: Surroundings) -> "Session":
        """Returns a session with the same defaults, credentials and observers, which may change without this one.

        Args:
            transport: What its requests go through.
            surroundings: What it registers secrets in and enters its exchanges into.
        """
        twin = copy(self)
        own = {"authentication": copy(self.authentication), "_transport": transport, "_surroundings": surroundings}
        vars(twin).update(own, last=None)
        return twin

    @property
    def surroundings(self) -> Surroundings:
        """What it shares with other sessions."""
        return self._surroundings

    @property
    def transport(self) -> SessionTransport:
        """What its requests go through."""
        return self._transport

    def close(self) -> None:
        """Closes the session's connections."""
        self._transport.close()

    def _request(self, call: Call) -> Request:
        settings = self.settings
        headers = _merge_headers(settings.headers, call.headers)
        if self._surroundings.trace:
            headers = with_trace(headers)
        names = {name.lower() for name in headers}
        anonymous = call.transport_options.auth is no_credentials
        if call.sign_in or anonymous:
            headers = {**_without_authorization(headers), **call.headers}
            auth, token = no_credentials, None
        else:
            auth, token = self._credentials(names)
        url = join(settings.base_url, call.url, self.alias)
        if self.authentication.keys and not anonymous:
            url, headers = self.authentication.with_keys(url, headers)
        params = merged_params(settings.params, call.params, url)
        if not (settings.url_encoding if call.url_encoding is None else call.url_encoding):
            url, params = as_written(url, params), None
        return Request(
            method=call.method,
            url=url,
            headers=with_key(headers, call.method, call.idempotency_key or settings.idempotency_key),
            params=params,
            data=call.body,
            auth=auth,
            token=token,
            allow_redirects=settings.allow_redirects if call.allow_redirects is None else call.allow_redirects,
            timeout=call.timeout or settings.timeout,
            repeatable=call.repeatable,
            credential_headers=self.authentication.header_names,
            transport_options=call.transport_options,
        )

    def _credentials(self, headers: set[str]) -> tuple[Any, str | None]:
        """Returns what goes out as ``auth`` and as token: neither beside an Authorization header of the call."""
        if "authorization" in headers:
            return None, None
        token = self.authentication.token
        return self.authentication.auth, None if token is None else token.value()

    def _register_secrets_of(self, request: Request) -> None:
        """Registers what is secret in a request, before it is sent."""
        self._register(
            secrets_in_traffic.in_body(request.data),
            secrets_in_traffic.in_body(request.params),
            secrets_in_traffic.in_cookies(request.transport_options.cookies),
            secrets_in_traffic.in_fields(request.transport_options.json),
            secrets_in_traffic.in_parts(request.transport_options.files),
        )

    def _keep(self, call: Call, request: Request, log: AttemptLog, outcome: RetryOutcome) -> Exchange:
        """Makes the record of an exchange, enters it and registers what is secret in it."""
        delivery = outcome.delivery
        exchange = Exchange(
            request=request,
            sent=log.sent or delivery.sent,
            attempts=outcome.attempts,
            started=log.started,
            elapsed=outcome.elapsed,
            alias=self.alias,
            response=delivery.response,
            failure=delivery.failure,
            expected=call.recorded_as or call.expected,
            note=outcome.note,
            detail=call.detail or self.settings.detail,
            accepted_failures=call.expect_error | call.accepted_failures,
        )
        if not call.sign_in:
            self.last = exchange
        self._surroundings.ledger.add(exchange)
        for sent in (exchange.sent, exchange.last_sent):
            self._register(secrets_in_traffic.in_url(sent.url), secrets_in_traffic.in_headers(sent.headers))
        if exchange.response is not None:
            self._register_secrets_in(exchange.response)
            if exchange.response.requests_response is not None:
                exchange.response.requests_response.attempts = exchange.attempts
        return exchange

    def _register_secrets_in(self, response: Response) -> None:
        body = secrets_in_traffic.in_response_body(response.content, response.headers.get("Content-Type", ""))
        self._register(secrets_in_traffic.in_headers(response.headers), body, received=True)

    def _register(self, *values: Iterator[tuple[str, str]], received: bool = False) -> None:
        for group in values:
            for name, value in group:
                self._surroundings.secrets.learn(name, value, received=received)


def _without_authorization(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() != "authorization"}


def _merge_headers(defaults: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Merges without regard to case; a header of the call replaces the session's."""
    replaced = {name.lower() for name in own}
    return {**{name: value for name, value in defaults.items() if name.lower() not in replaced}, **own}
