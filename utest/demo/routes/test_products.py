import json
from typing import Any

import pytest

from SteadyAPI.demo.routes.products import ProductRoutes
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response
from SteadyAPI.demo.server.router import Router
from SteadyAPI.demo.shop.state import Shop

NOTEBOOK = {"id": 3, "name": "Notebook", "price": 4.5, "stock": 40}


@pytest.fixture
def router() -> Router:
    return Router(ProductRoutes(Shop()).routes())


def send(router: Router, method: str, target: str, body: Any = None) -> Response:
    request = Request.to(method, target, (("Content-Type", "application/json"),), json.dumps(body).encode())
    return router.respond(request)


def test_a_product_is_created_and_can_be_found_at_its_location(router: Router) -> None:
    created = send(router, "POST", "/products", {"name": "Desk lamp", "price": 29.99, "stock": 100})
    assert created.status == 201
    assert json.loads(created.body) == {"id": 6, "name": "Desk lamp", "price": 29.99, "stock": 100}
    assert ("Location", "/products/6") in created.headers
    assert send(router, "GET", "/products/6").body == created.body


def test_all_products_are_listed(router: Router) -> None:
    listed = json.loads(send(router, "GET", "/products").body)
    assert [product["name"] for product in listed] == ["Notebook", "Pencil", "Fountain pen"]


def test_a_search_keeps_what_contains_the_text(router: Router) -> None:
    listed = json.loads(send(router, "GET", "/products?search=PEN").body)
    assert [product["name"] for product in listed] == ["Pencil", "Fountain pen"]


def test_a_wrong_product_is_refused_with_every_complaint(router: Router) -> None:
    refused = send(router, "POST", "/products", {"name": 7, "stock": -1})
    expected = "name must be a string, got number; price is required; stock must be greater than -1"
    assert (refused.status, json.loads(refused.body)["detail"]) == (422, expected)


def test_a_product_is_replaced_as_a_whole(router: Router) -> None:
    send(router, "PUT", "/products/3", {"name": "Diary", "price": 5, "stock": 1})
    shown = {"id": 3, "name": "Diary", "price": 5.0, "stock": 1}
    assert json.loads(send(router, "GET", "/products/3").body) == shown


def test_a_replacement_needs_all_fields(router: Router) -> None:
    assert send(router, "PUT", "/products/3", {"name": "Diary"}).status == 422


@pytest.mark.parametrize("change", [{"name": "Diary"}, {"price": 5.25}, {"stock": 0}, {}])
def test_a_change_leaves_the_other_fields_alone(router: Router, change: dict[str, Any]) -> None:
    assert json.loads(send(router, "PATCH", "/products/3", change).body) == NOTEBOOK | change


def test_a_wrong_change_is_refused(router: Router) -> None:
    assert send(router, "PATCH", "/products/3", {"price": "5"}).status == 422
    assert json.loads(send(router, "GET", "/products/3").body) == NOTEBOOK


def test_a_deleted_product_is_gone(router: Router) -> None:
    assert send(router, "DELETE", "/products/3") == Response(204)
    assert send(router, "GET", "/products/3").status == 404
