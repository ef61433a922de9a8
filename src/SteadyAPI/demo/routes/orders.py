"""``/auth/token`` and what it opens: ``/orders``."""

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response, json_response
from SteadyAPI.demo.server.router import Route
from SteadyAPI.demo.shop.payload import form_fields, json_fields
from SteadyAPI.demo.shop.state import Shop
from SteadyAPI.demo.shop.token_endpoint import TokenEndpoint


class OrderRoutes:
    """The order endpoints; every request needs a bearer token, and sees only the orders of its owner."""

    def __init__(self, shop: Shop, token_endpoint: TokenEndpoint) -> None:
        self._shop = shop
        self._token_endpoint = token_endpoint

    def routes(self) -> list[Route]:
        """Returns the routes of this family."""
        return [
            Route("POST", "/auth/token", self.issue_token),
            Route("GET", "/orders", self.list_all),
            Route("POST", "/orders", self.place),
            Route("GET", "/orders/{order_id}", self.read),
            Route("DELETE", "/orders/{order_id}", self.cancel),
        ]

    def issue_token(self, request: Request) -> Response:
        """Hands out a token for a user's password, or for a client's secret."""
        return self._token_endpoint.grant(form_fields(request), request.basic)

    def list_all(self, request: Request) -> Response:
        """Lists the caller's orders."""
        return json_response(200, [order.shown() for order in self._shop.orders(self._token_endpoint.owner(request))])

    def place(self, request: Request) -> Response:
        """Orders a ``quantity`` of the product ``product_id``."""
        owner = self._token_endpoint.owner(request)
        fields = json_fields(request)
        product_id, quantity = (
            fields.count("product_id", 1),
            fields.count("quantity", 1),
        )
        fields.check()
        order = self._shop.place_order(product_id, quantity, owner)
        return json_response(201, order.shown(), (("Location", f"/orders/{order.id}"),))

    def read(self, request: Request, order_id: int) -> Response:
        """Shows one order of the caller."""
        return json_response(200, self._shop.order(order_id, self._token_endpoint.owner(request)).shown())

    def cancel(self, request: Request, order_id: int) -> Response:
        """Cancels an order and gives its quantity back to the stock; the response has no body."""
        self._shop.cancel_order(order_id, self._token_endpoint.owner(request))
        return Response(204)
