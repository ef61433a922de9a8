"""What a test wants to know about its own requests: what arrived, how often, and when."""

import base64

from SteadyAPI.demo.server.fault_script import FaultScript
from SteadyAPI.demo.server.request import Call
from SteadyAPI.demo.server.requests_received import RequestsReceived
from SteadyAPI.demo.server.response import Answer, json_answer
from SteadyAPI.demo.server.router import ANY_METHOD, Route
from SteadyAPI.demo.shop.state import Shop


class EchoRoutes:
    """Answers about the requests themselves."""

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

    def echo(self, call: Call) -> Answer:
        """Shows the request as it arrived."""
        body = {
            "text": call.body.decode(errors="replace"),
            "base64": base64.b64encode(call.body).decode(),
        }
        request = {
            "method": call.method,
            "path": call.path,
            "query": call.query,
            "headers": call.headers,
        }
        return json_answer(200, request | {"body": body["text"], "body_base64": body["base64"]})

    def count(self, call: Call, name: str) -> Answer:
        """Tells how many calls came for this counter, the present one included."""
        return json_answer(200, {"name": name, "calls": self._requests_received.of(call.path)["calls"]})

    def arrived(self, call: Call) -> Answer:
        """Tells which calls came for the path in ``?path=``, and when."""
        return json_answer(200, self._requests_received.of(call.parameter("path")))

    def reset(self, _call: Call) -> Answer:
        """Puts shop, faults and counters back to the start; tokens stay valid."""
        self._shop.reset()
        self._script.reset()
        self._requests_received.reset()
        return Answer(204)
