"""The transport of every session: one ``requests.Session`` over pooled connections."""

import os
import sys
from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from time import perf_counter
from typing import Any, cast
from urllib.parse import urlsplit

import requests
import urllib3
from urllib3.exceptions import HTTPError

from SteadyAPI.engine.exchange import (
    Failure,
    FailureClass,
    FailureKind,
    Request,
    SentRequest,
    Timeout,
)
from SteadyAPI.engine.header_text import as_octets
from SteadyAPI.engine.no_proxy import proxies_for
from SteadyAPI.engine.request.body import ChunkedBody, is_read_once
from SteadyAPI.engine.request.written_url import WrittenUrl
from SteadyAPI.engine.transport import Delivery, SessionTransport, TransportSettings
from SteadyAPI.engine.transport.adapter import PooledAdapter
from SteadyAPI.engine.transport.auth.bearer import Bearer
from SteadyAPI.engine.transport.auth.default_auth import AsWritten, DefaultAuth
from SteadyAPI.engine.transport.connection_pool import distrust_kept_connections
from SteadyAPI.engine.transport.cookie_jar import CookieJar, with_own_cookies
from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.failures import failure_of
from SteadyAPI.engine.transport.fast_path.availability import is_switched_on
from SteadyAPI.engine.transport.fast_path.fast_session import FastSession
from SteadyAPI.engine.transport.fast_path.send_fast import FastPath
from SteadyAPI.engine.transport.next_request import Next, as_requests, by_rfc_9110, next_of, target_of
from SteadyAPI.engine.transport.read_once import ReadOnce
from SteadyAPI.engine.transport.redirects import prepared_again, redirected, send_once
from SteadyAPI.engine.transport.response import RequestsResponse, TooLargeError, record
from SteadyAPI.engine.units import duration


