"""What tells that a port expects TLS, and got plain HTTP."""

import re

from SteadyAPI.engine.exchange import Exchange, FailureKind, Response

_CLOSED = {FailureKind.RESET, FailureKind.CLOSED}
_BAD_REQUEST = 400
_LOOKED_AT = 2_000
_WANTS_TLS = re.compile(rb"plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server|port requires TLS")
"""What nginx, Go and Tomcat say."""


def tls_hint_of(response: Response) -> str:
    """Returns what to do where a server says so itself; else nothing."""
    if response.status == _BAD_REQUEST and _WANTS_TLS.search(response.content[:_LOOKED_AT]):
        return "the server expects TLS on this port: write https://"
    return ""


def tls_hint_of_silence(exchange: Exchange) -> str:
    """Says that TLS may be expected where all connections in plain text, and new ones, were closed without a byte."""
    closed = exchange.last_sent.url.lower().startswith("http://") and all(
        attempt.failure is not None and attempt.failure.kind in _CLOSED and not attempt.reused
        for attempt in exchange.last_attempts
    )
    return "nothing came back: so do ports that expect TLS (https://)" if closed else ""
