"""Trace contexts."""

import re
from dataclasses import replace

from fakes import FakeTransport, session, surroundings

from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.trace_context import with_trace


def test_a_fresh_context_is_added() -> None:
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01", with_trace({"A": "1"})["traceparent"])


def test_the_other_headers_stay() -> None:
    assert with_trace({"A": "1"})["A"] == "1"


def test_a_context_of_ones_own_is_kept() -> None:
    assert with_trace({"TraceParent": "mine"}) == {"TraceParent": "mine"}


def test_no_two_requests_share_a_trace() -> None:
    assert with_trace({}) != with_trace({})


def test_a_session_sends_one_when_it_is_asked_to() -> None:
    transport = FakeTransport()
    traced = replace(surroundings(), trace=True)
    session(transport, around=traced).send(Call(method="GET", url="/"))
    assert "traceparent" in transport.request.headers


def test_a_session_sends_none_by_itself() -> None:
    transport = FakeTransport()
    session(transport).send(Call(method="GET", url="/"))
    assert "traceparent" not in transport.request.headers
