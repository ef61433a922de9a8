"""The request that a redirect asks for (RFC 9110, section 15.4), without credentials where it leaves the origin."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter
from typing import Any

import requests
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar, merge_cookies
from requests.exceptions import TooManyRedirects
from requests.hooks import dispatch_hook
from requests.utils import get_netrc_auth

from SteadyAPI.engine.exchange import Redirect, Request
from SteadyAPI.engine.transport.auth.aws import AwsAuth
from SteadyAPI.engine.transport.cookie_jar import GIVEN, CookieJar
from SteadyAPI.engine.transport.next_request import Next
from SteadyAPI.engine.transport.response import RequestsResponse
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

_SIGNATURE = "x-amz-"
_CHALLENGES = frozenset({401, 407})


def redirected(
    session: requests.Session,
    request: Request,
    prepared: requests.PreparedRequest,
    response: requests.Response,
    make: Next,
    *,
    netrc: bool,
) -> Request | None:
    """Makes the request that a redirect asks for.

    Args:
        session: Whose cookies, proxies and limit of redirects hold.
        request: The request that was redirected.
        prepared: The same, as it was sent.
        response: The redirect, its body read.
        make: How method, body and URL change.
        netrc: Whether the next host's credentials are looked up in the .netrc file.

    Returns:
        The request, or ``None`` where the redirect leads out of HTTP.

    Raises:
        TooManyRedirects: When there were as many as the session allows.
        UnrewindableBodyError: When the body is asked for again and can be read only once.
    """
    count = request.redirect.count if request.redirect else 0
    if count >= session.max_redirects:
        raise TooManyRedirects(f"Exceeded {session.max_redirects} redirects.", response=response)
    following = make(session, prepared, response)
    if following is None:
        return None
    old, new = prepared.url or "", following.url or ""
    left = session.should_strip_auth(old, new)  # type: ignore[no-untyped-call]  # its stub has no types
    foreign = left or bool(request.redirect and request.redirect.foreign)
    if foreign:
        _strip(session, following, request.credential_headers, netrc=netrc)
    else:
        _keep_authorization(prepared, following)
    method = following.method or "GET"
    return replace(
        request,
        method=method,
        url=following.url or "",
        headers=following.headers,
        params=None,
        data=following.body,
        auth=None if foreign else _signer(request),
        token=None if foreign else request.token,
        repeatable=request.repeatable if method == request.method else None,
        transport_options=replace(request.transport_options, files=None, json=None, cookies=None, auth=None),
        redirect=Redirect(following, count + 1, foreign),
    )


def send_once(
    session: requests.Session, prepared: requests.PreparedRequest, *, body_limit: int | None, **options: Any
) -> requests.Response:
    """Sends a request as a session of requests does, and follows no redirect: its body isn't read here.

    Raises:
        TooLargeError: When the body of a challenge has more bytes than the limit.
    """
    adapter = session.get_adapter(prepared.url or "")
    begun = perf_counter()
    response = adapter.send(prepared, **options)
    response.elapsed = timedelta(seconds=perf_counter() - begun)
    if prepared.hooks["response"]:
        if response.status_code in _CHALLENGES and isinstance(response, RequestsResponse):
            _take_challenge(response, body_limit)
        response = dispatch_hook("response", prepared.hooks, response, **options)  # type: ignore[no-untyped-call]  # its stub has no types
    if response.history or "Set-Cookie" in response.headers:
        for each in (*response.history, response):
            extract_cookies_to_jar(session.cookies, each.request, each.raw)  # type: ignore[no-untyped-call]  # see above
    return response


def _take_challenge(response: RequestsResponse, limit: int | None) -> None:
    """Reads the body of a challenge, which authentication objects would read without a limit."""
    try:
        response.read_body(limit)
    except BaseException:
        response.close()
        raise


def prepared_again(session: requests.Session, request: Request, redirect: Redirect) -> requests.PreparedRequest:
    """Returns the request of a redirect as it is sent now: with the cookies of now, its token or its signature."""
    prepared: requests.PreparedRequest = redirect.prepared.copy()
    jar = CookieJar() if isinstance(session.cookies, CookieJar) else RequestsCookieJar()
    if not redirect.foreign:
        merge_cookies(jar, prepared._cookies)  # type: ignore[no-untyped-call,attr-defined]  # noqa: SLF001  requests has no other access
    for cookie in session.cookies:
        if not (redirect.foreign and cookie.has_nonstandard_attr(GIVEN)):
            jar.set_cookie(cookie)
    prepared.headers.pop("Cookie", None)
    prepared.prepare_cookies(jar)
    if request.token is not None:
        prepared.headers["Authorization"] = f"Bearer {request.token}"
    return prepared if request.auth is None else request.auth(prepared)


def _signer(request: Request) -> AwsAuth | None:
    """Returns what signs each request of a chain anew: a signature holds for one method, URL and body."""
    auth = request.transport_options.auth or request.auth
    return auth if isinstance(auth, AwsAuth) else None


def _strip(
    session: requests.Session, prepared: requests.PreparedRequest, names: frozenset[str], *, netrc: bool
) -> None:
    """Takes off everything that says who is asking; the proxy's credentials were made for this request."""
    for name in tuple(prepared.headers):
        lower = name.lower()
        identifies = names_a_secret(name) or lower in names or lower.startswith(_SIGNATURE)
        if identifies and lower != "proxy-authorization":
            del prepared.headers[name]
    # An authentication object that waits for a challenge would give the password to the other host.
    prepared.hooks = {"response": list(session.hooks["response"])}
    auth = get_netrc_auth(prepared.url or "") if netrc and session.trust_env else None
    if auth is not None:
        prepared.prepare_auth(auth)


def _keep_authorization(prepared: requests.PreparedRequest, following: requests.PreparedRequest) -> None:
    """Undoes what requests took from the .netrc file: what was sent to this origin before goes before it."""
    following.headers.pop("Authorization", None)
    if "Authorization" in prepared.headers:
        following.headers["Authorization"] = prepared.headers["Authorization"]
