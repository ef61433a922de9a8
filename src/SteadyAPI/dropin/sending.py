"""What the keywords of the drop-in do: sessions by alias, requests through the engine, the last response."""

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import requests
from requests.auth import HTTPBasicAuth, HTTPDigestAuth
from robot.utils import ConnectionCache  # type: ignore[import-untyped]  # Robot Framework types robot.api only

from SteadyAPI.context import Context
from SteadyAPI.dropin.encoding import encoded
from SteadyAPI.dropin.session import DropInSession, as_timeout
from SteadyAPI.dropin.status import check_status, expectation_of
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import SUCCESS
from SteadyAPI.engine.request.transport_options import PLAIN, TransportOptions
from SteadyAPI.engine.retry.replay import part_contents
from SteadyAPI.engine.transport.response import exchange_of
from SteadyAPI.report.sink import Level
from SteadyAPI.secret import reveal

_TRANSPORT_OPTIONS = ("files", "json", "auth", "verify", "cert", "proxies")
_KNOWN = frozenset(
    {*_TRANSPORT_OPTIONS, "cookies", "data", "params", "headers", "timeout", "allow_redirects", "stream"}
)


class Sending:
    """The state of one import of the drop-in."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._sessions = ConnectionCache("No sessions created")
        self._sessionless = DropInSession("", context.surroundings)
        self._warned = False
        self.last: requests.Response | None = None

    def open(self, alias: str, url: str, options: Mapping[str, Any]) -> DropInSession:
        """Opens a session; one of the same alias is closed."""
        opened = {name: self._open(value, name) for name, value in options.items()}
        session = DropInSession(alias, self._context.surroundings, url=self._open(url, "url"), options=opened)
        session.auth = opened.get("auth") or session.auth
        session.cert = tuple(opened["client_certs"]) if opened.get("client_certs") else session.cert
        if not session.verify and session.url.lower().startswith("https://"):
            self._warn_unverified(alias)
        if self.exists(alias):
            self._sessions[alias].close()
        self._sessions.register(session, alias=alias)
        return session

    def basic(self, auth: Any) -> HTTPBasicAuth | None:
        """Makes basic credentials out of a list of user and password."""
        return HTTPBasicAuth(*self._credentials(auth)) if auth else None

    def digest(self, auth: Any) -> HTTPDigestAuth | None:
        """Makes digest credentials out of a list of user and password."""
        return HTTPDigestAuth(*self._credentials(auth)) if auth else None

    def ntlm(self, auth: Any) -> Any:
        """Makes NTLM credentials out of a list of domain, user and password."""
        try:
            from requests_ntlm import HttpNtlmAuth  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  an optional package
        except ImportError as error:
            raise AssertionError("requests_ntlm module not installed") from error
        parts = self._credentials(auth)
        if len(parts) != 3:  # noqa: PLR2004  domain, user, password
            raise AssertionError(f"Incorrect number of authentication arguments - expected 3, got {len(parts)}")
        return HttpNtlmAuth(f"{parts[0]}\\{parts[1]}", parts[2])

    def session(self, alias: Any) -> DropInSession:
        """Returns an open session by alias or index.

        Raises:
            RuntimeError: When there is none.
        """
        found: DropInSession = self._sessions.switch(alias)
        return found

    def exists(self, alias: Any) -> bool:
        """Returns whether a session is open under that alias."""
        try:
            self._sessions[alias]
        except RuntimeError:
            return False
        return True

    def update(self, alias: Any, headers: Any, cookies: Any) -> None:
        """Merges headers and cookies into those of a session."""
        self.session(alias).merge(self._open(headers, "headers"), self._open(cookies, "cookies"))

    def encoded(self, alias: Any, data: Any, headers: Any) -> Any:
        """Encodes data by the content type of a session's and a request's headers."""
        return encoded(self._open(data, "data"), self.session(alias).headers, self._open(headers, "headers"))

    def close_all(self) -> None:
        """Closes all sessions and kept connections."""
        self._sessions.close_all()
        self._sessionless.close()

    def request(
        self, method: str, alias: Any, url: Any, options: Mapping[str, Any], expected: Any = "any"
    ) -> requests.Response:
        """Sends a request, on the session of that alias or without one, and returns the response whatever its status.

        Args:
            method: The HTTP method.
            alias: The session's alias or index; ``None`` for no session.
            url: The URL, relative to the session's.
            options: Those of requests, by name.
            expected: The expected status, for the log and the report; nothing is checked here.

        Raises:
            RequestException: What requests raises when no response comes.
            TypeError: When requests knows no such option.
        """
        session = self._sessionless if alias is None else self.session(alias)
        unknown = next((name for name in options if name not in _KNOWN), None)
        if unknown is not None:
            raise TypeError(f"Session.request() got an unexpected keyword argument '{unknown}'")
        opened = {name: self._open(value, name) for name, value in options.items()}
        try:
            call = replace(self._call(method, session, url, opened), recorded_as=expectation_of(expected))
            exchange = self._context.sessions.send(session.engine, call)
        finally:
            _close_files(opened)
        return self._response(exchange, session)

    def check(self, expected: Any, response: Any, message: str | None) -> None:
        """Checks the status of the response that a call with this expectation got."""
        check_status(expected, response, message)

    def assert_status(self, expected: Any, response: Any, message: str | None) -> None:
        """Checks the status of a response, by default the last one; a failure shows its exchange in log and report."""
        response = self.last if response is None else response
        try:
            check_status(expected, response, message)
        except (requests.HTTPError, AssertionError):
            self._context.report_unexpected(replace(exchange_of(response), expected=expectation_of(expected)))
            raise

    def _call(self, method: str, session: DropInSession, url: Any, options: Mapping[str, Any]) -> Call:
        redirects = options.get("allow_redirects")
        cookies = options.get("cookies", session.default_cookies)
        timeout = options.get("timeout")
        transport_options: dict[str, Any] = {
            name: options[name] for name in _TRANSPORT_OPTIONS if options.get(name) is not None
        }
        if cookies:
            transport_options["cookies"] = cookies
        if options.get("stream"):
            transport_options["stream"] = True
        return Call(
            method=method,
            url=session.address(self._open(url, "url")),
            headers=options.get("headers") or {},
            params=options.get("params"),
            body=options.get("data"),
            timeout=as_timeout(session.timeout if timeout is None else timeout),
            allow_redirects=method != "HEAD" if redirects is None else bool(redirects),
            repeatable=method in session.retried_methods,
            expected=SUCCESS,
            polls=True,
            transport_options=TransportOptions(**transport_options) if transport_options else PLAIN,
        )

    def _response(self, exchange: Exchange, session: DropInSession) -> requests.Response:
        self._context.log.exchange(exchange)
        if exchange.response is None:
            failure = exchange.failure
            raise failure.cause if failure and failure.cause else requests.ConnectionError("no answer")
        requests_response: requests.Response = exchange.response.requests_response
        self.last = requests_response
        if session.gives_up_on(exchange.request.method, requests_response.status_code):
            reason = f"too many {requests_response.status_code} error responses"
            raise requests.exceptions.RetryError(
                f"Max retries exceeded with url: {exchange.sent.url} (Caused by ResponseError({reason!r}))",
                response=requests_response,
                request=requests_response.request,
            )
        return requests_response

    def _credentials(self, auth: Any) -> list[Any]:
        parts = list(self._open(list(auth), "auth"))
        self._context.secrets.learn("auth", str(parts[-1]))
        return parts

    def _open(self, value: Any, name: str) -> Any:
        return reveal(value, self._context.secrets, name)

    def _warn_unverified(self, alias: str) -> None:
        if self._warned:
            return
        self._warned = True
        self._context.log.text(
            f'The certificate of session "{alias}" is not verified: verify is False by default here.\n'
            "  write verify=True, or the path of a CA file, so that nobody can listen in.",
            Level.WARN,
        )


def _close_files(options: Mapping[str, Any]) -> None:
    for content in (options.get("data"), *part_contents(options.get("files"))):
        if isinstance(content, io.IOBase):
            content.close()
