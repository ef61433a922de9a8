"""How method, URL and body change from one request to the next when it is redirected.

The native library keeps to RFC 9110, section 15.4, and to browsers; the drop-in does as requests does.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.exceptions import UnrewindableBodyError
from requests.utils import rewind_body
from urllib3.exceptions import InvalidHeader

from SteadyAPI.engine.request.written_url import WrittenUrl, location_of
from SteadyAPI.engine.transport.read_once import ReadOnce

Next = Callable[[requests.Session, requests.PreparedRequest, requests.Response], requests.PreparedRequest | None]
"""Makes the next request of a session, from the one that was redirected and its response; ``None`` ends the chain."""

_SEE_OTHER = 303
_MADE_GET = frozenset({301, 302, _SEE_OTHER})
"""Redirects after which a POST becomes a GET."""
_OF_THE_BODY = ("Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-Type")
_WITHOUT_BODY = (*_OF_THE_BODY, "Transfer-Encoding", "Digest", "Last-Modified")
"""Headers that go with the body (RFC 9110, section 15.4)."""
_OF_THE_HOST = ("Host", "Proxy-Authorization")
"""Headers that were written for one host and the way to it; the credentials of a proxy's URL are the adapter's."""


def by_rfc_9110(
    session: requests.Session,  # noqa: ARG001  what Next has
    prepared: requests.PreparedRequest,
    response: requests.Response,
) -> requests.PreparedRequest | None:
    """Makes the next request as RFC 9110 and browsers have it.

    301 and 302 turn a POST into a GET, and 303 every method but HEAD; any other request stays as it is, with its body.
    The URL is sent as the server wrote it.

    Raises:
        InvalidHeader: When Location is no URL.
        UnrewindableBodyError: When the body is asked for again and can be read only once.
    """
    try:
        url = target_of(prepared, response)
    except ValueError as error:
        raise InvalidHeader(f"the Location of the redirect is no URL: {error}") from error
    if url is None:
        return None
    following: requests.PreparedRequest = prepared.copy()
    if urlsplit(prepared.url or "").netloc != urlsplit(url).netloc:
        _drop(following, _OF_THE_HOST)
    following.url = url
    if _becomes_get(prepared.method, response.status_code):
        following.method, following.body = "GET", None
        _drop(following, _WITHOUT_BODY)
    elif following.body is not None:
        _check_readable(prepared, response)
        if hasattr(following.body, "seek"):
            rewind_body(following)
    return following


def as_requests(
    session: requests.Session, prepared: requests.PreparedRequest, response: requests.Response
) -> requests.PreparedRequest:
    """Makes the next request as requests does.

    Raises:
        UnrewindableBodyError: When the body is asked for again and can be read only once.
    """
    if response.status_code in {307, 308}:
        _check_readable(prepared, response)
    following: Any = session.resolve_redirects(response, prepared, yield_requests=True)
    made: requests.PreparedRequest = next(following)
    return made


def target_of(prepared: requests.PreparedRequest, response: requests.Response) -> WrittenUrl | None:
    """Returns where a redirect leads to; see ``location_of``."""
    return location_of(prepared.url or "", response.headers["Location"])


def next_of(
    session: requests.Session, prepared: requests.PreparedRequest, response: requests.Response, make: Next
) -> requests.PreparedRequest | None:
    """Returns the request that would follow, for a redirect that isn't followed; ``None`` when it can't be sent."""
    with suppress(UnrewindableBodyError, InvalidHeader):
        return make(session, prepared, response)
    return None


def _drop(prepared: requests.PreparedRequest, names: tuple[str, ...]) -> None:
    for name in names:
        prepared.headers.pop(name, None)


def _becomes_get(method: str | None, status: int) -> bool:
    return status in _MADE_GET and (method == "POST" or (status == _SEE_OTHER and method != "HEAD"))


def _check_readable(prepared: requests.PreparedRequest, response: requests.Response) -> None:
    if isinstance(prepared.body, ReadOnce):
        raise UnrewindableBodyError(
            f"the redirect to {response.headers['Location']} asks for its body again, and it can be read only once"
        )
