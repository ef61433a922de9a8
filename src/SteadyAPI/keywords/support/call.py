"""What a suite asks for, made of the options of a keyword: loaded with the first request."""

from collections.abc import Callable, Mapping
from typing import Any

from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.request.body import form_or_bytes, json_bytes
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.request.transport_options import PLAIN, TransportOptions
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.conversions import seconds_of
from SteadyAPI.keywords.support.request_options import RequestOptions

_PAIR = 2


def call_of(
    method: str,
    url: str,
    options: RequestOptions,
    *,
    opened: Callable[[Any, str], Any],
    authenticated: Callable[[Any], Any],
    **further: Any,
) -> Call:
    """Makes a call of a keyword's options.

    Args:
        method: The method, in capitals.
        url: The URL, opened.
        options: What the keyword was given.
        opened: Opens the secrets in the value of an option, by its name.
        authenticated: Makes authentication of what was given as ``auth``.
        **further: Further transport options.

    Raises:
        UsageError: When options contradict each other or aren't what they should be.
    """
    if options.json is not None and (options.data is not None or options.files is not None):
        raise UsageError("expected json= or data= (with files= or not), got both: a request has one body.")
    body, media_type = form_or_bytes(opened(options.data, "data")), None
    if options.json is not None:
        body, media_type = json_bytes(opened(options.json, "json")), "application/json"
    seconds = None if options.timeout is None else seconds_of("timeout", options.timeout)
    return Call(
        method=method,
        url=url,
        headers=opened(options.headers, "headers") or {},
        params=opened(options.params, "params"),
        body=body,
        media_type=media_type,
        timeout=None if seconds is None else Timeout(seconds, seconds),
        allow_redirects=options.allow_redirects,
        expected=expect(options.expected_status),
        contract=options.contract,
        detail=options.log,
        transport_options=_transport_options(options, opened, authenticated, further),
    )


def _transport_options(
    options: RequestOptions,
    opened: Callable[[Any, str], Any],
    authenticated: Callable[[Any], Any],
    further: Mapping[str, Any],
) -> TransportOptions:
    given = dict(further)
    if options.files is not None:
        given["files"] = opened(options.files, "files")
        _check_parts(given["files"])
    if options.cookies is not None:
        given["cookies"] = opened(options.cookies, "cookies")
    if options.auth is not None:
        given["auth"] = authenticated(opened(options.auth, "auth"))
    return TransportOptions(**given) if given else PLAIN


def _check_parts(files: Any) -> None:
    """Refuses what is no list of parts; its values are not shown: they may be secret."""
    if isinstance(files, Mapping):
        return
    pairs = isinstance(files, list | tuple) and all(isinstance(part, tuple | list) for part in files)
    if not pairs or not all(len(part) == _PAIR for part in files):
        raise UsageError(
            "files: expected a dictionary of field names to contents, or a list of what Create Multipart Part "
            f"returned; got {type(files).__name__}.\n"
            "  write for example: VAR    &{files}    document=${content}"
        )
