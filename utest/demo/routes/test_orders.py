import json
from typing import Any

import pytest

from SteadyAPI.demo.routes.orders import OrderRoutes
from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import Response
from SteadyAPI.demo.server.router import Router
from SteadyAPI.demo.shop.state import Shop
from SteadyAPI.demo.shop.token_endpoint import TokenEndpoint


@pytest.fixture
def shop() -> Shop:
    return Shop(now=lambda: "2026-01-31T09:30:00.000+00:00")


@pytest.fixture
def router(shop: Shop) -> Router:
    token_endpoint = TokenEndpoint("correct horse", "battery staple", new_token=lambda: "token-1")
    router = Router(OrderRoutes(shop, token_endpoint).routes())
    form = (("Content-Type", "application/x-www-form-urlencoded"),)
    router.respond(Request("POST", "/auth/token", headers=form, body=b"username=ada&password=correct+horse"))
    return router


def send(router: Router, method: str, target: str, body: Any = None) -> Response:
    headers = (("Content-Type", "application/json"), ("Authorization", "Bearer token-1"))
    return router.respond(Request.to(method, target, headers, json.dumps(body).encode()))


def test_an_order_is_placed_and_can_be_found_at_its_location(router: Router, shop: Shop) -> None:
    placed = send(router, "POST", "/orders", {"product_id": 3, "quantity": 2})
    assert (placed.status, ("Location", "/orders/6") in placed.headers) == (201, True)
    assert json.loads(placed.body)["total"] == 9.0
    assert send(router, "GET", "/orders/6").body == placed.body
    assert shop.product(3).stock == 38


def test_own_orders_are_listed(router: Router, shop: Shop) -> None:
    shop.place_order(3, 1, "grace")
    shop.place_order(4, 1, "ada")
    assert [order["product_id"] for order in json.loads(send(router, "GET", "/orders").body)] == [4]


def test_an_order_of_nothing_is_refused(router: Router) -> None:
    refused = send(router, "POST", "/orders", {"product_id": 3, "quantity": 0})
    assert (refused.status, json.loads(refused.body)["detail"]) == (422, "quantity must be greater than 0")


def test_a_cancelled_order_is_gone(router: Router) -> None:
    send(router, "POST", "/orders", {"product_id": 3, "quantity": 2})
    assert send(router, "DELETE", "/orders/6") == Response(204)
    assert send(router, "GET", "/orders/6").status == 404


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/orders"), ("POST", "/orders"), ("GET", "/orders/1"), ("DELETE", "/orders/1")]
)
def test_without_a_token_there_are_no_orders(router: Router, method: str, path: str) -> None:
    assert router.respond(Request(method, path)).status == 401


def test_a_token_request_must_be_a_form(router: Router) -> None:
    assert send(router, "POST", "/auth/token", {"username": "ada"}).status == 415
