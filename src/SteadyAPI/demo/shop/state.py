"""The state of the demo shop: users, products, orders and the stock they share."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from threading import RLock
from typing import Any, TypeVar

from SteadyAPI.demo.server.response import HttpError

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class User:
    """A person who may sign in or be listed."""

    id: int
    name: str
    email: str
    roles: tuple[str, ...] = ("customer",)

    def shown(self) -> dict[str, Any]:
        """Returns the user as the API shows it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Product:
    """A thing on sale; ``cents`` is the price, kept whole so that totals are exact."""

    id: int
    name: str
    cents: int
    stock: int

    def shown(self) -> dict[str, Any]:
        """Returns the product as the API shows it."""
        return {
            "id": self.id,
            "name": self.name,
            "price": amount(self.cents),
            "stock": self.stock,
        }


@dataclass(frozen=True, slots=True)
class Order:
    """A confirmed order of one product; ``owner`` is who placed it."""

    id: int
    product_id: int
    quantity: int
    cents: int
    owner: str
    created_at: str

    def shown(self) -> dict[str, Any]:
        """Returns the order as the API shows it."""
        shown = {
            "id": self.id,
            "product_id": self.product_id,
            "quantity": self.quantity,
        }
        return shown | {
            "total": amount(self.cents),
            "status": "confirmed",
            "created_at": self.created_at,
        }


def amount(cents: int) -> float:
    """Returns cents as the JSON number people read, such as 59.98; exact up to 15 digits."""
    return cents / 100


def utc_now() -> str:
    """Returns the present moment in ISO 8601, in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Shop:
    """Users, products and orders; every method is one atomic step, so that threads may share it."""

    def __init__(self, now: Callable[[], str] = utc_now) -> None:
        self._now = now
        self._lock = RLock()
        self._last_id = 0
        self._users: dict[int, User] = {}
        self._products: dict[int, Product] = {}
        self._orders: dict[int, Order] = {}
        self.reset()

    def reset(self) -> None:
        """Puts the shop back to its opening state: two users, three products, no orders."""
        with self._lock:
            self._last_id = 0
            self._users = {1: User(1, "ada", "ada@example.com", ("customer", "admin"))}
            self._users[2] = User(2, "grace", "grace@example.com")
            self._products = {
                3: Product(3, "Notebook", 450, 40),
                4: Product(4, "Pencil", 95, 500),
            }
            self._products[5] = Product(5, "Fountain pen", 6900, 3)
            self._orders = {}
            self._last_id = 5

    def users(self) -> list[User]:
        """Returns all users, oldest first."""
        with self._lock:
            return list(self._users.values())

    def user(self, user_id: int) -> User:
        """Returns one user, or raises 404."""
        with self._lock:
            return _found(self._users, user_id, "user")

    def user_named(self, name: str) -> User:
        """Returns the user of that name, or raises 404."""
        for user in self.users():
            if user.name == name:
                return user
        raise HttpError(404, f"no user is called {name}")

    def add_user(self, name: str, email: str) -> User:
        """Adds a user; raises 409 when the name is taken."""
        with self._lock:
            if any(user.name == name for user in self._users.values()):
                raise HttpError(409, f"the name {name} is taken")
            user = User(self._next_id(), name, email)
            self._users[user.id] = user
            return user

    def remove_user(self, user_id: int) -> None:
        """Removes a user, or raises 404."""
        with self._lock:
            del self._users[self.user(user_id).id]

    def products(self) -> list[Product]:
        """Returns all products, oldest first."""
        with self._lock:
            return list(self._products.values())

    def product(self, product_id: int) -> Product:
        """Returns one product, or raises 404."""
        with self._lock:
            return _found(self._products, product_id, "product")

    def add_product(self, name: str, cents: int, stock: int) -> Product:
        """Adds a product with a price in cents."""
        with self._lock:
            product = Product(self._next_id(), name, cents, stock)
            self._products[product.id] = product
            return product

    def change_product(self, product_id: int, **changes: Any) -> Product:
        """Changes the named fields of a product, or raises 404."""
        with self._lock:
            product = replace(self.product(product_id), **changes)
            self._products[product.id] = product
            return product

    def remove_product(self, product_id: int) -> None:
        """Removes a product; raises 404, or with 409 when orders need it."""
        with self._lock:
            product = self.product(product_id)
            if any(order.product_id == product.id for order in self._orders.values()):
                raise HttpError(409, f"product {product.id} has orders")
            del self._products[product.id]

    def orders(self, owner: str) -> list[Order]:
        """Returns the orders of one owner, oldest first."""
        with self._lock:
            return [order for order in self._orders.values() if order.owner == owner]

    def order(self, order_id: int, owner: str) -> Order:
        """Returns one order; raises 404 when it is not there or another's."""
        own = {order.id: order for order in self.orders(owner)}
        return _found(own, order_id, "order")

    def place_order(self, product_id: int, quantity: int, owner: str) -> Order:
        """Takes from the stock and confirms; raises 422 without such a product, 409 without enough stock."""
        with self._lock:
            if product_id not in self._products:
                raise HttpError(422, f"product_id names no product: {product_id}")
            product = self._products[product_id]
            if quantity > product.stock:
                raise HttpError(
                    409,
                    f"product {product_id}: {quantity} wanted, {product.stock} in stock",
                )
            self._products[product_id] = replace(product, stock=product.stock - quantity)
            order = Order(
                self._next_id(),
                product_id,
                quantity,
                product.cents * quantity,
                owner,
                self._now(),
            )
            self._orders[order.id] = order
            return order

    def cancel_order(self, order_id: int, owner: str) -> None:
        """Removes an order and gives its quantity back to the stock, or raises 404."""
        with self._lock:
            order = self.order(order_id, owner)
            product = self._products[order.product_id]
            self._products[product.id] = replace(product, stock=product.stock + order.quantity)
            del self._orders[order.id]

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id


def _found(entries: dict[int, Entry], entry_id: int, noun: str) -> Entry:
    if entry_id not in entries:
        raise HttpError(404, f"no {noun} has the id {entry_id}")
    return entries[entry_id]
