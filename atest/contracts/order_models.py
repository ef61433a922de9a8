"""The contract of the service that changes, as a model."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel


class Customer(BaseModel):
    """Who ordered."""

    id: int
    name: str


class Line(BaseModel):
    """What was ordered."""

    product: str
    qty: int
    price: float


class Order(BaseModel):
    """One order."""

    id: int
    ref: UUID
    total: float
    gift: bool
    status: Literal["new", "paid", "shipped"]
    created: AwareDatetime
    note: str | None
    customer: Customer
    lines: list[Line]
    stock_by_day: dict[date, int]
    discount: float | None = None
