"""The transport of every session: one ``requests.Session`` over pooled connections."""

from dataclasses import replace
from datetime import UTC, datetime
from time import perf_counter
from typing import Any, cast

import requests
import urllib3
from requests.auth import AuthBase
from urllib3.exceptions import HTTPError

from SteadyAPI.engine.exchange import (
    Attempt,
    Exchange,
    Failure,
    FailureClass,
    FailureKind,
    Request,
    Response,
    SentRequest,
    Timeout,
)
from SteadyAPI.engine.transport import Delivery, TransportSettings
from SteadyAPI.engine.transport.adapter import DirectAdapter
from SteadyAPI.engine.transport.connection import connection_phases, connection_reused, forget_connection
from SteadyAPI.engine.transport.failures import failure_of
from SteadyAPI.engine.transport.fast_path.prepared_request import DirectSession
from SteadyAPI.engine.transport.response import OutOfTimeError, RequestsResponse, TooLargeError
from SteadyAPI.engine.transport.stale_connections import distrust_kept_connections


class _Bearer(AuthBase):
    """Sends a token; being an auth object, it also keeps a .netrc entry of the same host from replacing it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class RequestsTransport:
    """Sends requests through ``requests`` over kept connections."""

    def __init__(self, settings: TransportSettings, session: requests.Session | None = None) -> None:
        """Sends through a session of its own, or through the one given, whose settings then hold as they are."""
        self._settings = settings
        self._session = DirectSession() if session is None else session
        if session is None:
            self._session.headers["User-Agent"] = "SteadyAPI"
        self._session.proxies.update(settings.proxies)
        self._last_limits = (Timeout(None, None), urllib3.Timeout(connect=None, read=None))
        self._session.cookies.update(settings.cookies)
        adapter = DirectAdapter(settings.pool_size)
        self._session.mount("http://", adapter)
        self._session.mount("https://", adapter)

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        """Sends the request once and reads the whole answer."""
        forget_connection()
        if not self._settings.keep_cookies:
            self._session.cookies.clear()
        until = None if budget is None else perf_counter() + budget
        sent = SentRequest(request.method, request.url, request.headers)
        requests_response: RequestsResponse | None = None
        try:
            prepared = self._prepare(request)
            sent = SentRequest(request.method, prepared.url or request.url, prepared.headers, prepared.body)
            requests_response = self._deliver(prepared, request, timeout)
            _take_body(requests_response, request, until, self._settings.body_limit)
        except OutOfTimeError as error:
            failure = Failure(FailureKind.READ_TIMEOUT, FailureClass.AMBIGUOUS, str(error), error)
        except TooLargeError as error:
            failure = Failure(FailureKind.TOO_LARGE, FailureClass.FATAL, str(error), error)
        except (OSError, HTTPError, ValueError) as error:
            failure = failure_of(error, reused=connection_reused(), answered=requests_response is not None)
            if failure.failure_class is FailureClass.STALE:
                distrust_kept_connections()
        else:
            response = record(requests_response, read=not request.transport_options.stream)
            return Delivery(sent, response=response, reused=connection_reused(), phases=connection_phases())
        if requests_response is not None:
            requests_response.close()
        return Delivery(sent, failure=failure, reused=connection_reused(), phases=connection_phases())

    @property
    def requests_session(self) -> requests.Session:
        """The ``requests.Session`` beneath."""
        return self._session

    def change(self, **settings: Any) -> None:
        """Replaces settings by name, from the next request on; cookies are added, or removed when they are ``None``."""
        self._settings = replace(self._settings, **settings)
        if "proxies" in settings:
            self._session.proxies = dict(settings["proxies"])
        self._session.cookies.update(settings.get("cookies", {}))

    def close(self) -> None:
        """Closes every pooled connection."""
        self._session.close()

    def _deliver(self, prepared: requests.PreparedRequest, request: Request, timeout: Timeout) -> RequestsResponse:
        # verify goes with each request: in the session alone, REQUESTS_CA_BUNDLE of the environment would overrule it.
        transport_options, mine = request.transport_options, self._settings
        settings: dict[str, Any] = {"timeout": self._limits(timeout), "allow_redirects": request.allow_redirects}
        settings |= self._session.merge_environment_settings(
            prepared.url,
            dict(transport_options.proxies or {}),
            True,
            mine.verify if transport_options.verify is None else transport_options.verify,
            mine.cert if transport_options.cert is None else transport_options.cert,
        )
        send = self._session.send_plain if isinstance(self._session, DirectSession) else self._session.send
        return cast("RequestsResponse", send(prepared, **settings))

    def _prepare(self, request: Request) -> requests.PreparedRequest:
        """Prepares a request the short way, if it is plain and the session knows that way."""
        data = request.data
        if (
            isinstance(self._session, DirectSession)
            and not request.transport_options.prepares
            and not request.params
            and (data is None or isinstance(data, bytes))
        ):
            prepared = self._session.prepare_plain(request.method, request.url, request.headers, data, _auth(request))
            if prepared is not None:
                return prepared
        return self._session.prepare_request(_requests_request(request))

    def _limits(self, timeout: Timeout) -> urllib3.Timeout:
        if self._last_limits[0] != timeout:
            self._last_limits = (timeout, urllib3.Timeout(connect=timeout.connect, read=timeout.read))
        return self._last_limits[1]


def _take_body(requests_response: RequestsResponse, request: Request, until: float | None, limit: int | None) -> None:
    transport_options = request.transport_options
    if transport_options.stream:
        return
    if transport_options.sink is not None and transport_options.sink.takes(requests_response.status_code):
        transport_options.sink.write(requests_response.chunks_until(until))
        requests_response.forget_body()
    else:
        requests_response.read_until(until, limit)


def exchange_of(requests_response: requests.Response) -> Exchange:
    """Makes the record of a response that a suite hands in, wherever it came from."""
    asked = requests_response.history[0].request if requests_response.history else requests_response.request
    method, url = asked.method or "GET", asked.url or requests_response.url
    request = Request(method=method, url=url, headers=asked.headers)
    elapsed = requests_response.elapsed.total_seconds()
    only = (Attempt(number=1, at=0.0, took=elapsed, status=requests_response.status_code),)
    return Exchange(
        request=request,
        sent=SentRequest(method, url, asked.headers, asked.body),
        attempts=getattr(requests_response, "attempts", ()) or only,
        started=datetime.now(UTC) - requests_response.elapsed,
        elapsed=elapsed,
        response=record(requests_response),
    )


def record(requests_response: requests.Response, *, read: bool = True) -> Response:
    """Makes the frozen record of a response; unless it is to be ``read``, its body stays where it is."""
    return Response(
        status=requests_response.status_code,
        reason=requests_response.reason or "",
        url=requests_response.url,
        headers=requests_response.headers,
        content=requests_response.content if read else b"",
        requests_response=requests_response,
    )


def _requests_request(request: Request) -> requests.Request:
    transport_options = request.transport_options
    return requests.Request(
        request.method,
        request.url,
        dict(request.headers),
        files=transport_options.files,
        data=request.data,
        json=transport_options.json,
        params=request.params,
        auth=_auth(request) if transport_options.auth is None else _utf8(transport_options.auth),
        cookies=transport_options.cookies,
    )


def _auth(request: Request) -> Any:
    return _Bearer(request.token) if request.token is not None else _utf8(request.auth)


def _utf8(auth: Any) -> Any:
    """Encodes a name and password as UTF-8 (RFC 7617, section 2.1); requests would try Latin-1."""
    return tuple(part.encode() if isinstance(part, str) else part for part in auth) if isinstance(auth, tuple) else auth
