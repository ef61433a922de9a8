import json
from decimal import Decimal

import pytest
from pydantic import BaseModel, ValidationError

from SteadyAPI.demo.models import Order, Product, User
from SteadyAPI.demo.shop.state import Shop

SHOP = Shop()


@pytest.mark.parametrize(
    ("model", "shown"),
    [
        (Product, SHOP.product(3).shown()),
        (Order, SHOP.place_order(3, 2, "ada").shown()),
        (User, SHOP.user(1).shown()),
    ],
)
def test_what_the_shop_shows_fits_its_model(model: type[BaseModel], shown: dict[str, object]) -> None:
    model.model_validate_json(json.dumps(shown), strict=True, extra="forbid")


def test_a_total_is_an_exact_decimal() -> None:
    order = SHOP.place_order(SHOP.add_product("Desk lamp", 2999, 100).id, 2, "ada")
    assert Order.model_validate_json(json.dumps(order.shown())).total == 2 * Decimal("29.99")


def test_a_price_of_nothing_does_not_fit() -> None:
    with pytest.raises(ValidationError):
        Product(id=1, name="Air", price=Decimal(0), stock=1)
