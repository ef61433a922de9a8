"""The limit of an attempt ends a slow drip while a connection is opened: TLS, and the tunnels of proxies."""

from collections.abc import Callable

import pytest
from dripping_server import STAGES, DrippingServer, target_of

from SteadyAPI.engine.exchange import Failure, FailureClass, FailureKind, Request, Timeout
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

LIMITS = (0.15, 0.3, 0.6, 1.2, 2.4, 4.8)
"""Seconds; a longer one is tried where a slow machine didn't come to the drip in time."""
LONG = 60.0


def failure_of(stage: str, limits: Callable[[float], tuple[Timeout, float | None]]) -> Failure:
    for limit in LIMITS:
        server = DrippingServer(stage)
        url, proxies = target_of(stage, server.address)
        transport = RequestsTransport(TransportSettings(verify=False, proxies=proxies))
        failure = transport.send(Request("POST", url), *limits(limit)).failure
        transport.close()
        server.close()
        assert failure is not None
        assert server.spent == 0
        if server.drips:
            return failure
    raise AssertionError("the drip was never reached")


@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
@pytest.mark.parametrize("stage", STAGES)
def test_a_drip_ends_with_the_attempt(stage: str) -> None:
    by_deadline = failure_of(stage, lambda limit: (Timeout(LONG, LONG), limit))
    by_timeout = failure_of(stage, lambda limit: (Timeout(LONG, LONG, total=limit), None))
    opening = "response" not in stage
    for failure, limit in ((by_deadline, "the deadline passed "), (by_timeout, "the timeout of ")):
        assert failure.limited
        assert failure.kind is (FailureKind.CONNECT_TIMEOUT if opening else FailureKind.READ_TIMEOUT)
        assert failure.failure_class is (FailureClass.UNSENT if opening else FailureClass.AMBIGUOUS)
        assert failure.detail.startswith(limit)
        assert ("handshake" in failure.detail) is ("handshake" in stage)
        assert ("tunnel" in failure.detail) is stage.startswith("tunnel")
