"""Trace contexts."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fakes import FakeTransport, session, surroundings
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF
from opentelemetry.trace import NonRecordingSpan, SpanContext, TraceFlags, TraceState

from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.trace_context import with_trace

PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


@pytest.fixture(autouse=True)
def _no_trace_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TRACEPARENT", "TRACESTATE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(name="tracer")
def _tracer() -> Iterator[trace.Tracer]:
    provider = TracerProvider()
    yield provider.get_tracer("tests")
    provider.shutdown()


def test_a_fresh_context_is_added() -> None:
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01", with_trace({"A": "1"})["traceparent"])


def test_the_other_headers_stay() -> None:
    assert with_trace({"A": "1"})["A"] == "1"


def test_a_context_of_ones_own_is_kept(monkeypatch: pytest.MonkeyPatch, tracer: trace.Tracer) -> None:
    monkeypatch.setenv("TRACEPARENT", PARENT)
    with tracer.start_as_current_span("test"):
        assert with_trace({"TraceParent": "own"}) == {"TraceParent": "own"}


def test_no_two_requests_share_a_trace() -> None:
    assert with_trace({}) != with_trace({})


def test_the_current_span_is_the_parent(monkeypatch: pytest.MonkeyPatch, tracer: trace.Tracer) -> None:
    monkeypatch.setenv("TRACEPARENT", PARENT)
    with tracer.start_as_current_span("test") as span:
        context = span.get_span_context()
        _, trace_id, span_id, flags = with_trace({})["traceparent"].split("-")
    assert (trace_id, span_id) == (f"{context.trace_id:032x}", f"{context.span_id:016x}")
    assert int(flags, 16) & TraceFlags.SAMPLED


def test_a_span_that_is_not_sampled_stays_so() -> None:
    with TracerProvider(sampler=ALWAYS_OFF).get_tracer("tests").start_as_current_span("test"):
        flags = with_trace({})["traceparent"].rpartition("-")[2]
    assert not int(flags, 16) & TraceFlags.SAMPLED


def test_the_state_of_the_current_span_goes_along() -> None:
    context = SpanContext(1, 2, is_remote=True, trace_flags=TraceFlags(1), trace_state=TraceState([("vendor", "x")]))
    with trace.use_span(NonRecordingSpan(context)):
        assert with_trace({})["tracestate"] == "vendor=x"


def test_without_a_span_the_environment_is_the_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACEPARENT", PARENT.upper())
    monkeypatch.setenv("TRACESTATE", "vendor=x")
    assert with_trace({}) == {"traceparent": PARENT, "tracestate": "vendor=x"}


@pytest.mark.parametrize("state", ["", " ", "vendor=x\r\nX-Evil: 1", "vendor=\u00e9"])
def test_a_state_that_is_no_header_is_left_out(monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    monkeypatch.setenv("TRACEPARENT", PARENT)
    monkeypatch.setenv("TRACESTATE", state)
    assert with_trace({}) == {"traceparent": PARENT}


def test_who_has_not_imported_opentelemetry_has_no_span(monkeypatch: pytest.MonkeyPatch, tracer: trace.Tracer) -> None:
    monkeypatch.setenv("TRACEPARENT", PARENT)
    monkeypatch.delitem(sys.modules, "opentelemetry.trace")
    with tracer.start_as_current_span("test"):
        assert with_trace({}) == {"traceparent": PARENT}


@pytest.mark.parametrize(
    "invalid",
    [
        "",
        "00-4bf92f35-00f067aa-01",
        PARENT.replace("00-", "ff-", 1),
        f"00-{'0' * 32}-00f067aa0ba902b7-01",
        f"00-4bf92f3577b34da6a3ce929d0e0e4736-{'0' * 16}-01",
        f"{PARENT}\r\nX-Evil: 1",
    ],
)
def test_an_invalid_parent_in_the_environment_is_ignored(monkeypatch: pytest.MonkeyPatch, invalid: str) -> None:
    monkeypatch.setenv("TRACEPARENT", invalid)
    monkeypatch.setenv("TRACESTATE", "vendor=x")
    made = with_trace({})
    assert (made["traceparent"] == invalid, "tracestate" in made) == (False, False)


def test_a_session_sends_one_when_it_is_asked_to() -> None:
    transport = FakeTransport()
    traced = replace(surroundings(), trace=True)
    session(transport, around=traced).send(Call(method="GET", url="/"))
    assert "traceparent" in transport.request.headers


def test_a_session_sends_none_by_itself() -> None:
    transport = FakeTransport()
    session(transport).send(Call(method="GET", url="/"))
    assert "traceparent" not in transport.request.headers
