"""Endpoints that tell a test about its own requests: what arrived, how often, and when."""

import base64

from SteadyAPI.demo.server.fault_script import FaultScript
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.requests_received import RequestsReceived
from SteadyAPI.demo.server.response import Response, json_response
from SteadyAPI.demo.server.router import ANY_METHOD, Route
from SteadyAPI.demo.shop.state import Shop


class EchoRoutes:
    """Responds with facts about the requests themselves."""

    def __init__(self, requests_received: RequestsReceived, script: FaultScript, shop: Shop) -> None:
        self._requests_received = requests_received
        self._script = script
        self._shop = shop

    def routes(self) -> list[Route]:
        """Returns the routes of this family."""
        return [
            Route(ANY_METHOD, "/echo", self.echo),
            Route(ANY_METHOD, "/counter/{name}", self.count),
            Route("GET", "/arrivals", self.arrived),
            Route("POST", "/reset", self.reset),
        ]

    def echo(self, request: Request) -> Response:
        """Shows the request as it arrived."""
        body = {
            "text": request.body.decode(errors="replace"),
            "base64": base64.b64encode(request.body).decode(),
        }
        shown = {
            "method": request.method,
            "path": request.path,
            "query": request.query,
            "headers": request.headers,
        }
        return json_response(200, shown | {"body": body["text"], "body_base64": body["base64"]})

    def count(self, request: Request, name: str) -> Response:
        """Tells how many requests came for this counter, this one included."""
        return json_response(200, {"name": name, "calls": self._requests_received.of(request.path)["calls"]})

    def arrived(self, request: Request) -> Response:
        """Tells which requests came for the path in ``?path=``, and when."""
        return json_response(200, self._requests_received.of(request.parameter("path")))

    def reset(self, _request: Request) -> Response:
        """Puts shop, faults and counters back to the start; tokens stay valid."""
        self._shop.reset()
        self._script.reset()
        self._requests_received.reset()
        return Response(204)
