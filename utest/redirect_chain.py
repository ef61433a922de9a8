"""A transport that follows the redirects of scripted responses."""

from collections.abc import Callable
from typing import Any

from fake_network import FakeNetwork, http

from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.transport import Delivery, TransportSettings
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

Script = Callable[..., FakeNetwork]
URL = "http://shop.test/orders"
ELSEWHERE = "http://other.test/landed"


def to(location: str, status: str = "302 Found") -> Any:
    return http(status, b"", f"Location: {location}")


class Chain:
    """A transport whose requests are followed by those that redirects ask for."""

    def __init__(self, network: Script, *answers: Any, **settings: Any) -> None:
        self.network = network(*answers)
        self.transport = RequestsTransport(TransportSettings(**settings))
        self.last: Delivery | None = None

    def send(self, method: str = "GET", **options: Any) -> Delivery:
        delivery = self.transport.send(Request(method, URL, **options), Timeout(1, 1), None)
        while delivery.redirected is not None:
            delivery = self.transport.send(delivery.redirected, Timeout(1, 1), None)
        return delivery

    @property
    def sent(self) -> list[bytes]:
        return [request for request in self.network.sent if request]
