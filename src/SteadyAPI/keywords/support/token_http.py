"""The HTTP client of a token source: which session its requests take, and how they come into the log."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from SteadyAPI.engine.request.url import is_absolute, join, origin
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.certificate import checked_ca, checked_cert

if TYPE_CHECKING:
    from SteadyAPI.context import Context
    from SteadyAPI.engine.exchange import Exchange
    from SteadyAPI.engine.request.call import Call
    from SteadyAPI.engine.session.session import Session


class SessionTokenHttp:
    """Sends token requests: over the session they are relative to, or over connections of their own."""

    def __init__(self, context: "Context", *, verify: bool | str, cert: Any, on_code: str | None) -> None:
        self._context = context
        self._verify = checked_ca(verify)
        self._cert = checked_cert(cert, context.surroundings.secrets)
        self._on_code = on_code
        self._session: Session | None = None
        self._own: Session | None = None

    def bind(self, session: "Session | None") -> None:
        """Makes relative addresses belong to this session, unless they belong to another already."""
        if self._session is None:
            self._session = session

    def url(self, url: str) -> str:
        """Returns the whole URL of an address that may be relative to the session."""
        if is_absolute(url):
            return url
        session = self._session or self._context.sessions.for_url(url)
        return join(session.settings.base_url, url, session.alias)

    def send(self, call: "Call") -> "Exchange":
        """Sends a call without the session's own credentials."""
        whole = replace(call, url=self.url(call.url))
        return self._session_for(whole.url).send(whole)

    def log(self, exchange: "Exchange") -> None:
        """Logs an exchange, and records a grant that was asked for."""
        self._context.log.exchange(exchange)
        form = exchange.request.data
        if isinstance(form, Mapping) and "grant_type" in form:
            facts = {"url": exchange.request.url.partition("?")[0], "grant": str(form["grant_type"])}
            self._context.ledger.note("token", facts)

    def browser(self) -> "SignInBrowser":
        """Returns a client with cookies of its own."""
        return SignInBrowser(self, self._opened(keep_cookies=True))

    def show_code(self, response_fields: Mapping[str, Any]) -> None:
        """Runs the suite's keyword with the address, the code, and the address with the code in it.

        Raises:
            UsageError: When no keyword was named.
        """
        from robot.libraries.BuiltIn import BuiltIn

        if self._on_code is None:
            raise UsageError(
                "the grant device_code needs a keyword that approves the code, and on_code wasn't given.\n"
                "  write for example: on_code=Approve The Device"
            )
        names = ("verification_uri", "user_code", "verification_uri_complete")
        arguments: Any = [str(response_fields[name]) for name in names if name in response_fields]
        run: Any = BuiltIn().run_keyword
        run(self._on_code, *arguments)

    def _session_for(self, url: str) -> "Session":
        if self._cert is not None or self._verify is not True:
            if self._own is None:
                self._own = self._opened(keep_cookies=False)
            return self._own
        if self._session is not None and origin(url) == origin(self._session.settings.base_url):
            return self._session
        return self._context.sessions.for_url(url)

    def _opened(self, *, keep_cookies: bool) -> "Session":
        from SteadyAPI.engine.session.session import Session, SessionSettings
        from SteadyAPI.engine.transport import TransportSettings, open_transport

        settings = TransportSettings(verify=self._verify, cert=self._cert, keep_cookies=keep_cookies)
        return Session("", SessionSettings(), open_transport(settings), self._context.surroundings)


class SignInBrowser:
    """A client that keeps cookies: what a sign-in page needs."""

    def __init__(self, http: SessionTokenHttp, session: "Session") -> None:
        self._http = http
        self._session = session

    def bind(self, session: "Session | None") -> None:
        """Makes relative addresses belong to this session."""
        self._http.bind(session)

    def url(self, url: str) -> str:
        """Returns the whole URL."""
        return self._http.url(url)

    def send(self, call: "Call") -> "Exchange":
        """Sends a call with the cookies that came until now."""
        return self._session.send(replace(call, url=self.url(call.url)))

    def log(self, exchange: "Exchange") -> None:
        """Logs an exchange."""
        self._http.log(exchange)

    def browser(self) -> "SignInBrowser":
        """Returns a client in which nobody has signed in yet."""
        return self._http.browser()

    def show_code(self, response_fields: Mapping[str, Any]) -> None:
        """Hands a device's code on."""
        self._http.show_code(response_fields)