class RequestsTransport:
    """Sends requests through ``requests`` over kept connections."""

    def __init__(
        self, settings: TransportSettings, session: requests.Session | None = None, *, fast_path: bool | None = None
    ) -> None:
        """Opens a transport.

        Args:
            settings: What holds for all its requests.
            session: A session to send through, whose settings then hold as they are; without one, it has its own.
            fast_path: Whether plain requests take the fast path; ``None`` leaves it to ``STEADYAPI_FAST_PATH``.
        """
        fast = is_switched_on(fast_path)
        self._settings = settings
        self._is_native = session is None
        self._next: Next = by_rfc_9110 if session is None else as_requests
        self._session = session or (FastSession(fast_path=True) if fast else requests.Session())
        if session is None:
            self._session.headers["User-Agent"] = "SteadyAPI"
            self._session.cookies = CookieJar(settings.cookies)
        self._session.proxies.update(settings.proxies)
        self._last_limits = (Timeout(None, None), urllib3.Timeout(connect=None, read=None))
        self._default_auth = DefaultAuth(self._session, netrc=settings.netrc)
        path, jar = FastPath() if fast else None, type(self._session.cookies)
        self._adapter = PooledAdapter(settings.pool_size, path, jar, utf8=self._is_native)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, self._adapter)

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        """Sends the request once and reads the whole response."""
        current.begin(*_end(timeout, budget), header_limit=self._settings.header_limit)
        try:
            return self._send(request, timeout)
        finally:
            # What is read of a stream later isn't part of the attempt.
            current.until = None

    def _send(self, request: Request, timeout: Timeout) -> Delivery:
        handled = sys.exception()
        if not self._settings.keep_cookies and request.redirect is None:
            self._session.cookies.clear()
        sent = SentRequest(request.method, request.url, request.headers)
        requests_response: RequestsResponse | None = None
        try:
            prepared = self._prepare(request)
            sent = _sent(request, prepared)
            requests_response = self._deliver(prepared, request, timeout)
            follows = self._follows(request, prepared, requests_response)
            if self._is_native:
                requests_response.check_coding()
            requests_response.take_body(request, self._settings.body_limit, follows=follows)
            following = self._redirected(request, prepared, requests_response)
        except TooLargeError as error:
            failure = Failure(FailureKind.TOO_LARGE, FailureClass.FATAL, str(error), error)
        except (OSError, HTTPError, ValueError) as error:
            responded = requests_response is not None
            failure = failure_of(
                error,
                stale=current.is_stale,
                responded=responded,
                connecting=current.is_connecting,
                handled=handled,
            )
            if failure.failure_class is FailureClass.STALE:
                distrust_kept_connections()
        else:
            response = record(requests_response, read=not requests_response.is_left_unread(request))
            return Delivery(sent, response=response, reused=current.reused, phases=current.phases, redirected=following)
        if requests_response is not None:
            requests_response.close()
        return Delivery(sent, failure=failure, reused=current.reused, phases=current.phases)

    @property
    def requests_session(self) -> requests.Session:
        """The ``requests.Session`` beneath."""
        return self._session

    def change(self, **settings: Any) -> None:
        """Replaces settings by name, from the next request on; cookies are added, or removed when they are ``None``."""
        self._settings = replace(self._settings, **settings)
        if "proxies" in settings:
            self._session.proxies = dict(settings["proxies"])
        if "cookies" in settings:
            jar: Any = self._session.cookies
            jar.give(settings["cookies"])

    def close(self) -> None:
        """Closes every pooled connection."""
        self._session.close()

    def apart(self) -> "RequestsTransport":
        """Returns a transport over the same connections, with a copy of the cookies of now."""
        twin = copy(self)
        vars(twin).update(_session=with_own_cookies(self._session))
        return twin

    def keep_cookies_of(self, twin: SessionTransport) -> None:
        """Takes the cookies that responses have set in a transport that was made by ``apart``."""
        jar, other = self._session.cookies, twin.requests_session.cookies
        if isinstance(jar, CookieJar) and isinstance(other, CookieJar):
            jar.receive_from(other)

    def grow(self, size: int) -> int:
        """Keeps at least so many connections for each origin from now on; returns how many it kept until now."""
        return self._adapter.grow(size)

    def _deliver(self, prepared: requests.PreparedRequest, request: Request, timeout: Timeout) -> RequestsResponse:
        # verify goes with each request: in the session alone, REQUESTS_CA_BUNDLE of the environment would overrule it.
        options, settings = request.transport_options, self._settings
        own = settings.proxies if options.proxies is None else options.proxies
        merged: dict[str, Any] = {}
        merged |= self._session.merge_environment_settings(
            prepared.url,
            dict(_own_proxies(own) if options.proxies is None else own),
            True,
            settings.verify if options.verify is None else options.verify,
            settings.cert if options.cert is None else options.cert,
        )
        if merged["proxies"] and self._is_native:
            merged["proxies"] = proxies_for(prepared.url or "", merged["proxies"], own)
        if merged["verify"] is True and self._is_native:
            merged["verify"] = os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR") or True
        if request.redirect is not None and request.redirect.foreign:
            merged["cert"] = None
        merged["timeout"] = self._limits(timeout)
        sent = send_once(self._session, prepared, body_limit=settings.body_limit, **merged)
        return cast("RequestsResponse", sent)

    def _redirected(
        self, request: Request, prepared: requests.PreparedRequest, response: RequestsResponse
    ) -> Request | None:
        """Returns the request that a redirect asks for; where none is followed, ``response.next`` has it."""
        if not response.is_redirect:
            return None
        if request.allow_redirects:
            return redirected(self._session, request, prepared, response, self._next, netrc=self._settings.netrc)
        if not request.transport_options.stream:
            following = next_of(self._session, prepared, response, self._next)
            response._next = following  # type: ignore[attr-defined]  # noqa: SLF001  as requests does
        return None

    def _follows(self, request: Request, prepared: requests.PreparedRequest, response: requests.Response) -> bool:
        """Returns whether a response is a redirect that is followed: its body isn't the one that was asked for."""
        if not (request.allow_redirects and response.is_redirect):
            return False
        return not self._is_native or _leads_on(prepared, response)

    def _prepare(self, request: Request) -> requests.PreparedRequest:
        prepared = self._newly_prepared(request)
        if sink := request.transport_options.sink:
            prepared.headers.update(sink.rest_of(request.method, prepared.url or "", prepared.headers))
        return prepared

    def _newly_prepared(self, request: Request) -> requests.PreparedRequest:
        if request.redirect is not None:
            return prepared_again(self._session, request, request.redirect)
        auth = self._auth(request) or (None if self._session.auth else self._default_auth)
        if isinstance(request.url, WrittenUrl):
            auth = AsWritten(request.url, auth)
        jar: Any = self._session.cookies
        if isinstance(jar, CookieJar) and jar:
            jar.home = urlsplit(request.url).hostname or ""
        if isinstance(jar, CookieJar) and request.transport_options.cookies:
            request = _with_octets(request)
        prepared = self._session.prepare_request(_requests_request(request, auth))
        # Unless the fast path prepared it, requests has put the cookies into a jar that keeps to other rules.
        if isinstance(jar, CookieJar) and prepared._cookies is not jar:  # type: ignore[attr-defined]  # noqa: SLF001  requests has no other access
            jar.choose_for(prepared, request)
        return prepared

    def _auth(self, request: Request) -> Any:
        options = request.transport_options
        if options.auth is not None:
            return _utf8(options.auth)
        if request.token is not None:
            return Bearer(request.token)
        return _utf8(request.auth)

    def _limits(self, timeout: Timeout) -> urllib3.Timeout:
        # Read once: another thread may replace them by its own.
        last, limits = self._last_limits
        if last != timeout:
            limits = urllib3.Timeout(connect=timeout.connect, read=timeout.read)
            self._last_limits = (timeout, limits)
        return limits


