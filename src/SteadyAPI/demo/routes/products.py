"""``/products``: list, create, read, change, delete."""

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response, json_response
from SteadyAPI.demo.server.router import Route
from SteadyAPI.demo.shop.payload import json_fields
from SteadyAPI.demo.shop.state import Shop


class ProductRoutes:
    """The product endpoints."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def routes(self) -> list[Route]:
        """Returns the routes of this family."""
        return [
            Route("GET", "/products", self.list_all),
            Route("POST", "/products", self.create),
            Route("GET", "/products/{product_id}", self.read),
            Route("PUT", "/products/{product_id}", self.replace),
            Route("PATCH", "/products/{product_id}", self.change),
            Route("DELETE", "/products/{product_id}", self.delete),
        ]

    def list_all(self, request: Request) -> Response:
        """Lists products; ``?search=`` keeps those whose name contains the text, without case."""
        wanted = request.parameter("search").lower()
        return json_response(
            200,
            [found.shown() for found in self._shop.products() if wanted in found.name.lower()],
        )

    def create(self, request: Request) -> Response:
        """Adds a product from ``name``, ``price`` and ``stock``."""
        fields = json_fields(request)
        name, cents, stock = (
            fields.text("name"),
            fields.cents("price"),
            fields.count("stock", 0),
        )
        fields.check()
        product = self._shop.add_product(name, cents, stock)
        return json_response(201, product.shown(), (("Location", f"/products/{product.id}"),))

    def read(self, _request: Request, product_id: int) -> Response:
        """Shows one product."""
        return json_response(200, self._shop.product(product_id).shown())

    def replace(self, request: Request, product_id: int) -> Response:
        """Changes all fields of a product."""
        fields = json_fields(request)
        changes = {
            "name": fields.text("name"),
            "cents": fields.cents("price"),
            "stock": fields.count("stock", 0),
        }
        fields.check()
        return json_response(200, self._shop.change_product(product_id, **changes).shown())

    def change(self, request: Request, product_id: int) -> Response:
        """Changes the fields that are sent."""
        fields = json_fields(request)
        changes: dict[str, str | int] = {}
        if "name" in fields:
            changes["name"] = fields.text("name")
        if "price" in fields:
            changes["cents"] = fields.cents("price")
        if "stock" in fields:
            changes["stock"] = fields.count("stock", 0)
        fields.check()
        return json_response(200, self._shop.change_product(product_id, **changes).shown())

    def delete(self, _request: Request, product_id: int) -> Response:
        """Removes a product; the response has no body."""
        self._shop.remove_product(product_id)
        return Response(204)
