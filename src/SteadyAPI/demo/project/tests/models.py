"""The shapes that the API promises."""

from decimal import Decimal

from pydantic import BaseModel, Field


class Product(BaseModel):
    """A thing on sale."""

    id: int
    name: str = Field(min_length=1)
    price: Decimal = Field(gt=0)
    stock: int = Field(ge=0)
