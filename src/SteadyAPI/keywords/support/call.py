"""What a suite asks for, made of the options of a keyword: loaded with the first request."""

from collections.abc import Callable, Mapping
from typing import Any

from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.content import content_of
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.request.fields import text_of
from SteadyAPI.engine.request.headers import header_texts
from SteadyAPI.engine.request.params import query_of
from SteadyAPI.engine.request.transport_options import PLAIN, TransportOptions
from SteadyAPI.keywords.support.certificate import checked_ca
from SteadyAPI.keywords.support.conversions import timeout_of
from SteadyAPI.keywords.support.proxies import checked_proxies
from SteadyAPI.keywords.support.request_options import RequestOptions

Opened = Callable[[Any, str], Any]


def call_of(
    method: str,
    url: str,
    options: RequestOptions,
    *,
    defaults: Mapping[str, Any],
    usual: Timeout,
    opened: Opened,
    authenticated: Callable[[Any], Any],
    **further: Any,
) -> Call:
    """Makes a call of a keyword's options.

    Args:
        method: The method, in capitals.
        url: The URL, opened.
        options: What the keyword was given.
        defaults: The headers of the session.
        usual: The time limits of the session.
        opened: Opens the secrets in the value of an option, by its name.
        authenticated: Makes authentication of what was given as ``auth``.
        **further: Further transport options.

    Raises:
        UsageError: When options contradict each other or aren't what they should be.
    """
    headers: Mapping[str, Any] = header_texts(opened(options.headers, "headers")) if options.headers else {}
    if options.json is None and options.data is None and not options.files:
        body = None
    else:
        parts = {name: opened(getattr(options, name), name) for name in ("json", "data", "files")}
        headers, body = content_of(headers, defaults, **parts)
    limits = timeout_of(options, usual)
    return Call(
        method=method,
        url=url,
        headers=headers,
        params=query_of(opened(options.params, "params")),
        body=body,
        timeout=None if limits == usual else limits,
        allow_redirects=options.allow_redirects,
        url_encoding=options.url_encoding,
        expected=expect(options.expected_status),
        contract=options.contract,
        detail=options.log,
        transport_options=_transport_options(options, opened, authenticated, further),
    )


def _transport_options(
    options: RequestOptions,
    opened: Opened,
    authenticated: Callable[[Any], Any],
    further: Mapping[str, Any],
) -> TransportOptions:
    given = dict(further)
    if options.cookies is not None:
        cookies = opened(options.cookies, "cookies").items()
        given["cookies"] = {name: text_of(value, "cookies", name) for name, value in cookies if value is not None}
    if options.auth is not None:
        given["auth"] = authenticated(opened(options.auth, "auth"))
    if options.verify is not None:
        given["verify"] = checked_ca(options.verify)
    if options.proxies is not None:
        given["proxies"] = checked_proxies(opened(options.proxies, "proxies"))
    return TransportOptions(**given) if given else PLAIN
