"""What requests and urllib3 raise, sorted into our failure kinds."""

import ssl
from collections.abc import Iterator
from http.client import BadStatusLine, LineTooLong, RemoteDisconnected, UnknownProtocol
from http.client import IncompleteRead as BrokenOff

import requests
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    IncompleteRead,
    InvalidChunkLength,
    InvalidHeader,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProxyError,
    ReadTimeoutError,
)
from urllib3.util import Url

from SteadyAPI.engine.exchange import Failure, FailureClass, FailureKind
from SteadyAPI.engine.transport.connection import OpeningOutOfTimeError, OpeningStalledError
from SteadyAPI.engine.transport.http1.chunked_body import ChunkError
from SteadyAPI.engine.transport.http1.response_head import MalformedHeadError
from SteadyAPI.engine.transport.http1.socket_reader import CutOffError
from SteadyAPI.engine.transport.http1.timed_socket import OutOfTimeError

_SORTED: tuple[tuple[tuple[type[BaseException], ...], FailureKind, FailureClass], ...] = (
    ((OpeningOutOfTimeError, OpeningStalledError), FailureKind.CONNECT_TIMEOUT, FailureClass.UNSENT),
    ((OutOfTimeError,), FailureKind.READ_TIMEOUT, FailureClass.AMBIGUOUS),
    ((ssl.SSLEOFError, ssl.SSLZeroReturnError), FailureKind.RESET, FailureClass.AMBIGUOUS),
    ((ssl.SSLError,), FailureKind.TLS, FailureClass.FATAL),
    ((requests.exceptions.ProxyError,), FailureKind.PROXY, FailureClass.UNSENT),
    ((NameResolutionError,), FailureKind.DNS, FailureClass.UNSENT),
    # In front of the connect timeouts: urllib3 makes a refused connection a subclass of them.
    ((NewConnectionError,), FailureKind.REFUSED, FailureClass.UNSENT),
    ((requests.exceptions.ConnectTimeout, ConnectTimeoutError), FailureKind.CONNECT_TIMEOUT, FailureClass.UNSENT),
    ((requests.exceptions.ReadTimeout, ReadTimeoutError), FailureKind.READ_TIMEOUT, FailureClass.AMBIGUOUS),
    ((RemoteDisconnected,), FailureKind.CLOSED, FailureClass.AMBIGUOUS),
    ((ConnectionResetError, BrokenPipeError, ConnectionAbortedError), FailureKind.RESET, FailureClass.AMBIGUOUS),
    # What arrived may be the rest of a response that was longer than it said.
    ((BadStatusLine, LineTooLong, UnknownProtocol), FailureKind.MALFORMED, FailureClass.AMBIGUOUS),
    ((InvalidHeader, MalformedHeadError), FailureKind.MALFORMED, FailureClass.FATAL),
    (
        (CutOffError, ChunkError, IncompleteRead, BrokenOff, InvalidChunkLength),
        FailureKind.TRUNCATED,
        FailureClass.AMBIGUOUS,
    ),
    ((requests.exceptions.ChunkedEncodingError,), FailureKind.TRUNCATED, FailureClass.AMBIGUOUS),
    ((requests.exceptions.ContentDecodingError,), FailureKind.DECODING, FailureClass.FATAL),
    ((requests.exceptions.TooManyRedirects,), FailureKind.REDIRECTS, FailureClass.FATAL),
    ((requests.exceptions.SSLError,), FailureKind.TLS, FailureClass.FATAL),
    ((requests.exceptions.ConnectionError,), FailureKind.RESET, FailureClass.AMBIGUOUS),
)
_NO_TLS = {"WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"}
"""What OpenSSL calls bytes that aren't TLS, by its versions."""
_UNKNOWN_AUTHORITY = {2, 18, 19, 20, 21}
"""The codes of OpenSSL (x509_vfy.h) for certificates whose authority is not among those it was given."""
_TLS_ALERT = "\x15\x03"
"""How a record of TLS begins that refuses a client (RFC 8446, sections 5.1 and 6)."""
_STALE_KINDS = {FailureKind.CLOSED, FailureKind.RESET}


def failure_of(
    error: Exception,
    *,
    stale: bool,
    responded: bool,
    connecting: bool = False,
    handled: BaseException | None = None,
) -> Failure:
    """Sorts an error of requests into a failure.

    Args:
        error: What requests raised; its causes are looked at too.
        stale: Whether the connection had been kept, and had ended before the request could reach the other side.
        responded: Whether the head of a response had come before the error.
        connecting: Whether the connection was still being opened, so that nothing of the request had been sent.
        handled: What was being handled when the request was begun: Python gives it to the error as its context.
    """
    chain = tuple(_chain(error, handled))
    for types, kind, failure_class in _SORTED:
        found = next((link for link in chain if isinstance(link, types)), None)
        if found is None:
            continue
        if failure_class is FailureClass.AMBIGUOUS:
            if connecting:
                failure_class = FailureClass.UNSENT  # noqa: PLW2901
            elif kind in _STALE_KINDS and stale and not responded:
                failure_class = FailureClass.STALE  # noqa: PLW2901
            elif kind in _STALE_KINDS and responded:
                kind = FailureKind.TRUNCATED  # noqa: PLW2901
        limited = isinstance(found, OpeningOutOfTimeError | OpeningStalledError | OutOfTimeError)
        return Failure(kind, failure_class, _in_words(found), error, limited)
    return Failure(FailureKind.INVALID, FailureClass.FATAL, str(error), error)


def _in_words(error: BaseException) -> str:
    """Returns an error in words; that of a decoder would show its parts as a tuple."""
    inner = error.args[0] if error.args else None
    if isinstance(error, ssl.SSLError) and getattr(error, "reason", "") in _NO_TLS:
        return f"the server does not speak TLS on this port: is http:// right, not https://? ({error.reason})"
    if isinstance(error, ssl.SSLCertVerificationError):
        unknown = error.verify_code in _UNKNOWN_AUTHORITY
        hint = "; to trust its authority, write: verify=company-ca.pem" if unknown else ""
        return f"the certificate is not trusted: {error.verify_message}{hint}"
    if isinstance(error, BadStatusLine) and str(inner).startswith(_TLS_ALERT):
        return "the server speaks TLS on this port: is https:// right, not http://?"
    if isinstance(error, requests.exceptions.ProxyError):
        return _proxy_in_words(error)
    return " ".join(map(str, inner.args)) if isinstance(inner, DecodeError) else str(error)


def _proxy_in_words(error: requests.exceptions.ProxyError) -> str:
    """Names the proxy and what it did; requests would show how its errors are nested."""
    given_up = error.args[0] if error.args else None
    if not isinstance(given_up, MaxRetryError) or not isinstance(given_up.reason, ProxyError):
        return str(error)
    cause = given_up.reason.original_error
    said = getattr(cause.__cause__, "strerror", None) or cause
    # urllib3 raises this error only in pools that have a proxy; `netloc` leaves out its user and password.
    where = getattr(given_up.pool, "proxy", Url()).netloc
    return f"the proxy {where} did not connect: {said}; proxies=none goes round the proxies of session and environment"


def _chain(error: BaseException, handled: BaseException | None) -> Iterator[BaseException]:
    """Walks an error's causes outermost first; requests and urllib3 hide them in ``args`` and ``reason`` as well."""
    seen = {id(handled)}
    waiting: list[BaseException] = [error]
    while waiting:
        link = waiting.pop(0)
        if id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        inner = (link.__cause__, link.__context__, getattr(link, "reason", None), *link.args)
        waiting.extend(item for item in inner if isinstance(item, BaseException))
