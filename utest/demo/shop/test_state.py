from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from SteadyAPI.demo.server.response import HttpError
from SteadyAPI.demo.shop.state import Shop, amount, utc_now


@pytest.fixture
def shop() -> Shop:
    return Shop(now=lambda: "2026-01-31T09:30:00.000+00:00")


def test_an_order_costs_price_times_quantity_and_takes_from_the_stock(shop: Shop) -> None:
    product = shop.add_product("Desk lamp", 2999, 100)
    order = shop.place_order(product.id, 2, "ada")
    assert order.shown() == {
        "id": order.id,
        "product_id": product.id,
        "quantity": 2,
        "total": 59.98,
        "status": "confirmed",
        "created_at": "2026-01-31T09:30:00.000+00:00",
    }
    assert shop.product(product.id).stock == 98


def test_an_order_above_the_stock_is_refused_and_takes_nothing(shop: Shop) -> None:
    product = shop.add_product("Desk lamp", 2999, 1)
    with pytest.raises(HttpError, match=f"product {product.id}: 2 wanted, 1 in stock") as error:
        shop.place_order(product.id, 2, "ada")
    assert error.value.response.status == 409
    assert shop.product(product.id).stock == 1


def test_an_order_of_an_unknown_product_is_refused(shop: Shop) -> None:
    with pytest.raises(HttpError, match="product_id names no product: 99") as error:
        shop.place_order(99, 1, "ada")
    assert error.value.response.status == 422


def test_a_cancelled_order_gives_its_quantity_back(shop: Shop) -> None:
    product = shop.add_product("Desk lamp", 2999, 100)
    order = shop.place_order(product.id, 2, "ada")
    shop.cancel_order(order.id, "ada")
    assert (shop.product(product.id).stock, shop.orders("ada")) == (100, [])


def test_an_order_is_seen_by_its_owner_only(shop: Shop) -> None:
    order = shop.place_order(3, 1, "ada")
    assert shop.order(order.id, "ada") == order
    with pytest.raises(HttpError, match=f"no order has the id {order.id}"):
        shop.order(order.id, "grace")


def test_a_thousand_orders_at_once_take_exactly_the_stock(shop: Shop) -> None:
    product = shop.add_product("Ticket", 100, 1000)
    with ThreadPoolExecutor(16) as pool:
        orders = list(pool.map(lambda _: shop.place_order(product.id, 1, "ada"), range(1000)))
    assert shop.product(product.id).stock == 0
    assert len({order.id for order in orders}) == 1000


def test_a_product_is_shown_with_its_price_as_people_read_it(shop: Shop) -> None:
    product = shop.add_product("Desk lamp", 2999, 100)
    assert product.shown() == {"id": product.id, "name": "Desk lamp", "price": 29.99, "stock": 100}
    assert product in shop.products()


def test_a_product_can_be_changed(shop: Shop) -> None:
    shop.change_product(3, cents=500)
    assert shop.product(3).cents == 500


def test_an_unknown_product_is_not_found(shop: Shop) -> None:
    with pytest.raises(HttpError, match="no product has the id 99") as error:
        shop.product(99)
    assert error.value.response.status == 404


def test_a_product_without_orders_can_be_removed(shop: Shop) -> None:
    shop.remove_product(3)
    assert 3 not in [product.id for product in shop.products()]


def test_a_product_with_orders_stays(shop: Shop) -> None:
    shop.place_order(3, 1, "ada")
    with pytest.raises(HttpError, match="product 3 has orders") as error:
        shop.remove_product(3)
    assert error.value.response.status == 409


def test_a_user_is_shown_with_roles(shop: Shop) -> None:
    user = shop.add_user("linus", "linus@example.com")
    assert shop.user(user.id).shown() == {
        "id": user.id,
        "name": "linus",
        "email": "linus@example.com",
        "roles": ("customer",),
    }


def test_a_name_is_taken_once_only(shop: Shop) -> None:
    with pytest.raises(HttpError, match="the name ada is taken") as error:
        shop.add_user("ada", "other@example.com")
    assert error.value.response.status == 409


def test_a_user_is_found_by_name(shop: Shop) -> None:
    assert shop.user_named("grace").id == 2


def test_an_unknown_name_is_not_found(shop: Shop) -> None:
    with pytest.raises(HttpError, match="no user is called tour"):
        shop.user_named("tour")


def test_a_removed_user_is_gone(shop: Shop) -> None:
    shop.remove_user(2)
    assert [user.name for user in shop.users()] == ["ada"]


def test_a_reset_shop_is_as_it_was_when_it_opened(shop: Shop) -> None:
    product = shop.add_product("Desk lamp", 2999, 100)
    shop.reset()
    assert product not in shop.products()
    assert shop.add_product("Desk lamp", 2999, 100).id == product.id


def test_amounts_are_exact_to_the_cent() -> None:
    assert [cents for cents in range(1_000_000) if repr(amount(cents)) != repr(float(f"{cents / 100:.2f}"))] == []


def test_the_time_of_an_order_is_in_utc() -> None:
    assert datetime.fromisoformat(utc_now()).utcoffset() == timedelta(0)
