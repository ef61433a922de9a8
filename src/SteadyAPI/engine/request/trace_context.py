"""The trace context of a request (W3C Trace Context, section 3): the server's logs can be searched for its trace id."""

import os
import re
import secrets
import sys
from collections.abc import Mapping

_PARENT, _STATE = "traceparent", "tracestate"
_VERSION, _SAMPLED = "00", "01"
_TRACE_BYTES, _SPAN_BYTES = 16, 8
# Version ff is invalid, and so are ids of nothing but zeros (section 3.2.2).
_VALID = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")


def with_trace(headers: Mapping[str, str]) -> dict[str, str]:
    """Returns the headers with a ``traceparent``, unless they have one.

    It is that of the current span when OpenTelemetry is in use, else that of the environment variable ``TRACEPARENT``,
    as CI tools set it (OpenTelemetry, *Environment Variables as Context Propagation Carriers*), else a new one. The
    first two come with their ``tracestate``.
    """
    if any(name.lower() == _PARENT for name in headers):
        return dict(headers)
    return {**headers, **(_current_span() or _environment() or _new())}


def _current_span() -> dict[str, str]:
    """Returns the context of OpenTelemetry's current span; nothing when there is none, or nobody has imported it."""
    if "opentelemetry.trace" not in sys.modules:
        return {}
    from opentelemetry.trace.propagation.tracecontext import (  # noqa: PLC0415  an optional package, imported already
        TraceContextTextMapPropagator,
    )

    context: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(context)
    return context


def _environment() -> dict[str, str]:
    parent = os.environ.get("TRACEPARENT", "").strip().lower()
    if not _VALID.fullmatch(parent):
        return {}
    state = os.environ.get("TRACESTATE", "").strip()
    # A line break in it would end the header.
    return {_PARENT: parent} | ({_STATE: state} if state and state.isascii() and state.isprintable() else {})


def _new() -> dict[str, str]:
    context = (_VERSION, secrets.token_hex(_TRACE_BYTES), secrets.token_hex(_SPAN_BYTES), _SAMPLED)
    return {_PARENT: "-".join(context)}
