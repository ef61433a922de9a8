"""A session of the drop-in: a genuine ``requests.Session`` that the suite may change, sent through the engine."""

from collections.abc import Mapping
from typing import Any

from requests.cookies import merge_cookies

from SteadyAPI.dropin.policy import methods_of, policy_of, statuses_of
from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.request.url import is_absolute
from SteadyAPI.engine.retry.policy import NO_RETRIES
from SteadyAPI.engine.session.session import Session, SessionSettings, Surroundings
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.fast_path.fast_session import FastSession
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

_AS_REQUESTS = TransportSettings(verify=None, netrc=True, body_limit=None)
_AS_ONE_CALL = TransportSettings(verify=None, keep_cookies=False, netrc=True, body_limit=None)
NO_LIMIT = Timeout(None, None)


class DropInSession(FastSession):
    """A ``requests.Session`` with what a suite gave to its creator; ``engine`` sends for it."""

    def __init__(
        self, alias: str, around: Surroundings, *, url: str = "", options: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__()
        given = options or {}
        self.url = url
        self.timeout = given.get("timeout")
        self.default_cookies = given.get("cookies")
        self.headers.update(given.get("headers") or {})
        self.proxies = given.get("proxies") or self.proxies
        self.verify = as_verify(given["verify"]) if options else True
        self.retried_methods = methods_of(given) if options else frozenset()
        self._retried_statuses = statuses_of(given) if options else frozenset()
        settings = SessionSettings(policy=policy_of(given) if options else NO_RETRIES, timeout=NO_LIMIT)
        transport = RequestsTransport(_AS_REQUESTS if options else _AS_ONE_CALL, self)
        self.engine = Session(alias, settings, transport, around)

    def gives_up_on(self, method: str, status: int) -> bool:
        """Returns whether a status is left over after all retries that it was worth."""
        retried = self.engine.settings.policy.attempts > 1 and method in self.retried_methods
        return retried and status in self._retried_statuses

    def merge(self, headers: Any, cookies: Any) -> None:
        """Merges headers and cookies into those of the session."""
        self.headers.update(headers or {})
        if cookies:
            self.cookies = merge_cookies(self.cookies, cookies)  # type: ignore[no-untyped-call]  # its stub has no types

    def address(self, url: str | None) -> str:
        """Joins a URL to the session's: a whole URL stands for itself, an empty one is the session's own."""
        if not url:
            return self.url
        if not self.url or is_absolute(url):
            return url
        return f"{self.url.removesuffix('/')}/{url.removeprefix('/')}"


def as_verify(value: Any) -> Any:
    """Reads ``True`` and ``False`` written as text; any other text is the path of a CA file."""
    if isinstance(value, str) and value.lower() in {"true", "false"}:
        return value.lower() == "true"
    return value


def as_timeout(value: Any) -> Timeout:
    """Returns the limits that requests would read out of a number or a pair."""
    if value is None:
        return NO_LIMIT
    if isinstance(value, tuple):
        connect, read = value
        return Timeout(_seconds(connect), _seconds(read))
    return Timeout(float(value), float(value))


def _seconds(value: Any) -> float | None:
    return None if value is None else float(value)
