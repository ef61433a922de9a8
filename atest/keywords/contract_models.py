"""Shapes of the demo shop that the suite beside this file checks."""

from decimal import Decimal

from pydantic import BaseModel, ConfigDict, field_validator


class Product(BaseModel):
    """A thing on sale."""

    id: int
    name: str
    price: Decimal
    stock: int


class LooseProduct(BaseModel):
    """A model that allows fields it does not name."""

    model_config = ConfigDict(extra="allow")

    id: int


class LegacyOrder(BaseModel):
    """What an old service no longer promises."""

    id: int
    product_id: int
    quantity: int
    total: Decimal
    status: str
    created_at: str


class Broken(BaseModel):
    """A model whose own code fails."""

    id: int

    @field_validator("id")
    @classmethod
    def fails(cls, _value: int) -> int:
        """Fails in a way that says nothing about the value."""
        raise TypeError("the validator itself is wrong")
