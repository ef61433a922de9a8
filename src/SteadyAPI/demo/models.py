"""The shapes that the demo shop promises, as Pydantic models."""

from decimal import Decimal
from typing import Literal

from pydantic import AwareDatetime, BaseModel, Field


class Product(BaseModel):
    """A thing on sale."""

    id: int
    name: str = Field(min_length=1)
    price: Decimal = Field(gt=0)
    stock: int = Field(ge=0)


class Order(BaseModel):
    """A confirmed order of one product."""

    id: int
    product_id: int
    quantity: int = Field(gt=0)
    total: Decimal = Field(gt=0)
    status: Literal["confirmed"]
    created_at: AwareDatetime


class User(BaseModel):
    """A person with an account."""

    id: int
    name: str
    email: str
    roles: list[str]
