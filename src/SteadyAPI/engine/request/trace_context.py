"""The trace context of a request (W3C Trace Context, section 3.2): the server's logs can be searched for its id."""

import secrets
from collections.abc import Mapping

_HEADER = "traceparent"
_VERSION, _SAMPLED = "00", "01"
_TRACE_BYTES, _SPAN_BYTES = 16, 8


def with_trace(headers: Mapping[str, str]) -> dict[str, str]:
    """Returns the headers with a fresh ``traceparent``, unless they have one."""
    if any(name.lower() == _HEADER for name in headers):
        return dict(headers)
    context = (_VERSION, secrets.token_hex(_TRACE_BYTES), secrets.token_hex(_SPAN_BYTES), _SAMPLED)
    return {**headers, _HEADER: "-".join(context)}
