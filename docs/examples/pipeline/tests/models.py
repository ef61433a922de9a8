"""What the service promises beyond its document."""

from decimal import Decimal
from typing import Literal, Self

from pydantic import AwareDatetime, BaseModel, Field, model_validator


class Order(BaseModel):
    """A confirmed order of one product."""

    id: int
    product_id: int
    quantity: int = Field(gt=0)
    total: Decimal = Field(gt=0, max_digits=10)
    status: Literal["confirmed"]
    created_at: AwareDatetime

    @model_validator(mode="after")
    def has_whole_cents(self) -> Self:
        """A total is paid, so it ends with the cents."""
        if self.total != round(self.total, 2):
            raise ValueError(f"the total {self.total} has fractions of cents")
        return self
