"""The request that a redirect asks for (RFC 9110, section 15.4), without credentials where it leaves the origin."""

from dataclasses import replace
from datetime import timedelta
from time import perf_counter
from typing import Any

import requests
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar, merge_cookies
from requests.exceptions import TooManyRedirects, UnrewindableBodyError
from requests.hooks import dispatch_hook
from requests.utils import get_netrc_auth

from SteadyAPI.engine.exchange import Redirect, Request
from SteadyAPI.engine.transport.cookie_jar import GIVEN, CookieJar
from SteadyAPI.engine.transport.read_once import ReadOnce
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

_SIGNATURE = "x-amz-"
_WITH_BODY = frozenset({307, 308})


def redirected(
    session: requests.Session,
    request: Request,
    prepared: requests.PreparedRequest,
    response: requests.Response,
    *,
    netrc: bool,
) -> Request:
    """Makes the request that a redirect asks for; method, body and URL change as requests changes them.

    Args:
        session: Whose cookies, proxies and limit of redirects hold.
        request: The request that was redirected.
        prepared: The same, as it was sent.
        response: The redirect, its body read.
        netrc: Whether the next host's credentials are looked up in the .netrc file.

    Raises:
        TooManyRedirects: When there were as many as the session allows.
        UnrewindableBodyError: When the body is asked for again and can be read only once.
    """
    count = request.redirect.count if request.redirect else 0
    if count >= session.max_redirects:
        raise TooManyRedirects(f"Exceeded {session.max_redirects} redirects.", response=response)
    if response.status_code in _WITH_BODY and isinstance(prepared.body, ReadOnce):
        raise UnrewindableBodyError(
            f"the redirect to {response.headers['Location']} asks for its body again, and it can be read only once"
        )
    following = next_of(session, prepared, response)
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
        auth=None,
        token=None if foreign else request.token,
        repeatable=request.repeatable if method == request.method else None,
        transport_options=replace(request.transport_options, files=None, json=None, cookies=None, auth=None),
        redirect=Redirect(following, count + 1, foreign),
    )


def send_once(session: requests.Session, prepared: requests.PreparedRequest, **options: Any) -> requests.Response:
    """Sends a request as a session of requests does, and follows no redirect: its body isn't read here."""
    adapter = session.get_adapter(prepared.url or "")
    begun = perf_counter()
    response = adapter.send(prepared, **options)
    response.elapsed = timedelta(seconds=perf_counter() - begun)
    if prepared.hooks["response"]:
        response = dispatch_hook("response", prepared.hooks, response, **options)  # type: ignore[no-untyped-call]  # its stub has no types
    if response.history or "Set-Cookie" in response.headers:
        for each in (*response.history, response):
            extract_cookies_to_jar(session.cookies, each.request, each.raw)  # type: ignore[no-untyped-call]  # see above
    return response


def next_of(
    session: requests.Session, prepared: requests.PreparedRequest, response: requests.Response
) -> requests.PreparedRequest:
    """Returns what requests would send next."""
    following: Any = session.resolve_redirects(response, prepared, yield_requests=True)
    made: requests.PreparedRequest = next(following)
    return made


def prepared_again(session: requests.Session, request: Request, redirect: Redirect) -> requests.PreparedRequest:
    """Returns the request of a redirect as it is sent now: with the cookies of now, and with its token."""
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
    return prepared


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