def _sent(request: Request, prepared: requests.PreparedRequest) -> SentRequest:
    """Returns the record of what is sent, readable: headers as text, and the content of a body that goes in chunks."""
    headers: Mapping[str, Any] = prepared.headers
    if bytes in map(type, request.headers.values()):
        headers = {
            name: value.decode("utf-8", "replace") if isinstance(value, bytes) else value
            for name, value in headers.items()
        }
    body: Any = prepared.body
    return SentRequest(
        request.method,
        prepared.url or request.url,
        headers,
        body.content if isinstance(body, ChunkedBody) else body,
    )


def _end(limits: Timeout, budget: float | None) -> tuple[float | None, str]:
    """Returns when an attempt must have ended, and what says so."""
    if limits.total is not None:
        left = limits.total - limits.spent
        if budget is None or left < budget:
            return perf_counter() + left, f"the timeout of {duration(limits.total)}"
    return None if budget is None else perf_counter() + budget, "the deadline"


def _own_proxies(proxies: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns what a session's proxies take from those of the environment: these would go before it."""
    return {name: url for name, url in proxies.items() if name == "no_proxy" or url is None}


def _leads_on(prepared: requests.PreparedRequest, response: requests.Response) -> bool:
    """Returns whether a redirect leads to another URL of HTTP; one that is broken is a failure, told of later."""
    try:
        return target_of(prepared, response) is not None
    except ValueError:
        return True


def _requests_request(request: Request, auth: Any) -> requests.Request:
    transport_options = request.transport_options
    return requests.Request(
        request.method,
        request.url,
        dict(request.headers),
        files=transport_options.files,
        data=ReadOnce(request.data) if is_read_once(request.data) else request.data,
        json=transport_options.json,
        params=request.params,
        auth=auth,
        cookies=transport_options.cookies,
    )


def _with_octets(request: Request) -> Request:
    """Returns a request whose own cookies are as the jar keeps all of them."""
    options = request.transport_options
    cookies = {name: as_octets(value) for name, value in options.cookies.items()}
    return replace(request, transport_options=replace(options, cookies=cookies))


def _utf8(auth: Any) -> Any:
    """Encodes a name and password as UTF-8 (RFC 7617, section 2.1); requests would try Latin-1."""
    return tuple(part.encode() if isinstance(part, str) else part for part in auth) if isinstance(auth, tuple) else auth
