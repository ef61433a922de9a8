"""``/products``: list, create, read, change, delete."""

from SteadyAPI.demo.server.request import Call
from SteadyAPI.demo.server.response import Answer, json_answer
from SteadyAPI.demo.server.router import Route
from SteadyAPI.demo.shop.payload import json_fields
from SteadyAPI.demo.shop.state import Shop


class ProductRoutes:
    """Answers for products."""

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

    def list_all(self, call: Call) -> Answer:
        """Lists products; ``?search=`` keeps those whose name contains the text, without case."""
        wanted = call.parameter("search").lower()
        return json_answer(
            200,
            [found.shown() for found in self._shop.products() if wanted in found.name.lower()],
        )

    def create(self, call: Call) -> Answer:
        """Adds a product from ``name``, ``price`` and ``stock``."""
        fields = json_fields(call)
        name, cents, stock = (
            fields.text("name"),
            fields.cents("price"),
            fields.count("stock", 0),
        )
        fields.check()
        product = self._shop.add_product(name, cents, stock)
        return json_answer(201, product.shown(), (("Location", f"/products/{product.id}"),))

    def read(self, _call: Call, product_id: int) -> Answer:
        """Shows one product."""
        return json_answer(200, self._shop.product(product_id).shown())

    def replace(self, call: Call, product_id: int) -> Answer:
        """Changes all fields of a product."""
        fields = json_fields(call)
        changes = {
            "name": fields.text("name"),
            "cents": fields.cents("price"),
            "stock": fields.count("stock", 0),
        }
        fields.check()
        return json_answer(200, self._shop.change_product(product_id, **changes).shown())

    def change(self, call: Call, product_id: int) -> Answer:
        """Changes the fields that are sent."""
        fields = json_fields(call)
        changes: dict[str, str | int] = {}
        if "name" in fields:
            changes["name"] = fields.text("name")
        if "price" in fields:
            changes["cents"] = fields.cents("price")
        if "stock" in fields:
            changes["stock"] = fields.count("stock", 0)
        fields.check()
        return json_answer(200, self._shop.change_product(product_id, **changes).shown())

    def delete(self, _call: Call, product_id: int) -> Answer:
        """Removes a product; the answer has no body."""
        self._shop.remove_product(product_id)
        return Answer(204)
