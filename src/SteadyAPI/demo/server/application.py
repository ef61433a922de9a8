"""The demo shop as one function from a request to a response."""

from SteadyAPI.demo.routes.echo import EchoRoutes
from SteadyAPI.demo.routes.faults import FaultRoutes
from SteadyAPI.demo.routes.orders import OrderRoutes
from SteadyAPI.demo.routes.pages import PageRoutes
from SteadyAPI.demo.routes.products import ProductRoutes
from SteadyAPI.demo.routes.users import UserRoutes
from SteadyAPI.demo.server.fault_script import FaultScript
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.requests_received import RequestsReceived
from SteadyAPI.demo.server.response import Response
from SteadyAPI.demo.server.router import Router
from SteadyAPI.demo.shop.state import Shop
from SteadyAPI.demo.shop.token_endpoint import TokenEndpoint


class Application:
    """Connects state and routes, and counts every request."""

    def __init__(self, password: str, client_secret: str) -> None:
        shop, script = Shop(), FaultScript()
        token_endpoint = TokenEndpoint(password, client_secret)
        self.issued_tokens = token_endpoint.issued
        self._requests_received = RequestsReceived()
        families = (
            PageRoutes(),
            ProductRoutes(shop),
            UserRoutes(shop, token_endpoint),
            OrderRoutes(shop, token_endpoint),
            FaultRoutes(script),
            EchoRoutes(self._requests_received, script, shop),
        )
        self._router = Router(route for family in families for route in family.routes())

    def respond(self, request: Request) -> Response:
        """Returns the shop's response to a request."""
        self._requests_received.note(request.method, request.path)
        return self._router.respond(request)
